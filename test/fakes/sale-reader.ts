import type { Invoice, NormalizedDocument } from "../../src-shared/model/index.ts";
import type { DocumentReader, Reading } from "../../src-main/ports/document-reader.ts";
import { saleInvoice } from "../builders/sale-invoice.ts";
import type { SaleSpec } from "../builders/sale-invoice.ts";

/**
 * A reader of a format that only tests have: a file is the JSON of a `SaleSpec` and reads as that invoice.
 *
 * "crash" and "slow" behave as they are called; "garbage" cannot be read.
 */
export function createSaleReader(): DocumentReader {
  const read: DocumentReader["read"] = async (file, bytes, _context, keep, signal) => {
    const text = new TextDecoder().decode(bytes);
    if (text === "slow")
      await new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("cancelled")), { once: true });
      });
    if (text === "crash") return unreadable("read/crashed");
    let spec: SaleSpec;
    try {
      spec = JSON.parse(text) as SaleSpec;
    } catch {
      return unreadable("read/unknown-format");
    }
    const invoice: Invoice = {
      ...saleInvoice(spec),
      id: `inv-${file.id.slice(4)}` as Invoice["id"],
      documentId: file.id,
    };
    const normalized: NormalizedDocument = {
      documentId: file.id,
      kind: invoice.kind === "credit-note" ? "credit-note" : "invoice",
      kindConfidence: 1,
      kindEvidence: [],
      agreements: [],
      deliveries: [],
      statements: [],
      invoices: [invoice],
      instructions: [],
      problems: [],
    };
    return {
      reader: "json",
      status: "read",
      problem: null,
      pages: null,
      normalized,
      document:
        keep === "everything"
          ? {
              documentId: file.id,
              reader: "json",
              status: "read",
              problem: null,
              pages: [],
              blocks: [],
              sheets: [],
              root: null,
              members: [],
              text,
              properties: {},
            }
          : null,
      members: [],
    };
  };
  return {
    parallelism: 2,
    read,
    normalize: (document, file, context, signal) =>
      read(file, new TextEncoder().encode(document.text ?? ""), context, "nouns", signal),
    close: () => Promise.resolve(),
  };
}

const unreadable = (code: string): Reading => ({
  reader: null,
  status: "unreadable",
  problem: { code },
  pages: null,
  normalized: null,
  document: null,
  members: [],
});
