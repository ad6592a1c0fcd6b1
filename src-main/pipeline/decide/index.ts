export { applyCorrections, applyTermDecisions, withoutRemoved } from "./apply-decisions.ts";
export { checkCorrection } from "./correct-invoice.ts";
export type { CorrectionError } from "./correct-invoice.ts";
export { caseRecordOf, foldDecisions, invoicesOf, isActiveExport } from "./fold-decisions.ts";
export type { BatchRecord, CaseRecord, DecisionFold, DuplicateVerdict } from "./fold-decisions.ts";
export { eventsToReverse, findRedo, listSteps } from "./history-steps.ts";
export type { Step } from "./history-steps.ts";
export {
  defaultOwner,
  hashContent,
  judgeCase,
  openFindings,
  routeAfterDecisions,
  validApprovals,
} from "./judge-case.ts";
export type { ApprovedContent, CaseInput } from "./judge-case.ts";
export { readyToHandOff } from "./ready-to-hand-off.ts";
export type { HandOffCandidate } from "./ready-to-hand-off.ts";
