import type { Block } from "../../../../../src-shared/model/index.ts";
import { withLists } from "./list-blocks.ts";
import { headAbove } from "./list-head.ts";
import { beginning, endsInSum, withBeginning, withMore, wraps } from "./list-labels.ts";
import {
  countsIncluded,
  isMark,
  isPriced,
  isPricedByHead,
  isRowOfList,
  isRule,
  labelOf,
  over,
  textOf,
} from "./list-rows.ts";
import type { Column, List } from "./list-rows.ts";
import { isFigure, isSum } from "./price-figures.ts";
import { printedGrid } from "./printed-grid.ts";
import type { GridLine, Segment } from "./printed-grid.ts";

/**
 * Blocks in which every list of prices is one table, whatever it was set as.
 *
 * A row is a printed line of a label and, behind a gap or dots, a sum. Rows whose cells stand in the same columns make
 * one table; a row of another shape begins the next one, so that the head of the first says nothing of it. The head is
 * the line right above, also behind a rule. Other lines stay as they were.
 */
export function withPriceLists(blocks: readonly Block[], text: string | null): readonly Block[] {
  const grid = printedGrid(blocks, text).filter(({ block }) => isBody(blocks[block]));
  const lists = findLists(grid);
  if (lists.length === 0) return blocks;
  return withLists(blocks, grid, lists);
}

/** Rows that rules or white part stay as they are. */
const isBody = (block: Block | undefined): boolean =>
  block?.zone === "body" && !(block.type === "table" && block.isParted === true);

function findLists(grid: readonly GridLine[]): readonly List[] {
  const lists: List[] = [];
  let open: List | null = null;
  for (let at = 0; at < grid.length; at += 1) {
    const line = grid[at];
    if (line === undefined) break;
    if (isRule(line)) {
      if (open !== null && isFollowed(grid, at)) open.lines.push(line);
      continue;
    }
    const last: GridLine | undefined = open?.lines.at(-1);
    if (line.isBarred) {
      const above = open?.lines.findLast((other) => !isRule(other));
      if (open === null || above?.isBarred !== true || line.gap > 1) {
        open = { lines: [], rows: [], groups: new Set(), columns: [], head: [] };
        lists.push(open);
      }
      open.lines.push(line);
      open.rows.push(line.segments);
      widen(open.columns, line.segments);
      continue;
    }
    if (last?.isBarred === true) open = null;
    if (
      isPriced(line) ||
      (open === null && opensWithCount(grid, at)) ||
      (open === null && isPricedByHead(line, headAbove(grid, at, line, lists))) ||
      (open !== null && line.gap === 0 && isRowOfList(line))
    ) {
      if (open === null || !fits(open, line)) {
        open = { lines: [], rows: [], groups: new Set(), columns: [], head: [] };
        open.head = headAbove(grid, at, line, lists);
        lists.push(open);
      }
      const begun = beginning(grid, at, lists);
      if (begun !== null) open.lines.push(begun);
      open.lines.push(line);
      open.rows.push(begun === null ? line.segments : withBeginning(begun, line.segments));
      widen(open.columns, line.segments);
    } else if (open !== null && last !== undefined && wraps(line, open)) {
      const [more] = line.segments;
      const before = open.rows.at(-1);
      if (more === undefined || before === undefined) continue;
      open.rows[open.rows.length - 1] = withMore(before, more);
      open.lines.push(line);
    } else if (open !== null && namesGroup(grid, at, open)) {
      open.lines.push(line);
      open.groups.add(open.rows.length);
      open.rows.push(line.segments.filter((segment) => !isMark(segment)));
    } else if (open === null || !goesOnBelow(grid, at, open)) open = null;
  }
  return lists;
}

/** "Included events   2,000,000" over priced rows: the list begins with what it covers. */
function opensWithCount(grid: readonly GridLine[], at: number): boolean {
  for (let below = at; below < at + 6; below += 1) {
    const line = grid[below];
    if (line === undefined || (below > at && line.gap > 0)) return false;
    if (!countsIncluded(line)) return below > at && isPriced(line);
  }
  return false;
}

/** A note under a row of several columns: the list goes on at the next row, and the note stays what it was. */
function goesOnBelow(grid: readonly GridLine[], at: number, list: List): boolean {
  if (list.columns.length < 3) return false;
  for (let below = at; below < at + 4; below += 1) {
    const line = grid[below];
    if (line === undefined || line.gap > 0) return false;
    if (below > at && isPriced(line)) return fits(list, line);
    if (line.segments.length > 1) return false;
  }
  return false;
}

const isFollowed = (grid: readonly GridLine[], at: number): boolean => {
  const next = grid[at + 1];
  return next !== undefined && next.gap === 0 && (isPriced(next) || isRowOfList(next));
};

/** Whether the cells of a line stand in the columns of a list, none over two of them. */
function fits(list: List, { segments, gap }: GridLine): boolean {
  const most = Math.max(...list.rows.map((row) => row.length));
  const isPlain = list.head.length === 0 && most === 2;
  if (isPlain && segments.length === 2) return gap < 2;
  if (gap > 0 && segments.length !== most && list.head.length > 0) return false;
  if (gap > 2) return false;
  const sums = list.columns.filter((column) =>
    list.rows.some((row) => row.some((cell) => isSum(textOf(cell)) && over(column, cell))),
  );
  const label = labelOf(segments);
  return segments.every((segment) => {
    const taken = list.columns.filter((column) => over(column, segment));
    return taken.length <= 1 && !(segment === label && taken.some((column) => sums.includes(column)));
  });
}

function widen(columns: Column[], segments: readonly Segment[]): void {
  for (const segment of segments) {
    const taken = columns.filter((column) => over(column, segment));
    const [only] = taken;
    if (only === undefined) columns.push({ left: segment.left, right: segment.right });
    else if (taken.length === 1) {
      only.left = Math.min(only.left, segment.left);
      only.right = Math.max(only.right, segment.right);
    }
  }
  columns.sort((one, other) => one.left - other.left);
}

/** "After hours", "Overtime rates:" between rows: a short line without figures right over the next row. */
function namesGroup(grid: readonly GridLine[], at: number, list: List): boolean {
  const line = grid[at];
  const next = grid[at + 1];
  if (line === undefined || next === undefined || next.gap > 0 || !isPriced(next) || !fits(list, next))
    return false;
  const [only, ...others] = line.segments.filter((segment) => !isMark(segment));
  return (
    only !== undefined &&
    others.length === 0 &&
    only.source.text.length < 60 &&
    !/[.;,]$/.test(only.source.text) &&
    !isFigure(textOf(only)) &&
    !endsInSum.test(only.source.text) &&
    line.gap < 2
  );
}
