import type { ColumnWidth, GridColumn } from "./grid-props.ts";
import { widthOfWords } from "./measure-words.ts";

/** Inner edges of a cell, both together. */
const edges = 16;
const leastOfFill = 190;

/** What a column needs, and how it is written in a grid template. */
interface Track {
  readonly least: number;
  readonly css: string;
}

/** Text sizes of the window, in CSS pixels. */
export interface TextSizes {
  readonly text: number;
  readonly small: number;
}

/** The track of a column: never narrower than its title, and as wide as the widest thing that it can say. */
export function trackOf(
  { width, title }: Pick<GridColumn<never>, "width" | "title">,
  sizes: TextSizes,
): Track {
  if (width === "fill") return shareOf(leastOfFill, 1);
  if (typeof width === "number") return { least: width, css: `${width}px` };
  if ("share" in width) return shareOf(width.least, width.share);
  const pixels = widthOf(width, title, sizes);
  return { least: pixels, css: `${pixels}px` };
}

const shareOf = (least: number, share: number): Track => ({ least, css: `minmax(${least}px, ${share}fr)` });

function widthOf(
  { words, beside = 0, least = 0, most = Infinity }: Extract<ColumnWidth, { readonly words: unknown }>,
  title: string,
  { text, small }: TextSizes,
): number {
  const ofTitle = widthOfWords([title], { size: small, weight: 550 });
  const ofCells = Math.min(most, widthOfWords(words, { size: text, weight: 600 }) + beside);
  return Math.ceil(Math.max(least, ofTitle, ofCells) + edges);
}

/**
 * Which columns fit into a width, in their order: those that may leave go by their rank, the highest first.
 *
 * What must stay stays, also where it does not fit: the grid is then moved sideways. A width of 0 is not known yet.
 */
export function fitColumns<Column extends { readonly leavesAt?: number }>(
  columns: readonly Column[],
  leastOf: (column: Column) => number,
  width: number,
): readonly Column[] {
  let needed = columns.reduce((sum, column) => sum + leastOf(column), 0);
  if (width === 0 || needed <= width) return columns;
  const leaving = columns
    .filter(({ leavesAt }) => leavesAt !== undefined)
    .toSorted((first, second) => (second.leavesAt ?? 0) - (first.leavesAt ?? 0));
  const gone = new Set<Column>();
  for (const column of leaving) {
    if (needed <= width) break;
    gone.add(column);
    needed -= leastOf(column);
  }
  return columns.filter((column) => !gone.has(column));
}
