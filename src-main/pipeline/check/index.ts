import type { CheckedBatch } from "../../../src-shared/model/index.ts";
import type { Check, Rule } from "./check.ts";
import { createBatchContext } from "./batch-context.ts";
import type { BatchContext, CheckBatchInput } from "./context.ts";
import { checkInvoice, orderRules } from "./engine.ts";
import { findMissingCharges } from "./expected-charges.ts";
import { agreementMissing } from "./rules/agreement-missing.ts";
import { anomalyAmount } from "./rules/anomaly-amount.ts";
import { anomalyFirstTime } from "./rules/anomaly-first-time.ts";
import { anomalyRun } from "./rules/anomaly-run.ts";
import { anomalyUsage } from "./rules/anomaly-usage.ts";
import { arithmeticLine } from "./rules/arithmetic-line.ts";
import { arithmeticTotals } from "./rules/arithmetic-totals.ts";
import { bankChanged } from "./rules/bank-changed.ts";
import { currencyMismatch } from "./rules/currency-mismatch.ts";
import { evidenceDrift } from "./rules/evidence-drift.ts";
import { evidenceInstruction } from "./rules/evidence-instruction.ts";
import { evidenceInsufficient } from "./rules/evidence-insufficient.ts";
import { cap } from "./rules/cap.ts";
import { chargeTooOld } from "./rules/charge-too-old.ts";
import { creditExceeds } from "./rules/credit-exceeds.ts";
import { cutoffTimezone } from "./rules/cutoff-timezone.ts";
import { dateInvalid } from "./rules/date-invalid.ts";
import { discount } from "./rules/discount.ts";
import { duplicateInvoice } from "./rules/duplicate-invoice.ts";
import { lateFeeWrong } from "./rules/late-fee-wrong.ts";
import { periodGap } from "./rules/period-gap.ts";
import { periodOutsideAgreement } from "./rules/period-outside-agreement.ts";
import { quantity } from "./rules/quantity.ts";
import { tax } from "./rules/tax.ts";
import { termsDueDate } from "./rules/terms-due-date.ts";
import { duplicateLine } from "./rules/duplicate-line.ts";
import { periodOverlap } from "./rules/period-overlap.ts";
import { completeness } from "./rules/completeness.ts";
import { prorationWrong } from "./rules/proration-wrong.ts";
import { tierWrong } from "./rules/tier-wrong.ts";
import { overageWrong } from "./rules/overage-wrong.ts";
import { minimumMissing } from "./rules/minimum-missing.ts";
import { prepaidNotApplied } from "./rules/prepaid-not-applied.ts";
import { progressOver } from "./rules/progress-over.ts";
import { milestone } from "./rules/milestone.ts";
import { expense } from "./rules/expense.ts";
import { retentionWrong } from "./rules/retention-wrong.ts";
import { scopeUnapproved } from "./rules/scope-unapproved.ts";
import { timeHours } from "./rules/time-hours.ts";
import { timeNarrative } from "./rules/time-narrative.ts";
import { timePerson } from "./rules/time-person.ts";
import { fieldsRequired } from "./rules/fields-required.ts";
import { partyMismatch } from "./rules/party-mismatch.ts";
import { rateEscalator } from "./rules/rate-escalator.ts";
import { rate } from "./rules/rate.ts";
import { termBinding } from "./rules/term-binding.ts";

import { chargesOfChanges } from "./unbilled-changes.ts";
import { findUnbilledDeliveries } from "./unbilled-deliveries.ts";
import { findInstructionsElsewhere } from "./instructions.ts";
import { findUnusualRuns } from "./billing-runs.ts";

export type { BeforeChange } from "./before-change.ts";
export type { Check } from "./check.ts";
export type { CheckBatchInput, DuplicateVerdict } from "./context.ts";

/** One line for each file in `rules`. What depends on what is said there; evidence comes last, when all terms are used. */
const rules: readonly Rule[] = [
  agreementMissing,
  arithmeticLine,
  arithmeticTotals,
  bankChanged,
  currencyMismatch,
  evidenceDrift,
  evidenceInstruction,
  fieldsRequired,
  partyMismatch,
  rate,
  rateEscalator,
  termBinding,
  cap,
  chargeTooOld,
  creditExceeds,
  dateInvalid,
  discount,
  duplicateInvoice,
  lateFeeWrong,
  periodGap,
  periodOutsideAgreement,
  cutoffTimezone,
  quantity,
  tax,
  termsDueDate,
  duplicateLine,
  periodOverlap,
  completeness,
  prorationWrong,
  tierWrong,
  overageWrong,
  minimumMissing,
  prepaidNotApplied,
  progressOver,
  milestone,
  expense,
  retentionWrong,
  scopeUnapproved,
  timeHours,
  timeNarrative,
  timePerson,
  anomalyAmount,
  anomalyUsage,
  anomalyFirstTime,
  anomalyRun,
  evidenceInsufficient,
];

const ordered = orderRules(rules);

/** Every check that is implemented, by id. */
export const checks: readonly Check[] = rules
  .flatMap(({ ids, version, family, title, needs, dependsOn }) =>
    ids.map((id) => ({ id, version, family, title, needs, dependsOn })),
  )
  .toSorted((first, second) => (first.id < second.id ? -1 : 1));

/**
 * Checks every invoice of a batch; those issued earlier are the history of the later ones.
 *
 * Results come in the order of billing: issue date, number, path.
 */
export function checkInvoices(input: CheckBatchInput): CheckedBatch {
  const batch = createBatchContext(input);
  return {
    invoices: checkSubjects(batch),
    missing: [
      ...batch.once("missing-charges", findMissingCharges),
      ...batch.once("unbilled", findUnbilledDeliveries),
      ...chargesOfChanges(batch),
    ],
    findings: [...findInstructionsElsewhere(batch), ...findUnusualRuns(batch)],
  };
}

/** The same for single invoices alone, without what lies beside them: missing charges, unbilled work, unusual runs. */
export const checkInvoicesAlone = (input: CheckBatchInput): CheckedBatch["invoices"] =>
  checkSubjects(createBatchContext(input));

const checkSubjects = ({ invoices, input }: BatchContext): CheckedBatch["invoices"] =>
  invoices
    .filter(({ invoice }) => input.subjects?.has(invoice.id) !== false)
    .map((invoice) => checkInvoice(invoice, ordered));
