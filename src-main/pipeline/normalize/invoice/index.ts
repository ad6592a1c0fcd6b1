import type { DocumentKind, Invoice, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { splitDocument } from "./split.ts";
import { surveyDocument, surveyToInvoice } from "./read-invoice.ts";

export { surveyDocument } from "./read-invoice.ts";
export type { Survey } from "./read-invoice.ts";

/** The invoices or credit notes of a paged document; several where its pages start new ones. */
export function readInvoices(
  document: ReadDocument,
  kind: DocumentKind,
  context: NormalizeContext,
): readonly Invoice[] {
  return splitDocument(document, context).map((part, ordinal) =>
    surveyToInvoice(surveyDocument(part, context), kind, context, ordinal),
  );
}
