import { foldText } from "../values/index.ts";

const withTax =
  /\b(?:inkl|incl|inc|einschl|inklusive|including|inclusive|ttc|tvac|compris|comprise|incluido|incluidos|inclu|inclusa|incluso|con iva|com iva|c iva|brutto|gross|mit)\b/;
const withoutTax =
  /\b(?:exkl|excl|exc|ohne|hors|ht|htva|sin|senza|sem|s iva|before|without|ex|netto|net|exclusief|excluding|exclusive|esclusa|excluido|vor)\b/;
const taxWord =
  /\b(?:mwst|ust|umsatzsteuer|mehrwertsteuer|vat|tax|taxes|gst|hst|iva|tva|btw|steuer|taxe|imposto|impuesto|imposta)\b/;

/** What the words around a total say about tax: "inkl. 19 % MwSt." or "excl. VAT"; `null` when they are silent. */
export function taxWordingOf(text: string): "with-tax" | "without-tax" | null {
  const folded = foldText(text).replace(/[^\p{L}\d]+/gu, " ");
  if (/\b(?:ttc|tvac)\b/.test(folded)) return "with-tax";
  if (/\b(?:ht|htva)\b/.test(folded)) return "without-tax";
  if (!taxWord.test(folded)) return null;
  if (withTax.test(folded)) return "with-tax";
  return withoutTax.test(folded) ? "without-tax" : null;
}
