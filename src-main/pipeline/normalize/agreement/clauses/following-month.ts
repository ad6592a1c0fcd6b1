import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import { words } from "../lexicon/invoice-words.ts";

/** The month after that of the invoice, folded, in seven languages. */
const followingMonth =
  /(?<!\p{L})(?:(?:following|next|subsequent|succeeding) (?:calendar )?month|month (?:following|after|next)|folgemonats?|(?:folgenden|nachsten|darauffolgenden) (?:kalender)?monats?|mois (?:suivant|d'apres)|mes siguiente|mese (?:successivo|seguente)|volgende (?:kalender)?maand|maand (?:volgend|na)|mes seguinte)(?!\p{L})/u;
/** Paying, or falling due. */
const isPaid = words(
  "payable|pay(?:s|ment|ments)?|paid|due|settled?|zahl\\p{L}*|bezahl\\p{L}*|fallig|beglichen|begleich\\p{L}*|uberwiesen|pay(?:able|ables|e|es|ees?|ement)|paiement|regl\\p{L}*|exigibles?|abona\\p{L}*|paga\\p{L}*|pago|vence\\p{L}*|versa\\p{L}*|salda\\p{L}*|scad\\p{L}*|betaal\\p{L}*|betaling|betaald|voldaan|vervalt|vencem?|liquida\\p{L}*",
);
const notBills = words("interest|zinsen|interets|intereses|interessi|rente|juros|salar\\p{L}*|wages?");
/** A day of that month by its number: "the 15th", "le 10", "el día 25". */
const numbered =
  /(?<![\p{L}\d.,/-])(?:the |le |el |il |den |zum |de |dia |giorno |ao |op )*([12]?\d|3[01])(?:st|nd|rd|th|\.|er|e|º|ª|o|a)?(?: (?:day|tag|jour|dia|giorno|dag))?,? (?:(?:calendar |business )?day )?(?:(?:of|in|des|du|del|della|de|van|do|di|da|from) )?(?:(?:the|de|la|el|il|lo|o) )?/gu;

/** Ordinals of the days that bills are usually paid on, folded. */
const ordinals: readonly (readonly [day: number, atEnd: RegExp])[] = Object.entries({
  1: "first|ersten?|premier|primer[oa]?|primo|eerste|primeir[oa]",
  5: "fifth|funften?|cinquieme|quint[oa]|vijfde",
  10: "tenth|zehnten?|dixieme|dix|decim[oa]|diez|dieci|tiende|dez",
  15: "fifteenth|funfzehnten?|quinzieme|quinze|quince|quindici|vijftiende|quinze",
  20: "twentieth|zwanzigsten?|vingtieme|vingt|veinte|venti|twintigste|vinte",
  25: "twenty-?fifth|funfundzwanzigsten?|vingt-cinq(?:uieme)?|veinticinco|venticinque|vijfentwintigste|vinte e cinco",
}).map(([day, source]) => [
  Number(day),
  new RegExp(
    `(?<!\\p{L})(?:${source})(?: (?:day|tag|jour|dia|giorno|dag))?(?: (?:of|des|du|del|de|van|do|di))?(?: (?:the|de|la|el|il|o))? ?$`,
    "u",
  ),
]);

/**
 * Bills that are paid on a day of the month after theirs: "payable by the 15th of the month following the invoice".
 *
 * That is so many days from the end of the month of the invoice.
 */
export const followingMonthFrame: CueFrame = {
  id: "following-month",
  cue: followingMonth,
  project: ({ folded, unit }, match) => {
    if (unit.zone === "boilerplate" || !isPaid.test(folded) || notBills.test(folded)) return [];
    if (isSentThen(folded.slice(0, match.index))) return [];
    const days =
      dayBefore(folded.slice(0, match.index)) ?? dayBehind(folded.slice(match.index + match[0].length));
    if (days === null) return [];
    return [
      projection<"payment-terms">({
        type: "payment-terms",
        key: "payment-terms",
        value: { days, from: "end-of-month", endOfMonthReading: "end-then-days" },
        weight: 0.1,
      }),
    ];
  },
};

/** Sending bills, in seven languages. */
const sends =
  /(?<!\p{L})(?:raised|issued|sent|go(?:es)? out|abgerechnet|abrechnung|rendered|submitted|invoiced|billed|gestellt|versandt|verschickt|eingereicht|emise?s?|envoyee?s?|etablie?s?|emitid[oa]s?|enviad[oa]s?|emess[aeio]|inviat[aeio]|verzonden|verstuurd|ingediend)(?!\p{L})/gu;

/** "Bills are raised by the 3rd of the following month": the day that they go out, and none that they are paid on. */
function isSentThen(before: string): boolean {
  const sent = [...before.matchAll(sends)].at(-1);
  return sent !== undefined && !isPaid.test(before.slice(sent.index + sent[0].length));
}

/** Whether bills go out in the month behind the one that they are for. */
export function isSentNextMonth(folded: string): boolean {
  const month = followingMonth.exec(folded);
  if (month === null) return false;
  if (isSentThen(folded.slice(0, month.index))) return true;
  const behind = folded.slice(month.index + month[0].length);
  return !isPaid.test(folded) && [...behind.matchAll(sends)].length > 0;
}

/** The day that the words right before the month end with. */
function dayBefore(before: string): number | null {
  const found = [...before.matchAll(numbered)].at(-1);
  if (found !== undefined && found.index + found[0].length >= before.length - 1) return Number(found[1]);
  return ordinals.find(([, atEnd]) => atEnd.test(before))?.[0] ?? null;
}

/** "… of the following month, on the 10th". */
function dayBehind(behind: string): number | null {
  const found =
    /^[^.;\d]{0,24}?(?:on|by|am|zum|le|el|il|op|no) (?:the |den |de |dia )?([12]?\d|3[01])(?:st|nd|rd|th|\.|e)?(?!\d|[.,]\d)/u.exec(
      behind,
    );
  return found === null ? null : Number(found[1]);
}
