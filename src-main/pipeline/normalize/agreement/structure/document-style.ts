import type { Language, NumberStyle } from "../literals/literal.ts";
import { dateOrderOf } from "../literals/dates.ts";
import type { Line } from "./outline.ts";

const german =
  /\b(?:der|die|das|und|wird|werden|gemass|zahlung|vertrag|auftraggeber|auftragnehmer|vergutung|zzgl|innerhalb|tage[n]?|mit|fur|nach|von)\b/g;
const french =
  /\b(?:le|la|les|des|du|est|sont|pour|client|prestataire|facture|jours|contrat|et|au|aux|par|ht|tva|montant)\b/g;
const spanish = /\b(?:el|los|las|del|una?|por|para|con|se|cliente|proveedor|factura[s]?|dias|segun|y)\b/g;
const italian =
  /\b(?:il|lo|gli|della?|dei|delle|di|e|per|con|cliente|fornitore|fattur[ae]|giorni|sono|oltre)\b/g;
const portuguese = /\b(?:os?|as|do|da|dos|das|de|com|para|cliente|fatura[s]?|dias|nao|sao|pelo|pela)\b/g;
const dutch =
  /\b(?:het|een|van|en|voor|met|wordt|worden|per|opdrachtgever|opdrachtnemer|dagen|facturen|bedraagt)\b/g;
const english = /\b(?:the|and|of|shall|will|for|to|by|is|are|per|with|invoice|payment|services)\b/g;

const wordsByLanguage: readonly (readonly [Language, RegExp])[] = [
  ["en", english],
  ["de", german],
  ["fr", french],
  ["es", spanish],
  ["it", italian],
  ["pt", portuguese],
  ["nl", dutch],
];

const statedCurrency =
  /\b(?:all |alle |tous les |todos los |tutti i |todos os )?(?:prices|rates|amounts|charges|preise|betrage|prix|tarifs|precios|prezzi|precos|prijzen|bedragen)\b[^.;]{0,24}\b(?:in|en|em)\b ?(usd|eur|gbp|chf|cad|aud)\b/;
const bracketedCurrency =
  /\b(?:prices?|rates?|charges?|preise?|satze|prix|tarifs?|precios?|prezzi|precos?|prijzen|tarieven)\b[^.;:|]{0,40}\((usd|eur|gbp|chf|cad|aud|€|£)[^)]{0,70}\)/;

/** "07.00–17.00 Uhr", "16.30 uur": the point of a clock is none of a number. */
const clockTimes = /(?<![\d.,])\d{1,2}\.[0-5]\d(?: ?[-–] ?\d{1,2}\.[0-5]\d)? ?(?:uhr|uur|h)(?!\p{L})/giu;

/** How a document writes numbers and dates, from what in it leaves no doubt: "0,062" groups no thousands and is decimal. */
export function readStyle(lines: readonly Line[]): NumberStyle {
  let points = 0;
  let commas = 0;
  let text = "";
  for (const { prepared } of lines) {
    const plain = prepared.text.replace(clockTimes, " ");
    points += (
      plain.match(
        /(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?![\d,])|(?<![\d.,])(?:\d+\.\d{2}|0\.\d{3,5})(?![\d.,])/g,
      ) ?? []
    ).length;
    commas += (
      plain.match(
        /(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d+(?![\d.])|(?<![\d.,])(?:\d+,\d{2}|0,\d{3,5})(?![\d.,])/g,
      ) ?? []
    ).length;
    if (text.length < 40_000) text += ` ${prepared.folded}`;
  }
  const counts = wordsByLanguage.map(
    ([language, words]) => [language, (text.match(words) ?? []).length] as const,
  );
  const most = Math.max(...counts.map(([, count]) => count));
  const languages = counts
    .filter(([, count]) => count >= Math.max(3, most / 2))
    .map(([language]) => language);
  const isContinental = most > 0 && counts[0]?.[1] !== most;
  const decimalMark =
    points > 0 && commas === 0
      ? "."
      : commas > 0 && points === 0
        ? ","
        : points === 0 && commas === 0 && isContinental
          ? ","
          : points > 4 * commas
            ? "."
            : commas > 4 * points
              ? ","
              : null;
  const listCurrency = statedCurrency.exec(text)?.[1] ?? bracketedCurrency.exec(text)?.[1] ?? null;
  return {
    decimalMark,
    dateOrder: dateOrderOf(text) ?? placeOrder(text, isContinental),
    languages,
    ...(listCurrency !== null && { listCurrency: codeOf(listCurrency) }),
    rowCurrency: listCurrency === null ? onlyCurrency(text) : null,
  };
}

const codeOf = (mark: string): string => ({ "€": "EUR", "£": "GBP" })[mark] ?? mark.toUpperCase();

/** The one currency that a document marks its sums with; bare figures at the end of its rows are in it too. */
function onlyCurrency(text: string): string | null {
  const marks = new Set(
    [...text.matchAll(/(?<![a-z])(?:(€|eur)|(£|gbp)|(us\$|usd)|(chf)|(\$))(?![a-z])/g)].map(
      ([, eur, gbp, usd, chf]) =>
        eur !== undefined
          ? "EUR"
          : gbp !== undefined
            ? "GBP"
            : usd !== undefined
              ? "USD"
              : chf !== undefined
                ? "CHF"
                : "$",
    ),
  );
  const [only] = marks;
  return marks.size === 1 && only !== undefined ? only : null;
}

/** Day comes first everywhere but in the United States; a bare text says nothing. */
function placeOrder(text: string, isContinental: boolean): NumberStyle["dateOrder"] {
  if (isContinental || /\b(?:vat|gbp|england|london|limited|plc|abn|gst|eur)\b|£|€/.test(text)) {
    return /\b(?:usd|us\$|united states|delaware|california|new york|texas)\b/.test(text)
      ? null
      : "day-first";
  }
  return /\b(?:delaware|california|new york|texas|florida|illinois|ohio|usd|u\.s\.|[a-z]+, [a-z]{2} \d{5})\b/.test(
    text,
  )
    ? "month-first"
    : null;
}
