import type { PrintedPart } from "../../../../src-shared/model/index.ts";
import { widthOf } from "./embedded-font.ts";
import type { PaperCanvas, PaperColor } from "./paper-canvas.ts";
import type { ReportFlow } from "./report-flow.ts";
import { left, right } from "./paper-sheet.ts";

type Bars = Extract<PrintedPart, { readonly type: "bars" }>;
type Line = Extract<PrintedPart, { readonly type: "line" }>;

const shades: readonly PaperColor[] = ["0.09 0.34 0.61", "0.11 0.42 0.23", "0.55 0.58 0.63"];
const [size, titleSize] = [8, 9] as const;
const [barHeight, barStep, labelRoom, textRoom] = [9, 14, 170, 110] as const;

/** Bars that lie, in parts; the numbers stand beside them, so that nothing hangs on color or length alone. */
export function drawBars({ title, parts, bars }: Bars, flow: ReportFlow): void {
  const hasLegend = parts.length > 1;
  flow.room(bars.length * barStep + 34 + (hasLegend ? 16 : 0));
  const sheet = flow.sheet();
  drawTitle(title, flow);
  if (hasLegend) {
    let x = left;
    for (const [at, part] of parts.entries()) {
      sheet.canvas.box(x, sheet.y - 7, 7, 7, shadeOf(at));
      sheet.canvas.text(part, x + 11, sheet.y, { size, soft: true });
      x += 11 + widthOf(part, flow.fonts.plain, size) + 14;
    }
    sheet.y += 16;
  }
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const most = Math.max(1, ...bars.map(({ values }) => sum(values)));
  const scale = (right - left - labelRoom - textRoom) / most;
  for (const { label, values, text } of bars) {
    sheet.canvas.text(label, left + labelRoom - 6, sheet.y, { size, side: "right" });
    let x = left + labelRoom;
    for (const [at, value] of values.entries()) {
      if (value > 0) sheet.canvas.box(x, sheet.y - 7.5, value * scale, barHeight, shadeOf(at));
      x += value * scale;
    }
    sheet.canvas.text(text, x + 6, sheet.y, { size });
    sheet.y += barStep;
  }
}

const shadeOf = (at: number): PaperColor => shades[at % shades.length] ?? "0 0 0";

const [chartHeight, inset] = [96, 24] as const;

/** A figure over weeks with its values, and the figure before as a dashed line. */
export function drawLineChart({ title, points, before }: Line, flow: ReportFlow): void {
  flow.room(chartHeight + 50);
  drawTitle(title, flow);
  const sheet = flow.sheet();
  const [start, floor] = [sheet.y + 8, sheet.y + 8 + chartHeight];
  const most = Math.max(1, before?.value ?? 0, ...points.map(({ value }) => value ?? 0));
  const xOf = (at: number): number =>
    points.length === 1
      ? (left + right) / 2
      : left + inset + (at * (right - left - 2 * inset)) / (points.length - 1);
  const yOf = (value: number): number => floor - (value / most) * (floor - start - 8);
  sheet.canvas.line(left, right, floor);
  if (before !== null) {
    const y = yOf(before.value);
    sheet.canvas.path(
      [
        [left, y],
        [right, y],
      ],
      "0.4 0.4 0.4",
      "dashed",
    );
    sheet.canvas.text(before.text, left, y - 3, { size, soft: true });
  }
  const known = points.flatMap(({ value, text }, at) =>
    value === null ? [] : [{ x: xOf(at), y: yOf(value), text }],
  );
  sheet.canvas.path(
    known.map(({ x, y }) => [x, y]),
    shadeOf(0),
  );
  for (const { x, y, text } of known) {
    sheet.canvas.box(x - 2, y - 2, 4, 4, shadeOf(0));
    drawCentered(sheet.canvas, text, x, y - 6, flow);
  }
  points.forEach(({ label }, at) => drawCentered(sheet.canvas, label, xOf(at), floor + 11, flow));
  sheet.y = floor + 24;
}

function drawTitle(title: string, flow: ReportFlow): void {
  const sheet = flow.sheet();
  sheet.y += 4;
  sheet.canvas.text(title, left, sheet.y, { size: titleSize, bold: true });
  sheet.y += 14;
}

function drawCentered(canvas: PaperCanvas, text: string, x: number, y: number, flow: ReportFlow): void {
  canvas.text(text, x - widthOf(text, flow.fonts.plain, size) / 2, y, { size });
}
