import { zstdCompressSync } from "node:zlib";
import type {
  ReadDocument,
  Field,
  ImportedFile,
  Invoice,
  NormalizedDocument,
  Statement,
} from "../../src-shared/model/index.ts";
import type { DocumentReader, Reading } from "../../src-main/ports/document-reader.ts";
import { saleInvoice } from "../builders/sale-invoice.ts";
import { payment } from "../builders/payment-set.ts";
import type { PaymentSpec } from "../builders/payment-set.ts";
import { decimalText } from "../../src-shared/money/index.ts";
import type { SaleSpec } from "../builders/sale-invoice.ts";

/** A statement as a test writes it. */
interface StatementFile {
  readonly movements: readonly Omit<PaymentSpec, "id">[];
  readonly opening?: string;
  readonly closing?: string;
}

const known = <T>(value: T): Field<T> => ({ value, evidence: [], basis: "structured", confidence: 1 });

const statementReading = (file: ImportedFile, { movements, opening, closing }: StatementFile): Reading => {
  const balance = (text: string | undefined): Statement["openingBalance"] =>
    text === undefined ? null : { amount: known(decimalText(text)), date: null };
  const statement: Statement = {
    id: `stm-${file.id.slice(4)}` as Statement["id"],
    documentId: file.id,
    kind: "bank-account",
    number: null,
    account: known("DE02"),
    accountHolder: null,
    institution: null,
    currency: known("EUR"),
    from: null,
    to: null,
    openingBalance: balance(opening),
    closingBalance: balance(closing),
    balanceCheck: { is: "cannot-determine" },
    payments: movements.map((movement, index) => ({
      ...payment({ ...movement, id: `${file.id.slice(4)}-${index + 1}` }),
      sourceId: null,
      documentId: file.id,
    })),
  };
  return {
    ...emptyReading,
    normalized: {
      documentId: file.id,
      kind: "statement",
      kindConfidence: 1,
      kindEvidence: [],
      agreements: [],
      deliveries: [],
      statements: [statement],
      invoices: [],
      instructions: [],
      problems: [],
    },
  };
};

const listReading = (file: ImportedFile, rows: readonly (readonly string[])[]): Reading => ({
  ...emptyReading,
  document: {
    documentId: file.id,
    reader: "csv",
    status: "read",
    problem: null,
    pages: [],
    blocks: [],
    sheets: [
      {
        name: "",
        hidden: false,
        rows: rows.map((row, index) =>
          row.map((text, column) => ({
            text,
            value: null,
            valueType: "text" as const,
            at: { row: index + 1, column: column + 1 },
            hidden: false,
          })),
        ),
      },
    ],
    root: null,
    members: [],
    text: null,
    properties: {},
  },
});

const emptyReading: Reading = {
  reader: "json",
  status: "read",
  problem: null,
  pages: null,
  normalized: null,
  document: null,
  members: [],
};

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
    let spec: SaleSpec & Partial<StatementFile> & { readonly rows?: readonly (readonly string[])[] };
    try {
      spec = JSON.parse(text) as typeof spec;
    } catch {
      return unreadable("read/unknown-format");
    }
    if (spec.rows !== undefined) return listReading(file, spec.rows);
    if (spec.movements !== undefined) return statementReading(file, { ...spec, movements: spec.movements });
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
    const document: ReadDocument = {
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
    };
    return {
      reader: "json",
      status: "read",
      problem: null,
      pages: null,
      normalized,
      document: keep === "everything" ? document : null,
      packed: keep === "packed" ? zstdCompressSync(JSON.stringify(document)) : null,
      members: [],
    };
  };
  return {
    show: async () => null,
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
