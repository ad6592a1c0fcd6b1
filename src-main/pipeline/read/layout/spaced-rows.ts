import type { Word } from "../../../../src-shared/model/index.ts";
import { corridorsIn, partAtCorridors, partedAt } from "./corridors.ts";
import { medianOf } from "./lines.ts";
import type { Line } from "./lines.ts";
import { columnOf, isValue, joinedColumns, staysInColumns } from "./table-columns.ts";
import type { Column } from "./table-columns.ts";

/** Rows of a table without rules, each with its lines, and the columns that their words stand in. */
export interface SpacedRows {
  readonly rows: readonly (readonly Line[])[];
  readonly columns: readonly Column[];
}

/** White between two rows beyond that between two lines of one cell, in heights of a line. */
const clearance = 0.15;
/** Lines that overlap by more, in heights, stand beside each other in cells of one row and tell nothing of the white. */
const beside = -0.3;
/** How much letters of one row differ in size at most, as a share. */
const sameSize = 0.08;
const fewestRows = 3;

/**
 * The rows that begin with the first line where white alone parts them; `null` where all lines stand equally far apart.
 *
 * Cells keep some white around their words, so that the lines of one cell stand closer than two rows do: the white tells
 * the rows of wrapped cells, wherever in its cell a word stands (top, middle or bottom).
 */
export function findSpacedRows(lines: readonly Line[], aspect: number): SpacedRows | null {
  for (const widest of widthsBetweenRows(lines)) {
    const bands = withOwnHead(bandsOf(lines, widest));
    const end = bands.findIndex((band) => !band.some(({ segments }) => segments.length > 1));
    const found = rowsOf(end < 0 ? bands : bands.slice(0, end), aspect);
    if (found !== null) return found;
  }
  return null;
}

/** White that may part two rows, the narrowest first: halfway where the gaps between lines jump. */
function widthsBetweenRows(lines: readonly Line[]): readonly number[] {
  const height = medianOf(lines.map((line) => line.height));
  const gaps = gapsBetween(lines)
    .filter((gap) => gap > beside * height)
    .toSorted((one, other) => one - other);
  return gaps.flatMap((gap, index) => {
    const before = gaps[index - 1];
    return before === undefined || gap - before < clearance * height ? [] : [(gap + before) / 2];
  });
}

function bandsOf(lines: readonly Line[], widest: number): readonly (readonly Line[])[] {
  const gaps = gapsBetween(lines);
  const bands: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const gap = gaps[index - 1];
    const current = bands.at(-1);
    if (current === undefined || gap === undefined || gap > widest) bands.push([line]);
    else current.push(line);
  }
  return bands;
}

/** The titles in a row of their own, also where the first row stands close below them in other letters. */
function withOwnHead([first = [], ...rest]: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const [top] = first;
  if (top === undefined) return rest;
  const isTitle = ({ size, bold }: Line): boolean =>
    bold === top.bold && Math.abs(size - top.size) < sameSize * top.size;
  const end = first.findIndex((line) => !isTitle(line));
  return end < 0 || first.slice(end).some(isTitle)
    ? [first, ...rest]
    : [first.slice(0, end), first.slice(end), ...rest];
}

/** White above each line but the first; below zero where lines overlap. */
function gapsBetween(lines: readonly Line[]): number[] {
  let bottom = lines[0]?.bottom ?? 0;
  return lines.slice(1).map((line) => {
    const gap = line.top - bottom;
    bottom = Math.max(bottom, line.bottom);
    return gap;
  });
}

/**
 * Bands as rows of a table: some wrap, most have a figure, and none but the first has two in one column of figures or a
 * part over two columns.
 */
function rowsOf(bands: readonly (readonly Line[])[], aspect: number): SpacedRows | null {
  const lines = partAtCorridors(bands.flat(), aspect);
  if (bands.length < fewestRows || bands.length === lines.length) return null;
  let from = 0;
  const rows = bands.map((band) => lines.slice(from, (from += band.length)));
  const columns = joinedColumns(lines, aspect);
  const values = valueColumns(lines, columns);
  const counts = rows.map((row) =>
    values.map((column) => row.filter((line) => isValue(cellOf(line, column, columns))).length),
  );
  const isTable =
    columns.length > 1 &&
    partedAt(rows.slice(1).flat(), corridorsIn(lines, aspect)).every((line) =>
      staysInColumns(line, columns),
    ) &&
    counts.slice(1).every((row) => row.every((count) => count <= 1)) &&
    counts.filter((row) => row.some((count) => count > 0)).length >= Math.max(fewestRows, rows.length / 2);
  return isTable ? { rows, columns } : null;
}

/** Columns but the first whose cells hold a figure in most lines that fill them. */
function valueColumns(lines: readonly Line[], columns: readonly Column[]): readonly number[] {
  return columns.flatMap((_, column) => {
    const filled = lines.map((line) => cellOf(line, column, columns)).filter((words) => words.length > 0);
    const figures = filled.filter(isValue);
    return column > 0 && figures.length > filled.length / 2 ? [column] : [];
  });
}

const cellOf = ({ segments }: Line, column: number, columns: readonly Column[]): readonly Word[] =>
  segments.flatMap((segment) => (columnOf(segment, columns) === column ? segment.words : []));
