import { compare, decimalText } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { foldText } from "../values/index.ts";
import { closesPrinted, valuesOf } from "./arithmetic.ts";
import type { RawLine } from "./raw-line.ts";
import { textOf } from "./layout.ts";

interface Base {
  readonly count: DecimalText;
  /** Words of a row that say so. */
  readonly words: RegExp;
}

const thousand = decimalText("1000");
const bases: readonly Base[] = [
  {
    count: thousand,
    words:
      /(?<![\p{L}\d])(?:cpm|cpt|tkp|(?:ad ?)?impressions?|thousands?|tausend|mille|1[., ]?000|‰)(?![\p{L}\d])/u,
  },
  { count: decimalText("100"), words: /(?<![\p{L}\d.,])(?:hundreds?|hundert|cent|100)(?![\p{L}\d]|[.,]\d)/u },
  {
    count: decimalText("1000000"),
    words: /(?<![\p{L}\d])(?:millions?|millionen?|1[., ]000[., ]000)(?![\p{L}\d])/u,
  },
];

/**
 * Rows that multiply out only where their price is one for so many: 212,480 impressions at 14.00 make 2,974.72.
 *
 * A word of the row says so, and its own figures are none. Two rows of many may go without it: a slip of the point does
 * not happen twice by the same factor.
 */
export function withProvenBases(lines: readonly RawLine[]): readonly RawLine[] {
  const thousands = lines.filter((line) => isOfMany(line) && isPricedPer(line, thousand));
  return lines.map((line) => {
    const told = bases.find(({ count, words }) => words.test(wordsOf(line)) && isPricedPer(line, count));
    const isOneOfSeveral = thousands.length > 1 && thousands.includes(line);
    const count = told?.count ?? (isOneOfSeveral ? thousand : null);
    return count === null || line.price === null
      ? line
      : {
          ...line,
          priceBase: { ...line.price, reading: { ...line.price.reading, value: count, readings: [] } },
        };
  });
}

/** Whether a row without a base of its own closes by that one alone. */
function isPricedPer(line: RawLine, count: DecimalText): boolean {
  const { quantity, price, amount, priceBase, discountPercent, discountAmount } = line;
  if (quantity === null || price === null || amount === null || priceBase !== null) return false;
  if (discountPercent !== null || discountAmount !== null) return false;
  const printed = { quantity, price, amount };
  return !closesPrinted(printed) && closesPrinted(printed, count);
}

const isOfMany = ({ quantity }: RawLine): boolean =>
  quantity !== null && valuesOf(quantity.reading).some((q) => compare(q, thousand) >= 0);

/** What a row prints beside its figures: a count of 100 says nothing of a price for a hundred. */
function wordsOf({ tokens, quantity, price, amount }: RawLine): string {
  const figures = new Set([quantity, price, amount].flatMap((cell) => cell?.tokens ?? []));
  return foldText(textOf(tokens.filter((token) => !figures.has(token))));
}
