import type { PageLine } from "./page-line.ts";

/** Words that say that a bill was printed again; nothing but its title bears them. */
const copyWords =
  /\b(?:duplicate|copy|reprint|reprinted|revised|revision|kopie|duplikat|zweitschrift|zweitausfertigung|duplicata|copie|copia|duplicado|afschrift|duplicaat|segunda via)\b|kopie$/;
/** Words of such a title at most. */
const mostCopyWords = 5;

/** "DUPLICATE INVOICE", "Kopie der Rechnung": a title in the middle of the page, without a number that it may refer to. */
export const saysCopy = ({ folded, words }: PageLine): boolean =>
  words.length <= mostCopyWords && !/\d/.test(folded) && copyWords.test(folded);
