import type { NumberReading } from "../values/index.ts";
import { foldText } from "../values/index.ts";
import type { Row, Segment, Token } from "./layout.ts";
import { textOf } from "./layout.ts";
import { findNumbers } from "./spans.ts";
import type { Conventions, Found } from "./spans.ts";
import type { TotalCandidate, TotalField } from "./total-candidate.ts";
import { unlabeledTotal } from "./unlabeled-total.ts";

// Words of sentences, folded: small letters without accents.

/** Somebody is asked to pay. */
const payWords =
  /\b(?:pay|paying|payable|remit|settle|transfer|owe[sd]?|owing|due|zahlen|bezahlen|begleichen|uberweisen|zahlbar\w*|zahlung|zahlbetrag|rechnungsbetrag|payer|regler|virer|verser|reglement|restant du|betalen|voldoen|overmaken|over te maken|pagar|abonar|transferir|ingresar|abono|pagare|versare|saldare|bonificare|saldo|bonifico|pague|liquidar|pagamento)\b/;

/** Amounts are put together. */
const sumWords =
  /\b(?:totals?|together|altogether|in all|sum|makes|comes? to|(?:which|that) (?:is|comes)|fait|fanno|hace|faz|amount(?:s|ing)? to|amount of|zusammen|insgesamt|summe|macht|ergibt|ergeben|gesamt\w*|betragt|belauft|ensemble|en tout|au total|somme|soit|s'?eleve a|samen|totaal|komt op|bedraagt|en total|suma|asciende a|in tutto|totale|ammonta a|soma|perfaz|no total|montante)\b/;

const taxWords =
  /\b(?:vat|gst|hst|pst|qst|tps|tvq|sales tax|tax|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|btw|iva|igic|itbis|icms|iss)\b/;

/** Behind an amount: what comes on top of it. */
const onTop =
  /^[\s,;(]*(?:plus|\+|zzgl|zuzuglich|und|and|et|en daarover|daarover|hierover|e|mas|piu|mais|excl|ex|net|netto|ht|hors|ohne|sin|senza|sem)\b/;

/** Behind an amount: that it is tax. Without a preposition the tax may be an amount of its own. */
const ofTax =
  /^\s*(?:de |of |di |da |in |d')(?:vat|gst|hst|sales tax|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|btw|iva)\b(?! (?:incl|inkl|comprise|incluid|inclus|compres))/;
const withTax =
  /^\W*(?:toutes taxes comprises|ttc|tvac|tva (?:comprise|incluse)|inkl\w*|incl\w*|including|brutto|iva (?:inclus|incluid|compres)\w*|ivato|com iva|con iva|mit mwst)\b/;
const withoutTax =
  /^\W*(?:hors (?:taxes?|tva)|ht|htva|hors|excl\w*|exkl\w*|netto|net|sin iva|sem iva|senza iva|oltre iva|mas iva|mais iva|zzgl|plus)\b/;
const netWords =
  /\b(?:imponibile|base imponible|base tributavel|net(?:to)?|nettobetrag|zwischensumme|sub-?totaal|sub-?total|sous-total|before tax|excluding (?:vat|gst|tax)|ohne (?:mwst|ust)|hors taxes?|excl)\b/;
const dueBehind =
  /^\W*(?:(?:is|are|ist|sind|est|is nu)\s)?(?:due|payable|zahlbar|fallig|a payer|te betalen|te voldoen|a pagar|da pagare)\b/;

/** The amount is another one than that of the invoice: what is saved, threatened, held, was paid, or a price. */
const otherWords =
  /\b(?:skonto|rabatt|discount|escompte|remise|sconto|korting|descuento|desconto|late|interest|verzug\w*|zinsen|mahn\w*|penalit\w*|indemnite|boete|rente|interes\w*|mora|multa|deposit|acompte|anzahlung|aanbetaling|voorschot|anticipo|acconto|sinal|already|bereits|deja|reeds|gia|received|erhalten|recue?|ontvangen|recibid\w*|ricevut\w*|minimum|least|mindestens|up to|bis zu|jusqu|above|over|ab|exceed\w*|kapital|capital\w*|capitale|grundkapital|stammkapital)\b/;

const isPriceBefore = /(?:\bat|\ba|\bzu|\btegen|@|\bvon je|\bje)$/;
const isPriceBehind =
  /^\s*(?:\/|(?:per|pro|je|par|por)\s(?!(?:virement|cheque|carte|prelevement|bank|uberweisung|lastschrift|bonifico|transfer\p{L}*|overschrijving|ideal|post|mail|card)\b)|each\b|an? (?:hour|day|week|month|piece)\b)/u;

/** Whether a row under items is a sentence that tells sums: it asks for money, or tells a tax with what it is on. */
export function tellsSums(row: Row, conventions: Conventions): boolean {
  const [only, ...others] = row.segments;
  if (only === undefined || others.length > 0) return false;
  const fields = sumsIn(only, row, conventions, () => "").map(({ field }) => field);
  return fields.includes("payable") || (fields.includes("tax") && new Set(fields).size > 1);
}

/** Sums that the sentences of a segment tell. `leadOf` gives the words of the row above, where the sentence began there. */
export function sumsIn(
  segment: Segment,
  row: Row,
  conventions: Conventions,
  leadOf: (row: Row) => string,
): readonly TotalCandidate[] {
  const numbers = findNumbers(segment.tokens, conventions);
  return numbers.flatMap((number, index): readonly TotalCandidate[] => {
    if (!isMoney(number)) return [];
    const from = numbers.slice(0, index).findLast(isMoney)?.end ?? 0;
    const until = numbers.slice(index + 1).find(isMoney)?.start ?? segment.tokens.length;
    const before = foldText(textOf(sentenceBefore(segment.tokens.slice(from, number.start))));
    const lead = from === 0 && number.start <= 4 ? leadOf(row) : "";
    const behind = foldText(textOf(sentenceBehind(segment.tokens.slice(number.end, until))));
    const percent =
      numbers.slice(0, index).findLast(({ start, reading }) => start >= from && reading.isPercent) ?? null;
    return meaningsOf(`${lead} ${before}`.trim(), behind, percent !== null).map(([field, score]) =>
      unlabeledTotal({ field, score, number, row, segment, percent: field === "tax" ? percent : null }),
    );
  });
}

/** What the words around an amount make of it, each with how surely. */
function meaningsOf(
  before: string,
  behind: string,
  hasPercent: boolean,
): readonly (readonly [field: TotalField, score: number])[] {
  if (before === "" && behind === "") return [];
  if (isPriceBefore.test(before) || isPriceBehind.test(behind)) return [];
  if (otherWords.test(before) || /^\W*(?:skonto|discount|escompte|sconto)\b/.test(behind)) return [];
  if (ofTax.test(behind)) return [["tax", 0.6]];
  if (withTax.test(behind)) return [["gross", 0.6]];
  const clause = lastClauseOf(before);
  if (payWords.test(clause) || dueBehind.test(behind))
    return [
      ["payable", 0.7],
      ["gross", 0.5],
    ];
  if (taxWords.test(clause) && (hasPercent || !sumWords.test(clause))) return [["tax", 0.6]];
  if ((onTop.test(behind) && taxWords.test(behind)) || withoutTax.test(behind)) return [["net", 0.5]];
  if (netWords.test(clause)) return [["net", 0.55]];
  if (!sumWords.test(before)) return [];
  return [
    ["gross", 0.45],
    ["net", 0.45],
    ["subtotal", 0.4],
  ];
}

/** "104,60 € de TVA à 20 %, ce qui fait": the words behind the last comma, where there are some. */
function lastClauseOf(before: string): string {
  const clause = before.split(/[,;]/).findLast((part) => /\p{L}/u.test(part));
  return clause ?? before;
}

const isMoney = ({ reading }: Found<NumberReading>): boolean =>
  !reading.isPercent && reading.readings.length > 0 && (reading.currency !== null || reading.decimals === 2);

/** The words of the sentence that an amount stands in, ahead of it; no more than say what it is. */
export function sentenceBefore(tokens: readonly Token[]): readonly Token[] {
  const ends = tokens.findLastIndex(({ text }) => /[.!?:]$/.test(text) && !/^\p{L}{1,4}\.$/u.test(text));
  const isLastWord = ends === tokens.length - 1;
  return tokens.slice(isLastWord ? 0 : ends + 1).slice(-9);
}

function sentenceBehind(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ text }) => /[.!?]$/.test(text) && !/^\p{L}{1,4}\.$/u.test(text));
  return tokens.slice(0, end === -1 ? 5 : Math.min(5, end + 1));
}
