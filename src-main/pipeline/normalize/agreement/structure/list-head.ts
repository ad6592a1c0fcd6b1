import { countsIncluded, labelOf, isRule, textOf } from "./list-rows.ts";
import type { List } from "./list-rows.ts";
import { isFigure, isSum } from "./price-figures.ts";
import type { GridLine, Segment } from "./printed-grid.ts";

/** The lines over the first row that stand over its figures: a head in one line or two, also behind a rule. */
export function headAbove(
  grid: readonly GridLine[],
  at: number,
  first: GridLine,
  lists: readonly List[],
): readonly GridLine[] {
  const label = labelOf(first.segments);
  const figures = first.segments.filter(
    (segment) => isFigure(textOf(segment)) && (label === undefined || segment.left > label.left),
  );
  const taken = new Set(lists.flatMap((list) => list.lines));
  const found: GridLine[] = [];
  let gap = first.gap;
  for (let above = at - 1; above >= 0 && found.length < 2; above -= 1) {
    const line = grid[above];
    if (line === undefined || taken.has(line)) break;
    if (isRule(line)) {
      gap = Math.max(gap, line.gap);
      continue;
    }
    if (gap > (found.length === 0 ? 1 : 0) || !heads(line, figures, label)) break;
    // A line over a whole head that also stands over the labels is the caption of the table.
    const [head] = found;
    if (head !== undefined && isWhole(head, figures, label) && isOverLabels(line, label)) break;
    found.unshift(line);
    gap = line.gap;
  }
  return found;
}

const isOverLabels = (line: GridLine, label: Segment | undefined): boolean =>
  label !== undefined && line.segments.some(({ left }) => left < label.right);

/** Whether a line has words of its own over the labels and over each figure. */
const isWhole = (line: GridLine, figures: readonly Segment[], label: Segment | undefined): boolean =>
  isOverLabels(line, label) &&
  figures.every((figure) =>
    line.segments.some(({ left, right }) => left < figure.right + slack && right > figure.left - slack),
  );

/** Characters by which a head may stand beside what it heads. */
const slack = 2;

function heads(line: GridLine, figures: readonly Segment[], label: Segment | undefined): boolean {
  if (
    line.segments.some(
      ({ source }) =>
        source.text.length > 64 || /[:;.?!]$/.test(source.text.replace(/(?<=\b\p{L}{1,7})\.$/u, "")),
    )
  )
    return false;
  if (line.segments.some((segment) => isSum(textOf(segment))) || countsIncluded(line)) return false;
  if (line.segments.some(({ source }) => /[:;]|\d{3,}[./-]\d|\d[./-]\d{2,}/.test(source.text))) return false;
  const [only, ...others] = line.segments;
  // A line over the labels alone, or over all, is a heading.
  if (only !== undefined && others.length === 0 && label !== undefined && only.left < label.right)
    return false;
  return line.segments.some((segment) =>
    figures.some((figure) => segment.left < figure.right + slack && segment.right > figure.left - slack),
  );
}
