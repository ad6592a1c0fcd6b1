import type { PaymentTermsValue } from "../../../../../src-shared/model/index.ts";
import type { Reading } from "../engine/reading.ts";
import type { Literal } from "../literals/literal.ts";

export const endOfMonth =
  /\b(?:end of (?:the )?(?:invoice )?month|month[- ]end|end of (?:the )?month of (?:the )?invoice|fin de mes|fine mese|f\.m\.|d\.? ?f\.? ?f\.? ?m\b|fim do mes|einde (?:van de )?maand|eom|e\.o\.m\.|monatsende|ende des monats|fin de mois|following month|month following|month after|of the next month|folgemonats?|mois suivant)\b/;
/** When the paper has come, in whatever words: "after X receives it", "ab Eingang", "desde la recepción". */
const onReceipt =
  /\b(?:receipt|receives?|receiving|received|reaches|\w*erhalt|\w*eingang|zugang|reception(?! (?:des travaux|provisoire|definitive))|recepcion(?! (?:de (?:la obra|los trabajos)|provisional|definitiva))|recibid[oa]|ricevimento|ricezione|recezione|rececao(?! da obra)|recebimento|ontvangst)\b|\b(?:it|they|which it|which they) (?:is|are|was|were) (?:delivered|rendered)/;
const onInvoice =
  /\b(?:bill date|date of (?:the |each |every )?bills?|invoice date|date of (?:the |each |an |such |any )?[a-z ]{0,16}(?:invoice|statement)|of (?:the )?(?:date of )?invoice|of invoic(?:e|ing)|after invoic(?:e|ing)|from invoic(?:e|ing)|of billing|after (?:the )?(?:invoice|billing)|from (?:the )?date of|rechnungsdatum|rechnungsstellung|fecha (?:de )?(?:la )?factura|data (?:della )?fattura|data da fatura|factuurdatum|of (?:their|its) date|of (?:their |its )?issue|after (?:their|its) date|of the date of the invoice|date of (?:each|the) invoice|date de facture|date de la facture|date d'emission|date of issue)\b/;
/** What the days of a term count from. */
export function anchorOf(folded: string): Pick<PaymentTermsValue, "from" | "endOfMonthReading"> | null {
  if (endOfMonth.test(folded) && !/\b(?:late|interest|per month)\b/.test(folded)) {
    const order =
      /\b(?:days?|jours|tage) (?:after|from|nach|following) (?:the )?(?:end of|month[- ]end|monatsende|fin)|end of (?:the )?month (?:plus|\+)|\beom ?(?:plus|\+)|fin de mois ?(?:\+|plus)|nach monatsende|from (?:the )?end of/.test(
        folded,
      )
        ? ("end-then-days" as const)
        : null;
    return { from: "end-of-month", ...(order !== null && { endOfMonthReading: order }) };
  }
  // "30 days from the invoice date; receipts are attached": the day that is named wins over one that may be.
  if (
    onReceipt.test(folded) &&
    !(
      onInvoice.test(folded) &&
      /\breceipt\b/.test(folded) &&
      !/\b(?:of|after|from|upon|on|following) (?:[a-z']+ ){0,3}receipt\b|\breceipt of\b/.test(folded)
    )
  )
    return { from: "receipt" };
  if (onInvoice.test(folded)) return { from: "invoice-date" };
  return null;
}

/** Whether the end of a month belongs to the days: behind them, or right before ("end of month plus 30 days"). */
export const endsMonthAt = (reading: Reading, days: Literal): boolean =>
  endOfMonth.test(reading.folded.slice(days.end)) ||
  /\b(?:end of (?:the )?month|month[- ]end|eom|fin de mois|fin de mes|fine mese|fim do mes|monatsende|einde maand)\b[ ,]*(?:\+|plus|and|und|et|piu|mas)? ?$/.test(
    reading.before(days, 40),
  );

/** "We invoice at month end, payable within 20 days" says when it is billed, and nothing of what the days count from. */
export const withoutMonthEnds = (folded: string): string =>
  folded.replace(new RegExp(endOfMonth.source, "g"), " ");

/** What a count of days is counted from, by the words around it before those of the whole sentence. */
export function anchorOfDays(
  reading: Reading,
  days: Literal,
): Pick<PaymentTermsValue, "from" | "endOfMonthReading"> | null {
  const even = endsMonthAt(reading, days) ? (text: string): string => text : withoutMonthEnds;
  return (
    anchorOf(even(`${reading.before(days, 30)} ${reading.after(days, 60)}`)) ?? anchorOf(even(reading.folded))
  );
}
