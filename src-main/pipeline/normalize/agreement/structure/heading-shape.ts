import { endsShortened } from "./sentences.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import type { ClauseLabel } from "./clause-label.ts";

/** "… at the hourly rates below." says of the rows under it what a colon would. */
export const announcesPrices =
  /\b(?:rates?|fees?|prices?|charges?|satze|preise|tarifs?)\b[^.]{0,60}\b(?:below|as follows|listed here|stehend|ci-dessous)\b|\b(?:following|folgende[nr]?|suivants?)\b[^.]{0,40}\b(?:rates?|fees?|prices?|charges?|satze|preise|tarifs?)\b/;

/** A short line with a value rather than a sentence: "Foreman ..... $78.00/hr", "Term: 12 months". */
export const isRowLike = (text: string): boolean =>
  text.length < 130 && (!/[.!?]["')]?$/.test(text) || /^[^.]{2,50}:/.test(text));

/**
 * "SALES TAX 10.45%", "TERMS NET 10TH PROX.": a heading by its capitals that says something itself, with a share, a sum
 * or days in it, or a whole sentence.
 */
export const saysSomething = (text: string): boolean =>
  text.length < 240 &&
  (/\d ?%|[$€£] ?\d|\d[.,]\d\d\b|\b(?:net|netto)\b.*\d|\b\d+[ -]?(?:days?|tage?n?|jours?|dias|giorni|dagen|hours?|months?)\b/i.test(
    text,
  ) ||
    (/[.!]$/.test(text.trim()) && text.trim().split(/\s+/).length > 4));

/** "Customer order no: SC-1184" by itself above a table: a label with its code, however large it is printed. */
export const isLabeledCode = (text: string): boolean =>
  /^\p{L}[\p{L}' .]{2,40}: ?(?=\S*\d)[\p{L}\d/._-]+$/u.test(text.trim()) &&
  !/^(?:section|article|annex|appendix|exhibit|schedule|part|lot|phase)\b/i.test(text);

export function isHeadingLike(
  prepared: PreparedText,
  start: number,
  bold: boolean,
  label: ClauseLabel | null,
): boolean {
  // "1. PRICES (US dollars, per sample)": what a bracket adds to a title takes nothing from it.
  const text = prepared.text
    .slice(start)
    .trim()
    .replace(/(?<=\p{L}{3}) \([^()]{3,70}\)$/u, "");
  if (text === "") return label !== null && label.rank < 20;
  if (text.length > 110 || /[;,]$/.test(text)) return false;
  if (/\b(?:is|are|shall|will|wird|werden|est|sont)\b.*\.$/.test(text)) return false;
  if (label !== null && label.rank <= 8) return !/[.]$/.test(text) || text.length < 60;
  const bare = text.replace(/[:.]$/, "");
  const words = bare.split(" ");
  if (words.length > 12 || /[$€£]\s?\d|\d ?%|\d{3,}/.test(bare)) return false;
  const letters = bare.replace(/[^\p{L}]/gu, "");
  if (letters.length < 3) return false;
  const isCapitals = letters === letters.toUpperCase();
  if (isCapitals && !/^(?:by|name|title|date)\b/i.test(bare) && !/:.+/.test(text)) return letters.length > 3;
  const isTitled =
    words.filter((word) => /^[\p{Lu}\d&(]/u.test(word)).length >=
    words.filter((word) => word.length > 3).length;
  if (text.endsWith(":")) return bold && words.length <= 8;
  if (/[.]$/.test(text))
    return (
      label !== null &&
      label.rank >= 10 &&
      label.rank < 20 &&
      words.length <= 6 &&
      isTitled &&
      words.every((word) => word.length <= 4 || /^[\p{Lu}\d&(]/u.test(word)) &&
      !/\b(?:is|are|shall|will|pays?|has|have)\b/.test(bare)
    );
  if (bold) return words.length <= 10 && !/:/.test(bare);
  return (
    label !== null &&
    label.rank >= 10 &&
    label.rank < 20 &&
    words.length <= 8 &&
    isTitled &&
    !/[:]/.test(bare)
  );
}

/**
 * "Fees. Client shall …", "4.2 Payment Terms: Net 30": title span, whether the title stands apart from the sentence,
 * and whether it is a title for sure. "SEXTA.- Revisión de precios. Cada 1 de …": few words behind the number of a
 * clause head it in languages that write titles like sentences, and may be a sentence all the same.
 */
export function runInHeading(
  prepared: PreparedText,
  start: number,
  isNumbered = false,
): readonly [number, number, boolean, boolean] | null {
  const text = prepared.text.slice(start, start + 90);
  const match = /^["']?([\p{Lu}\d][\p{L}\d&,/()' -]{2,64}?)["']?( ?[.]["']?|:| --?)(?= )/u.exec(text);
  if (match === null) return null;
  const title = match[1] ?? "";
  const words = title.split(" ").filter((word) => /\p{L}/u.test(word));
  const isTitled = words.every(
    (word) => /^[\p{Lu}\d&(/]/u.test(word) || word.length <= 3 || /^(?:with|from|upon)$/.test(word),
  );
  const isSeparate = match[2]?.includes(".") === true;
  const rest = prepared.text.slice(start + match[0].length).trim();
  if (words.length > 8 || rest === "") return null;
  const isShort = isNumbered && words.length <= 4 && !/\d/.test(title);
  if (
    isSeparate &&
    ((!isTitled && !isShort) ||
      /\d$/.test(title) ||
      words.length > 7 ||
      endsShortened(`${prepared.folded.slice(start, start + title.length)}.`) ||
      // "Confirmed J. Doe": an initial ends nothing.
      /\s\p{Lu}$/u.test(title) ||
      // "Fitter Fr. 92.–": a price is no sentence.
      (/(?:^|\s)S?Fr$/.test(title) && /^\d/.test(rest)) ||
      /\b(?:Inc|Ltd|Co|Corp|No|St|Mr|Ms|Dr|GmbH|[Rr]ef|Nr|Pos|Art|approx|incl|excl|max|min)$/.test(title))
  )
    return null;
  return [start, start + (match[0].length - (isSeparate ? 0 : 1)), isSeparate, isTitled];
}
