import type { CueFrame } from "../engine/cue-frame.ts";
import { absenceFrame, atCostFrame, includedExpensesFrame } from "./absences.ts";
import { acceptanceFrame } from "./acceptance.ts";
import { addedSumsFrame } from "./added-sums.ts";
import { billingFrame } from "./billing.ts";
import { approvedExtraFrame } from "./approved-extras.ts";
import { changedStageFrame } from "./changed-stages.ts";
import { chargeAgeFrame } from "./charge-age.ts";
import { costPlusFrame, costRecoveryFrame } from "./cost-recovery.ts";
import { entryWordsFrame } from "./entry-words.ts";
import { keptElsewhereFrame, prepaidBalanceFrame } from "./kept-elsewhere.ts";
import { followingMonthFrame } from "./following-month.ts";
import { bankAccountFrame, purchaseOrderFrame } from "./orders-and-accounts.ts";
import { depositFrame } from "./part-payments.ts";
import { stagesFrame } from "./payment-stages.ts";
import { paymentDaysFrame } from "./payment-days.ts";
import { priceMoveFrame } from "./price-moves.ts";
import { factorFrame, incrementFrame, roundingFrame } from "./price-rules.ts";
import { prorationFrame } from "./proration.ts";
import { receiptThresholdFrame } from "./receipt-thresholds.ts";
import { rechargeFrame } from "./recharges.ts";
import { requiredFrame } from "./required-fields.ts";
import { rosterFrame } from "./roster.ts";
import { scopeFrame } from "./scope.ts";
import { shareFeeFrame } from "./share-fees.ts";
import { labeledShareFrame } from "./labeled-shares.ts";
import { passedOnFrame } from "./passed-on.ts";
import { tripAllowanceFrame } from "./trip-allowances.ts";
import { supplementsFrame } from "./supplements.ts";
import { priceBasisFrame, taxStatusFrame } from "./tax-clauses.ts";

/** Clauses that words alone make. Each says at most one thing of a kind per unit. */
export const cueFrames: readonly CueFrame[] = [
  changedStageFrame,
  approvedExtraFrame,
  passedOnFrame,
  absenceFrame,
  acceptanceFrame,
  addedSumsFrame,
  atCostFrame,
  bankAccountFrame,
  billingFrame,
  chargeAgeFrame,
  costPlusFrame,
  costRecoveryFrame,
  receiptThresholdFrame,
  rechargeFrame,
  tripAllowanceFrame,
  stagesFrame,
  depositFrame,
  factorFrame,
  followingMonthFrame,
  includedExpensesFrame,
  incrementFrame,
  paymentDaysFrame,
  keptElsewhereFrame,
  labeledShareFrame,
  priceBasisFrame,
  priceMoveFrame,
  prepaidBalanceFrame,
  prorationFrame,
  purchaseOrderFrame,
  requiredFrame,
  entryWordsFrame,
  rosterFrame,
  roundingFrame,
  scopeFrame,
  shareFeeFrame,
  supplementsFrame,
  taxStatusFrame,
];
