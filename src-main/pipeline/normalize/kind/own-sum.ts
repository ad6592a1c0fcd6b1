const ownSum =
  /\b(?:total|amount|balance|sum|fees)(?: (?:now|due|payable|of|on|for|amount))* this (?:invoice|bill)\b:? ?[^a-z ]{0,3}\d/;

/** Whether a folded text calls a sum its own, as a bill does: "Total due this invoice: $2,209.80". */
export const statesOwnSum = (folded: string): boolean => ownSum.test(folded);
