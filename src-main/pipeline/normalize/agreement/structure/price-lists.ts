import type { Block, ParagraphBlock, SourcedText } from "../../../../../src-shared/model/index.ts";
import { joinSourcedTexts } from "../../../../../src-shared/model/sourced-text.ts";
import { isFigure, isSum } from "./price-figures.ts";
import { printedGrid } from "./printed-grid.ts";
import type { GridLine, Segment } from "./printed-grid.ts";

type Row = readonly (SourcedText | null)[];

interface Column {
  left: number;
  right: number;
}

/** Lines of one list of prices, with its columns and the head over them. */
interface List {
  readonly lines: GridLine[];
  readonly rows: (readonly Segment[])[];
  /** Which rows name a group of those below them. */
  readonly groups: Set<number>;
  columns: Column[];
  /** Lines that say what the columns are. */
  head: readonly GridLine[];
}

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
  return rebuild(blocks, grid, lists);
}

const isBody = (block: Block | undefined): boolean => block?.zone === "body";

const textOf = ({ source }: { readonly source: SourcedText }): string => source.text.trim();
const isRule = (line: GridLine): boolean => /^[\s\-=_─━*.+]*$/.test(line.source.text);
/** "P2", "01.10", "(a)", "•": what counts a row and does not name it. */
const isMark = (segment: Segment): boolean =>
  /^(?:[-–—•*·]|\(?\p{L}?\d{0,3}(?:\.\d{1,3}){0,3}[.)]?|\(?\p{L}[.)]?)$/u.test(segment.source.text);
/** Words, or a measure that a row of a band is named by: "0 – 15 m", "M-F 6a-10a". */
const hasWords = (segment: Segment): boolean =>
  /\p{L}.*\p{L}|\d ?[–-] ?\d.* \p{L}/u.test(segment.source.text);

/** "Foreman   per hour   $78.00": words, and behind them a sum. */
function isPriced(line: GridLine): boolean {
  const { segments } = line;
  const label = segments.findIndex((segment) => hasWords(segment) && !isSum(textOf(segment)));
  return (
    label >= 0 &&
    label <= 3 &&
    (segments[label]?.source.text.length ?? 0) <= 110 &&
    segments.slice(0, label).every((segment) => !isSum(textOf(segment))) &&
    segments.slice(label + 1).some((segment) => isSum(textOf(segment)))
  );
}

/** Among priced rows a share, "included" or a bare figure behind a label is a row too. */
const isRowOfList = (line: GridLine): boolean =>
  line.segments.length > 1 &&
  line.segments.some(hasWords) &&
  line.segments.slice(1).some((segment) => isFigure(textOf(segment)));

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
    if (isPriced(line) || (open !== null && line.gap === 0 && isRowOfList(line))) {
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
    } else open = null;
  }
  return lists;
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

const over = (column: Column, segment: Pick<Segment, "left" | "right">): boolean =>
  segment.left < column.right && segment.right > column.left;

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

const labelOf = (row: readonly Segment[]): Segment | undefined =>
  row.find((segment) => hasWords(segment) && !isFigure(textOf(segment)));

