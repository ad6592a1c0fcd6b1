import { AFRelationship, PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { normalizeDocument } from "../../../../src-main/pipeline/normalize/index.ts";
import { readFile } from "../../../../src-main/pipeline/read/index.ts";
import type { DocumentReader } from "../../../../src-main/ports/document-reader.ts";
import type { StoredDocument } from "../../../../src-main/ports/vault.ts";
import { readFiles } from "../../../../src-main/services/read-files.ts";
import type { Tools } from "../../../../src-main/services/tools.ts";
import { context, hash, loadAsset } from "../../../builders/read-bytes.ts";
import { ciiXml } from "../pipeline/normalize/structured/structured-xml.ts";

const reader: DocumentReader = {
  show: async () => null,
  parallelism: 1,
  close: async () => {},
  read: async (file, bytes, _context, _keep, signal) => {
    const document = await readFile(file, bytes, { loadAsset }, signal);
    return {
      reader: document.reader,
      status: document.status,
      problem: document.problem,
      pages: null,
      normalized: normalizeDocument(document, file, context),
      document: null,
      members: document.members,
    };
  },
  normalize: () => Promise.reject(new Error("not used")),
};

const digest = {
  ofText: hash,
  ofBytes: (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex"),
};

const take = async (files: Readonly<Record<string, Uint8Array>>): Promise<readonly StoredDocument[]> => {
  const incoming = Object.entries(files).map(([path, bytes]) => ({
    path,
    sizeBytes: bytes.length,
    load: () => Promise.resolve({ ok: true as const, value: bytes }),
  }));
  const taken = await readFiles(
    { incoming, known: new Map(), context, keep: "nouns" },
    { reader, digest } as unknown as Tools,
    () => {},
    new AbortController().signal,
  );
  return taken.map(({ stored }) => stored);
};

const xml = new TextEncoder().encode(
  ciiXml({
    settlement:
      "<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:GrandTotalAmount>120.00</ram:GrandTotalAmount><ram:DuePayableAmount>120.00</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>",
  }),
);

const hybrid = async (): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const sheet = pdf.addPage([595, 842]);
  const print = (text: string, y: number, x = 50) => sheet.drawText(text, { x, y, size: 10, font });
  sheet.drawText("INVOICE", { x: 50, y: 780, size: 20, font });
  print("Invoice number: 0042", 740);
  print("Invoice date: 31 March 2026", 725);
  print("Total EUR", 600);
  print("120.00", 600, 480);
  await pdf.attach(xml, "factur-x.xml", {
    mimeType: "text/xml",
    afRelationship: AFRelationship.Alternative,
    creationDate: new Date(0),
    modificationDate: new Date(0),
  });
  return pdf.save();
};

const invoicesOf = (documents: readonly StoredDocument[]) =>
  documents.flatMap(({ normalized }) => normalized?.invoices ?? []);

test("a hybrid PDF gives two documents and one invoice, whose places are in both", async () => {
  const documents = await take({ "in/bill.pdf": await hybrid() });
  expect(documents.map(({ file, reader: by }) => [file.path, by])).toEqual([
    ["in/bill.pdf", "pdf-text"],
    ["in/bill.pdf!factur-x.xml", "cii"],
  ]);
  const [outer, inner] = documents;
  expect(outer?.contains).toEqual([inner?.file.id]);
  const invoices = invoicesOf(documents);
  expect(invoices).toHaveLength(1);
  expect(invoices[0]?.documentId).toBe(outer?.file.id);
  expect(invoices[0]?.number?.evidence.map(({ documentId }) => documentId)).toEqual([
    inner?.file.id,
    outer?.file.id,
  ]);
});

test("the same XML beside its PDF is the same invoice, whichever is read first", async () => {
  for (const files of [
    { "a.pdf": await hybrid(), "b.xml": xml },
    { "a.xml": xml, "b.pdf": await hybrid() },
  ])
    expect(invoicesOf(await take(files))).toHaveLength(1);
});
