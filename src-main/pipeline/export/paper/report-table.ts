import type { PrintedPart } from "../../../../src-shared/model/index.ts";
import { widthOf } from "./embedded-font.ts";
import { wrapText } from "./paper-canvas.ts";
import type { ReportFlow } from "./report-flow.ts";
import { left, right } from "./paper-sheet.ts";

type Table = Extract<PrintedPart, { readonly type: "table" }>;

const [size, leading, gap] = [8, 10.5, 10] as const;
const narrowest = 36;

/** A table whose head is repeated at every turn of the page; a row is never cut. */
export function drawTable(table: Table, flow: ReportFlow): void {
  const widths = shareWidth(table, flow);
  const hasHead = table.columns.some(({ title }) => title !== "");
  const heads = table.columns.map(({ title }) => title);
  const drawHead = (): void => {
    if (!hasHead) return;
    drawRow(heads, table, widths, flow, "head");
    const sheet = flow.sheet();
    sheet.canvas.line(left, right, sheet.y - leading + 4);
    sheet.y += 3;
  };
  flow.room(leading * 4);
  drawHead();
  for (const cells of table.rows) {
    const texts = cells.map((text) => text ?? "–");
    if (flow.room(heightOf(texts, widths, flow))) drawHead();
    drawRow(texts, table, widths, flow, "row");
  }
}

const rowsOf = (text: string, width: number, flow: ReportFlow): readonly string[] =>
  wrapText(text, width, flow.fonts.plain, size);

const heightOf = (texts: readonly string[], widths: readonly number[], flow: ReportFlow): number =>
  Math.max(1, ...texts.map((text, at) => rowsOf(text, widths[at] ?? narrowest, flow).length)) * leading + 2;

function drawRow(
  texts: readonly string[],
  { columns }: Table,
  widths: readonly number[],
  flow: ReportFlow,
  kind: "head" | "row",
): void {
  const sheet = flow.sheet();
  let x = left;
  for (const [at, text] of texts.entries()) {
    const width = widths[at] ?? narrowest;
    const isNumber = columns[at]?.kind === "number";
    const look = kind === "head" || at === 0 ? ({ size, bold: true } as const) : { size };
    for (const [row, line] of rowsOf(text, width, flow).entries())
      sheet.canvas.text(line, isNumber ? x + width : x, sheet.y + row * leading, {
        ...look,
        ...(isNumber ? ({ side: "right" } as const) : {}),
      });
    x += width + gap;
  }
  sheet.y += heightOf(texts, widths, flow);
}

/** Width for each column: what its widest text takes, unless all together are too wide; then the widest give way. */
function shareWidth({ columns, rows }: Table, flow: ReportFlow): readonly number[] {
  const room = right - left - gap * (columns.length - 1);
  const wanted = columns.map(({ title }, at) =>
    Math.max(
      narrowest,
      ...[title, ...rows.map((cells) => cells[at] ?? "–")].map(
        (text) => widthOf(text, flow.fonts.bold, size) + 1,
      ),
    ),
  );
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  if (sum(wanted) <= room) {
    // What is left goes to the first column, so that figures stand at the right edge.
    return wanted.map((width, at) => (at === 0 ? width + room - sum(wanted) : width));
  }
  let most = Math.max(...wanted);
  while (most > narrowest && sum(wanted.map((width) => Math.min(width, most))) > room) most -= 1;
  return wanted.map((width) => Math.min(width, most));
}
