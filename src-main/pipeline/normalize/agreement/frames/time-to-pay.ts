import type { Reading } from "../engine/reading.ts";
import { invoiceSource, words } from "../lexicon/invoice-words.ts";
import type { Literal, Span } from "../literals/literal.ts";

const invoice = words(invoiceSource);

/** Paying and owing, and short words for how long one may: what makes a time one of payment. */
const paying = words(
  "pay(?:s|ing|able|ments?)?|paid|due|owe[sd]?|owing|settle[sd]?|settlement|remit\\w*|discharged?|honou?r(?:ed|s)?|net|credit|terms|transfer(?:s|red)?|wire[sd]?",
);

/** What somebody is bound to do: the verb behind "shall", "will", "is to", whatever stands between. */
const bound =
  /\b(?:shall|will|must|agrees? to|undertakes? to|covenants? to|(?:is|are) to|(?:is|are) (?:obliged|required) to)(?:,? (?:not|also|then|be|been|have|in writing|[a-z]+ly))*,? ([a-z]+)/g;
/** What else is done with an invoice, which is paid by none of it. */
const handled =
  /^(?:return|quer|notif|submit|issu|rais|sen[dt]|render|present|disput|object|correct|check|approv|accept|reject|review|deliver|prepar|kept|keep|retain|maintain)/;
/** "Shall, within 30 days, …": the deed stands behind the days. */
const opensTime = /^(?:within|no|on|upon|in|at|by|after|for|during|following)$/;

/** What asks for money, or what it is for: the days may count from its coming. */
const asksForMoney = words(
  `${invoiceSource}|accounts?|certificates?|valuations?|applications?|vouchers?|draws?|time ?sheets?|pay(?:ment)?s?|payment requests?|requests? for payment|demands? for payment|goods|services?|materials?|products?|works?|jobs?|deliver\\w*|shipments?|supply|supplies|reports?|month|week|eom|hire|completion|visits?|period|paperwork|documentation|pods?|bols?`,
);
/** The paper of which the sentence speaks already, or its day. */
const spokenOf =
  /^(?:(?:the|its|their|such|said|that|this|each|date of|day of) )*(?:receipt|dates?(?! (?:of|on|hereof))|day|thereof|same|it|they|them|we|you|issue|issuance|presentation|presentment|submission|billing|posting|mailing)\b/;
/** What a time of other deeds counts from, folded. */
const otherEvent =
  /\b(?:effective date|date hereof|commencement date|execution|requests?(?! for payment)|demands?(?! for payment)|notices?|notif\w+|documents|proceeds|commercial sale|achiev\w+|milestones?|expir\w+|terminat\w+|resol\w+|determin\w+|year[- ]end|closing|(?:close|end) of (?:(?:each|every|any) (?:calendar )?month|(?:each|the|every|such|any) (?:calendar |fiscal |contract )?(?:quarter|year|term|season))|events?|breach|findings?)\b/;
const otherEvents =
  /^ ?(?:nach|ab|seit|de|du|des|apres|suivant|a compter de|desde|tras|dalla|dal|della|da|na|apos)(?: (?:la|le|les|der|des|dem|einer|zugang|eingang|erhalt|reception de|ricezione della|ontvangst van|het|een|schriftlicher))* (?:\p{L}*(?:aufforderung|anforderung|abmahnung|mahnung|mitteilung|ruge|anfrage)|demande|mise en demeure|notification|solicitud|requerimiento|richiesta|diffida|verzoek|aanmaning|ingebrekestelling|solicitacao|notificacao)(?!\p{L})/u;
const countedFrom =
  /^['’]?s?['’)]* ?(?:(?:calendar|business|working|banking) )?(?:days? )?(?:after|of|from|following|upon|subsequent to) (.*)$/;
const received =
  /^(?:[a-z'’&]+ ){0,5}?(?:receipt(?: by [a-z'’]+)?(?: of ([^,.;:]{1,80}))?|receiving ([^,.;:]{1,80}))/;

/** A case that is none of every invoice: an end, a quarrel, a loss. Denied ("if not disputed") it is the rule itself. */
const ofCase =
  /(?:^|[,;] (?:and |but )?|\band |\) )(?:if|once|when|where|upon|should|in the event|in case|following)\b((?:(?!\b(?:not|no|unless|without)\b)[^,;])*\b(?:terminat|disput|breach|default|resol|claim|audit|loss|withdraw|expir|insol|indemn)(?:(?!\b(?:not|no)\b)[^,;])*),/;

