/** A label that says that what it names is covered by the fee, folded, in seven languages: "Included events", "Nutzer inklusive". */
export const includedName =
  /^(?:included?|inclusive|incl\.?|free|bundled|allowance(?: of)?|inklusiv\p{L}*|inkl\.?|enthaltene?|frei\p{L}*|inclus(?:es|e)?|compris(?:es|e)?|incluid[oa]s?|inclus[oaie]|compres[oaie]|inbegrepen)[ :-]+|[ ,(-]+(?:included|inclusive|allowance|inklusive|enthalten|inclus(?:es|e)?|compris(?:es|e)?|incluid[oa]s?|inclus[oaie]|compres[oaie]|inbegrepen)\)?$/u;

/** Whether a label and what stands behind it say how many are covered: no head of a table, and no price. */
export const saysIncluded = (label: string, behind: string): boolean =>
  includedName.test(label) && /^\W*\d/.test(behind);
