import { add, decimalToText, isZero, negate, subtract, zero } from "../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../src-shared/money/index.ts";
import type { ReviewCase } from "../../src-shared/model/index.ts";
import { isDismissed } from "./review.ts";

export interface CorrectedTotal {
  /** Before tax, as printed or as its lines add up; `null` where neither is known. A credit counts as positive. */
  readonly billed: DecimalText | null;
  readonly corrected: DecimalText | null;
  /** What changes when the findings that count are put right. */
  readonly difference: DecimalText;
}

/**
 * What the invoice would come to if the findings that count were put right. Impacts are before tax, and so is this.
 *
 * `null` where no finding moves money.
 */
export function computeCorrectedTotal(
  review: ReviewCase,
  uncounted: ReadonlySet<string>,
): CorrectedTotal | null {
  const moving = review.findings.filter(
    ({ impact, direction, severity }) => impact !== null && direction !== "process" && severity !== "info",
  );
  if (moving.length === 0) return null;
  const difference = moving.reduce<Decimal>((sum, { id, impact, direction }) => {
    if (impact === null || uncounted.has(id) || isDismissed(review, id)) return sum;
    return direction === "over" ? subtract(sum, impact) : add(sum, impact);
  }, zero);
  // A credit that gives too much bills too little: giving less is the correction.
  const signed = review.invoice.kind === "credit-note" ? negate(difference) : difference;
  const billed = billedBeforeTax(review);
  return {
    billed,
    corrected: billed === null ? null : decimalToText(add(billed, signed)),
    difference: decimalToText(isZero(signed) ? zero : signed),
  };
}

function billedBeforeTax({ invoice }: ReviewCase): DecimalText | null {
  const printed = invoice.net?.value ?? null;
  if (printed !== null) return printed;
  if (invoice.lines.length === 0 || invoice.allowanceCharges.length > 0) return null;
  const nets = invoice.lines.map(({ net }) => net?.value ?? null);
  if (nets.some((net) => net === null)) return null;
  return decimalToText(nets.reduce<Decimal>((sum, net) => (net === null ? sum : add(sum, net)), zero));
}
