import type { PageLine } from "../kind/page-line.ts";

/** How far below a line its value may stand, in heights of its letters. */
export const deepest = 2.6;

/**
 * Finds the first segment that stands under a line and begins where it does.
 *
 * Edges are taken once. Where segments only go down the page, and from left to right in each row, as those of a sheet do,
 * the search begins in the next row at the column of the line and ends below the line: each cell may ask.
 */
export function segmentsBelow(
  lines: readonly PageLine[],
): (line: PageLine, place: number) => PageLine | undefined {
  const spans = lines.map(spanOf);
  const isOrdered = lines.every((_, index) => index === 0 || isBehind(lines, spans, index));
  // Where the row behind that of each segment begins.
  const nextRows = lines.map(() => lines.length);
  for (let at = lines.length - 2; at >= 0; at -= 1)
    nextRows[at] = isSameRow(lines[at], lines[at + 1]) ? (nextRows[at + 1] ?? lines.length) : at + 1;
  /** The first segment of a row that ends right of an edge, else the first behind the row. */
  const firstRightOf = (left: number, row: number): number => {
    let [from, to] = [row, nextRows[row] ?? lines.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((spans[middle]?.[1] ?? 0) <= left) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return (line, place) => {
    const [left, right] = spans[place] ?? spanOf(line);
    let at = place + 1;
    while (at < lines.length) {
      const [other, [from, to]] = [lines[at], spans[at] ?? [0, 0]];
      if (other === undefined) break;
      if (isOrdered && (other.page !== line.page || other.top - line.top > deepest * line.size)) break;
      const isUnder = other.page === line.page && other.top > line.top + 0.5 * line.size;
      if (isUnder && from < right && left < to && Math.abs(from - left) < line.size) return other;
      const isPast = isOrdered && (!isUnder || from >= right);
      at = isPast
        ? (nextRows[at] ?? lines.length)
        : isOrdered && to <= left
          ? firstRightOf(left, at)
          : at + 1;
    }
    return undefined;
  };
}

const isSameRow = (one: PageLine | undefined, other: PageLine | undefined): boolean =>
  one !== undefined && other !== undefined && one.page === other.page && one.top === other.top;

/** Whether a segment stands in its row right of the one before it, or in a row below. */
function isBehind(
  lines: readonly PageLine[],
  spans: readonly (readonly [number, number])[],
  index: number,
): boolean {
  const [before, line] = [lines[index - 1], lines[index]];
  if (before === undefined || line === undefined) return false;
  if (!isSameRow(before, line))
    return before.page < line.page || (before.page === line.page && before.top < line.top);
  const [[left, right], [from, to]] = [spans[index - 1] ?? [0, 0], spans[index] ?? [0, 0]];
  return left <= from && right <= to;
}

/** From the left of the first word of a line to the right of its last. */
export const spanOf = ({ words }: PageLine): readonly [number, number] => [
  Math.min(...words.map(({ box }) => box[0])),
  Math.max(...words.map(({ box }) => box[0] + box[2])),
];
