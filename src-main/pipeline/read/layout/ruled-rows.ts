import type { Rule } from "../../../../src-shared/model/index.ts";
import { partAtCorridors } from "./corridors.ts";
import type { Line, Region } from "./lines.ts";
import type { Segment } from "./segments.ts";
import { wordsToSegment } from "./segments.ts";
import { columnOf, isValue, settleColumns } from "./table-columns.ts";
import type { Column } from "./table-columns.ts";

/** Lines between rules across a table: each stretch is one row, however many lines its cells wrap over. */
export interface RuledRows {
  /** Lines of the region that the table takes, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly columns: readonly Column[];
  /** Lines of each row, top to bottom; the head may stand over the first rule. */
  readonly stretches: readonly (readonly Line[])[];
}

/** A rule across the page, put together from those of its cells. */
interface Across {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Page fractions within which rules are at one height, touch, or begin and end alike. */
const sameHeight = 0.004;
const touching = 0.01;
const alike = 0.012;
/** Narrower ones underline words or are for signing on. */
const narrowest = 0.25;
const fewestRules = 3;
/** A stretch of more lines is a part of the page and no row. */
const mostLines = 12;
/** A title and addresses may be ruled off like rows before the first one. */
const mostBefore = 4;

/** Tables whose rows are parted by rules across, and whose columns only by white. Ruled grids are found before. */
export function findRuledRows(region: Region): readonly RuledRows[] {
  return stacksOf(region.rules).flatMap((stack) =>
    runsOf(stack, region).flatMap((run) => tableOf(run, region)),
  );
}

/** Rules of one width under each other, three or more. */
function stacksOf(rules: readonly Rule[]): readonly (readonly Across[])[] {
  const stacks: Across[][] = [];
  for (const rule of acrossOf(rules)) {
    const stack = stacks.find(
      ([first]) =>
        first !== undefined &&
        Math.abs(first.left - rule.left) < alike &&
        Math.abs(first.right - rule.right) < alike,
    );
    if (stack === undefined) stacks.push([rule]);
    else stack.push(rule);
  }
  return stacks.filter(({ length }) => length >= fewestRules);
}

/** Wide horizontal rules from top to bottom; pieces that touch at one height are one. */
function acrossOf(rules: readonly Rule[]): readonly Across[] {
  const pieces = rules
    .filter(({ orientation }) => orientation === "horizontal")
    .map(({ box: [left, top, width] }): Across => ({ left, right: left + width, y: top }))
    .toSorted((one, other) => one.y - other.y || one.left - other.left);
  const heights: Across[][] = [];
  for (const piece of pieces) {
    const open = heights.at(-1);
    const [first] = open ?? [];
    if (open === undefined || first === undefined || piece.y - first.y > sameHeight) heights.push([piece]);
    else open.push(piece);
  }
  return heights.flatMap((height) => {
    const joined: Across[] = [];
    for (const piece of height.toSorted((one, other) => one.left - other.left)) {
      const last = joined.at(-1);
      if (last === undefined || piece.left > last.right + touching) joined.push(piece);
      else joined[joined.length - 1] = { ...last, right: Math.max(last.right, piece.right) };
    }
    return joined.filter(({ left, right }) => right - left >= narrowest);
  });
}

/** Stretches between rules of a stack that follow each other and hold only lines of its width. */
function runsOf(stack: readonly Across[], { lines }: Region): readonly (readonly (readonly Line[])[])[] {
  const runs: (readonly Line[])[][] = [[]];
  for (const [index, above] of stack.entries()) {
    const below = stack[index + 1];
    if (below === undefined) break;
    const inside = lines.filter((line) => middleOf(line) > above.y && middleOf(line) < below.y);
    if (inside.length === 0) continue;
    const isWhole =
      inside.length <= mostLines &&
      inside.every((line) => line.left > above.left - 0.02 && line.right < above.right + 0.02);
    if (isWhole) runs.at(-1)?.push(inside);
    else runs.push([]);
  }
  return runs;
}

function tableOf(run: readonly (readonly Line[])[], region: Region): readonly RuledRows[] {
  // A block of addresses over the first row is ruled off like one, and has columns of its own; so is a title.
  const misfit = run.slice(0, Math.min(mostBefore, Math.ceil(run.length / 2))).findLastIndex((lines, at) => {
    const below = settleColumns(run.slice(at + 1).flat());
    return lines.every(({ segments }) => segments.length < 2) || lines.some((line) => !fits(line, below));
  });
  const stretches = run.slice(misfit + 1);
  const columns = settleColumns(stretches.flat());
  const isTable =
    stretches.length >= 2 &&
    columns.length >= 2 &&
    stretches.every((lines) => lines.every((line) => fits(line, columns))) &&
    stretches.filter((lines) => lines.some(({ segments }) => segments.length > 1)).length * 2 >
      stretches.length;
  if (!isTable) return [];
  const taken = new Set(stretches.flat());
  const first = region.lines.findIndex((line) => taken.has(line));
  const last = region.lines.findLastIndex((line) => taken.has(line));
  const head = region.lines[first - 1];
  const isHeaded = head !== undefined && isHeadOver(head, stretches[0] ?? [], columns);
  const rows = partRows(isHeaded ? [[head], ...stretches] : stretches, region.aspect);
  return [
    {
      from: isHeaded ? first - 1 : first,
      to: last + 1,
      columns: settleColumns(rows.flat()),
      stretches: rows,
    },
  ];
}

/** The lines of each row, parted at the white that runs down through all rows. */
function partRows(rows: readonly (readonly Line[])[], aspect: number): readonly (readonly Line[])[] {
  const parted = partAtCorridors(rows.flat(), aspect);
  let from = 0;
  return rows.map(({ length }) => parted.slice(from, (from += length)));
}

/** Whether no two parts of a line stand in one column. */
function fits({ segments }: Line, columns: readonly Column[]): boolean {
  const taken = segments.flatMap((segment) => [
    ...new Set(partsOf(segment, columns).map((part) => columnOf(part, columns))),
  ]);
  return new Set(taken).size === taken.length;
}

/** A part of a line, or its words where narrow columns let it run over several. */
export const partsOf = (segment: Segment, columns: readonly Column[]): readonly Segment[] =>
  columns.filter(({ left, right }) => segment.left < right && segment.right > left).length > 1
    ? segment.words.map((word) => wordsToSegment([word]))
    : [segment];

/** A line of short words without figures over the first rule, each in a column: what the columns are. */
function isHeadOver(line: Line, below: readonly Line[], columns: readonly Column[]): boolean {
  const [next] = below;
  return (
    next !== undefined &&
    line.segments.length > 1 &&
    next.top - line.bottom < 3 * line.height &&
    fits(line, columns) &&
    line.segments.every(({ words }) => words.length <= 5 && words.every(({ text }) => !/\d/u.test(text)))
  );
}

/** Whether two lines of a stretch have a figure in the same column: then they are rows of their own. */
export const holdsRows = (lines: readonly Line[], columns: readonly Column[]): boolean => {
  const valued = lines.flatMap(({ segments }) => [
    ...new Set(
      segments.flatMap((segment) => {
        const column = columnOf(segment, columns);
        return column > 0 && isValue(segment.words) ? [column] : [];
      }),
    ),
  ]);
  return new Set(valued).size < valued.length;
};

const middleOf = ({ top, bottom }: Line): number => (top + bottom) / 2;
