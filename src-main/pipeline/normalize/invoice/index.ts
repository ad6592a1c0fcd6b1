import type { DocumentKind, Invoice, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
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
  const survey = surveyDocument(document, context);
  const parts = document.pages.length > 1 ? splitSurveyed(survey) : [document];
  if (parts.length === 1) return [surveyToInvoice(survey, kind, context, 0)];
  return parts.map((part, ordinal) => surveyToInvoice(surveyDocument(part, context), kind, context, ordinal));
}
