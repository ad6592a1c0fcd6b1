import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { say } from "../../locale/say.ts";
import { actionOfKey } from "./grid-keyboard.ts";
import type { DataGridProps, GridGroup } from "./grid-props.ts";
import { GridHead } from "./grid-head.tsx";
import { GridRow, cellIdOf } from "./grid-row.tsx";
import { displayOfRow, placeOfDisplay } from "./group-places.ts";
import { useFittingColumns } from "./use-fitting-columns.ts";
import { useRowActions } from "./use-row-actions.ts";
import { useRowWindow } from "./use-row-window.ts";
import "./data-grid.css";

export type { DataGridProps, GridColumn, GridGroup } from "./grid-props.ts";

const features = tableFeatures({});
const noGroups: readonly GridGroup[] = [];
const noRows: readonly never[] = [];
const headHeight = 30;
const boxWidth = 32;

/**
 * Rows and columns for any number of rows: one tab stop, arrows inside, the active cell named to assistive technology.
 *
 * Only the rows near the screen exist; order and selection belong to the owner.
 */
export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const { label, rows, idOf, activeId, selected, sort, rowHeight, groups = noGroups } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isSelectable = selected !== null;
  const { columns, template } = useFittingColumns(props.columns, {
    scroller,
    taken: isSelectable ? boxWidth : 0,
    rowHeight,
  });
  const [wantedColumn, setColumn] = useState(0);
  const column = Math.min(wantedColumn, columns.length - 1);
  const [isInHead, setInHead] = useState(false);
  const activeRow = useMemo(
    () => (activeId === null ? -1 : rows.findIndex((row) => idOf(row) === activeId)),
    [rows, activeId, idOf],
  );
  /** Where the active row or head is drawn; −1 where nothing is active. */
  const activePlace = useMemo(() => {
    if (activeRow >= 0) return displayOfRow(activeRow, groups);
    const head = groups.findIndex(({ key }) => key === activeId);
    return head < 0 ? -1 : (groups[head]?.at ?? 0) + head;
  }, [activeRow, activeId, groups]);
  const placeCount = rows.length + groups.length;
  const {
    rows: shown,
    height,
    scrollToIndex,
  } = useRowWindow({
    count: placeCount,
    rowHeight,
    scroller,
    pinnedIndex: activePlace,
    headHeight,
  });

  // The engine knows the columns; rows near the screen are drawn by themselves, and only when they change.
  const tableColumns = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map((each) => helper.display({ id: each.id, header: each.title }));
  }, [columns]);
  const table = useTable({ features, columns: tableColumns, data: noRows as readonly Row[], getRowId: idOf });
  const places = useMemo(
    () => shown.map(({ index, top }) => ({ top, index, ...placeOfDisplay(index, groups) })),
    [shown, groups],
  );

  useLayoutEffect(() => {
    if (activePlace >= 0) scrollToIndex(activePlace, "auto");
  }, [activePlace, scrollToIndex]);

  const gridTemplate = isSelectable ? `${boxWidth}px ${template}` : template;
  // The column of check boxes counts as the first one.
  const firstColumn = isSelectable ? 2 : 1;
  const cellId = (row: string, at: number): string => cellIdOf(row, columns[at]?.id ?? "");
  const activeCell = isInHead
    ? cellId("head", column)
    : activePlace < 0
      ? undefined
      : activeRow < 0
        ? cellIdOf(activeId ?? "", "head")
        : cellId(activeId ?? "", column);

  const actions = useRowActions(props, setInHead);

  const followKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const pageSize = Math.max(
      1,
      Math.floor(((scroller.current?.clientHeight ?? 600) - headHeight) / rowHeight) - 1,
    );
    const action = actionOfKey(
      { key: event.key, shift: event.shiftKey, mod: event.ctrlKey || event.metaKey, alt: event.altKey },
      {
        // Without an active row the first one is meant, not the head: Enter must not sort by surprise.
        row: isInHead ? -1 : Math.max(0, activePlace),
        column,
        rowCount: placeCount,
        columnCount: columns.length,
        pageSize,
      },
    );
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    const idAt = (place: number): string | null => {
      const { group, row: at } = placeOfDisplay(place, groups);
      const row = rows[at];
      return group === null ? (row === undefined ? null : idOf(row)) : group.key;
    };
    const activate = (place: number): void => {
      const id = idAt(place);
      if (id !== null) props.onActivate(id);
    };
    switch (action.type) {
      case "move":
        setColumn(action.column);
        // While rows are still loading, a key must not lead into the head, where Enter sorts.
        setInHead(action.row < 0 && placeCount > 0);
        if (action.row >= 0) activate(action.row);
        break;
      case "extend": {
        // A selection runs over heads: the next row in the direction of the key is meant.
        const step = action.row > activePlace ? 1 : -1;
        let place = action.row;
        while (placeOfDisplay(place, groups).group !== null && place > 0 && place < placeCount - 1)
          place += step;
        const row = rows[placeOfDisplay(place, groups).row];
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
        if (activeId !== null && activeRow < 0 && activePlace >= 0) props.onFold?.(activeId);
        else if (activeId !== null) props.onOpen(activeId);
        break;
      case "sort": {
        const head = columns[column];
        if (head?.isSortable === true) props.onSort(head.id);
        break;
      }
    }
  };

  const copyRows = (event: ClipboardEvent<HTMLDivElement>): void => {
    const wanted =
      selected !== null && selected.size > 0
        ? rows.filter((row) => selected.has(idOf(row)))
        : rows.slice(activeRow, activeRow + 1);
    if (wanted.length === 0 || activeRow < 0) return;
    // What the window has no room for is copied all the same.
    const table = [
      props.columns.map(({ title }) => title),
      ...wanted.map((row) => props.columns.map(({ plain }) => plain(row))),
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
      aria-rowcount={placeCount + 1}
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
        {table.getAllLeafColumns().map(({ id }, at) => {
          const each = columns[at];
          if (each?.id !== id) return null;
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
              <span className="one-line" title={each.title}>
                {each.title}
              </span>
              {isSorted ? (
                <span className="grid-arrow" aria-hidden="true">
                  {sort.direction === "ascending" ? "↑" : "↓"}
                </span>
              ) : null}
            </span>
          );
        })}
      </div>
      {placeCount === 0 ? (
        <div className="grid-empty" role="row">
          <div role="gridcell" aria-colspan={columns.length + firstColumn - 1}>
            {props.empty}
          </div>
        </div>
      ) : (
        <div className="grid-rows" role="rowgroup" style={{ height }}>
          {places.map(({ group, index, top, row: at }) => {
            if (group !== null) {
              return (
                <GridHead
                  key={`group ${group.key}`}
                  group={group}
                  isActive={group.key === activeId && !isInHead}
                  rowIndex={index + 2}
                  columnCount={columns.length + firstColumn - 1}
                  top={top}
                  height={rowHeight}
                  onPress={() => {
                    setInHead(false);
                    props.onActivate(group.key);
                    props.onFold?.(group.key);
                  }}
                />
              );
            }
            const row = rows[at];
            if (row === undefined) return null;
            const id = idOf(row);
            const isActive = id === activeId && !isInHead;
            return (
              <GridRow
                key={id}
                row={row}
                id={id}
                columns={columns}
                isActive={isActive}
                isSelected={selected === null ? null : selected.has(id)}
                activeColumn={isActive ? column : -1}
                outcomeColumn={props.outcomeColumn}
                rowIndex={index + 2}
                top={top}
                height={rowHeight}
                gridTemplate={gridTemplate}
                actions={actions}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

const plainCell = (text: string): string => text.replace(/[\t\r\n]+/g, " ");
