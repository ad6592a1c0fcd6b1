import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import { blankCell, type Grid, type GridCell } from "./grid.ts";
import { rasterLines } from "./raster-lines.ts";
import { joinPieces, splitPiece, textLines, type TextLine, type TextPiece } from "./text-lines.ts";
import type { ColumnRole } from "./column-roles.ts";
import { unitInTitle } from "./measure-titles.ts";
import { titleKey } from "./title-key.ts";
import { isListedTitle, meaningsOf } from "./title-meanings.ts";

/** A value by its shape: a number with or without a unit, a time, a day, a mark for nothing. */
const figure =
  /^(?:[-–—]+|[-+(]?[€$£]?\s?\d[\d.,:'/ -]*\)?\s?(?:[\p{L}²³%€$£°]{1,10}\.?)?(?:\d{2})?|\d{1,2}[-./ ]?\p{L}{3,9}\.?[-./ ]?\d{0,4})$/u;
const isFigure = (text: string): boolean => figure.test(text);
/** "Client: Dock 4", "Remarks: …": a label of a form with what it says. */
const labeled = /^\p{L}[^:]{0,38}\s?:(?!\d)/u;
const endMark = /^(?:\*{3}|#|[-=]{2}>)/u;
const fewestTitles = 3;
const longestTitle = 28;
/** Lines without figures between two rows: notes, headings of groups. */
const mostBetween = 2;
/** Rows whose places say where the columns are. */
const lookedRows = 12;

/**
 * The tables that lines of text or of pages in letters of one width form: a line of titles, and under it lines whose pieces stand in the columns of
 * those titles. Cells are told by their columns in the text, so that a letterhead above bends none of them.
 */
export function lineGrids(document: ReadDocument): readonly Grid[] {
  const { text } = document;
  const lines = text !== null && isMonospaced(document) ? textLines(text) : rasterLines(document);
  const grids: Grid[] = [];
  let from = 0;
  while (from < lines.length) {
    const found = tableFrom(lines, from);
    if (found === null) {
      from += 1;
      continue;
    }
    grids.push({
      name: `lines ${grids.length + 1}`,
      isHeaded: true,
      rows: found.rows.map((row) => row.map((piece) => cellOf(document, piece))),
    });
    from = found.end;
  }
  return grids;
}

/** Whether the words of the pages point into the text as it was written. */
const isMonospaced = ({ reader, pages }: ReadDocument): boolean =>
  (reader === "text" || reader === "email") &&
  pages.some(({ words }) => words[0] !== undefined && "start" in words[0].at);

const cellOf = ({ documentId }: ReadDocument, piece: TextPiece | null): GridCell =>
  piece === null
    ? blankCell
    : {
        text: piece.text.replace(/\s+/gu, " "),
        value: null,
        valueType: "text",
        currency: null,
        prove: (role) => ({
          documentId,
          role,
          quote: piece.text,
          at: piece.at ?? { start: piece.start, end: piece.end },
        }),
      };

interface FoundTable {
  readonly rows: readonly (readonly (TextPiece | null)[])[];
  /** The line behind the last row. */
  readonly end: number;
}

function tableFrom(lines: readonly TextLine[], at: number): FoundTable | null {
  const titles = lines[at]?.pieces ?? [];
  if (!isTitleLine(titles)) return null;
  const found = rowsBelow(lines, at, titles);
  const [first] = found.rows;
  // Titles head figures: at least one stands in a column of its own.
  if (first === undefined || !found.rows.some((row) => row.filter(({ text }) => isFigure(text)).length > 0))
    return null;
  const columns = withUntitled(titles, found.rows);
  const rows = columns[0] === null ? found.rows.map((row) => joinedBefore(row, titles)) : found.rows;
  return { rows: [columns, ...rows.map((row) => placed(row, columns))], end: found.end };
}

const things: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "item",
  "description",
  "task",
  "meter",
  "date",
  "person",
]);
const counts: ReadonlySet<ColumnRole> = new Set<ColumnRole>(["quantity", "hours", "minutes"]);

/** "Product   Net weight (t)": two titles are enough where one says what is counted and the other how much. */
function isThingBesideCount([thing, count, ...others]: readonly TextPiece[]): boolean {
  if (thing === undefined || count === undefined || others.length > 0) return false;
  const [first] = meaningsOf(thing.text);
  return (
    first !== undefined &&
    things.has(first.role) &&
    isListedTitle(thing.text) &&
    (unitInTitle(count.text) !== null || meaningsOf(count.text).some(({ role }) => counts.has(role)))
  );
}

/** Names without figures, three at least, and no label with its value. */
const isTitleLine = (pieces: readonly TextPiece[]): boolean =>
  (pieces.length >= fewestTitles || isThingBesideCount(pieces)) &&
  pieces.every(
    ({ text }) =>
      text.length <= longestTitle &&
      !labeled.test(text) &&
      (!/\d/.test(text) || /^\p{L}+[-. ]*\d{1,2}[./-]?(?:\d{1,2}\.?|\p{L}{3,})?$/u.test(text)) &&
      !/^[-–—]+$/u.test(text) &&
      titleKey(text) !== "",
  );

/** Lines of figures in the columns of a line of titles, up to what is no row: a label, prose, another line of titles. */
function rowsBelow(
  lines: readonly TextLine[],
  at: number,
  titles: readonly TextPiece[],
): { readonly rows: readonly (readonly TextPiece[])[]; readonly end: number } {
  const rows: (readonly TextPiece[])[] = [];
  let between: (readonly TextPiece[])[] = [];
  let end = at + 1;
  let skipped = 0;
  let isRuled = false;
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.isRule) {
      isRuled = rows.length > 0;
      continue;
    }
    if (line.pieces.length === 0) {
      skipped += 1;
      if (skipped > 1 || rows.length === 0) {
        if (skipped > 1) break;
      }
      continue;
    }
    const [first] = line.pieces;
    if (first === undefined || endMark.test(first.text)) break;
    // Under a rule stand sums, or what belongs to no column any more.
    if (isRuled && !isSumOrRow(line.pieces, titles)) break;
    if (isRowOf(line.pieces, titles)) {
      rows.push(...between, line.pieces);
      between = [];
      skipped = 0;
      end = index + 1;
      continue;
    }
    if (labeled.test(first.text) || skipped > 0) break;
    between.push(line.pieces);
    if (between.length > mostBetween) break;
  }
  return { rows, end };
}

