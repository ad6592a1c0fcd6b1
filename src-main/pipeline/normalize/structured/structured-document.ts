import type {
  DocumentKind,
  Element,
  NormalizedDocument,
  ReadDocument,
} from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { ciiInvoice, ciiKind } from "./cii-invoice.ts";
import { withSettledSigns } from "./signs.ts";
import { ublInvoice, ublKind } from "./ubl-invoice.ts";
import { ublOrder } from "./ubl-order.ts";

type StructuredNouns = Pick<NormalizedDocument, "agreements" | "invoices">;

/** A vocabulary of structured business documents. */
interface Vocabulary {
  /** What a root is; `null` for roots of other vocabularies and for those that mean nothing here. */
  readonly kindOf: (root: Element) => DocumentKind | null;
  readonly read: (
    document: ReadDocument,
    root: Element,
    kind: DocumentKind,
    context: NormalizeContext,
  ) => StructuredNouns;
}

const isInvoice = (kind: DocumentKind): boolean => kind === "invoice" || kind === "credit-note";
const nothing: StructuredNouns = { agreements: [], invoices: [] };

const vocabularies: readonly Vocabulary[] = [
  {
    kindOf: ciiKind,
    read: (document, root, _kind, context) => ({
      ...nothing,
      invoices: [withSettledSigns(ciiInvoice(document, root, context))],
    }),
  },
  {
    kindOf: ublKind,
    read: (document, root, kind, context) => {
      if (isInvoice(kind))
        return { ...nothing, invoices: [withSettledSigns(ublInvoice(document, root, context))] };
      return kind === "purchase-order"
        ? { ...nothing, agreements: [ublOrder(document, root, context)] }
        : nothing;
    },
  },
];

/** The kind and the nouns of a structured document; `null` when no vocabulary knows its root. */
export const readStructured = (
  document: ReadDocument,
  root: Element,
  context: NormalizeContext,
): { readonly kind: DocumentKind; readonly nouns: StructuredNouns } | null => {
  for (const { kindOf, read } of vocabularies) {
    const kind = kindOf(root);
    if (kind !== null) return { kind, nouns: read(document, root, kind, context) };
  }
  return null;
};
