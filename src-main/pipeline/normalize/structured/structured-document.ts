import type { DocumentKind, Element, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { ciiInvoice, ciiKind } from "./cii-invoice.ts";
import { cfdi } from "./national/cfdi.ts";
import { ebInterface } from "./national/eb-interface.ts";
import { fatturaPa } from "./national/fattura-pa.ts";
import { facturae } from "./national/facturae.ts";
import { isdoc } from "./national/isdoc.ts";
import { ksef } from "./national/ksef.ts";
import { nfe } from "./national/nfe.ts";
import { nfse } from "./national/nfse.ts";
import { withSettledSigns } from "./signs.ts";
import { ublDespatch } from "./ubl-despatch.ts";
import { ublInvoice, ublKind } from "./ubl-invoice.ts";
import { ublOrder } from "./ubl-order.ts";
import type { StructuredNouns, Vocabulary } from "./vocabulary.ts";

const isInvoice = (kind: DocumentKind): boolean => kind === "invoice" || kind === "credit-note";

const cii: Vocabulary = {
  kindOf: ciiKind,
  read: (document, root, _kind, context) => ({
    invoices: [withSettledSigns(ciiInvoice(document, root, context))],
  }),
};

const ubl: Vocabulary = {
  kindOf: ublKind,
  read: (document, root, kind, context) => {
    if (isInvoice(kind)) return { invoices: [withSettledSigns(ublInvoice(document, root, context))] };
    if (kind === "purchase-order" || kind === "estimate")
      return { agreements: [ublOrder(document, root, context)] };
    return kind === "delivery" ? { deliveries: ublDespatch(document, root, context) } : {};
  },
};

/** Each knows its own roots; no two know the same. */
const vocabularies: readonly Vocabulary[] = [
  cfdi,
  cii,
  ebInterface,
  facturae,
  fatturaPa,
  isdoc,
  ksef,
  nfe,
  nfse,
  ubl,
];

const nothing: StructuredNouns = { agreements: [], deliveries: [], invoices: [] };

/** The kind and the nouns of a structured document; `null` when no vocabulary knows its root. */
export const readStructured = (
  document: ReadDocument,
  root: Element,
  context: NormalizeContext,
): { readonly kind: DocumentKind; readonly nouns: StructuredNouns } | null => {
  for (const { kindOf, read } of vocabularies) {
    const kind = kindOf(root);
    if (kind !== null) return { kind, nouns: { ...nothing, ...read(document, root, kind, context) } };
  }
  return null;
};
