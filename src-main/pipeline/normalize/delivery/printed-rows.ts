import type { Box, Evidence, PageLocator, ReadDocument, Word } from "../../../../src-shared/model/index.ts";
import { lineEvidence, pageLines, type PageLine } from "../kind/page-line.ts";
import { isDitto, isDittoMark } from "../sheets/ditto.ts";
import type { GridCell } from "../sheets/grid.ts";
import { spanOf } from "./segments-below.ts";

/** One printed row of a page, over all gaps in it. */
export interface PrintedRow {
  /** Its segments with a wide gap between them. */
  readonly text: string;
  readonly segments: readonly PageLine[];
  readonly evidence: Evidence | null;
}

const mostPages = 40;

/** Segments with those beside them, in reading order. */
export function rowsOf(lines: readonly PageLine[]): readonly (readonly PageLine[])[] {
  const rows: PageLine[][] = [];
  for (const line of lines) {
    const above = rows.at(-1)?.at(-1);
    const isBeside =
      above !== undefined && above.page === line.page && Math.abs(above.top - line.top) < 0.6 * line.size;
    if (isBeside) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** The rows of a paper outside of the given cells, in reading order. */
export function printedRows(document: ReadDocument, taken: readonly GridCell[]): readonly PrintedRow[] {
  const isTaken = placesOf(taken);
  const free = pageLines(document, mostPages).filter((line) => !line.words.some(isTaken));
  return withoutDittos(rowsOf(free)).flatMap((segments): readonly PrintedRow[] => {
    const [first] = segments;
    if (first === undefined) return [];
    const words = segments.flatMap((segment) => segment.words);
    return [
      {
        text: segments.map(({ text }) => text).join("   "),
        segments,
        evidence: lineEvidence(document, { ...first, words }, "delivery"),
      },
    ];
  });
}

/** Whether a row prints a word of one of the cells. */
export function rowsWithin(cells: readonly GridCell[]): (row: PrintedRow) => boolean {
  const isTaken = placesOf(cells);
  return ({ segments }) => segments.some(({ words }) => words.some(isTaken));
}

/** Rows of which each ditto mark reads what stands above it: '"   Yilmaz   "   7,5 Std'. */
function withoutDittos(rows: readonly (readonly PageLine[])[]): readonly (readonly PageLine[])[] {
  const read: (readonly PageLine[])[] = [];
  for (const row of rows) {
    const above = read.at(-1) ?? [];
    read.push(
      row.flatMap(partedAtDittos).map((segment) => {
        const meant = isDitto(segment.text) ? above.find((other) => isAbove(other, segment)) : undefined;
        return meant === undefined || meant.page !== segment.page
          ? segment
          : { ...segment, text: meant.text };
      }),
    );
  }
  return read;
}

/** A mark close to the name beside it is a piece of its own. */
function partedAtDittos(line: PageLine): readonly PageLine[] {
  if (line.words.length < 2 || !line.words.some(({ text }) => isDittoMark(text))) return [line];
  const parts: Word[][] = [];
  for (const [index, word] of line.words.entries()) {
    const before = line.words[index - 1];
    const isParted = isDittoMark(word.text) || (before !== undefined && isDittoMark(before.text));
    if (parts.length === 0 || isParted) parts.push([word]);
    else parts.at(-1)?.push(word);
  }
  return parts.map((words) => ({ ...line, words, text: words.map(({ text }) => text).join(" ") }));
}

const isAbove = (upper: PageLine, lower: PageLine): boolean => {
  const [from, to] = spanOf(upper);
  const [start, end] = spanOf(lower);
  return from <= end && start <= to;
};

/** Whether a word stands in one of the cells. Cells of a text follow one another; those of a page are looked up by it. */
function placesOf(cells: readonly GridCell[]): (word: Word) => boolean {
  const places = cells.flatMap((cell) => cell.prove("delivery")?.at ?? []);
  const spans = places
    .flatMap((at) => ("start" in at ? [at] : []))
    .toSorted((one, other) => one.start - other.start);
  const boxes = new Map<number, Box[]>();
  for (const at of places) {
    if (!("page" in at)) continue;
    const own = boxes.get(at.page) ?? [];
    own.push(...boxesOf(at));
    boxes.set(at.page, own);
  }
  const others = new Set(places.map((at) => JSON.stringify(at)));
  return ({ at, box }) => {
    if ("start" in at) {
      const span = spans[lastAt(spans, at.start)];
      return span !== undefined && at.end <= span.end;
    }
    if (!("page" in at)) return others.has(JSON.stringify(at));
    const [x, y] = [box[0] + box[2] / 2, box[1] + box[3] / 2];
    return boxes.get(at.page)?.some((one) => holds(one, x, y)) === true;
  };
}

/** Index of the last span that begins at a place or before it; -1 for none. */
function lastAt(spans: readonly { readonly start: number }[], place: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const boxesOf = ({ box, boxes }: PageLocator): readonly Box[] => boxes ?? (box === undefined ? [] : [box]);

const holds = ([left, top, width, height]: Box, x: number, y: number): boolean =>
  left <= x && x <= left + width && top <= y && y <= top + height;
