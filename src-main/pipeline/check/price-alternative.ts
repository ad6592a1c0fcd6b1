import {
  compareFractions,
  decimalToText,
  divideFractions,
  fraction,
  fractionToExactDecimal,
  isEqual,
  multiplyFractions,
  negate,
} from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { TermOf } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { lineAmount } from "../../../src-shared/pricing/index.ts";
import { relateUnits } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { LineContext } from "./context.ts";
import { termWords } from "./describe-term.ts";
import { whyUnusable } from "./firmness.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";

/** A price of the agreement that nobody can apply yet, and that the billed one equals: an open question, not an error. */
export function findOpenPrice({ owner, line }: LineContext, billed: Fraction): GoverningTerm | null {
  for (const other of owner.allTermsOf("rate")) {
    if (whyUnusable(other) === null || relateUnits(valueOf(line.unit), other.term.value.unit) === "different")
      continue;
    if (compareFractions(rateOfOne(other.term), billed) === 0) return other;
  }
  return null;
}

const ratesOfOne = new WeakMap<TermOf<"rate">, Fraction>();

/** The price of one unit of a rate; kept, since each wrong price of a batch is compared with every rate. */
function rateOfOne(term: TermOf<"rate">): Fraction {
  const known = ratesOfOne.get(term);
  if (known !== undefined) return known;
  const price = divideFractions(term.value.price, term.value.priceBase ?? fraction(1));
  ratesOfOne.set(term, price);
  return price;
}

/** Another agreed price that the billed one equals: of another day, another item, or another reading. */
export function findAlternative(
  context: LineContext,
  governing: GoverningTerm,
  billed: Fraction,
): Sentence | null {
  const { owner, line } = context;
  for (const other of owner.allTermsOf("rate")) {
    if (relateUnits(valueOf(line.unit), other.term.value.unit) === "different") continue;
    if (compareFractions(rateOfOne(other.term), billed) !== 0) continue;
    if (other.term.id === governing.term.id) continue;
    if (other.to !== null && governing.from !== null && other.to <= governing.from)
      return sentence("reading/price-until", { day: other.to, term: termWords(other.term) });
    if (other.from !== null && governing.to !== null && other.from >= governing.to)
      return sentence("reading/price-from", { day: other.from, term: termWords(other.term) });
    return sentence("reading/term", { term: termWords(other.term) });
  }
  for (const rules of owner.termsOf("time-rules")) {
    const { overtimeMultiplier, afterHoursMultiplier, travelMultiplier } = rules.term.value;
    const multipliers = [
      ["words/hours.overtime", overtimeMultiplier],
      ["words/hours.after-hours", afterHoursMultiplier],
      ["words/hours.travel", travelMultiplier],
    ] as const;
    for (const [name, multiplier] of multipliers) {
      if (multiplier === undefined || governing.term.type !== "rate") continue;
      const price = multiplyFractions(
        divideFractions(governing.term.value.price, governing.term.value.priceBase ?? fraction(1)),
        multiplier,
      );
      if (compareFractions(price, billed) === 0)
        return sentence("reading/multiplied", { multiplier, what: sentence(name, {}) });
    }
  }
  const rate = valueOf(line.taxRate);
  if (rate !== null && governing.term.type === "rate") {
    const withTax = lineAmount(
      {
        quantity: { units: 1n, scale: 0 },
        unitPrice: governing.term.value.price,
        reductions: [{ percent: decimalToText(negate(rate)) }],
      },
      owner.precision,
    );
    const billedText = fractionToExactDecimal(billed);
    if (billedText !== undefined && isEqual(withTax.value, billedText))
      return sentence("reading/price-with-tax", {});
  }
  return null;
}
