import type { Word } from "../../../../src-shared/model/index.ts";
import { corridorsIn } from "./corridors.ts";
import type { Line } from "./lines.ts";
import type { Segment } from "./segments.ts";

/** Where a column stands across the page, in page fractions. */
export interface Column {
  left: number;
  right: number;
}

/**
 * Columns from the rows with the most segments: spans that overlap are one column, and wider segments of other rows
 * do not glue them.
 */
export function settleColumns(lines: readonly Line[]): Column[] {
  let most = 0;
  for (const line of lines) most = Math.max(most, line.segments.length);
  const columns: Column[] = [];
  for (let count = most; count >= Math.max(2, most - 1); count -= 1)
    for (const line of lines) {
      if (line.segments.length !== count) continue;
      for (const segment of line.segments) {
        const over = columns.filter(({ left, right }) => segment.left < right && segment.right > left);
        const [only] = over;
        if (over.length === 0) columns.push({ left: segment.left, right: segment.right });
        else if (over.length === 1 && only !== undefined) {
          only.left = Math.min(only.left, segment.left);
          only.right = Math.max(only.right, segment.right);
        }
      }
    }
  return columns.toSorted((one, other) => one.left - other.left);
}

/**
 * Columns of lines, as wide as what stands in them; neighbors are one where no white parts them in all lines and no line
 * fills both.
 *
 * A title at the left or in the middle of its column need not stand over the figures at its right or a short text.
 */
export function joinedColumns(lines: readonly Line[], aspect: number): readonly Column[] {
  const settled = grownColumns(settleColumns(lines), lines);
  const corridors = corridorsIn(lines, aspect);
  const filled = lines.map(({ segments }) => new Set(segments.map((segment) => columnOf(segment, settled))));
  const joined: Column[] = [];
  for (const [index, column] of settled.entries()) {
    const before = joined.at(-1);
    const isOwn =
      before === undefined ||
      filled.some((columns) => columns.has(index) && columns.has(index - 1)) ||
      corridors.some(({ left, right }) => left < column.left && right > before.right);
    if (isOwn) joined.push({ ...column });
    else before.right = Math.max(before.right, column.right);
  }
  return joined;
}

/** Columns as wide as what stands in them and in no other: lines with few segments have the longest. */
function grownColumns(columns: readonly Column[], lines: readonly Line[]): Column[] {
  const grown = columns.map((column) => ({ ...column }));
  for (const { segments } of lines)
    for (const { left, right } of segments) {
      const [only, ...others] = grown.filter((column) => left < column.right && right > column.left);
      if (only === undefined || others.length > 0) continue;
      only.left = Math.min(only.left, left);
      only.right = Math.max(only.right, right);
    }
  return grown;
}

/** The column that a segment overlaps most, else the nearest. */
export function columnOf(segment: Segment, columns: readonly Column[]): number {
  let best = 0;
  let score = -Infinity;
  for (const [index, column] of columns.entries()) {
    const overlap = Math.min(segment.right, column.right) - Math.max(segment.left, column.left);
    if (overlap > score + 1e-9) {
      best = index;
      score = overlap;
    }
  }
  return best;
}

/** Whether no part of a line runs over two columns, as a sentence below a table does. */
export const staysInColumns = ({ segments }: Line, columns: readonly Column[]): boolean =>
  segments.every(
    (segment) => columns.filter(({ left, right }) => segment.left < right && segment.right > left).length < 2,
  );

/** A figure, or a few words with one: what stands in a column of amounts or quantities. */
export const isValue = (cell: readonly Word[]): boolean =>
  cell.length <= 3 && cell.some((word) => /\d/u.test(word.text));