/** Sums beside one name at most, or a row as full as the titles. */
const isSumOrRow = (pieces: readonly TextPiece[], titles: readonly TextPiece[]): boolean =>
  pieces.filter(({ text }) => !isFigure(text)).length <= 1 || pieces.length >= titles.length;

/** A row has a figure, and two pieces at least of which one stands in a column. */
function isRowOf(pieces: readonly TextPiece[], titles: readonly TextPiece[]): boolean {
  const [first] = pieces;
  if (first === undefined || pieces.length < 2 || labeled.test(first.text)) return false;
  if (pieces.length > titles.length + 2) return false;
  const isPlaced = pieces.some((piece) => titles.some((title) => isAligned(piece, title)));
  return isPlaced && pieces.some(({ text }) => /\d/.test(text) || /^[-–—]+$/u.test(text));
}

const isAligned = (piece: TextPiece, title: TextPiece): boolean =>
  piece.left < title.right && title.left < piece.right;

/** A column without a title where rows begin left of all titles: "1st fix" under "      Mon   Tue". */
function withUntitled(
  titles: readonly TextPiece[],
  rows: readonly (readonly TextPiece[])[],
): readonly (TextPiece | null)[] {
  const left = titles[0]?.left ?? 0;
  const isBefore = rows.slice(0, lookedRows).some(([first]) => first !== undefined && first.right <= left);
  return isBefore ? [null, ...titles] : titles;
}

/** "monday   4/5" left of all titles is one cell of the column that has none. */
function joinedBefore(row: readonly TextPiece[], titles: readonly TextPiece[]): readonly TextPiece[] {
  const left = titles[0]?.left ?? 0;
  const before = row.filter(({ right }) => right <= left);
  return before.length < 2 ? row : [joinPieces(before), ...row.slice(before.length)];
}

