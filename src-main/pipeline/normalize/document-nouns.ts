import type {
  DocumentKind,
  NormalizedDocument,
  Problem,
  ReadDocument,
} from "../../../src-shared/model/index.ts";
import { readAgreements } from "./agreement/index.ts";
import type { NormalizeContext } from "./context.ts";
import { readDeliveries } from "./delivery/index.ts";
import { readInvoices } from "./invoice/index.ts";
import type { KindReading } from "./kind/document-kind.ts";

/** Kinds that are read for what they agree or offer. */
export const agreementKinds: ReadonlySet<DocumentKind> = new Set([
  "agreement",
  "amendment",
  "estimate",
  "purchase-order",
  "message",
]);
/** Kinds that are read for what was done or delivered. */
export const deliveryKinds: ReadonlySet<DocumentKind> = new Set([
  "timesheet",
  "work-order",
  "delivery",
  "usage",
  "acceptance",
  "expense",
]);

/** What a document holds, by what it is read for. */
export type Nouns = Pick<
  NormalizedDocument,
  "agreements" | "deliveries" | "invoices" | "statements" | "problems"
>;
export const nothing: Nouns = { agreements: [], deliveries: [], invoices: [], statements: [], problems: [] };

/** The nouns of a document of that kind. */
export const nounsOf = (document: ReadDocument, kind: DocumentKind, context: NormalizeContext): Nouns => {
  if (kind === "invoice" || kind === "credit-note")
    return { ...nothing, invoices: readInvoices(document, kind, context) };
  if (agreementKinds.has(kind))
    return { ...nothing, agreements: readAgreements(document, kind, context).agreements };
  if (deliveryKinds.has(kind)) {
    const deliveries = readDeliveries(document, kind, context);
    const problems: Problem[] =
      deliveries.length === 0 ? [{ code: "normalize/no-records", facts: { kind } }] : [];
    return { ...nothing, deliveries, problems };
  }
  return nothing;
};

/** What a document is, and what it holds. */
export interface Meaning {
  readonly reading: KindReading;
  readonly nouns: Nouns;
}
