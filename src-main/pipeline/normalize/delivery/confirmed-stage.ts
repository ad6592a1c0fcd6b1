import { foldAligned } from "../values/fold.ts";
import { finished } from "./accepted-thing.ts";
import { numberedStageIn } from "./numbered-stage.ts";
import type { ToldApproval } from "./told-approval.ts";

/** Completion by its noun, and a bill that may be sent for it. */
const isReached =
  /(?<!\p{L})(?:completion|conclus\p{L}*|abschluss\p{L}*|achevement|invoiced?|bill(?:ed)?|abrechnen|facturar|finalizad[oa]|fatturare|voltooid|factureren|faturar)(?!\p{L})/u;

/** "We are happy and confirm stage 3 as complete": a stage that somebody calls reached by its number; else `null`. */
export function confirmedStage(text: string, { voice, approved }: ToldApproval): string | null {
  if (voice !== "said" || approved !== true) return null;
  const stage = numberedStageIn(text);
  const folded = foldAligned(text);
  if (stage === null || !(isReached.test(folded) || finished.test(folded))) return null;
  // "Stage 3 is complete, go ahead with stage 4": the first is what is spoken of, unless they are joined.
  return /^ ?(?:and|und|et|y|e|en|&|,) \d/.test(folded.slice(stage.end)) ? null : stage.name;
}
