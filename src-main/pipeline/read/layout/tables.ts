import type { SourcedText, TableBlock, Word } from "../../../../src-shared/model/index.ts";
import { leadingLabel } from "./clause-label.ts";
import { partAtCorridors } from "./corridors.ts";
import type { Vocabulary } from "./line-text.ts";
import { linesToSourcedText } from "./line-text.ts";
import type { Line, Region } from "./lines.ts";
import { medianOf, pitchBetween, usualPitch } from "./lines.ts";
import type { Grid } from "./ruled-grids.ts";
import { findGrids, gridToRows } from "./ruled-grids.ts";
import { findRuledRows, holdsRows, partsOf } from "./ruled-rows.ts";
import type { RuledRows } from "./ruled-rows.ts";
import type { Segment } from "./segments.ts";
import { findSpacedRows } from "./spaced-rows.ts";
import { columnOf, isValue, settleColumns } from "./table-columns.ts";
import type { Column } from "./table-columns.ts";

/** A table with the lines of the region that it takes, end exclusive. */
export interface FoundTable {
  readonly from: number;
  readonly to: number;
  readonly block: TableBlock;
}

const fewestRows = 3;
/** Lines of a row of titles, at most. */
const highestHead = 6;
/** Line pitches between rows of one table. */
const widestGap = 2.4;

/** Tables of a region, top to bottom: those in a grid of rules, with rules between rows, and aligned by three rows or more. */
export function findTables(region: Region, vocabulary: Vocabulary): FoundTable[] {
  const tables: FoundTable[] = [];
  const grids = findGrids(region.rules);
  const ruled = findRuledRows(region);
  const pitch = usualPitch(region.lines);
  // Lines of cells in the middle of their rows stand half a line apart.
  const step = Math.max(pitch, medianOf(region.lines.map(({ height }) => height)));
  let from = 0;
  while (from < region.lines.length) {
    const table =
      ruledTable(region, grids, from, vocabulary) ??
      rowedTable(region, ruled, from, vocabulary, pitch) ??
      spacedTable(region, grids, ruled, from, vocabulary, step) ??
      alignedTable(region, grids, ruled, from, vocabulary, pitch);
    if (table === null) from += 1;
    else {
      tables.push(table);
      from = table.to;
    }
  }
  return tables;
}

function ruledTable(
  region: Region,
  grids: readonly Grid[],
  from: number,
  vocabulary: Vocabulary,
): FoundTable | null {
  const first = region.lines[from];
  if (first === undefined) return null;
  const grid = grids.find((candidate) => isInside(first, candidate));
  if (grid === undefined) return null;
  let to = from;
  while (to < region.lines.length) {
    const line = region.lines[to];
    if (line === undefined || !isInside(line, grid)) break;
    to += 1;
  }
  const rows = gridToRows(grid, region.lines.slice(from, to), vocabulary);
  if (rows.length < 2) return null;
  return { from, to, block: { type: "table", zone: "body", rows, page: region.page, isParted: true } };
}

/** Rows between rules: a stretch is one row, unless its lines have figures under each other. */
function rowedTable(
  region: Region,
  ruled: readonly RuledRows[],
  from: number,
  vocabulary: Vocabulary,
  pitch: number,
): FoundTable | null {
  const table = ruled.find((candidate) => candidate.from === from);
  if (table === undefined) return null;
  const rows = table.stretches.flatMap((lines) =>
    holdsRows(lines, table.columns)
      ? linesToCells(lines, table.columns, vocabulary, pitch)
      : [stretchToCells(lines, table.columns, vocabulary)],
  );
  return {
    from,
    to: table.to,
    block: { type: "table", zone: "body", rows, page: region.page, isParted: true },
  };
}