/**
 * Whether a count of days can be the time to pay the invoices of an agreement, by the deed that it bounds and by what it
 * counts from. Legal prose gives everybody days for everything: to deliver papers, to accept orders, to answer.
 *
 * "Shall approve or reject it within ten days of receipt" bounds no payment; "payable within 30 days of the Effective
 * Date" is the day of one sum, and "within 15 days after receipt of insurance proceeds" of another.
 */
export function isTimeToPay(reading: Reading, days: Literal): boolean {
  const { folded, unit } = reading;
  const print = folded.slice(days.start, days.end);
  if (/\d(?:st|nd|rd|th)\b/.test(print)) return false;
  if (isAttribute(print, reading.after(days, 24))) return false;
  const head = folded.slice(sentenceStart(folded, days.start), days.start);
  if (ofCase.test(head) || isInOwnCondition(folded, days)) return false;
  const hasInvoice = invoice.test(folded);
  if (unit.zone === "boilerplate" && !hasInvoice) return false;
  return isBoundToPay(head, reading, days) && !isOfOtherEvent(reading, days, hasInvoice);
}

/** "If the Hirer engages a worker within 14 weeks, …": days within a condition that speaks of no payment. */
function isInOwnCondition(folded: string, { start, end }: Span): boolean {
  const head =
    /(?:^|[.;,] )(?:if|where|should|when|in the event|in case|wenn|falls|sofern|sollte|si|lorsque|en cas|se|qualora|cuando|als|indien|caso)\b([^,.;]*)$/.exec(
      folded.slice(0, start),
    )?.[1];
  const rest = /^[^,.;]{0,40},/.test(folded.slice(end));
  return (
    head !== undefined &&
    rest &&
    !/\b(?:pa(?:y|id)|invoic|bill|settle|receiv|zahl|rechnung|begleich|pai|regl|factur|pag|abon|sald|fattur|betaal|voldoe|fatur)/.test(
      head,
    )
  );
}

/** Where the part between semicolons begins that a place stands in. */
const sentenceStart = (folded: string, at: number): number => folded.lastIndexOf(";", at) + 1;

/** "A 15 day delivery schedule", "ninety-day letters of credit": how long something else is. */
const isAttribute = (print: string, behind: string): boolean =>
  /[ -](?:day|week)$/.test(print) &&
  !/^(?:1|one|a)\b/.test(print) &&
  !/^\W*(?:net|terms?|payment|credit|basis|invoices?|accounts?|period|from|after|of|following|eom|end|due|cycle|settlement|$)/.test(
    behind,
  );

function isBoundToPay(head: string, reading: Reading, days: Literal): boolean {
  const last = [...head.matchAll(bound)].at(-1);
  if (last === undefined) return !isBoundBehind(head, reading.after(days, 160).split(/[.;]/)[0] ?? "");
  const verb = last[1] ?? "";
  if (paying.test(verb)) return true;
  // "Payment shall be made within …", "bills will be cleared within …".
  const subject =
    head
      .slice(0, last.index)
      .split(/[,.;:]/)
      .at(-1) ?? "";
  if ((paying.test(subject) || invoice.test(subject)) && !handled.test(verb)) return true;
  const rest = head.slice(last.index + last[0].length);
  if (paying.test(rest) || paying.test(reading.after(days, 22))) return true;
  // Behind the days stands what is done within them: "shall, within 30 days of its date, pay".
  return opensTime.test(verb) && paying.test(reading.after(days, 160).split(/[.;]/)[0] ?? "");
}

/** "The party, within two days of receiving it, shall reply": the first deed behind days that no word of paying leads to. */
function isBoundBehind(head: string, behind: string): boolean {
  if (paying.test(head) || invoice.test(head)) return false;
  const [first] = behind.matchAll(bound);
  return first !== undefined && !paying.test(behind.slice(first.index));
}

function isOfOtherEvent(reading: Reading, days: Literal, hasInvoice: boolean): boolean {
  const behind = reading.after(days, 110);
  if (otherEvents.test(behind)) return true;
  const from = countedFrom.exec(behind)?.[1];
  if (from === undefined) return false;
  const at = days.end + behind.length - from.length;
  if (reading.literals.some(({ type, start }) => type === "date" && start >= at && start - at < 5))
    return true;
  const receipt = received.exec(from);
  const came = receipt?.[1] ?? receipt?.[2];
  if (receipt !== null) return came !== undefined && !asksForMoney.test(came) && !spokenOf.test(came);
  const event = from.split(/[,.;:(]/)[0] ?? "";
  const near = event.slice(0, 60);
  if (invoice.test(near.slice(0, 40))) return false;
  if (otherEvent.test(near)) return true;
  return !hasInvoice && !asksForMoney.test(near) && !spokenOf.test(near);
}
