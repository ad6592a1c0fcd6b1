import {
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  fractionToExactDecimal,
  multiply,
  multiplyFractions,
  subtractFractions,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { computeAmount, shownAmount } from "../../../src-shared/pricing/index.ts";
import { cannotDetermine, fail, pass } from "./check.ts";
import type { Verdict } from "./check.ts";
import type { LineContext } from "./context.ts";
import { confidenceOf, evidenceOf } from "./evidence.ts";
import { netOfLine } from "./line-figures.ts";
import { showQuantity } from "./proven-quantity.ts";
import type { ProvenQuantity } from "./proven-quantity.ts";
import { findQuantityReading } from "./other-readings.ts";
import { exactly, measure, toleranceFor } from "./tolerance.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";

/** Both directions are judged at once: what is too much is not too little. */
export const ids = ["quantity.over", "quantity.under"] as const;

/** As if no record proved anything. */
export const nothingProven: ProvenQuantity = {
  counted: fraction(0),
  most: fraction(0),
  unapproved: fraction(0),
  unknown: fraction(0),
  records: [],
  visits: [],
  hasUnreadable: false,
};

export const both = (make: (id: (typeof ids)[number]) => Verdict): readonly Verdict[] => ids.map(make);

const undetermined = new WeakMap<Sentence, readonly Verdict[]>();

/** That neither can be told, for one reason: lines that share the reason share the verdicts. */
export function neitherKnown(because: Sentence): readonly Verdict[] {
  const known = undetermined.get(because);
  if (known !== undefined) return known;
  const verdicts = both((id) => cannotDetermine(id, because));
  undetermined.set(because, verdicts);
  return verdicts;
}

/** What stands against a quantity, in words and money. */
export function verdictsFor(
  context: LineContext,
  side: "over" | "under",
  billed: Fraction,
  evidenced: Fraction,
  proven: ProvenQuantity,
): readonly Verdict[] {
  const { owner, line, terms } = context;
  const id = `quantity.${side}` as const;
  const exactOf = (value: Fraction): DecimalText =>
    decimalToText(fractionToExactDecimal(value) ?? fractionToDecimal(value, 6));
  const measured = measure(
    toleranceFor(id, owner, context, exactly),
    exactOf(evidenced),
    exactOf(billed),
    null,
  );
  const price = pricePerUnit(context, billed);
  if (measured.isWithin) {
    if (price !== null) owner.deviations.push(multiply(measured.difference, exactOf(price)));
    return both((check) =>
      pass(
        check,
        sentence("because/quantity-tolerated", {
          billed: showQuantity(billed),
          proven: showQuantity(evidenced),
        }),
      ),
    );
  }
  const difference = subtractFractions(billed, evidenced);
  const impact =
    price === null
      ? null
      : computeAmount(
          `(${showQuantity(billed)} − ${showQuantity(evidenced)}) × ${shownAmount(exactOf(price), owner.precision)}`,
          multiplyFractions(difference, price),
          owner.precision,
        );
  const unit = valueOf(line.unit);
  const units =
    unit === null ? "" : unit === "each" ? sentence("words/pieces", {}) : sentence("words/units", { unit });
  const unapproved =
    proven.unapproved.numerator > 0n
      ? sentence("words/unapproved", { quantity: showQuantity(proven.unapproved) })
      : "";
  const isOrdered = proven.records.length === 0 && proven === nothingProven;
  const by = isOrdered
    ? "finding/quantity-ordered"
    : proven.records.some((record) => record.approved !== null)
      ? "finding/quantity-approved"
      : "finding/quantity-recorded";
  return both((check) =>
    check === id
      ? fail(check, {
          direction: side,
          message: sentence(by, {
            billed: showQuantity(billed),
            units,
            proven: showQuantity(evidenced),
            unapproved,
          }),
          expected: showQuantity(evidenced),
          found: showQuantity(billed),
          impact: impact?.value ?? null,
          formula: impact?.formula ?? null,
          alternative: findQuantityReading(billed, proven),
          tolerance: measured.applied,
          proposal:
            side === "over"
              ? {
                  action: "correct",
                  text: sentence("ask/quantity-over", {
                    proven: showQuantity(evidenced),
                    units,
                    line: line.id,
                  }),
                }
              : {
                  action: "correct",
                  text: sentence("ask/quantity-under", {
                    missing: showQuantity(subtractFractions(evidenced, billed)),
                    units,
                    line: line.id,
                  }),
                },
          confidence: confidenceOf(line.quantity, ...proven.records),
          evidence: evidenceOf(terms[0], line.quantity, ...proven.records.slice(0, 12)),
        })
      : pass(check, sentence(side === "over" ? "because/quantity-above" : "because/quantity-below", {})),
  );
}

/** Billed price of one unit; from the amount where no price is printed. */
function pricePerUnit(context: LineContext, billed: Fraction): Fraction | null {
  const { line } = context;
  const price = valueOf(line.unitPrice);
  if (price !== null) return divideFractions(price, valueOf(line.priceBase) ?? fraction(1));
  const net = netOfLine(context);
  return net === null || billed.numerator === 0n ? null : divideFractions(net, billed);
}
