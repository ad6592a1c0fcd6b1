/** A currency as rows of prices print it, before or behind the figure. */
const currency =
  "(?:[A-Z]{0,3} ?[$€£₹¥]|[A-Z]{3}|R\\$?|Rs\\.?|S?Fr\\.?|[Ee]uros?|kr\\.?|zł|Kč|¢|cents?|pence|p)";
/** Digits in groups, with or without places: "1,860.00", "6 500,00", "2'850.-", "145,--", "0,485". */
const digits = "\\d{1,3}(?:[ .,'’]\\d{3})+|\\d+";
const places = "[.,](?:\\d{1,4}|-{1,2}|–|—)";
/** What may follow a price: of what it is the price, a condition, a note in brackets. */
const tail = "(?: ?(?:\\/|\\() ?[\\p{L}\\d²³].{0,40}| ?[*†=]| ?\\+ ?\\p{L}+| [\\p{L}'’][^:;?!]{0,44})?";

const marked = new RegExp(
  `^(?:[+@àa×x-] ?)?(?:\\p{L}+\\.? )?(?:${currency} ?(?:${digits})(?:${places})?|(?:${digits})(?:${places})? ?${currency}(?![\\p{L}]))${tail}$`,
  "u",
);
const placed = new RegExp(
  `^(?:[+@à×-] ?)?(?:(?:${digits})[.,](?:\\d\\d|\\d{4}|-{1,2}|–|—)|0[.,]\\d{3})(?!\\d)(?: ?(?:\\/|per\\b|each\\b|je\\b|pro\\b|par\\b|por\\b|a[l]?\\b|la\\b|l['’]|an?\\b|\\().{1,40}| ?[*†=]| ?\\+ ?\\p{L}+)?$`,
  "u",
);
const otherNumber =
  /^\d{1,2}[./]\d{1,2}[./]\d{2,4}|^\d{4}-\d\d-\d\d|^\d{1,2}[.:]\d\d ?(?:h|uhr|am|pm|uur)\b|^\d+(?:[.,]\d+)? ?(?:%|‰)/iu;

/** "$78.00/hr", "2.400,00", "CHF 620.- pro Monat": one price and what belongs to it, and no sentence. */
export const isSum = (text: string): boolean =>
  text.length <= 64 && !otherNumber.test(text) && (marked.test(text) || placed.test(text));

const share = /^[+-]? ?\d{1,3}(?:[.,]\d{1,3})? ?(?:%|v\. ?H\.|percent)/u;
const bare = /^[+-]? ?\d[\d.,' ]*$/;
const settled =
  /^(?:incl(?:uded|us[oea]?|\.)?|inkl(?:usive|\.)?|enthalten|inbegriffen|inbegrepen|incluid[oa]|free|gratis|n\/c|no charge|tba|tbd|[-–—])$/iu;

/** A sum, a share, a bare number or a word in their place: what a column of figures holds. */
export const isFigure = (text: string): boolean =>
  isSum(text) || share.test(text) || bare.test(text) || settled.test(text);
