import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ClipboardEvent, KeyboardEvent, MouseEvent, ReactNode } from "react";
import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { say } from "../../locale/say.ts";
import { actionOfKey } from "./grid-keyboard.ts";
import { displayOfRow, placeOfDisplay } from "./group-places.ts";
import { useRowWindow } from "./use-row-window.ts";
import "./data-grid.css";

export interface GridColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** CSS pixels; `fill` shares what is left. */
  readonly width: number | "fill";
  readonly align?: "start" | "end";
  readonly isSortable?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** Plain value for the clipboard: numbers without grouping, dates as ISO. */
  readonly plain: (row: Row) => string;
}

/** A head over rows that stand together. */
export interface GridGroup {
  readonly key: string;
  /** Place of its first row among all rows. */
  readonly at: number;
  readonly head: ReactNode;
}

export interface DataGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly activeId: string | null;
  /** `null` where rows cannot be selected. */
  readonly selected: ReadonlySet<string> | null;
  readonly sort: { readonly column: string; readonly direction: "ascending" | "descending" } | null;
  readonly rowHeight: number;
  /** Name of the area for single-letter commands. */
  readonly keyArea: string;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onToggle?: (id: string) => void;
  readonly onExtend?: (id: string) => void;
  readonly onSelectAll?: () => void;
  readonly onSort: (column: string) => void;
  /** Right click on a row. */
  readonly onMenu?: (id: string, place: { readonly x: number; readonly y: number }) => void;
  readonly empty: ReactNode;
  /** In order of `at`; every row from the first group on stands under a head. */
  readonly groups?: readonly GridGroup[];
}

const features = tableFeatures({});
const noGroups: readonly GridGroup[] = [];
const headHeight = 30;

/**
 * Rows and columns for any number of rows: one tab stop, arrows inside, the active cell named to assistive technology.
 *
 * The table engine sees only the rows near the screen; order and selection belong to the owner.
 */
