import type { DocumentKind, Invoice, InvoiceLine, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { selfBilled } from "../kind/document-kind.ts";
import { bodyText } from "../kind/structure-scores.ts";
import { splitSurveyed } from "./split.ts";
import { surveyToInvoice } from "./read-invoice.ts";
import { surveyDocument } from "./survey.ts";

export { surveyDocument } from "./survey.ts";
export type { Survey } from "./survey.ts";

/** The invoices or credit notes of a paged document; several where its pages start new ones. */
export function readInvoices(
  document: ReadDocument,
  kind: DocumentKind,
  context: NormalizeContext,
): readonly Invoice[] {
  // A bill that the customer writes is issued by the buyer.
  const issuer = selfBilled.test(bodyText(document)) ? "buyer" : "seller";
  const survey = surveyDocument(document, context, issuer, true);
  const parts = document.pages.length > 1 ? splitSurveyed(survey) : [document];
  if (parts.length === 1) return [surveyToInvoice(survey, kind, context, 0)];
  return parts.map((part, ordinal) =>
    surveyToInvoice(surveyDocument(part, context, issuer, true), kind, context, ordinal),
  );
}

/** The head of an order, estimate or work order: the fields of an invoice that such papers print too. */
export type PaperHead = Omit<Invoice, "id" | "kind" | "lines">;

/** Reads the head of any priced paper with the machinery of invoices. `kind` says whose number it carries. */
export function readHeader(document: ReadDocument, kind: DocumentKind, context: NormalizeContext): PaperHead {
  const issuer = kind === "purchase-order" ? "buyer" : "seller";
  const {
    id: _id,
    kind: _kind,
    lines: _lines,
    ...head
  } = surveyToInvoice(surveyDocument(document, context, issuer), kind, context, 0);
  return head;
}

/** Reads the priced rows of any paper: an order's lines, an estimate's positions, a price table. */
export function readTables(document: ReadDocument, context: NormalizeContext): readonly InvoiceLine[] {
  return surveyToInvoice(surveyDocument(document, context), "invoice", context, 0).lines;
}
