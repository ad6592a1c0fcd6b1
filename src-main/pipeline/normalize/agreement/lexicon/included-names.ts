/** Words that say that something is covered by the fee, folded, in seven languages. */
const covered =
  "included?|inclusive|incl|allowances?|bundled?|inklusiv\\p{L}*|inkl|enthalten\\p{L}*|inbegriffen|inclus(?:es|e)?|inclus[oaie]|compris(?:es|e)?|compres[oaie]|incluid[oa]s?|inbegrepen";
/** "Free", "freie", "Freimenge": only before its thing; "sugar-free" and "Freilegen" are no such words. */
const free = "free|freie?[nrs]?|frei(?:menge|kontingent|volumen)n?";

/** A cell or a head that says that a count is covered: "5,000 per month included", "Free minutes". */
export const includedWord = new RegExp(`(?<!\\p{L})(?:${covered}|${free})(?!\\p{L})`, "u");

/** A label that says that what it names is covered by the fee: "Included events", "Nutzer inklusive". */
export const includedName = new RegExp(
  `^(?:(?:${covered}|${free})(?!-)(?: of)?)\\.?[ :-]+|[ ,(-]+(?:${covered})\\.?\\)?$`,
  "u",
);

/** Whether a label and what stands behind it say how many are covered: no head of a table, and no price. */
export const saysIncluded = (label: string, behind: string): boolean =>
  includedName.test(label) && /^\W*\d/.test(behind);