/** Rows that white parts from each other, and lines within a row closer together. */
function spacedTable(
  region: Region,
  grids: readonly Grid[],
  ruled: readonly RuledRows[],
  from: number,
  vocabulary: Vocabulary,
  step: number,
): FoundTable | null {
  const head = region.lines.slice(from, from + highestHead);
  const [first] = head;
  if (first === undefined || isLabeledProse(first)) return null;
  if (!head.some(({ segments }) => segments.length > 1)) return null;
  let end = from + 1;
  for (; end < region.lines.length; end += 1) {
    const [above, line] = [region.lines[end - 1], region.lines[end]];
    if (above === undefined || line === undefined || pitchBetween(above, line) > widestGap * step) break;
    if (grids.some((grid) => isInside(line, grid)) || ruled.some((table) => table.from === end)) break;
  }
  const found = findSpacedRows(region.lines.slice(from, end), region.aspect);
  if (found === null) return null;
  const rows = found.rows.map((lines) => stretchToCells(lines, found.columns, vocabulary));
  return {
    from,
    to: from + found.rows.flat().length,
    block: { type: "table", zone: "body", rows, page: region.page, isParted: true },
  };
}

/** The lines of one row in its cells; words of a part that narrow columns let run together go to their own. */
function stretchToCells(
  lines: readonly Line[],
  columns: readonly Column[],
  vocabulary: Vocabulary,
): (SourcedText | null)[] {
  const cells: Word[][][] = columns.map(() => []);
  for (const { segments } of lines) {
    const parted = columns.map((): Word[] => []);
    for (const segment of segments)
      for (const part of partsOf(segment, columns)) parted[columnOf(part, columns)]?.push(...part.words);
    for (const [index, words] of parted.entries()) if (words.length > 0) cells[index]?.push(words);
  }
  return cells.map((cell) => (cell.length === 0 ? null : linesToSourcedText(cell, vocabulary)));
}

function isInside(line: Line, grid: Grid): boolean {
  const middle = (line.top + line.bottom) / 2;
  const isBetween = middle > grid.top && middle < grid.bottom;
  return isBetween && line.left > grid.left - 0.02 && line.right < grid.right + 0.02;
}

/** Rows of two or more segments that stand in the same columns; single segments below wrap into their cell. */
function alignedTable(
  region: Region,
  grids: readonly Grid[],
  ruled: readonly RuledRows[],
  from: number,
  vocabulary: Vocabulary,
  pitch: number,
): FoundTable | null {
  const columns: Column[] = [];
  const taken: Line[] = [];
  let rows = 0;
  let to = from;
  for (let index = from; index < region.lines.length; index += 1) {
    const line = region.lines[index];
    const above = taken.at(-1);
    if (line === undefined) break;
    if (above !== undefined && pitchBetween(above, line) > widestGap * pitch) break;
    if (above !== undefined && grids.some((grid) => isInside(line, grid))) break;
    if (above !== undefined && ruled.some((table) => table.from === index)) break;
    const isRow = line.segments.length > 1 && !isLabeledProse(line);
    if (isRow && (rows === 0 || isAligned(line, columns, region.aspect))) {
      rows += 1;
      widen(columns, line);
      taken.push(line);
      to = index + 1;
    } else if (
      rows > 0 &&
      line.segments.length === 1 &&
      above !== undefined &&
      wraps(line, columns, above, pitch)
    ) {
      taken.push(line);
    } else break;
  }
  const lines = partAtCorridors(taken.slice(0, to - from), region.aspect);
  const settled = settleColumns(lines);
  if (rows < fewestRows || settled.length < 2) return null;
  const block: TableBlock = {
    type: "table",
    zone: "body",
    rows: linesToCells(lines, settled, vocabulary, pitch),
    page: region.page,
  };
  return { from, to, block };
}

/** "1.1   The Supplier shall …" has a gap and is no table row. */
function isLabeledProse(line: Line): boolean {
  const [mark, text] = line.segments;
  if (mark === undefined || text === undefined || line.segments.length > 2) return false;
  return mark.words.length <= 2 && leadingLabel(textOf(mark)) !== null && text.words.length > 5;
}

