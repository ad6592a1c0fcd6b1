import type { Frame } from "../engine/frame.ts";
import { discountFrame, earlyDiscountFrame, escalatorFrame, lateFeeFrame, taxFrame } from "./adjustments.ts";
import { distractorFrames } from "./distractors.ts";
import { depositFrame, minimumFrame, retentionFrame } from "./holdings.ts";
import { capFrame } from "./limits.ts";
import { milestoneFrame } from "./milestones.ts";
import { paymentTermsFrame } from "./payments.ts";
import { fixedFeeFrame, rateFrame } from "./prices.ts";
import {
  expensesFrame,
  includedFrame,
  overageFrame,
  serviceCreditFrame,
  surchargeFrame,
  timeRulesFrame,
} from "./usage.ts";

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
];
