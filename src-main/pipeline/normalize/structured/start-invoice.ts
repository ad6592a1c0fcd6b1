import { blankInvoice } from "../../../../src-shared/model/index.ts";
import type { Invoice, InvoiceId, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";

/** An invoice of a structured document that says nothing yet; `place` counts those of the document, from 1. */
export const startInvoice = (document: ReadDocument, context: NormalizeContext, place = 1): Invoice =>
  blankInvoice(
    `inv-${context.hash(`${document.documentId}|${place}`).slice(0, 12)}` as InvoiceId,
    document.documentId,
  );
