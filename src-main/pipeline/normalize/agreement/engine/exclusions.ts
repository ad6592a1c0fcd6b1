/** "Excluding reimbursable travel", "hors déplacements": up to the end of the phrase. */
const exclusion =
  /(?<![\p{L}])(?:excluding|exclusive of|not including|not counting|other than|apart from|leaving out|ohne|ausgenommen|exklusive|zuzuglich|hors|hormis|a l'exclusion d[eu']s?|non compris|excluid[oa]s?|excluyendo|sin contar|sin incluir|esclus[oaie]|al netto d\w+|exclusief|zonder|met uitzondering van|excluindo|sem incluir) [^,;.:()$€£\d]{3,60}/gu;

/**
 * What a sentence is about, without what it leaves out: blanks stand for that, so that positions hold.
 *
 * A limit of fees "excluding travel" is none of travel.
 */
export const withoutExclusions = (folded: string): string =>
  folded.replace(exclusion, (left) => " ".repeat(left.length));
