/** A clause or list mark at the start of a line: "2.1", "(a)", "Article IV", "§ 3", "•". */
const numbered = /^(?:\d{1,3}(?:\.\d{1,3}){1,5}\.?|\d{1,3}[.)]|\d{1,2}-|\(\d{1,3}\)|\d{1,3}\.\))(?=\s|$)/u;
const lettered =
  /^(?:\([a-zA-Z]{1,2}\)|\([ivxlcIVXLC]{1,6}\)|[a-zA-Z]\)|[A-Z]\.|[ivx]{1,5}[.)]|[IVXLC]{1,6}\.)(?=\s|$)/u;
const worded =
  /^(?:article|section|clause|schedule|exhibit|appendix|annex|annexe|part|artikel|abschnitt|ziffer|anlage|anhang|allegato|articolo|artículo|anexo|art\.|§§?|sec\.)\s*(?:[\dIVXLC]+(?:\.\d+)*|[A-Z])(?=[\s.:)–—-]|$)/iu;
const bullet = /^[•●▪■◦○‣–—*·\u2043\u25AA\uF0B7\u00B7-](?=\s|$)/u;

/** The mark that a line opens with, or `null`. Whether it counts as one is for the chain of marks to tell. */
export function leadingLabel(text: string): string | null {
  const match = numbered.exec(text) ?? lettered.exec(text) ?? worded.exec(text) ?? bullet.exec(text);
  return match === null ? null : match[0];
}

/** A multi-level number that a unit or amount follows is a quantity: "2.5 % of", "1.5 times". */
export const isQuantity = (text: string): boolean =>
  /^\d{1,3}\.\d{1,3}\s+(?:%|per\s?cent|percent|million|billion|thousand|times|hours?|days?|months?|years?|x\b)/iu.test(
    text,
  );