/** A line that goes on with the label above it: no figure, no gap, begun in its column and small or set in. */
function wraps(line: GridLine, list: List): boolean {
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
function beginning(grid: readonly GridLine[], at: number, lists: readonly List[]): GridLine | null {
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

function withBeginning(begun: GridLine, row: readonly Segment[]): readonly Segment[] {
  const label = labelOf(row);
  return row.map((segment) =>
    segment === label
      ? { ...segment, source: joinSourcedTexts([begun.source, segment.source], " ") }
      : segment,
  );
}

const endsInSum = /\d[.,]\d{2}\b/;

function withMore(row: readonly Segment[], more: Segment): readonly Segment[] {
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

/** The lines over the first row that stand over its figures: a head in one line or two, also behind a rule. */
function headAbove(
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
    found.unshift(line);
    gap = line.gap;
  }
  return found;
}

function heads(line: GridLine, figures: readonly Segment[], label: Segment | undefined): boolean {
  if (
    line.segments.some(
      ({ source }) =>
        source.text.length > 44 || /[:;.?!]$/.test(source.text.replace(/(?<=\b\p{L}{1,7})\.$/u, "")),
    )
  )
    return false;
  if (line.segments.some((segment) => isSum(textOf(segment)))) return false;
  if (line.segments.some(({ source }) => /[:;]|\d{3,}[./-]\d|\d[./-]\d{2,}/.test(source.text))) return false;
  const [only, ...others] = line.segments;
  // A line over the labels alone, or over all, is a heading.
  if (only !== undefined && others.length === 0 && label !== undefined && only.left < label.right)
    return false;
  const slack = 2;
  return line.segments.some((segment) =>
    figures.some((figure) => segment.left < figure.right + slack && segment.right > figure.left - slack),
  );
}

function rebuild(
  blocks: readonly Block[],
  grid: readonly GridLine[],
  lists: readonly List[],
): readonly Block[] {
  const listOf = new Map<GridLine, List>();
  for (const list of lists) for (const line of [...list.head, ...list.lines]) listOf.set(line, list);
  const done = new Set<List>();
  const found: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const lines = grid.filter((line) => line.block === index);
    if (!lines.some((line) => listOf.has(line))) {
      found.push(block);
      continue;
    }
    let kept: GridLine[] = [];
    const flush = (): void => {
      if (kept.length > 0) found.push(...leftOver(block, kept));
      kept = [];
    };
    for (const line of lines) {
      const list = listOf.get(line);
      if (list === undefined) {
        kept.push(line);
        continue;
      }
      flush();
      if (done.has(list)) continue;
      done.add(list);
      found.push({ type: "table", zone: block.zone, page: block.page, rows: tableOf(list) });
    }
    flush();
  }
  return found;
}

/** What of a block no list takes, as it was: rows of a table that have words left, lines of a paragraph. */
function leftOver(block: Block, kept: readonly GridLine[]): readonly Block[] {
  if (block.type === "table") {
    const rows = new Set(kept.map(({ row }) => row));
    return [{ ...block, rows: block.rows.filter((_, at) => rows.has(at)) }];
  }
  const source = joinSourcedTexts(
    kept.map(({ source }) => source),
    "\n",
  );
  const paragraph: ParagraphBlock = { ...block, ...source };
  return [paragraph];
}

function tableOf(list: List): readonly Row[] {
  const { columns } = list;
  // Labels and sums without a head: which is which is plain, wherever they stand.
  if (list.head.length === 0 && list.rows.every((row) => row.length <= 2))
    return list.rows.map(([label, sum]) => [label?.source ?? null, sum?.source ?? null]);
  const toRow = (segments: readonly Segment[]): Row => {
    const cells: Segment[][] = columns.map(() => []);
    for (const segment of segments) cells[nearest(segment, columns)]?.push(segment);
    return cells.map((cell) =>
      cell.length === 0
        ? null
        : joinSourcedTexts(
            cell.map(({ source }) => source),
            " ",
          ),
    );
  };
  const head = list.head.flatMap(({ segments }) => segments);
  return [
    ...(head.length === 0 ? [] : [toRow(head)]),
    // A name of a group stands in the first cell, alone.
    ...list.rows.map((row, at) =>
      list.groups.has(at) ? [row[0]?.source ?? null, ...columns.slice(1).map(() => null)] : toRow(row),
    ),
  ];
}

function nearest(segment: Segment, columns: readonly Column[]): number {
  let best = 0;
  let score = -Infinity;
  for (const [index, column] of columns.entries()) {
    const shared = Math.min(segment.right, column.right) - Math.max(segment.left, column.left);
    if (shared > score + 1e-9) {
      best = index;
      score = shared;
    }
  }
  return best;
}
