import type { Reading } from "../engine/reading.ts";
import { words } from "../lexicon/invoice-words.ts";
import type { PercentLiteral } from "../literals/literal.ts";

const limit =
  /\b(?:up to|maximum(?: of)?|max\.?|not? (?:be )?(?:case )?(?:more|above|over|exceed\w*|higher|greater)[a-z ]*|at most|capped (?:at|to)|cap(?: of)?|ceiling(?: of)?|limit(?:ed)? (?:to|of)(?: plus)?|never (?:above|more than|over)|dans la limite de|plafon\w* a|au maximum|maximum|sans (?:pouvoir )?(?:exceder|depasser)|limite[es]* a|maximal|hochstens|begrenzt auf|gedeckelt (?:auf|bei)|um bis zu|bis zu|(?:con |un )*(?:tope|limite|maximo)(?: de| del)?|hasta|sin (?:exceder|superar)(?: el)?|massimo(?: del?)?|entro il (?:limite del)?|fino a(?:l)?(?: un massimo del)?|tetto del|ate(?: um maximo de)?|com o limite de|maximaal|ten hoogste|met een maximum van|tot)[^.;\d%]{0,24}$/;
const limitBehind =
  /^ ?(?:max\b|maximum|cap\b|at most|hochstens|maximal|au maximum|como maximo|al massimo|no maximo|maximaal)/;
const floor =
  /\b(?:at least|not less than|no less than|minimum(?: of)?|greater of|higher of|floor(?: of)?|minus|mindestens|au moins|al menos|minimo|almeno|pelo menos|minimaal|ten minste)[^.;\d%]{0,14}$/;

/** Whether a share is the most that prices may rise by, in seven languages. */
export const isLimit = (reading: Reading, share: PercentLiteral): boolean =>
  share.bound === "<=" || limit.test(reading.before(share, 70)) || limitBehind.test(reading.after(share, 16));

/** Whether a share is the least that prices rise by. */
export const isFloor = (reading: Reading, share: PercentLiteral): boolean =>
  floor.test(reading.before(share, 34));

const notice = words(
  [
    "(?:on|upon|with|by|giving|after|subject to|at least) [^.;,]{0,30}notice",
    "(?:mit|nach|unter)(?: \\p{L}+){0,3} (?:frist|vorlauf|ankundigung|vorankundigung)(?: von [^.;,]{0,20}(?:monate?n?|wochen?|tagen?))?|\\p{L}*ankundigung|angekundigt|ankundigt",
    "(?:avec|moyennant|apres|sous)[^.;,]{0,20} preavis(?: (?:de|d')[^.;,]{0,16}(?:mois|jours|semaines))?|preavis",
    "(?:con|previo)[^.;,]{0,24} (?:preaviso|aviso|antelacion|notificacion)|preaviso",
    "(?:con|previo|salvo)[^.;,]{0,24} (?:preavviso|avviso)|preavviso",
    "(?:met|na)[^.;,]{0,24}(?:aankondiging|opzegtermijn|termijn)|aangekondigd|aankondiging",
    "(?:com|mediante)[^.;,]{0,24}(?:aviso|antecedencia)|aviso previo",
  ].join("|"),
);

/** The words by which an increase waits for a notice; `undefined` where it comes by itself. */
export const noticeIn = (folded: string): string | undefined => notice.exec(folded)?.[0];
