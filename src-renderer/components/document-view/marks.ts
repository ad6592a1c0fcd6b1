import type { Box, Locator } from "../../../src-shared/model/index.ts";

export type MarkTone = "over" | "under" | "process" | "term" | "line" | "record";

/** A place in a document that something on the screen speaks of. */
export interface DocumentMark {
  readonly id: string;
  readonly at: Locator;
  readonly tone: MarkTone;
  /** Read aloud and shown on hover. */
  readonly label: string;
}

/** What a view must know about marks, besides the marks. */
export interface MarkFocus {
  readonly activeIds: ReadonlySet<string>;
  /** Changes whenever the view should scroll to the first active mark. */
  readonly scrollRequest: number;
}

/** A stretch of text and the marks that cover all of it. */
export interface Segment {
  readonly text: string;
  readonly marks: readonly DocumentMark[];
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly mark: DocumentMark;
}

/** Boxes of a mark on one page, as fractions of the page. */
export function boxesOnPage(mark: DocumentMark, page: number): readonly Box[] {
  if (!("page" in mark.at) || mark.at.page !== page) return [];
  return mark.at.boxes ?? (mark.at.box === undefined ? [] : [mark.at.box]);
}

/** The mark under a point of a page, in fractions; of several the smallest, which is the most precise. */
export function markAtPoint(
  marks: readonly DocumentMark[],
  page: number,
  x: number,
  y: number,
): DocumentMark | null {
  const slack = 0.003;
  let best: { readonly mark: DocumentMark; readonly area: number } | null = null;
  for (const mark of marks) {
    for (const [left, top, width, height] of boxesOnPage(mark, page)) {
      const isInside =
        x >= left - slack && x <= left + width + slack && y >= top - slack && y <= top + height + slack;
      const area = width * height;
      if (isInside && (best === null || area < best.area)) best = { mark, area };
    }
  }
  return best?.mark ?? null;
}

/** Cuts a text wherever a mark begins or ends. Offsets are those of the whole document, `offset` is where this text starts. */
export function segmentText(
  text: string,
  offset: number,
  marks: readonly DocumentMark[],
): readonly Segment[] {
  const ranges = marks.flatMap((mark): Range[] => {
    if (!("start" in mark.at)) return [];
    const start = Math.max(0, mark.at.start - offset);
    const end = Math.min(text.length, mark.at.end - offset);
    return start < end ? [{ start, end, mark }] : [];
  });
  return segmentByRanges(text, ranges);
}

interface Sourced {
  readonly text: string;
  readonly runs: readonly { readonly start: number; readonly end: number; readonly at: Locator }[];
}

/** Cuts the text of a block, whose runs point into the text of the document. */
export function segmentBlock({ text, runs }: Sourced, marks: readonly DocumentMark[]): readonly Segment[] {
  const ranges: Range[] = [];
  for (const run of runs) {
    const source = run.at;
    if (!("start" in source)) continue;
    const isExact = source.end - source.start === run.end - run.start;
    for (const mark of marks) {
      if (!("start" in mark.at)) continue;
      const start = Math.max(source.start, mark.at.start);
      const end = Math.min(source.end, mark.at.end);
      if (start >= end) continue;
      // Where a run is not a plain copy of its source, the whole run is marked rather than a wrong part of it.
      if (isExact)
        ranges.push({ start: run.start + start - source.start, end: run.start + end - source.start, mark });
      else ranges.push({ start: run.start, end: run.end, mark });
    }
  }
  return segmentByRanges(text, joinNeighbors(text, ranges));
}

/** Ranges of one mark with only white space between them become one, so that a quote looks like one. */
function joinNeighbors(text: string, ranges: readonly Range[]): readonly Range[] {
  const joined: Range[] = [];
  for (const range of [...ranges].sort((first, second) => first.start - second.start)) {
    const before = joined.findLast((each) => each.mark === range.mark);
    if (before !== undefined && text.slice(before.end, range.start).trim() === "") {
      joined[joined.indexOf(before)] = { ...before, end: Math.max(before.end, range.end) };
    } else joined.push(range);
  }
  return joined;
}

function segmentByRanges(text: string, ranges: readonly Range[]): readonly Segment[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of ranges) cuts.add(start).add(end);
  const ordered = [...cuts].sort((first, second) => first - second);
  return ordered.slice(1).flatMap((end, at) => {
    const start = ordered[at] ?? 0;
    const covering = ranges
      .filter((range) => range.start <= start && range.end >= end)
      .map(({ mark }) => mark);
    return start === end ? [] : [{ text: text.slice(start, end), marks: covering }];
  });
}

/** One name for a locator of a cell or element, so that marks and cells can be compared. */
export function placeOf(at: Locator): string {
  if ("row" in at) return `${at.row}|${at.column}`;
  if ("cell" in at) return `${at.sheet}!${at.cell}`;
  if ("path" in at) return at.path;
  if ("start" in at) return `${at.start}-${at.end}`;
  return `page ${at.page}`;
}

/** The tone that shows where several marks lie on one place: the gravest. */
export function strongestTone(marks: readonly DocumentMark[]): MarkTone | null {
  const order: readonly MarkTone[] = ["over", "under", "process", "record", "term", "line"];
  return order.find((tone) => marks.some((mark) => mark.tone === tone)) ?? null;
}
