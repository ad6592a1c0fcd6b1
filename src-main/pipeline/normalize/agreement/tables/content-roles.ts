import { isSum } from "../structure/price-figures.ts";
import type { Literal, NumberStyle } from "../literals/literal.ts";
import type { ColumnRole } from "./column-roles.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import { unitOfPhrase } from "../literals/two-word-units.ts";
import { cadenceIn, lumpUnit, unitIn } from "./column-words.ts";

/** What is printed in a cell, and what it holds. */
interface Content {
  readonly text: string;
  readonly folded: string;
  readonly literals: readonly Literal[];
}

/** Roles that a head gives and that figures below it do not overrule. */
const settled: ReadonlySet<ColumnRole> = new Set([
  "rate",
  "amount",
  "quantity",
  "number",
  "percent",
  "discount",
  "list",
  "minimum",
  "note",
]);

/**
 * What a column holds by its cells, where its head does not tell: sums are prices, words of measure are units.
 *
 * The first column names the rows, whatever it holds.
 */
export function roleByContent(
  role: ColumnRole,
  index: number,
  cells: readonly (Content | null)[],
  style: NumberStyle,
): ColumnRole {
  const filled = cells.filter((cell): cell is Content => cell !== null);
  if (filled.length === 0) return role;
  // "Charge | What you get | Price": a word of price over names is what the rows are called.
  if (index === 0)
    return (role === "amount" || role === "rate") &&
      filled.length > 1 &&
      filled.every(({ text }) => /\p{L}{3}/u.test(text) && !isSum(text.trim()))
      ? "item"
      : role;
  const share = (test: (cell: Content) => boolean): number => filled.filter(test).length / filled.length;
  const told = filled.filter(({ folded }) => !lumpUnit.test(folded.trim()));
  const sums = told.filter(holdsSum).length;
  if (!settled.has(role) && sums > 0 && sums >= told.length * 0.6) return "amount";
  if (role === "unknown" && filled.length > 1 && share((cell) => namesUnit(cell, style)) >= 0.8)
    return "unit";
  return role;
}

/** A figure with two places: "92.00", "1,250.00". */
const inCents = /^\d[\d.,' ]*[.,]\d{2}$/;

/** "Normal hours | After hours" over sums, where no other column has prices: rates of those hours, and no counts. */
export function withPricedHours<T extends { readonly role: ColumnRole }>(
  columns: readonly T[],
  rows: readonly (readonly (Content | null)[])[],
): readonly T[] {
  if (columns.some(({ role }) => role === "rate" || role === "amount" || role === "percent")) return columns;
  return columns.map((column, index) => {
    const cells = rows.flatMap((row) => row[index] ?? []);
    return column.role === "quantity" && cells.length > 1 && cells.every(({ text }) => inCents.test(text))
      ? { ...column, role: "rate" }
      : column;
  });
}

const holdsSum = ({ text }: Content): boolean => isSum(text.trim());

const namesUnit = (cell: Content, style: NumberStyle): boolean =>
  cell.text.length <= 24 &&
  !/\d/.test(cell.text) &&
  !cell.literals.some(({ type }) => type === "money" || type === "date") &&
  (lumpUnit.test(cell.folded.trim()) ||
    /^(?:per|pro|je|par|por|al|a|each|every|cada|chaque|\/) ?\p{L}/u.test(cell.folded) ||
    isMeasure(cell.folded, style));

/** A word that measures or counts: what stands in a column without such a head must be one that is known. */
const isMeasure = (folded: string, style: NumberStyle): boolean => {
  const words = folded.trim().split(/[ /]+/);
  return (
    words.length < 4 &&
    (cadenceIn(folded) !== null ||
      unitOfPhrase(folded.trim()) !== null ||
      words.some((word) => unitOfWord(word.replace(/[.]$/, "")) !== null)) &&
    unitIn(folded, style, true) !== null
  );
};
