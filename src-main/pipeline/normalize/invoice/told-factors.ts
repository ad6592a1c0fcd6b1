import { foldText, parseUnit, unitOf } from "../values/index.ts";
import { closesRow, isTrivialRow, valuesOf } from "./arithmetic.ts";
import { textOf } from "./layout.ts";
import type { Token } from "./layout.ts";
import type { RawLine } from "./raw-line.ts";
import { findNumbers } from "./spans.ts";
import type { Conventions } from "./spans.ts";
import type { NumberCell, UnitCell } from "./table-cells.ts";
import { unitInWords } from "./unit-in-words.ts";

/** What joins a count to the price of one: "3 wks @ £145.00", "117 at R 62.00", "65 Std. à 118,00". */
const joint =
  /^(?:x|×|\*|@|at|a|à|zu|je|per|por|al|per\/|von|de|for|od|voor|van|tegen|ad|mal|fois|por\/|pro)$/i;

/** What tells a count from its price beyond doubt, so that even one times a price is told. */
const sign = /^(?:x|×|\*|@|à|at)$/i;

/**
 * A line that prints its amount alone, with the count and price that its own words tell: under its description stands
 * "3 wks @ £145.00", or behind it "(3.5 x 48.00)". Told only where they make the amount.
 */
export function withToldFactors(line: RawLine, conventions: Conventions): RawLine {
  const { amount } = line;
  const told =
    amount === null || line.quantity !== null || line.price !== null
      ? null
      : (factorsIn(line.description, amount, conventions) ??
        onlyOf(rowsOf(line.description).flatMap((row) => factorsIn(row, amount, conventions) ?? [])));
  const whole = told === null ? line : { ...line, ...told };
  if (whole.quantity === null || whole.unit !== null) return whole;
  return { ...whole, unit: unitInWords(whole.description) };
}

/** The count, its unit and the price that some words tell of an amount; `null` where none or several make it. */
export function factorsIn(
  tokens: readonly Token[],
  amount: NumberCell,
  conventions: Conventions,
): Pick<RawLine, "quantity" | "price" | "unit"> | null {
  const numbers = findNumbers(tokens, conventions).filter(({ reading }) => !reading.isPercent);
  const found = numbers
    .slice(1)
    .flatMap((price, at): readonly Pick<RawLine, "quantity" | "price" | "unit">[] => {
      const quantity = numbers[at];
      if (quantity === undefined || quantity.reading.currency !== null) return [];
      const between = tokens.slice(quantity.end, price.start);
      const at0 = between.findIndex(({ text }) => joint.test(text));
      if (at0 < 0 || between.length > 4) return [];
      const isSigned = between.some(({ text }) => sign.test(text));
      if (!makes(quantity, price, amount, isSigned)) return [];
      return [
        { quantity, price, unit: unitBetween(between.slice(0, at0)) ?? unitBetween(between.slice(at0 + 1)) },
      ];
    });
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? null : only;
}

const onlyOf = <T>(found: readonly T[]): T | null => (found.length === 1 ? (found[0] ?? null) : null);

/** The words by printed row: "13 April" over "17 h @ R 450.00" is no day of 2017. */
function rowsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const rows: Token[][] = [];
  for (const token of tokens) {
    const last = rows.at(-1)?.at(-1);
    if (last === undefined || token.top > last.top + 0.5 * token.size) rows.push([token]);
    else rows.at(-1)?.push(token);
  }
  return rows.length > 1 ? rows : [];
}

function unitBetween(tokens: readonly Token[]): UnitCell | null {
  const words = tokens.filter(({ text }) => /\p{L}/u.test(text));
  const text = foldText(textOf(words));
  if (words.length === 0 || words.length > 2 || parseUnit(text) === null) return null;
  return { unit: unitOf(text), tokens: words };
}

const makes = (quantity: NumberCell, price: NumberCell, amount: NumberCell, isSigned: boolean): boolean =>
  valuesOf(quantity.reading).some((q) =>
    valuesOf(price.reading).some((p) =>
      valuesOf(amount.reading).some((a) => {
        const factors = { quantity: q, price: p, amount: a };
        return closesRow(factors) && (isSigned || !isTrivialRow(factors));
      }),
    ),
  );
