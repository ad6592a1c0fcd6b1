import { describe, expect, test } from "vitest";
import { decimalToText } from "../../../../src-shared/money/index.ts";
import {
  countViews,
  indexQueue,
  sortByRisk,
  sumByCurrency,
  viewsOf,
} from "../../../../src-renderer/state/queue-index.ts";
import { prepareSorting, sortQueue } from "../../../../src-renderer/state/queue-sort.ts";
import type { SortColumn } from "../../../../src-renderer/state/queue-index.ts";
import type { QueueRow } from "../../../../src-shared/model/index.ts";
import { createRows } from "../../../fakes/window/workspace-fixture.ts";

const [template] = createRows(1);
const row = (id: string, changes: Partial<Record<keyof QueueRow, unknown>> = {}): QueueRow =>
  ({ ...template!, invoiceId: id, number: id, over: null, under: null, ...changes }) as QueueRow;
const sortedIds = (
  rows: readonly QueueRow[],
  column: SortColumn,
  direction: "ascending" | "descending",
): readonly string[] =>
  sortQueue(indexQueue(rows), { column, direction }).map((entry) => entry.row.invoiceId);

describe("sorting", () => {
  test("by risk puts the most money first, whatever its direction, and cases without money last", () => {
    const rows = [
      row("none"),
      row("small", { over: "9.00" }),
      row("large", { under: "10.5" }),
      row("both", { over: "8.00", under: "4.00" }),
    ];
    expect(sortQueue(indexQueue(rows), sortByRisk).map((entry) => entry.row.number)).toEqual([
      "both",
      "large",
      "small",
      "none",
    ]);
  });

  test("keeps unknown values last in both directions", () => {
    const rows = [
      row("a", { dueDate: null }),
      row("b", { dueDate: "2026-02-01" }),
      row("c", { dueDate: "2026-01-01" }),
    ];
    expect(sortedIds(rows, "dueDate", "ascending")).toEqual(["c", "b", "a"]);
    expect(sortedIds(rows, "dueDate", "descending")).toEqual(["b", "c", "a"]);
  });

  test("reads numbers inside names as numbers", () => {
    expect(sortedIds([row("INV-10"), row("INV-9"), row("INV-100")], "number", "ascending")).toEqual([
      "INV-9",
      "INV-10",
      "INV-100",
    ]);
  });

  test("is the same for every order that the rows came in", () => {
    const rows = createRows(120);
    const forward = sortedIds(rows, "route", "ascending");
    expect(sortedIds([...rows].reverse(), "route", "ascending")).toEqual(forward);
  });

  test("is the same when it was made ready in steps, and a load that was replaced stops", async () => {
    const rows = createRows(9_000);
    const ready = indexQueue(rows);
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses += 1;
      return Promise.resolve();
    };
    await prepareSorting(ready, pause, () => true);
    expect(pauses).toBeGreaterThan(20);
    expect(ready[0]?.index.places.has("customer")).toBe(true);
    for (const column of ["customer", "payable", "number", "firstFinding"] as const) {
      const sort = { column, direction: "ascending" } as const;
      const ids = (entries: typeof ready) => sortQueue(entries, sort).map(({ row }) => row.invoiceId);
      expect(ids(ready)).toEqual(ids(indexQueue(rows)));
    }
    const dropped = indexQueue(rows);
    await prepareSorting(dropped, pause, () => false);
    expect(dropped[0]?.index.places.size).toBe(0);
  });

  test("of 100,000 rows stays well under a second", () => {
    const rows = createRows(100_000);
    const entries = indexQueue(rows);
    const start = performance.now();
    sortQueue(entries, { column: "customer", direction: "ascending" });
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

describe("lists", () => {
  test.each([
    [{ state: "to-decide", route: "review", undetermined: 0 }, ["all", "to-decide"]],
    [{ state: "to-decide", route: "review", undetermined: 2 }, ["all", "to-decide", "cannot-determine"]],
    [{ state: "blocked", route: "blocked", undetermined: 0 }, ["all", "to-decide", "blocked"]],
    [{ state: "to-decide", route: "clear", undetermined: 0 }, ["all", "to-decide", "clear"]],
    [{ state: "waiting", route: "review", undetermined: 1 }, ["all", "waiting"]],
    [{ state: "exported", route: "clear", undetermined: 0 }, ["all", "done"]],
  ])("of %o", (changes, views) => {
    expect(viewsOf(row("x", changes))).toEqual(views);
  });

  test("are counted", () => {
    const counts = countViews(
      indexQueue([row("a", { state: "approved" }), row("b", { state: "to-decide", route: "clear" })]),
    );
    expect(counts).toMatchObject({ all: 2, done: 1, clear: 1, "to-decide": 1, waiting: 0 });
  });
});

test("sums never mix currencies", () => {
  const entries = indexQueue([
    row("a", { over: "0.10", currency: "EUR" }),
    row("b", { over: "0.2", currency: "EUR" }),
    row("c", { over: "1.00", currency: "USD" }),
    row("d", { currency: "GBP" }),
  ]);
  const sums = sumByCurrency(entries, (entry) => entry.over).map(({ currency, amount }) => [
    currency,
    decimalToText(amount),
  ]);
  expect(sums).toEqual([
    ["EUR", "0.30"],
    ["USD", "1.00"],
  ]);
});
