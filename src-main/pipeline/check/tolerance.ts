import {
  allow,
  compareWithin,
  decimalToText,
  fixedTolerance,
  formatAmount,
  minorUnit,
  noTolerance,
  withoutTrailingZeros,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Deviation, Numeric, Tolerance } from "../../../src-shared/money/index.ts";
import type { CheckId, ToleranceRule } from "../../../src-shared/model/index.ts";
import { partyNameOf } from "../../../src-shared/wording/index.ts";
import { nameOf } from "./agreement-name.ts";
import type { InvoiceContext, LineContext } from "./context.ts";

/** What applies where the policy says nothing: no deviation, or one minor unit where a multiplication rounds. */
export const exactly: Tolerance = noTolerance;
export const oneMinorUnit = ({ precision }: InvoiceContext): Tolerance =>
  fixedTolerance(decimalToText(minorUnit(precision.currency)));

/** The tolerance of a check by the narrowest scope that names it: line, agreement, customer, workspace. */
export function toleranceFor(
  check: CheckId,
  invoice: InvoiceContext,
  line: LineContext | null,
  standard: Tolerance,
): Tolerance {
  const { tolerances } = invoice.batch.policy;
  if (tolerances.length === 0) return standard;
  let narrowest: ToleranceRule | null = null;
  let narrowestWidth = -1;
  for (const rule of tolerances) {
    if (rule.check !== check) continue;
    const width = widthOf(rule, invoice, line);
    if (width > narrowestWidth) [narrowest, narrowestWidth] = [rule, width];
  }
  if (narrowest === null) return standard;
  return {
    ...(narrowest.over === undefined ? {} : { over: narrowest.over }),
    ...(narrowest.under === undefined ? {} : { under: narrowest.under }),
  };
}

/** How narrow a scope is, 0 to 3; −1 when it is about something else. */
function widthOf({ scope }: ToleranceRule, invoice: InvoiceContext, line: LineContext | null): number {
  if (
    scope.line !== undefined &&
    (line === null || (scope.line !== line.subject && scope.line !== line.line.id))
  )
    return -1;
  if (scope.agreement !== undefined && !isAgreement(scope.agreement, invoice)) return -1;
  if (scope.customer !== undefined && !isCustomer(scope.customer, invoice)) return -1;
  return scope.line !== undefined
    ? 3
    : scope.agreement !== undefined
      ? 2
      : scope.customer !== undefined
        ? 1
        : 0;
}

function isAgreement(wanted: string, { match, batch }: InvoiceContext): boolean {
  if (match.agreementId === wanted || match.governedBy.some((id) => id === wanted)) return true;
  const agreement = match.agreementId === null ? undefined : batch.agreements.get(match.agreementId);
  return nameOf(agreement) === wanted;
}

const isCustomer = (wanted: string, { invoice }: InvoiceContext): boolean =>
  invoice.buyer !== null && partyNameOf(invoice.buyer.name).core === partyNameOf(wanted).core;

export interface Measured extends Deviation {
  readonly isWithin: boolean;
  /** As it goes into the finding. */
  readonly applied: { readonly over: DecimalText; readonly under: DecimalText };
}

/** Compares under a tolerance, and says which one it was. */
export function measure(
  tolerance: Tolerance,
  expected: Numeric,
  found: Numeric,
  currency: string | null,
): Measured {
  const deviation = compareWithin(tolerance, expected, found);
  // A share of an amount has more digits than it needs: "0.00", not "0.0000".
  const show = (value: Numeric): DecimalText =>
    currency === null
      ? decimalToText(withoutTrailingZeros(value))
      : formatAmount(withoutTrailingZeros(value), currency);
  return {
    ...deviation,
    isWithin: deviation.is === "equal" || deviation.is === "within",
    applied: { over: show(allow(tolerance.over, expected)), under: show(allow(tolerance.under, expected)) },
  };
}
