import { foldText } from "../values/fold.ts";

const parts = "(?:sub|grand|page|weekly|week|daily|monthly|overall|running|carried|brought|net) ?-?";
const sums =
  "totals?|sums?|summen?|gesamt\\w*|insgesamt|zwischensumme|ubertrag|totaal|subtotaal|eindtotaal|totale|totali|totales|totais|sumas?|soma|somme|somma|subtotal|sous-total|cumul|forward|net a payer";
const sumWords = new RegExp(`^[^a-z\\d]*(?:${parts})*(?:${sums})(?![a-z])`);

/** Whether a text begins by saying, in one of seven languages, that its figures add up others: "Sub-total", "Summe KW 12". */
export const namesSum = (text: string): boolean => sumWords.test(foldText(text).trim());
