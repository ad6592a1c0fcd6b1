import { useMemo, useState } from "react";
import type { DocumentRow } from "../../../src-shared/api/contract.ts";
import { chooseFiles } from "../../commands/window-actions.ts";
import { Button } from "../../components/button.tsx";
import { DataGrid } from "../../components/data-grid/data-grid.tsx";
import type { GridColumn } from "../../components/data-grid/data-grid.tsx";
import { Badge } from "../../components/sign.tsx";
import type { Tone } from "../../components/sign.tsx";
import { formatConfidence, formatCount, formatSize } from "../../locale/display.ts";
import { sayProblem } from "../../locale/say-program.ts";
import { say } from "../../locale/say.ts";
import { selectDocument, toggleOnlyUnread, useDocuments } from "../../state/documents.ts";
import { useWindowView } from "../../state/window-view.ts";
import { DocumentPane } from "./document-pane.tsx";
import { IntakeBar } from "./intake-bar.tsx";
import { MappingDialog } from "./mapping-dialog.tsx";
import "./documents.css";

const toneOf: Readonly<Record<DocumentRow["status"], Tone>> = {
  read: "clear",
  "partly-read": "open",
  unreadable: "blocked",
  skipped: "neutral",
};

const idOf = (row: DocumentRow): string => row.id;

/** Everything that came in, what it is, and what became of it. */
export function DocumentsScreen() {
  const rows = useDocuments((state) => state.rows);
  const selectedId = useDocuments((state) => state.selectedId);
  const error = useDocuments((state) => state.error);
  const density = useWindowView((view) => view.density);
  const [sort, setSort] = useState<DocumentSort>({ column: "path", direction: "ascending" });
  const columns = useMemo(() => documentColumns(rows ?? []), [rows]);
  const sorted = useMemo(() => sortDocuments(rows ?? [], sort), [rows, sort]);
  const selected = sorted.find((row) => row.id === selectedId) ?? null;
  const unreadable = sorted.filter((row) => row.status === "unreadable").length;
  const onlyUnread = useDocuments((state) => state.onlyUnread) && unreadable > 0;
  const listed = useMemo(
    () => (onlyUnread ? sorted.filter((row) => row.status === "unreadable") : sorted),
    [sorted, onlyUnread],
  );

  return (
    <section className="documents-screen" data-preview={selected !== null}>
      <div className="documents-main">
        <header className="screen-head">
          <h1>{say("screen.documents")}</h1>
          <span className="soft grow">{say("documents.count", { count: sorted.length, unreadable })}</span>
          {unreadable === 0 ? null : (
            <Button aria-pressed={onlyUnread} onClick={toggleOnlyUnread}>
              {say("documents.unreadOnly", { count: unreadable })}
            </Button>
          )}
          <Button onClick={() => chooseFiles("folder")}>{say("command.importFolder")}</Button>
          <Button look="main" onClick={() => chooseFiles("files")}>
            {say("command.import")}
          </Button>
        </header>
        {error === null ? null : (
          <p className="sentence" role="alert">
            {error.message}
          </p>
        )}
        <IntakeBar />
        <div className="documents-grid" data-pane="2" tabIndex={-1}>
          <DataGrid
            label={say("screen.documents")}
            columns={columns}
            rows={listed}
            idOf={idOf}
            activeId={selectedId}
            selected={null}
            sort={sort}
            rowHeight={density === "compact" ? 28 : 36}
            keyArea="documents"
            outcomeColumn="status"
            onActivate={selectDocument}
            onOpen={selectDocument}
            onSort={(column) => setSort(turned(sort, column))}
            empty={
              <div className="empty">
                <h2>{say("empty.first.title")}</h2>
                <p>{say("empty.first.text")}</p>
                <Button look="main" onClick={() => chooseFiles("files")}>
                  {say("command.import")}
                </Button>
              </div>
            }
          />
        </div>
      </div>
      {selected === null ? null : <DocumentPane row={selected} />}
      <MappingDialog />
    </section>
  );
}

function documentColumns(rows: readonly DocumentRow[]): readonly GridColumn<DocumentRow>[] {
  const pathById = new Map(rows.map(({ id, path }) => [id, path]));
  const remarkOf = ({ problem, copyOf, path }: DocumentRow): string => {
    if (problem !== null) return sayProblem(problem, path);
    if (copyOf === null) return "";
    const file = pathById.get(copyOf);
    return file === undefined ? say("documents.copy") : say("documents.copyOf", { file });
  };
  return [
    {
      id: "path",
      title: say("column.name"),
      width: "fill",
      isSortable: true,
      cell: (row) => (
        <span className="one-line" title={row.path}>
          {row.path}
        </span>
      ),
      plain: (row) => row.path,
    },
    {
      id: "kind",
      title: say("column.kind"),
      width: 150,
      isSortable: true,
      cell: (row) => (
        <span className="row one-line">
          {say(`kind.${row.kind}`)}
          {row.kind !== "unknown" && row.kindConfidence < 0.8 ? (
            <span className="soft">{formatConfidence(row.kindConfidence)}</span>
          ) : null}
        </span>
      ),
      plain: (row) => row.kind,
    },
    {
      id: "status",
      title: say("column.status"),
      width: 124,
      isSortable: true,
      cell: (row) => <Badge tone={toneOf[row.status]}>{say(`status.${row.status}`)}</Badge>,
      plain: (row) => row.status,
    },
    {
      id: "problem",
      title: say("column.problem"),
      width: 260,
      cell: (row) => (
        <span className="one-line" title={remarkOf(row)}>
          {remarkOf(row)}
        </span>
      ),
      plain: remarkOf,
    },
    {
      id: "pages",
      title: say("column.pages"),
      width: 64,
      align: "end",
      cell: (row) => (row.pages === null ? "" : formatCount(row.pages)),
      plain: (row) => String(row.pages ?? ""),
    },
    {
      id: "size",
      title: say("column.size"),
      width: 84,
      align: "end",
      isSortable: true,
      cell: (row) => formatSize(row.sizeBytes),
      plain: (row) => String(row.sizeBytes),
    },
  ];
}

interface DocumentSort {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

function turned(sort: DocumentSort, column: string): DocumentSort {
  const isTurned = sort.column === column && sort.direction === "ascending";
  return { column, direction: isTurned ? "descending" : "ascending" };
}

function sortDocuments(
  rows: readonly DocumentRow[],
  { column, direction }: DocumentSort,
): readonly DocumentRow[] {
  const keyOf = (row: DocumentRow): string | number => {
    if (column === "kind") return row.kind;
    if (column === "status") return ["unreadable", "partly-read", "skipped", "read"].indexOf(row.status);
    if (column === "size") return row.sizeBytes;
    return row.path.toLowerCase();
  };
  const sign = direction === "ascending" ? 1 : -1;
  return [...rows].sort((first, second) => {
    const one = keyOf(first);
    const other = keyOf(second);
    if (one !== other) return one < other ? -sign : sign;
    return first.path < second.path ? -1 : 1;
  });
}