/** The pieces of a row in its columns; a piece that runs over the place of a title of its own is parted there. */
function placed(
  row: readonly TextPiece[],
  columns: readonly (TextPiece | null)[],
): readonly (TextPiece | null)[] {
  const titled = columns.filter((column) => column !== null);
  const pieces = row.length < columns.length ? partedAt(row, titled) : row;
  if (pieces.length === columns.length) return pieces;
  const cells: (TextPiece | null)[] = columns.map(() => null);
  for (const [index, column] of bestPlaces(pieces, columns).entries()) {
    const piece = pieces[index];
    if (piece === undefined || column < 0) continue;
    cells[column] = piece;
  }
  return cells;
}

/** "BRK-220 REV C 10" under "PART NO       OPER": parted before the word that begins where a free title begins. */
function partedAt(row: readonly TextPiece[], titles: readonly TextPiece[]): readonly TextPiece[] {
  let pieces = [...row];
  for (const title of titles) {
    const index = pieces.findIndex(({ left, right }) => left < title.left && title.left < right);
    const piece = pieces[index];
    if (piece === undefined || pieces.some((other) => other !== piece && isAligned(other, title))) continue;
    const at = title.left - piece.left;
    const before = titles.filter(({ right }) => right <= title.left).at(-1);
    const isOwn = before === undefined || isAligned(piece, before);
    if (piece.text[at - 1] !== " " || !isOwn) continue;
    pieces = [...pieces.slice(0, index), ...splitPiece(piece, at), ...pieces.slice(index + 1)];
  }
  return pieces;
}

/** Columns for pieces from left to right: where edges meet first, else where they overlap, else the nearest. */
function bestPlaces(pieces: readonly TextPiece[], columns: readonly (TextPiece | null)[]): readonly number[] {
  const lost = 60;
  const costs = pieces.map((piece) => columns.map((column) => distance(piece, column, columns)));
  // best[i][j]: least cost of the first i pieces in the first j columns.
  const best: { cost: number; taken: boolean; skipped: boolean }[][] = [
    columns.map(() => ({ cost: 0, taken: false, skipped: false })),
  ];
  best[0]?.push({ cost: 0, taken: false, skipped: false });
  for (let i = 1; i <= pieces.length; i += 1) {
    const line: { cost: number; taken: boolean; skipped: boolean }[] = [
      { cost: lost * i, taken: false, skipped: true },
    ];
    for (let j = 1; j <= columns.length; j += 1) {
      const free = line[j - 1]?.cost ?? Infinity;
      const taken = (best[i - 1]?.[j - 1]?.cost ?? Infinity) + (costs[i - 1]?.[j - 1] ?? Infinity);
      const skipped = (best[i - 1]?.[j]?.cost ?? Infinity) + lost;
      const cost = Math.min(free, taken, skipped);
      line.push({ cost, taken: cost === taken, skipped: cost === skipped && cost !== taken });
    }
    best.push(line);
  }
  const places = pieces.map(() => -1);
  let [i, j] = [pieces.length, columns.length];
  while (i > 0) {
    const step = best[i]?.[j];
    if (step === undefined) break;
    if (step.taken && j > 0) {
      places[i - 1] = j - 1;
      i -= 1;
      j -= 1;
    } else if (step.skipped || j === 0) i -= 1;
    else j -= 1;
  }
  return places;
}

function distance(
  piece: TextPiece,
  column: TextPiece | null,
  columns: readonly (TextPiece | null)[],
): number {
  if (column === null) {
    const first = columns.find((each) => each !== null);
    return first !== undefined && first !== null && piece.left < first.left ? 0 : 50;
  }
  if (piece.left === column.left || piece.right === column.right) return 0;
  if (isAligned(piece, column))
    return Math.min(
      4,
      1 + Math.min(Math.abs(piece.left - column.left), Math.abs(piece.right - column.right)) / 8,
    );
  return 4 + Math.max(column.left - piece.right, piece.left - column.right);
}
