import { sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";
import { roleByContent, withPricedHours } from "./content-roles.ts";
import { saysIncluded } from "../lexicon/included-names.ts";
import { unitIn } from "./column-words.ts";
import { timeUnits, unitOfWord } from "../lexicon/unit-words.ts";
import { parseLiterals } from "../literals/compose.ts";
import { isSum } from "../structure/price-figures.ts";
import { parseBand } from "./bands.ts";
import type { ColumnRole } from "./column-roles.ts";
import { ofWorth, roleOfHead } from "./column-roles.ts";
import type { Literal, NumberStyle } from "../literals/literal.ts";
import type { PlacedTable } from "../structure/outline.ts";
import { joinedCells } from "./joined-cells.ts";
import { prepareText } from "../text/prepared-text.ts";
import type { PreparedText } from "../text/prepared-text.ts";

export interface Cell {
  readonly prepared: PreparedText;
  readonly text: string;
  readonly folded: string;
  readonly literals: readonly Literal[];
}

export interface Column {
  readonly head: PreparedText | null;
  readonly role: ColumnRole;
}

export interface TableRow {
  readonly cells: readonly (Cell | null)[];
  /** Group row above it: "After hours". */
  readonly group: Cell | null;
  readonly index: number;
}

/** A table with typed columns, joined cells and its rows below the head. */
export interface TableView {
  readonly placed: PlacedTable;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly hasHead: boolean;
  /** Rows above the head, such as a letterhead that stands in the same columns. */
  readonly leading: readonly TableRow[];
  /** In a table of changes: the column of the day from which a row holds. */
  readonly effective?: number;
}

const isPriceLike = (cell: Cell | null): boolean =>
  cell !== null &&
  (cell.literals.some((literal) => literal.type === "money" || literal.type === "percent") ||
    /^[\d.,' ]+$/.test(cell.text));

/** Rows below their head with typed columns; cells split as "$" | "185.00" | "/hr" are joined again. */
export function viewTable(placed: PlacedTable, style: NumberStyle): TableView | null {
  const joined = joinedCells(placed.rows);
  const grid = joined.map((row) =>
    row.map((prepared): Cell | null =>
      prepared === null || prepared.text === ""
        ? null
        : {
            prepared,
            text: prepared.text,
            folded: prepared.folded,
            literals: parseLiterals(prepared.text, prepared.folded, style),
          },
    ),
  );
  const rows = grid.filter((row) => row.some((cell) => cell !== null));
  if (rows.length === 0) return null;
  const pricedAt = rows.findIndex((_, index) => index < 9 && headsPrices(rows, index, style));
  const headAt = pricedAt >= 0 ? pricedAt : rows.findIndex((row, index) => index < 4 && isHead(row, style));
  const width = Math.max(...rows.map((row) => row.length));
  const found = mergedHead(rows, width, style);
  const merged = headAt < 0 || found?.index === headAt ? found : null;
  const headRow = merged?.index ?? headAt;
  const head = merged?.cells ?? (headAt < 0 ? null : (rows[headAt] ?? null));
  const body = rows.slice(headRow + 1);
  const isHire = (head ?? []).filter(namesPeriod).length > 1;
  const columns: Column[] = Array.from({ length: width }, (_, column) => {
    const cell = head?.[column] ?? null;
    const role = cell === null ? "unknown" : isHire && namesPeriod(cell) ? "rate" : roleOfHead(cell.folded);
    return {
      head: cell?.prepared ?? null,
      role: roleByContent(
        role,
        column,
        body.map((row) => row[column] ?? null),
        style,
      ),
    };
  });
  const priced = withPricedHours(columns, body);
  let group: Cell | null = null;
  const typed: TableRow[] = [];
  for (const [index, cells] of body.entries()) {
    const filled = cells.filter((cell) => cell !== null);
    const [only] = filled;
    if (
      filled.length === 1 &&
      width > 1 &&
      only !== undefined &&
      cells[0] === only &&
      only.literals.length === 0 &&
      only.text.length < 60
    ) {
      group = only;
      continue;
    }
    typed.push({ cells, group, index });
  }
  const leading = rows
    .slice(0, Math.max(0, headRow))
    .map((cells, index) => ({ cells, group: null, index: index - rows.length }));
  return { placed, columns: priced, rows: typed, hasHead: head !== null, leading };
}

/** "Day", "4 weeks", "Mes": two such heads side by side are over prices of hire. */
const namesPeriod = (cell: Cell | null): boolean =>
  cell !== null &&
  timeUnits.has(unitOfWord(/^(?:\d{1,2} )?([\p{L}]+)$/u.exec(cell.folded.trim())?.[1] ?? "") ?? "");

function isHead(row: readonly (Cell | null)[], style: NumberStyle): boolean {
  const filled = row.filter((cell): cell is Cell => cell !== null);
  if (filled.length < 2) return false;
  if (filled.some((cell) => cell.literals.some((literal) => literal.type === "money"))) return false;
  if (filled.some((cell) => cell.text.length > 60 || isSum(cell.text))) return false;
  if (filled.some((cell) => isPriceLike(cell) && !/^(?:19|20)\d\d$/.test(cell.text) && cell.text !== "%"))
    return false;
  const periods = filled.filter(namesPeriod).length;
  const bands = filled.filter((cell) => parseBand(cell.folded, style) !== null);
  const known = filled.filter(
    (cell) =>
      roleOfHead(cell.folded) !== "unknown" ||
      /^(?:19|20)\d\d$|^year \d/.test(cell.folded) ||
      (periods > 1 && namesPeriod(cell)) ||
      (bands.length > 1 && bands.includes(cell)),
  ).length;
  return (
    known >= 2 &&
    known >= filled.length / 2 &&
    !filled.some((cell) => cell.text.endsWith(":") && filled.length === 2)
  );
}

/** A bare figure with two places is a sum where a head says so: "3,450.00". */
const printedSum = /^\d[\d.,' ]*[.,]\d{2}$/;

/**
 * Short words over columns of prices are their head, whatever words they are: "Plant | Day | Week".
 *
 * The rows below must have prices where this one has words, and words where it has its first.
 */
function headsPrices(
  rows: readonly (readonly (Cell | null)[])[],
  index: number,
  style: NumberStyle,
): boolean {
  const row = rows[index] ?? [];
  const filled = row.filter((cell): cell is Cell => cell !== null);
  if (filled.length < 2 || filled.some((cell) => cell.text.length > 40 || /[:;]$/.test(cell.text)))
    return false;
  if (filled.some((cell) => cell.literals.some(({ type }) => type === "money" || type === "date")))
    return false;
  if (
    filled.slice(1).some((cell) => isSum(cell.text) || cell.literals.some(({ type }) => type === "percent"))
  )
    return false;
  if (saysIncluded(filled[0]?.folded ?? "", filled[1]?.folded ?? "")) return false;
  const below = rows.slice(index + 1, index + 3);
  if (below.length < 2) return false;
  const isPriced = (column: number): boolean =>
    below.every((other) => {
      const cell = other[column] ?? null;
      return (
        cell !== null && (cell.literals.some(({ type }) => type === "money") || printedSum.test(cell.text))
      );
    });
  const headed = row.flatMap((cell, column) => (cell !== null && isPriced(column) ? [{ cell, column }] : []));
  const first = row.findIndex((cell) => cell !== null);
  if (headed.length === 0 || headed.some(({ column }) => column === first)) return false;
  // Over three columns or more the first row alone without a sum is their head; in a list of labels and values only a
  // word of price makes one.
  const hasSum = (other: readonly (Cell | null)[], column: number): boolean =>
    other[column]?.literals.some(({ type }) => type === "money") === true ||
    printedSum.test(other[column]?.text ?? "");
  const isLone =
    index === 0 &&
    filled.length > 2 &&
    rows.length > 3 &&
    headed.every(({ column }) => rows.slice(1).every((other) => hasSum(other, column)));
  return (
    isLone ||
    headed.length > 1 ||
    headed.some(
      ({ cell }) =>
        ["rate", "amount"].includes(roleOfHead(cell.folded)) ||
        ofWorth.test(cell.folded) ||
        unitIn(cell.folded, style, false) !== null,
    )
  );
}

/**
 * A head whose words ran together over narrow columns: "Line Daypart" | "Length Spots/week Rate" above six columns.
 *
 * Only where its words, "per spot" taken with what stands before, are as many as the columns.
 */
function mergedHead(
  rows: readonly (readonly (Cell | null)[])[],
  width: number,
  style: NumberStyle,
): { readonly index: number; readonly cells: readonly Cell[] } | null {
  const pricedAt = rows.findIndex(
    (row) => row.filter((cell) => cell !== null && isPriceLike(cell)).length > 1,
  );
  if (width < 4 || pricedAt < 1) return null;
  const filled = (rows[pricedAt - 1] ?? []).filter((cell): cell is Cell => cell !== null);
  if (filled.length < 1 || filled.length >= width || filled.some((cell) => cell.literals.length > 0))
    return null;
  const cells = filled.flatMap((cell) =>
    [...cell.prepared.source.text.matchAll(/\S+(?: (?:per|each|of|\/) \S+)?/gu)].map((match): Cell => {
      const prepared = prepareText(
        sliceSourcedText(cell.prepared.source, match.index, match.index + match[0].length),
      );
      const literals = parseLiterals(prepared.text, prepared.folded, style);
      return { prepared, text: prepared.text, folded: prepared.folded, literals };
    }),
  );
  const known = cells.filter((cell) => roleOfHead(cell.folded) !== "unknown").length;
  return cells.length === width && known >= 2 ? { index: pricedAt - 1, cells } : null;
}
