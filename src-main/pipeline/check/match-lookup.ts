import type {
  Invoice,
  InvoiceId,
  InvoiceLine,
  InvoiceMatch,
  LineMatch,
} from "../../../src-shared/model/index.ts";

/** How an invoice was matched; one that nobody matched has no agreement. */
export const matchOfInvoice = (
  { id }: Invoice,
  matches: ReadonlyMap<InvoiceId, InvoiceMatch>,
): InvoiceMatch =>
  matches.get(id) ?? {
    invoiceId: id,
    agreementId: null,
    state: "missing",
    reasons: [],
    confidence: 0,
    candidates: [],
    governedBy: [],
    lines: [],
  };

/** How the line at a place was matched. Matches stand in the order of the lines, unless somebody sorted one of them. */
export const matchOfLine = ({ id }: InvoiceLine, at: number, { lines }: InvoiceMatch): LineMatch => {
  const likely = lines[at];
  if (likely?.lineId === id) return likely;
  return (
    lines.findLast(({ lineId }) => lineId === id) ?? {
      lineId: id,
      state: "unbound",
      bindings: [],
      candidates: [],
      deliveries: [],
    }
  );
};
