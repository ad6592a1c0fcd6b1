import type { Rule } from "../../../../src-shared/model/index.ts";
import { corridorsIn, partAtCorridors, partedAt } from "./corridors.ts";
import type { Line, Region } from "./lines.ts";
import { pitchBetween } from "./lines.ts";
import type { Segment } from "./segments.ts";
import { wordsToSegment } from "./segments.ts";
import { columnOf, isValue, joinedColumns, settleColumns, staysInColumns } from "./table-columns.ts";
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
/** Lines that titles wrap over, at most, and how far one is below the other, in heights. */
const [mostTitles, closeTitles] = [4, 1.4];
/** How far the row below the last rule is from the one above it, in heights. */
const closeRow = 3;

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
  const foot = rowBelow(region.lines.slice(last + 1), stretches, region.aspect);
  const body = foot.length > 0 ? [...stretches, foot] : stretches;
  const headed = withHead(region.lines.slice(0, first), body, region.aspect);
  const rows = headed ?? partRows(body, region.aspect);
  return [
    {
      from: first - (headed?.[0]?.length ?? 0),
      to: last + 1 + foot.length,
      columns: joinedColumns(rows.flat(), region.aspect),
      stretches: rows,
    },
  ];
}

/** The row below the last rule, of lines that stand close together in several of the columns; none where a text follows. */
function rowBelow(
  below: readonly Line[],
  stretches: readonly (readonly Line[])[],
  aspect: number,
): readonly Line[] {
  const above = stretches.at(-1)?.at(-1);
  const [first] = below;
  if (above === undefined || first === undefined) return [];
  if (pitchBetween(above, first) > closeRow * first.height) return [];
  const end = below.findIndex((line, at) => {
    const before = below[at - 1];
    return before !== undefined && pitchBetween(before, line) > closeTitles * line.height;
  });
  const row = below.slice(0, end < 0 ? below.length : end);
  // The columns of the rows above tell: the words of a sentence run over the white between them.
  const body = partRows(stretches, aspect).flat();
  const columns = joinedColumns(body, aspect);
  const parted = partedAt(row, corridorsIn(body, aspect));
  const filled = new Set(
    parted.flatMap(({ segments }) => segments.map((segment) => columnOf(segment, columns))),
  );
  const isRow =
    row.length <= mostLines &&
    filled.size >= Math.max(2, columns.length / 2) &&
    parted.every((line) => staysInColumns(line, columns));
  return isRow ? row : [];
}

/** Rows with the lines of titles over the first rule, as many as are close together; `null` where they are none. */
function withHead(
  above: readonly Line[],
  stretches: readonly (readonly Line[])[],
  aspect: number,
): readonly (readonly Line[])[] | null {
  const close = above.findLastIndex((line, at) => {
    const below = above[at + 1];
    return below !== undefined && pitchBetween(line, below) > closeTitles * below.height;
  });
  const lines = above.slice(Math.max(close + 1, above.length - mostTitles));
  for (const from of lines.keys()) {
    // Titles tell narrow columns apart whose words run close together below.
    const rows = partRows([lines.slice(from), ...stretches], aspect);
    const [head = []] = rows;
    if (isHeadOver(head, stretches[0] ?? [], joinedColumns(rows.flat(), aspect))) return rows;
  }
  return null;
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

/** Lines of short words without figures over the first rule, each in a column: what the columns are. */
function isHeadOver(lines: readonly Line[], below: readonly Line[], columns: readonly Column[]): boolean {
  const [next, last] = [below[0], lines.at(-1)];
  return (
    next !== undefined &&
    last !== undefined &&
    next.top - last.bottom < 3 * last.height &&
    lines.some(({ segments }) => segments.length > 1) &&
    lines.every(
      (line) =>
        fits(line, columns) &&
        line.segments.every(
          (segment) =>
            partsOf(segment, columns).length === 1 &&
            segment.words.length <= 5 &&
            segment.words.every(({ text }) => !/\d/u.test(text)),
        ),
    )
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
