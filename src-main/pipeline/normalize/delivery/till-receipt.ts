import type { Delivery, ReadDocument } from "../../../../src-shared/model/index.ts";
import { isEqual, sum, type DecimalText } from "../../../../src-shared/money/index.ts";
import type { NormalizeContext } from "../context.ts";
import { lineEvidence } from "../kind/page-line.ts";
import { splitCurrency } from "../values/currency.ts";
import { findDates } from "../values/date.ts";
import { foldText } from "../values/fold.ts";
import { numberConventionOf, parseAmount } from "../values/number.ts";
import { findDays } from "./paper-days.ts";
import { printedRows, type PrintedRow } from "./printed-rows.ts";
import type { Surroundings } from "./record-surroundings.ts";
import { deliveryIdAt, unsaidDelivery } from "./unsaid-delivery.ts";

const longestReceipt = 60;
const total =
  /^(?:grand |gesamt|totale? )?(?:total|totale?|summe|gesamt\w*|montant|a payer|net a payer|totaal|te betalen|importe|zu zahlen|betrag)(?![a-z])/;
/** How something was paid on the spot, with the sum behind it. */
const paid =
  /(?:^|[^a-z])(?:visa|mastercard|maestro|amex|girocard|girokarte|ec-?karte|ec|karte|kartenzahlung|contactless|card|debit|credit card|cash|bar|gegeben|cb|carte|carte bancaire|especes|pin|contant|pinnen|tarjeta|efectivo|contanti|carta|bancomat|pos|multibanco|mb ?way|dinheiro|cartao|numerario)(?![a-z])/;
/** A paper that bills is no receipt for what was spent on the way. */
const billed =
  /(?:^|[^a-z])(?:invoice no|invoice number|due date|payment due|net \d+ days|rechnungsnummer|rechnungs-nr|zahlbar|fallig|numero de facture|echeance|factuurnummer|vervaldatum|vencimiento|scadenza)(?![a-z])/;
const sumText = /(?<![\d.,:/-])(\d{1,3}(?:[ .,']?\d{3})*[.,]\d{2})(?![\d.,:/-])/g;

/** The receipt of a till, a hotel or a pump: what was paid on the spot, as the total and the payment both say. */
export function tillReceipt(
  document: ReadDocument,
  context: NormalizeContext,
  { days }: Surroundings,
): Delivery | null {
  if (document.sheets.length > 0) return null;
  const rows = printedRows(document, []);
  const texts = rows.map(({ text }) => foldText(text).trim());
  if (rows.length > longestReceipt || texts.some((text) => billed.test(text))) return null;
  const numbers = numberConventionOf(rows.flatMap(({ text }) => text.split(/\s+/)));
  const sumOf = (row: PrintedRow | undefined): DecimalText | null => {
    const last = [...(row?.text ?? "").matchAll(sumText)].at(-1)?.[1];
    return last === undefined ? null : (parseAmount(last, numbers)?.value ?? null);
  };
  const row = rows[paidRow(rows.map(sumOf), texts)];
  const amount = sumOf(row);
  if (row === undefined || amount === null) return null;
  const [own] = findDays(row.text, days);
  const dates = rows.flatMap(({ text }) => findDates(text, days).flatMap(({ value }) => value ?? []));
  const [first] = row.segments;
  const evidence =
    first === undefined
      ? null
      : lineEvidence(document, { ...first, words: row.segments.flatMap(({ words }) => words) }, "delivery");
  return {
    ...unsaidDelivery,
    id: deliveryIdAt(document, context, "receipt"),
    documentId: document.documentId,
    kind: "expense",
    // Of coming and going the later day is that of paying.
    date:
      own?.value ??
      dates
        .filter((day) => day <= days.asOf)
        .toSorted()
        .at(-1) ??
      null,
    item: rows[0]?.text.replace(/\s+/g, " ").trim() ?? null,
    amount,
    currency: splitCurrency(row.text.replace(/^[^\d€$£]*?(?=\d|[€$£])/u, "")).currency?.code ?? null,
    basis: "rule",
    confidence: 0.8,
    evidence: evidence === null ? [] : [evidence],
  };
}

/**
 * The row with the sum that was paid: a total that a payment below it repeats, or, where no total is printed, the charge
 * or the charges above a payment that they come to just. -1 where nothing shows that anything was paid.
 */
function paidRow(sums: readonly (DecimalText | null)[], texts: readonly string[]): number {
  const payments = sums.flatMap((value, index) =>
    value !== null && paid.test(texts[index] ?? "") ? [{ value, index }] : [],
  );
  const at = sums.findIndex((value, index) => value !== null && total.test(texts[index] ?? ""));
  if (at >= 0) return payments.some(({ value, index }) => index > at && value === sums[at]) ? at : -1;
  const [payment, ...others] = payments;
  if (payment === undefined || others.length > 0) return -1;
  const charges = sums
    .slice(0, payment.index)
    .flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const isSettled = charges.length > 0 && isEqual(sum(charges.map(({ value }) => value)), payment.value);
  // A single charge has the day and the words of what was paid.
  return isSettled ? ((charges.length === 1 ? charges[0] : payment)?.index ?? -1) : -1;
}
