import type { Frame } from "../engine/frame.ts";
import { discountFrame, earlyDiscountFrame } from "./adjustments.ts";
import { escalatorFrame } from "./escalators.ts";
import { lateFeeFrame } from "./late-fees.ts";
import { taxFrame } from "./taxes.ts";
import { distractorFrames } from "./distractors.ts";
import { depositFrame, minimumFrame, retentionFrame } from "./holdings.ts";
import { capFrame } from "./limits.ts";
import { milestoneFrame } from "./milestones.ts";
import { paymentTermsFrame } from "./payments.ts";
import { plainPriceFrame } from "./plain-prices.ts";
import { fixedFeeFrame, rateFrame } from "./prices.ts";
import { includedFrame, overageFrame } from "./usage.ts";
import { expensesFrame } from "./expenses.ts";
import { serviceCreditFrame } from "./service-credits.ts";
import { surchargeFrame } from "./surcharges.ts";
import { timeRulesFrame } from "./time-rules.ts";

/** Every frame that competes for literals. Order breaks ties: what bills nothing comes first. */
export const frames: readonly Frame[] = [
  ...distractorFrames,
  capFrame,
  minimumFrame,
  paymentTermsFrame,
  earlyDiscountFrame,
  lateFeeFrame,
  taxFrame,
  retentionFrame,
  depositFrame,
  escalatorFrame,
  discountFrame,
  serviceCreditFrame,
  surchargeFrame,
  expensesFrame,
  timeRulesFrame,
  includedFrame,
  overageFrame,
  milestoneFrame,
  rateFrame,
  fixedFeeFrame,
  plainPriceFrame,
];
