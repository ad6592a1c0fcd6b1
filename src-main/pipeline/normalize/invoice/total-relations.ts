import type { Field } from "../../../../src-shared/model/index.ts";
import {
  absolute,
  add,
  decimalToText,
  isEqual,
  isZero,
  subtract,
  toDecimal,
} from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { TotalsSolution } from "./solve-totals.ts";
import type { TotalCandidate } from "./total-candidate.ts";
import { sumOf } from "./total-choices.ts";

/** What a printed tax leaves of the total that holds it: 1,214.40 with 110.40 of GST in it are 1,104.00. */
export function netBetween(
  gross: Field<DecimalText> | null,
  tax: Field<DecimalText> | null,
): Field<DecimalText> | null {
  if (gross === null || gross.value === null || tax === null || tax.value === null) return null;
  return {
    value: decimalToText(subtract(gross.value, tax.value)),
    evidence: [...gross.evidence, ...tax.evidence],
    basis: "rule",
    confidence: Math.min(0.88, gross.confidence, tax.confidence),
  };
}

/** Whether all that the paper prints as its tax is nothing: no price includes it then. */
export const isUntaxed = ({ taxes }: TotalsSolution, candidates: readonly TotalCandidate[]): boolean => {
  const printed = taxes.length > 0 ? taxes.map(({ candidate }) => candidate) : candidates;
  const amounts = printed.filter(({ field, score }) => field === "tax" && score >= 0.4);
  return (
    amounts.length > 0 &&
    amounts.every(({ number }) => number.reading.readings.every((value) => isZero(value)))
  );
};

/** Whether the sum that is taken for the gross total is what the net total, taxes and a withholding leave to pay. */
export function isAfterWithholding({ net, gross, withholding, taxes, taxTotal }: TotalsSolution): boolean {
  if (net === null || gross === null || withholding === null || isZero(withholding.value)) return false;
  const tax = taxTotal === null ? sumOf(taxes) : toDecimal(taxTotal.value);
  const left = subtract(add(absolute(net.value), absolute(tax)), absolute(withholding.value));
  return isEqual(left, absolute(gross.value));
}