export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const { label, columns, rows, idOf, activeId, selected, sort, rowHeight, groups = noGroups } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [wantedColumn, setColumn] = useState(0);
  const column = Math.min(wantedColumn, columns.length - 1);
  const [isInHead, setInHead] = useState(false);
  const activeRow = useMemo(
    () => (activeId === null ? -1 : rows.findIndex((row) => idOf(row) === activeId)),
    [rows, activeId, idOf],
  );
  const {
    rows: shown,
    height,
    scrollToIndex,
  } = useRowWindow({
    count: rows.length + groups.length,
    rowHeight,
    scroller,
    pinnedIndex: activeRow < 0 ? -1 : displayOfRow(activeRow, groups),
    headHeight,
  });

  const tableColumns = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map((each) =>
      helper.display({ id: each.id, header: each.title, cell: (context) => each.cell(context.row.original) }),
    );
  }, [columns]);
  const places = useMemo(
    () => shown.map(({ index, top }) => ({ top, index, ...placeOfDisplay(index, groups) })),
    [shown, groups],
  );
  const rowPlaces = useMemo(() => places.filter(({ group }) => group === null), [places]);
  const shownRows = useMemo(() => rowPlaces.flatMap(({ row }) => rows[row] ?? []), [rowPlaces, rows]);
  const table = useTable({ features, columns: tableColumns, data: shownRows, getRowId: idOf });

  useLayoutEffect(() => {
    if (activeRow >= 0) scrollToIndex(displayOfRow(activeRow, groups), "auto");
  }, [activeRow, groups, scrollToIndex]);

  const template = columns
    .map(({ width }) => (width === "fill" ? "minmax(190px, 1fr)" : `${width}px`))
    .join(" ");
  const isSelectable = selected !== null;
  const gridTemplate = isSelectable ? `32px ${template}` : template;
  // The column of check boxes counts as the first one.
  const firstColumn = isSelectable ? 2 : 1;
  const cellId = (row: string, at: number): string => `cell-${row}-${columns[at]?.id ?? ""}`;
  const activeCell = isInHead
    ? cellId("head", column)
    : activeRow < 0
      ? undefined
      : cellId(activeId ?? "", column);

  const followKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const pageSize = Math.max(
      1,
      Math.floor(((scroller.current?.clientHeight ?? 600) - headHeight) / rowHeight) - 1,
    );
    const action = actionOfKey(
      { key: event.key, shift: event.shiftKey, mod: event.ctrlKey || event.metaKey, alt: event.altKey },
      {
        row: isInHead ? -1 : activeRow,
        column,
        rowCount: rows.length,
        columnCount: columns.length,
        pageSize,
      },
    );
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    const activate = (at: number): void => {
      const row = rows[at];
      if (row !== undefined) props.onActivate(idOf(row));
    };
    switch (action.type) {
      case "move":
        setColumn(action.column);
        setInHead(action.row < 0);
        if (action.row >= 0) activate(action.row);
        break;
      case "extend": {
        const row = rows[action.row];
        if (row !== undefined) props.onExtend?.(idOf(row));
        break;
      }
      case "toggle":
        if (activeId !== null) props.onToggle?.(activeId);
        break;
      case "extend-here":
        if (activeId !== null) props.onExtend?.(activeId);
        break;
      case "select-all":
        props.onSelectAll?.();
        break;
      case "open":
        if (activeId !== null) props.onOpen(activeId);
        break;
      case "sort": {
        const head = columns[column];
        if (head?.isSortable === true) props.onSort(head.id);
        break;
      }
    }
  };

  const followPress = (event: MouseEvent<HTMLDivElement>, id: string): void => {
    setInHead(false);
    if (event.shiftKey) props.onExtend?.(id);
    else if (event.ctrlKey || event.metaKey) props.onToggle?.(id);
    else props.onActivate(id);
  };

  const copyRows = (event: ClipboardEvent<HTMLDivElement>): void => {
    const wanted =
      selected !== null && selected.size > 0
        ? rows.filter((row) => selected.has(idOf(row)))
        : rows.slice(activeRow, activeRow + 1);
    if (wanted.length === 0 || activeRow < 0) return;
    const table = [
      columns.map(({ title }) => title),
      ...wanted.map((row) => columns.map(({ plain }) => plain(row))),
    ];
    event.clipboardData.setData(
      "text/plain",
      table.map((cells) => cells.map(plainCell).join("\t")).join("\n"),
    );
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className="data-grid"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + groups.length + 1}
      aria-colcount={columns.length + firstColumn - 1}
      aria-multiselectable={isSelectable}
      aria-activedescendant={activeCell}
      tabIndex={0}
      data-keys={props.keyArea}
      onKeyDown={followKey}
      onCopy={copyRows}
    >
      <div className="grid-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: gridTemplate }}>
        {isSelectable ? (
          <span role="columnheader" aria-colindex={1}>
            <span className="hidden-text">{say("grid.selected")}</span>
          </span>
        ) : null}
        {columns.map((each, at) => {
          const isSorted = sort?.column === each.id;
          return (
            <span
              key={each.id}
              id={cellId("head", at)}
              role="columnheader"
              aria-colindex={at + firstColumn}
              aria-sort={isSorted ? sort.direction : each.isSortable === true ? "none" : undefined}
              className="grid-title"
              data-align={each.align ?? "start"}
              data-active={isInHead && column === at}
              data-sortable={each.isSortable === true}
              onClick={() => {
                if (each.isSortable === true) props.onSort(each.id);
              }}
            >
              <span className="one-line">{each.title}</span>
              {isSorted ? <span aria-hidden="true">{sort.direction === "ascending" ? "↑" : "↓"}</span> : null}
            </span>
          );
        })}
      </div>
      {rows.length === 0 ? (
        <div className="grid-empty" role="row">
          <div role="gridcell" aria-colspan={columns.length + firstColumn - 1}>
            {props.empty}
          </div>
        </div>
      ) : (
        <div className="grid-rows" role="rowgroup" style={{ height }}>
          {places.map(({ group, index, top }) =>
            group === null ? null : (
              <div
                key={`group ${group.key}`}
                className="grid-group"
                role="row"
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${top}px)`, height: rowHeight }}
              >
                <div role="gridcell" aria-colindex={1} aria-colspan={columns.length + firstColumn - 1}>
                  {group.head}
                </div>
              </div>
            ),
          )}
          {table.getRowModel().rows.map((row, at) => {
            const place = rowPlaces[at];
            const { id } = row;
            const isActive = id === activeId && !isInHead;
            return (
              <div
                key={id}
                className="grid-row"
                role="row"
                aria-rowindex={(place?.index ?? 0) + 2}
                aria-selected={selected?.has(id) ?? isActive}
                data-active={isActive}
                style={{
                  transform: `translateY(${place?.top ?? 0}px)`,
                  height: rowHeight,
                  gridTemplateColumns: gridTemplate,
                }}
                onMouseDown={(event) => {
                  if (event.button === 0) followPress(event, id);
                }}
                onDoubleClick={() => props.onOpen(id)}
                onContextMenu={(event) => {
                  if (props.onMenu === undefined) return;
                  event.preventDefault();
                  props.onActivate(id);
                  props.onMenu(id, { x: event.clientX, y: event.clientY });
                }}
              >
                {isSelectable ? (
                  <span
                    className="grid-check"
                    role="gridcell"
                    aria-colindex={1}
                    onMouseDown={(event) => {
                      event.stopPropagation();
                      props.onActivate(id);
                      if (event.shiftKey) props.onExtend?.(id);
                      else props.onToggle?.(id);
                    }}
                  >
                    <span className="grid-box" data-on={selected.has(id)} aria-hidden="true" />
                    <span className="hidden-text">
                      {say(selected.has(id) ? "grid.isSelected" : "grid.isNotSelected")}
                    </span>
                  </span>
                ) : null}
                {row.getAllCells().map((cell, cellAt) => (
                  <span
                    key={cell.id}
                    id={cellId(id, cellAt)}
                    role="gridcell"
                    aria-colindex={cellAt + firstColumn}
                    className="grid-cell"
                    data-align={columns[cellAt]?.align ?? "start"}
                    data-active={isActive && column === cellAt}
                  >
                    <table.FlexRender cell={cell} />
                  </span>
                ))}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}

const plainCell = (text: string): string => text.replace(/[\t\r\n]+/g, " ");
