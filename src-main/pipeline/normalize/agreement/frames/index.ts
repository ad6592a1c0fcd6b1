import type { Frame } from "../engine/frame.ts";
import { distractorFrames } from "./distractors.ts";
import { capFrame } from "./limits.ts";
import { paymentTermsFrame } from "./payments.ts";
import { fixedFeeFrame, rateFrame } from "./prices.ts";

/** Every frame that competes for literals. Order breaks ties: what bills nothing comes first. */
export const frames: readonly Frame[] = [
  ...distractorFrames,
  capFrame,
  paymentTermsFrame,
  rateFrame,
  fixedFeeFrame,
];
