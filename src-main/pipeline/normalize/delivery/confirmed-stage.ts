import { foldAligned } from "../values/fold.ts";
import type { ToldApproval } from "./told-approval.ts";

const numberedStage =
  /(?<![\p{L}])(?:stage|phase|milestone|deliverable|instal?lment|meilenstein|bauabschnitt|abschnitt|etappe|jalon|etape|tranche|hito|fase|etapa|tappa|mijlpaal|marco|parcela) (?:no\.? ?|nr\.? ?|n\.? ?|#)?(?:\d{1,2}|[ivx]{1,4})(?![\p{L}\d])/u;
const isReached =
  /(?<![\p{L}])(?:complet\p{L}*|done|finished|invoice[d]?|bill(?:ed)?|abgeschlossen|abschluss\p{L}*|fertig\p{L}*|abrechnen|acheve\p{L}*|termine\p{L}*|terminad[oa]|finalizad[oa]|facturar|conclus\p{L}*|fatturare|afgerond|voltooid|factureren|concluid[oa]|faturar)(?![\p{L}])/u;

/** "We are happy and confirm stage 3 as complete": a stage that somebody calls reached by its number; else `null`. */
export function confirmedStage(text: string, { voice, approved }: ToldApproval): string | null {
  if (voice !== "said" || approved !== true) return null;
  const folded = foldAligned(text);
  const stage = numberedStage.exec(folded);
  if (stage === null || !isReached.test(folded)) return null;
  const others = folded.slice(stage.index + stage[0].length);
  // "Stage 3 is complete, go ahead with stage 4": the first is what is spoken of, unless they are joined.
  return /^ ?(?:and|und|et|y|e|en|&|,) \d/.test(others)
    ? null
    : text.slice(stage.index, stage.index + stage[0].length);
}
