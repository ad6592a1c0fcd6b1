import type { Agreement, Term, TermExample, TermOf, TermType } from "../../../../src-shared/model/index.ts";
import { localDate } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import {
  acceptanceExamples,
  billingExamples,
  chargeAgeExamples,
  durationExamples,
  lateFeeExamples,
  paymentTermsExamples,
} from "./date-examples.ts";
import type { ExampleContext, ExamplesOf } from "./example-case.ts";
import {
  depositExamples,
  discountExamples,
  escalatorExamples,
  fixedFeeExamples,
  milestoneExamples,
  prorationExamples,
  rateExamples,
  surchargeExamples,
  taxExamples,
} from "./price-examples.ts";
import {
  capExamples,
  includedExamples,
  minimumExamples,
  orderExamples,
  overageExamples,
  requiredExamples,
  retentionExamples,
  roundingExamples,
  serviceCreditExamples,
  tiersExamples,
} from "./quantity-examples.ts";
import { expensesExamples, timeRulesExamples } from "./work-examples.ts";

const none = (): readonly TermExample[] => [];

const examplesByType: { readonly [T in TermType]: ExamplesOf<T> } = {
  rate: rateExamples,
  "fixed-fee": fixedFeeExamples,
  tiers: tiersExamples,
  included: includedExamples,
  overage: overageExamples,
  minimum: minimumExamples,
  cap: capExamples,
  discount: discountExamples,
  escalator: escalatorExamples,
  milestone: milestoneExamples,
  deposit: depositExamples,
  retention: retentionExamples,
  expenses: expensesExamples,
  "time-rules": timeRulesExamples,
  proration: prorationExamples,
  "payment-terms": paymentTermsExamples,
  "late-fee": lateFeeExamples,
  tax: taxExamples,
  billing: billingExamples,
  required: requiredExamples,
  "purchase-order": orderExamples,
  duration: durationExamples,
  roster: none,
  scope: none,
  surcharge: surchargeExamples,
  "service-credit": serviceCreditExamples,
  "schedule-of-values": none,
  acceptance: acceptanceExamples,
  "charge-age": chargeAgeExamples,
  rounding: roundingExamples,
  "price-basis": none,
  "bank-account": none,
};

/**
 * Cases at the boundaries of a term, computed by the formulas that the checks use.
 *
 * A term without a currency, or that says there is none of something, has none. Rounding is the agreement's.
 */
export function workedExamples<T extends TermType>(
  term: TermOf<T>,
  agreement: Agreement,
): readonly TermExample[] {
  const currency = term.currency ?? agreement.currency;
  if (currency === null || term.absent === true) return [];
  const examples = examplesByType[term.type] as ExamplesOf<T>;
  return examples(term, contextOf(agreement, currency));
}

function contextOf(agreement: Agreement, currency: string): ExampleContext {
  const rounding = agreement.terms.find((other: Term) => other.type === "rounding");
  return {
    precision: {
      currency,
      ...(rounding?.type === "rounding" && {
        rounding: rounding.value.mode,
        ...(rounding.value.places !== undefined && { places: rounding.value.places }),
      }),
    },
    start: agreement.from ?? agreement.dated ?? usualStart,
    terms: agreement.terms,
  };
}

/** Where an agreement says no day, its cases stand in a year without a leap day. */
const usualStart: LocalDate = localDate("2026-01-01");