/** At least one segment beside the first stands in a column; edges or middles may fit. */
function isAligned(line: Line, columns: readonly Column[], aspect: number): boolean {
  const slack = line.height / aspect;
  let fits = 0;
  for (const segment of line.segments) {
    const fitting = columns.find(
      (column) => segment.left < column.right + slack && segment.right > column.left - slack,
    );
    if (fitting !== undefined) fits += 1;
  }
  return fits >= Math.min(2, line.segments.length);
}

function widen(columns: Column[], line: Line): void {
  for (const segment of line.segments) {
    const column = columns.find(({ left, right }) => segment.left < right && segment.right > left);
    if (column === undefined) columns.push({ left: segment.left, right: segment.right });
    else {
      column.left = Math.min(column.left, segment.left);
      column.right = Math.max(column.right, segment.right);
    }
  }
}

/** A single segment close below that stays inside one column continues a cell. */
function wraps(line: Line, columns: readonly Column[], above: Line, pitch: number): boolean {
  if (pitchBetween(above, line) > 1.4 * pitch) return false;
  const [segment] = line.segments;
  if (segment === undefined) return false;
  const over = columns.filter((column) => segment.left < column.right && segment.right > column.left);
  const [only] = over;
  return over.length === 1 && only !== undefined && segment.right <= only.right + 0.05;
}

function linesToCells(
  lines: readonly Line[],
  columns: readonly Column[],
  vocabulary: Vocabulary,
  pitch: number,
): (SourcedText | null)[][] {
  const parted = lines.map((line) => {
    const cells: Word[][] = columns.map(() => []);
    for (const segment of line.segments) cells[columnOf(segment, columns)]?.push(...segment.words);
    return { line, cells };
  });
  const valueColumns = findValueColumns(parted.map(({ cells }) => cells));
  const rows: Word[][][][] = [];
  let above: Line | null = null;
  for (const { line, cells } of parted) {
    const current = rows.at(-1);
    const isClose: boolean = above !== null && pitchBetween(above, line) <= 1.4 * pitch;
    if (isClose && current !== undefined && continuesRow(current, cells, valueColumns))
      for (const [index, words] of cells.entries()) {
        if (words.length > 0) current[index]?.push(words);
      }
    else rows.push(cells.map((words) => (words.length > 0 ? [words] : [])));
    above = line;
  }
  return rows.map((row) =>
    row.map((cell) => (cell.length === 0 ? null : linesToSourcedText(cell, vocabulary))),
  );
}

/** Columns of amounts and quantities: most of their cells hold a digit. */
function findValueColumns(rows: readonly (readonly Word[][])[]): ReadonlySet<number> {
  const found = new Set<number>();
  const count = rows[0]?.length ?? 0;
  for (let column = 1; column < count; column += 1) {
    const filled = rows.map((row) => row[column] ?? []).filter((cell) => cell.length > 0);
    if (filled.length > 0 && filled.filter(isValue).length > filled.length / 2) found.add(column);
  }
  return found;
}

/**
 * A line below goes on with the row above when it has no key of its own and puts no value beside another: it wraps
 * a text, or brings the values that stand at the last line of a wrapped text.
 */
function continuesRow(
  current: readonly Word[][][],
  cells: readonly Word[][],
  valueColumns: ReadonlySet<number>,
): boolean {
  const filled = cells.flatMap((cell, column) => (cell.length > 0 ? [column] : []));
  const hasValueTwice = filled.some(
    (column) => valueColumns.has(column) && (current[column]?.length ?? 0) > 0,
  );
  if (hasValueTwice) return false;
  if (filled.length === 1) return filled[0] !== 0 || (current[0]?.length ?? 0) > 0;
  if (filled[0] === 0) return false;
  return [...valueColumns].some((column) => (current[column]?.length ?? 0) === 0);
}

const textOf = (segment: Segment): string => segment.words.map((word) => word.text).join(" ");
