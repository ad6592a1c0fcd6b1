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
    words: /(?<![\p{L}\d])(?:cpm|cpt|tkp|thousands?|tausend|mille|1[., ]?000|‰)(?![\p{L}\d])/u,
  },
  { count: decimalText("100"), words: /(?<![\p{L}\d.,])(?:hundreds?|hundert|cent|100)(?![\p{L}\d]|[.,]\d)/u },
  {
    count: decimalText("1000000"),
    words: /(?<![\p{L}\d])(?:millions?|millionen?|1[., ]000[., ]000)(?![\p{L}\d])/u,
  },
];

/**
 * A row that multiplies out only where its price is one for so many: 212,480 impressions at 14.00 make 2,974.72.
 *
 * A thousand needs no word beside so many; nobody errs by exactly that factor.
 */
export function withProvenBase(line: RawLine): RawLine {
  const { quantity, price, amount, priceBase, discountPercent, discountAmount } = line;
  if (quantity === null || price === null || amount === null || priceBase !== null) return line;
  if (discountPercent !== null || discountAmount !== null) return line;
  const printed = { quantity, price, amount };
  if (closesPrinted(printed)) return line;
  const isMany = valuesOf(quantity.reading).some((q) => compare(q, thousand) >= 0);
  const words = foldText(textOf(line.tokens));
  const base = bases.find(
    ({ count, words: named }) =>
      ((count === thousand && isMany) || named.test(words)) && closesPrinted(printed, count),
  );
  return base === undefined
    ? line
    : { ...line, priceBase: { ...price, reading: { ...price.reading, value: base.count, readings: [] } } };
}
