import { foldAligned } from "../values/fold.ts";
import { denyingWords, finished } from "./accepted-thing.ts";
import { numberedStageIn } from "./numbered-stage.ts";
import type { ToldApproval } from "./told-approval.ts";

/** Completion by its noun, and a bill that may be sent for it. */
const isReached =
  /(?<!\p{L})(?:completion|conclus\p{L}*|abschluss\p{L}*|achevement|invoiced?|bill(?:ed)?|abrechnen|facturar|finalizad[oa]|fatturare|voltooid|factureren|faturar)(?!\p{L})/u;

/** What is still to come, or hangs on something: "will be complete by Friday", "once complete", "can start stage 4". */
const isToCome =
  /(?<![a-z])(?:will|shall|should|to be|once|when|if|unless|until|provided|start|begin|wird|sobald|sofern|wenn|falls|sera|seront|quand|lorsque|des que|si|zal|zodra|wanneer|indien|cuando|seran?|sara|saranno|quando|se|serao)(?![a-z])/;
/** Other things that somebody confirms of a stage: that a paper came, that one meets for it, that it is planned. */
const isAbout =
  /(?<![a-z])(?:receipts?|e-?mails?|meetings?|appointments?|visits?|inspections?|plans?|programmes?|schedules?|dates?|erhalt|eingang|termins?|besprechung|rendez-vous|reunion|date|recibo|cita|ricevimento|ricezione|appuntamento|riunione|reuniao|ontvangst|afspraak|vergadering)(?![a-z])/;

/** "We are happy and confirm stage 3 as complete": a stage that somebody calls reached by its number; else `null`. */
export function confirmedStage(text: string, { voice, approved, end }: ToldApproval): string | null {
  if (voice !== "said" || approved !== true) return null;
  const stage = numberedStageIn(text);
  const folded = foldAligned(text);
  if (stage === null || !(isReached.test(folded) || finished.test(folded))) return null;
  // The "no." of "stage no. 3" denies nothing.
  const said = folded.slice(0, stage.end - stage.name.length) + folded.slice(stage.end);
  if (denyingWords.test(said) || isToCome.test(said) || isAbout.test(folded.slice(end))) return null;
  // "Stage 3 is complete, go ahead with stage 4": the first is what is spoken of, unless they are joined.
  return /^ ?(?:and|und|et|y|e|en|&|,) \d/.test(folded.slice(stage.end)) ? null : stage.name;
}
