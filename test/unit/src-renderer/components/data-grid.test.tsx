import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { DataGrid } from "../../../../src-renderer/components/data-grid/data-grid.tsx";
import type { GridColumn } from "../../../../src-renderer/components/data-grid/data-grid.tsx";

interface Row {
  readonly id: string;
  readonly amount: string;
}

const rows: readonly Row[] = Array.from({ length: 100_000 }, (_, at) => ({
  id: `row-${at}`,
  amount: `${at}.50`,
}));
const columns: readonly GridColumn<Row>[] = [
  { id: "id", title: "Id", width: 100, isSortable: true, cell: (row) => row.id, plain: (row) => row.id },
  {
    id: "amount",
    title: "Amount",
    width: "fill",
    align: "end",
    cell: (row) => `€${row.amount}`,
    plain: (row) => row.amount,
  },
];
const onSort = vi.fn<(column: string) => void>();
const onOpen = vi.fn<(id: string) => void>();

interface HarnessProps {
  readonly shown?: readonly Row[];
  readonly startsAt?: string | null;
}

function Harness({ shown = rows, startsAt = "row-0" }: HarnessProps) {
  const [activeId, setActiveId] = useState<string | null>(startsAt);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataGrid
      label="Rows"
      columns={columns}
      rows={shown}
      idOf={(row) => row.id}
      activeId={activeId}
      selected={selected}
      sort={{ column: "id", direction: "ascending" }}
      rowHeight={28}
      keyArea="test"
      onActivate={setActiveId}
      onOpen={onOpen}
      onToggle={(id) => setSelected(new Set([...selected, id]))}
      onExtend={(id) => setSelected(new Set([...selected, activeId ?? id, id]))}
      onSelectAll={() => setSelected(new Set(shown.map((row) => row.id)))}
      onSort={onSort}
      empty={<p>Nothing</p>}
    />
  );
}

// The test DOM lays nothing out: the grid is told that it is 600 pixels high.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 800 });
});

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

const grid = (): HTMLElement => screen.getByRole("grid", { name: "Rows" });
const activeText = (): string =>
  document.getElementById(grid().getAttribute("aria-activedescendant") ?? "")?.textContent ?? "";

describe("a grid of 100,000 rows", () => {
  test("draws only the rows near the screen, and says how many there are", () => {
    render(<Harness />);
    expect(grid().getAttribute("aria-rowcount")).toBe("100001");
    expect(screen.getAllByRole("row").length).toBeLessThan(80);
  });

  test("is one tab stop whose active cell exists and is named, wherever it is", () => {
    render(<Harness />);
    expect(grid().tabIndex).toBe(0);
    expect(within(grid()).queryAllByRole("button")).toEqual([]);
    fireEvent.keyDown(grid(), { key: "ArrowDown" });
    expect(activeText()).toBe("row-1");
    fireEvent.keyDown(grid(), { key: "ArrowRight" });
    expect(activeText()).toBe("€1.50");
    fireEvent.keyDown(grid(), { key: "End" });
    expect(activeText()).toBe("€99999.50");
  });

  test("sorts from its head, opens with Enter and selects with the space bar", () => {
    render(<Harness />);
    fireEvent.keyDown(grid(), { key: "Enter" });
    expect(onOpen).toHaveBeenCalledWith("row-0");
    fireEvent.keyDown(grid(), { key: " " });
    expect(screen.getAllByRole("row", { selected: true })).toHaveLength(1);
    fireEvent.keyDown(grid(), { key: "ArrowUp" });
    expect(activeText()).toContain("Id");
    fireEvent.keyDown(grid(), { key: "Enter" });
    expect(onSort).toHaveBeenCalledWith("id");
    expect(screen.getByRole("columnheader", { name: /Id/ }).getAttribute("aria-sort")).toBe("ascending");
  });

  test("does not take its head for the active row where no row is active yet", () => {
    onSort.mockClear();
    render(<Harness startsAt={null} />);
    fireEvent.keyDown(grid(), { key: "Enter" });
    expect(onSort).not.toHaveBeenCalled();
  });

  test("stays out of its head while there are no rows yet", () => {
    onSort.mockClear();
    render(<Harness shown={[]} startsAt={null} />);
    fireEvent.keyDown(grid(), { key: "Home" });
    fireEvent.keyDown(grid(), { key: "Enter" });
    expect(onSort).not.toHaveBeenCalled();
  });

  test("copies the selected rows as plain values that a spreadsheet takes", () => {
    render(<Harness />);
    fireEvent.keyDown(grid(), { key: " " });
    const copied = new Map<string, string>();
    fireEvent.copy(grid(), {
      clipboardData: { setData: (type: string, text: string) => copied.set(type, text) },
    });
    expect(copied.get("text/plain")).toBe("Id\tAmount\nrow-0\t0.50");
  });

  test("walks over heads of groups, folds them with Enter and names whether they are folded", () => {
    const onFold = vi.fn<(key: string) => void>();
    const groups = [
      { key: "head a", at: 0, isFolded: false, head: "Acme" },
      { key: "head b", at: 2, isFolded: true, head: "Beta" },
    ];
    function Grouped() {
      const [activeId, setActiveId] = useState<string | null>("row-1");
      return (
        <DataGrid
          label="Rows"
          columns={columns}
          rows={rows.slice(0, 2)}
          idOf={(row) => row.id}
          activeId={activeId}
          selected={null}
          sort={null}
          rowHeight={28}
          keyArea="test"
          onActivate={setActiveId}
          onOpen={onOpen}
          onSort={onSort}
          onFold={onFold}
          groups={groups}
          empty={<p>Nothing</p>}
        />
      );
    }
    render(<Grouped />);
    expect(activeText()).toBe("row-1");
    fireEvent.keyDown(grid(), { key: "ArrowDown" });
    expect(activeText()).toBe("Betafolded");
    fireEvent.keyDown(grid(), { key: "Enter" });
    expect(onFold).toHaveBeenCalledWith("head b");
    expect(onOpen).not.toHaveBeenCalled();
    fireEvent.keyDown(grid(), { key: "Home" });
    expect(activeText()).toBe("Acmeunfolded");
  });

  test("shows what to do when it is empty", () => {
    render(<Harness shown={[]} />);
    expect(screen.getByText("Nothing")).toBeTruthy();
  });
});
