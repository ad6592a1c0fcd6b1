export { applyCorrections, applyTermDecisions, withoutRemoved } from "./apply-decisions.ts";
export { checkCorrection, shapeOfField } from "./correct-invoice.ts";
export { compareBlast, isBeyondTerms } from "./compare-blast.ts";
export { compareRules } from "./compare-rules.ts";
export type { TrialSides } from "./compare-rules.ts";
export type { BlastSide } from "./compare-blast.ts";
export { assessReadiness } from "./contract-readiness.ts";
export type { CorrectionError } from "./correct-invoice.ts";
export { caseRecordOf, foldDecisions, invoicesOf, isActiveExport } from "./fold-decisions.ts";
export type { BatchRecord, CaseRecord, DecisionFold, DuplicateVerdict } from "./fold-decisions.ts";
export { eventsToReverse, findRedo, isRecordOnly, listSteps } from "./history-steps.ts";
export type { Step } from "./history-steps.ts";
export { findMentions } from "./find-mentions.ts";
export { findCauses } from "./find-causes.ts";
export type { Causes, OpenCase } from "./find-causes.ts";
export {
  countNeededApprovers,
  hasBankChange,
  hashContent,
  judgeCase,
  openFindings,
  routeAfterDecisions,
  validApprovals,
} from "./judge-case.ts";
export type { ApprovalPolicy, ApprovedContent, CaseInput } from "./judge-case.ts";
export { proposeLateFee } from "./follow-up/late-fees.ts";
export { paperKeyOf, readyToHandOff } from "./ready-to-hand-off.ts";
export type { HandOffCandidate } from "./ready-to-hand-off.ts";
export { rankCustomers, triageCase } from "./triage-case.ts";
export type { TriageInput } from "./triage-case.ts";
export { workedExamples } from "./worked-examples/worked-examples.ts";
export { foldMoney } from "./fold-money.ts";
export type { DisputeRecord, MoneyFold, SentReminder } from "./fold-money.ts";
export { ageOpenItems, daysLate } from "./follow-up/aging.ts";
export { findDisputePatterns, listDisputes } from "./follow-up/disputes.ts";
export { listFailedPayments } from "./follow-up/retries.ts";
export {
  calibrate,
  calibrationCases,
  foreseePayments,
  priorCases,
  priorPaid,
  rankCalls,
} from "./follow-up/likelihood.ts";
export type { PaidCase } from "./follow-up/likelihood.ts";
export { dayOfStep, planReminders } from "./follow-up/reminders.ts";
