import { joinSourcedTexts } from "../../../../../src-shared/model/sourced-text.ts";
import { isMark, labelOf, textOf } from "./list-rows.ts";
import type { List } from "./list-rows.ts";
import { isFigure } from "./price-figures.ts";
import type { GridLine, Segment } from "./printed-grid.ts";

/** A line that goes on with the label above it: no figure, no gap, begun in its column and small or set in. */
export function wraps(line: GridLine, list: List): boolean {
  const [only, ...others] = line.segments;
  const label = labelOf(list.rows.at(-1) ?? []);
  if (only === undefined || others.length > 0 || label === undefined || line.gap > 0) return false;
  if (
    isFigure(textOf(only)) ||
    endsInSum.test(only.source.text) ||
    only.right > Math.max(...list.columns.map(({ right }) => right)) + 2
  )
    return false;
  const text = only.source.text;
  const goesOn = /^[\p{Ll}(&+]/u.test(text) || /[,&(–-]$/.test(label.source.text);
  return only.left >= label.left - 0.5 && (goesOn || only.left > label.left + 0.5) && !/[.:]$/.test(text);
}

/** The line above a row that its label begins on: the sum stands behind the last line of a wrapped text. */
export function beginning(grid: readonly GridLine[], at: number, lists: readonly List[]): GridLine | null {
  const line = grid[at];
  const above = grid[at - 1];
  if (line === undefined || above === undefined || line.gap > 0 || above.block !== line.block) return null;
  if (lists.some((list) => list.lines.includes(above) || list.head.includes(above))) return null;
  const words = above.segments.filter((segment) => !isMark(segment));
  const [first] = words;
  const label = labelOf(line.segments);
  if (first === undefined || words.length > 1 || label === undefined || isFigure(textOf(first))) return null;
  const text = first.source.text;
  const goesOn = /[,&(–-]$/.test(text) || /^\p{Ll}/u.test(label.source.text);
  return goesOn && !/[.:;]$/.test(text) && text.length < 90 && label.left >= first.left - 3 ? above : null;
}

export function withBeginning(begun: GridLine, row: readonly Segment[]): readonly Segment[] {
  const label = labelOf(row);
  return row.map((segment) =>
    segment === label
      ? { ...segment, source: joinSourcedTexts([begun.source, segment.source], " ") }
      : segment,
  );
}

export const endsInSum = /\d[.,]\d{2}\b/;

export function withMore(row: readonly Segment[], more: Segment): readonly Segment[] {
  const label = labelOf(row);
  return row.map((segment) =>
    segment === label
      ? {
          source: joinSourcedTexts([segment.source, more.source], " "),
          left: segment.left,
          right: segment.right,
        }
      : segment,
  );
}
