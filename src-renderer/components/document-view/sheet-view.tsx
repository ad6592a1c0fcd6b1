import { useEffect, useMemo, useRef, useState } from "react";
import type { MouseEvent } from "react";
import type { Sheet, SheetCell } from "../../../src-shared/model/index.ts";
import { say } from "../../locale/say.ts";
import { useRowWindow } from "../data-grid/use-row-window.ts";
import type { PickedWords } from "./pick-words.ts";
import { placeOf, strongestTone } from "./marks.ts";
import type { DocumentMark, MarkFocus } from "./marks.ts";

interface SheetViewProps {
  readonly sheets: readonly Sheet[];
  readonly name: string;
  readonly zoom: number;
  readonly marks: readonly DocumentMark[];
  readonly focus: MarkFocus;
  readonly onMark: (id: string) => void;
  readonly onPick?: ((picked: PickedWords) => void) | undefined;
}

const rowHeight = 26;
const noRows: Sheet["rows"] = [];

/** A workbook or delimited file as its grid of cells; only the rows near the screen exist. */
export function SheetView({ sheets, name, zoom, marks, focus, onMark, onPick }: SheetViewProps) {
  const byPlace = useMemo(() => groupByPlace(marks), [marks]);
  const target = useMemo(
    () => findActiveCell(sheets, marks, focus.activeIds),
    [sheets, marks, focus.activeIds],
  );
  const [chosen, setChosen] = useState(0);
  const shownAt = Math.min(chosen, sheets.length - 1);
  const sheet = sheets[shownAt];
  const scroller = useRef<HTMLDivElement>(null);
  const rows = sheet?.rows ?? noRows;
  const rowWindow = useRowWindow({ count: rows.length, rowHeight: rowHeight * zoom, scroller });

  useEffect(() => {
    if (target === null) return;
    setChosen(target.sheet);
    requestAnimationFrame(() => rowWindow.scrollToIndex(target.row, "center"));
    // Scrolls on request only.
    // eslint-disable-next-line react/exhaustive-deps
  }, [focus.scrollRequest]);

  const followMark = (event: MouseEvent<HTMLElement>): void => {
    const marked = event.target instanceof Element ? event.target.closest("[data-mark]") : null;
    const id = marked?.getAttribute("data-mark");
    if (id !== null && id !== undefined) onMark(id);
  };

  const widths = useMemo(() => columnWidths(rows), [rows]);
  const template = `44px ${widths.map((width) => `${Math.round(width * zoom)}px`).join(" ")}`;
  return (
    <div className="sheet-view">
      {sheets.length > 1 ? (
        <div className="sheet-names" role="group" aria-label={say("document.sheets")}>
          {sheets.map((each, at) => (
            <button
              key={each.name}
              type="button"
              className="button"
              data-look="plain"
              aria-pressed={at === shownAt}
              data-unseen={each.hidden}
              onClick={() => setChosen(at)}
            >
              {each.hidden ? say("document.hiddenSheet", { name: each.name }) : each.name}
            </button>
          ))}
        </div>
      ) : null}
      <div
        ref={scroller}
        className="document-scroller sheet-scroller"
        tabIndex={0}
        role="region"
        aria-label={name}
        onMouseDown={(event) => {
          if (onPick === undefined) return;
          event.preventDefault();
          const place = event.target instanceof Element ? event.target.closest("[data-place]") : null;
          const cell = rows.flat().find((each) => placeOf(each.at) === place?.getAttribute("data-place"));
          if (cell !== undefined && cell.text !== "") onPick({ quote: cell.text, at: cell.at });
        }}
        onClick={onPick === undefined ? followMark : undefined}
        data-picking={onPick !== undefined}
      >
        <div className="sheet-rows" style={{ height: rowWindow.height, fontSize: `${zoom * 12}px` }}>
          {rowWindow.rows.map(({ index, top }) => (
            <div
              key={index}
              className="sheet-row"
              data-head={index === 0}
              style={{
                transform: `translateY(${top}px)`,
                gridTemplateColumns: template,
                height: rowHeight * zoom,
              }}
            >
              <span
                className="sheet-number"
                data-unseen={isUnseen(rows[index])}
                title={isUnseen(rows[index]) ? say("document.hiddenRow") : undefined}
              >
                {index + 1}
              </span>
              {(rows[index] ?? []).map((cell, column) => (
                <SheetCellView
                  key={column}
                  cell={cell}
                  marks={byPlace.get(placeOf(cell.at)) ?? []}
                  focus={focus}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function SheetCellView({
  cell,
  marks,
  focus,
}: {
  readonly cell: SheetCell;
  readonly marks: readonly DocumentMark[];
  readonly focus: MarkFocus;
}) {
  const active = marks.filter((mark) => focus.activeIds.has(mark.id));
  return (
    <span
      data-place={placeOf(cell.at)}
      className="sheet-cell"
      data-number={cell.valueType === "number"}
      data-tone={strongestTone(active.length > 0 ? active : marks) ?? undefined}
      data-mark={(active[0] ?? marks[0])?.id}
      data-active={active.length > 0}
      data-unseen={cell.hidden && cell.text !== ""}
      title={marks[0]?.label ?? (cell.hidden ? say("document.hiddenCell", { text: cell.text }) : cell.text)}
    >
      {cell.text}
    </span>
  );
}

/** Whether everything that a row holds is hidden in the file. */
const isUnseen = (row: readonly SheetCell[] | undefined): boolean => {
  const filled = row?.filter(({ text }) => text !== "") ?? [];
  return filled.length > 0 && filled.every(({ hidden }) => hidden);
};

function columnWidths(rows: readonly (readonly SheetCell[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows.slice(0, 200)) {
    row.forEach((cell, column) => {
      widths[column] = Math.min(280, Math.max(widths[column] ?? 56, cell.text.length * 7 + 18));
    });
  }
  return widths;
}

function groupByPlace(marks: readonly DocumentMark[]): ReadonlyMap<string, readonly DocumentMark[]> {
  const byPlace = new Map<string, DocumentMark[]>();
  for (const mark of marks) {
    const place = placeOf(mark.at);
    byPlace.set(place, [...(byPlace.get(place) ?? []), mark]);
  }
  return byPlace;
}

function findActiveCell(
  sheets: readonly Sheet[],
  marks: readonly DocumentMark[],
  activeIds: ReadonlySet<string>,
): { readonly sheet: number; readonly row: number } | null {
  const wanted = new Set(marks.filter((mark) => activeIds.has(mark.id)).map((mark) => placeOf(mark.at)));
  if (wanted.size === 0) return null;
  for (const [sheet, { rows }] of sheets.entries()) {
    for (const [row, cells] of rows.entries()) {
      if (cells.some((cell) => wanted.has(placeOf(cell.at)))) return { sheet, row };
    }
  }
  return null;
}
