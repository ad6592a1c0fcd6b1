import { isCurrencyCode } from "../../../../../src-shared/money/index.ts";

/** A print with a digit that may number a paper: "KT-2026/0031", "AB 26/014", "204511". */
export interface PaperCode {
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

const token =
  /(?<![\p{L}\d.,/&-])(?:\p{Lu}{1,4} (?=\d))?(?=[\p{L}./_-]{0,14}\d)[\p{L}\d]+(?:[-/._][\p{L}\d]+)*(?: ?\/ ?\d{2,4}(?![\d/]))?(?: \d{3}(?![\d.,/]))*(?![\p{L}\d])/gu;

// Letters before a space that are a word of their own and no part of the number.
const wordPrefix =
  /^(?:NO|NR|N|NUM|ID|PO|CO|SOW|WO|BEO|MSA|ORDER|QUOTE|OFFER|OFFRE|DEVIS|REF|AN|TO|ON|DU|DE|VOM|DEN|IL|EL|LE|PAGE|ART|TEL|FAX|CH|A|E|Y) /;
/** A revision behind a number. */
const revision = /[-/](?:rev|ver|version)\.?$/i;

/** "4.11.26", "11/04/2026": of the first two one can be a day, the other a month. */
function isDayAndMonth(text: string): boolean {
  const [, first, second] = /^(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}$/.exec(text) ?? [];
  const [one, two] = [Number(first ?? 99), Number(second ?? 99)];
  return Math.min(one, two) <= 12 && Math.max(one, two) <= 31;
}

const isDate = (text: string): boolean =>
  isDayAndMonth(text) ||
  /^(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}$/.test(text) ||
  /^(?:\p{Lu}+ )?(?:19|20)\d\d$/u.test(text) ||
  /^\d{1,2}(?:st|nd|rd|th|er|h)$/i.test(text) ||
  /^\d{1,2}[-/. ]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[-/. ]?\d{2,4})?$/i.test(text);

/** "2025/26": a season or a year of work. */
const isSeason = (text: string): boolean => {
  const match = /^20(\d\d) ?[-/] ?(?:20)?(\d\d)$/.exec(text);
  return match !== null && Number(match[2]) === Number(match[1]) + 1;
};

/** "BD2 1AU", "K1A 0B6", "ME 04101": the code of a post office. */
const postcode = /^(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{2} \d{5})(?![\p{L}\d])/u;

/** Whether a text begins with the code of a post office. */
export const beginsPostcode = (text: string): boolean => postcode.test(text);

/** "1.450,00", "12.5", "24/7", "5kg", "2x": sums, shares and measures. */
const isMeasure = (text: string): boolean =>
  /^\d{1,3}(?:[.,]\d{3})*[.,]\d{1,2}$/.test(text) ||
  /^(?:24\/7|\d[/]\d|\d+(?:[.,]\d+)?(?:x|kg|km|m|cm|mm|l|h|hrs?|min|m2|m3|kva|kw|t|am|pm|k|p|ft|in|lb))$/i.test(
    text,
  ) ||
  /^\d{1,3}(?:[.,]\d{3})+$/.test(text);

/** "EUR 900", "R2 850": a sum behind the code or the letter of its currency. */
const isSumOfMoney = (text: string): boolean =>
  /^R ?\d{1,3}(?: \d{3})+$/.test(text) || (/^[A-Z]{3} \d/.test(text) && isCurrencyCode(text.slice(0, 3)));

/** All prints of a piece of text that may be the number of a paper, dates, sums and measures left out. */
export function codesIn(text: string): readonly PaperCode[] {
  return Array.from(text.matchAll(token)).flatMap((match): readonly PaperCode[] => {
    const prefix = wordPrefix.exec(match[0])?.[0].length ?? 0;
    const print = match[0].slice(prefix).replace(revision, "");
    const start = match.index + prefix;
    const isSum =
      /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|ZAR|INR|Rs\.?|R)) ?$/.test(text.slice(0, start)) ||
      /^ ?(?:[%€$£°]|[.,]\d)/.test(text.slice(start + print.length));
    return !/\d/.test(print) ||
      isSum ||
      isDate(print) ||
      isSeason(print) ||
      isMeasure(print) ||
      isSumOfMoney(print) ||
      postcode.test(text.slice(match.index)) ||
      print.length > 32
      ? []
      : [{ text: print, start, length: print.length }];
  });
}

/** "NCU-SOW-2" and "2026-117" tell more than the "2" of "Statement of Work No. 2". */
export const strengthOf = (text: string): number =>
  (/[a-z]/i.test(text) && /\d/.test(text)) || text.replace(/\D/g, "").length >= 3 ? 2 : 1;

/** How much the shape of a print says "number of a paper": letters with digits 2, digits alone at most 1. */
export function shapeOf(text: string): number {
  const digits = text.replace(/\D/g, "").length;
  if (/\p{L}/u.test(text)) return digits < 2 && !/[-/]/.test(text) ? 0.4 : /\p{Lu}/u.test(text) ? 2 : 1.2;
  if (/^\d+(?:\.\d+)+$/.test(text)) return 0.3;
  if (/[-/]/.test(text)) return digits >= 4 ? 1.6 : 0.6;
  return digits >= 4 ? 1 : digits === 3 ? 0.7 : -0.4;
}
