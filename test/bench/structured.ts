import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeProgram, composeTools } from "../../src-main/shells/compose.ts";
import { importPaths } from "../../src-main/services/import-documents.ts";
import { createWorkspace } from "../../src-main/services/unlock-workspace.ts";
import { normalizeDocument } from "../../src-main/pipeline/normalize/index.ts";
import { detectMediaType, documentIdFor } from "../../src-main/pipeline/import/index.ts";
import { readFile } from "../../src-main/pipeline/read/index.ts";
import type { ImportedFile } from "../../src-shared/model/index.ts";
import { localDate } from "../../src-shared/time/index.ts";
import { duel, solo } from "./duel.ts";
import { perSecond, type BenchResult } from "./result.ts";

const parsedFiles = 400;
const linesPerInvoice = 12;
/** Files of the two imports that are held against each other; both in a workspace of their own. */
const fewFiles = 500;
const manyFiles = 4_000;

const space = "urn:oasis:names:specification:ubl:schema:xsd";
const line = (id: number): string =>
  `<cac:InvoiceLine><cbc:ID>${id}</cbc:ID><cbc:InvoicedQuantity unitCode="HUR">8</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">760.00</cbc:LineExtensionAmount><cac:Item><cbc:Description>Senior technician on site, north wing, visit ${id}</cbc:Description><cbc:Name>Labour</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">95.00</cbc:PriceAmount></cac:Price></cac:InvoiceLine>`;

/** A UBL invoice of the usual size: a dozen lines, totals that add up. */
const invoice = (number: number): string => {
  const lines = Array.from({ length: linesPerInvoice }, (_, index) => line(index + 1)).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="${space}:Invoice-2" xmlns:cac="${space}:CommonAggregateComponents-2" xmlns:cbc="${space}:CommonBasicComponents-2">
<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID><cbc:ID>INV-${number}</cbc:ID><cbc:IssueDate>2026-03-03</cbc:IssueDate><cbc:DueDate>2026-04-02</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Orchard Data Ltd</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Customer ${number % 40}</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">1824.00</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">9120.00</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="EUR">9120.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">10944.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">10944.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
${lines}
</Invoice>`;
};

const writeInvoices = (folder: string, count: number): readonly string[] => {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `invoice-${index}.xml`);
    writeFileSync(path, invoice(index));
    return path;
  });
};

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const context = {
  asOf: localDate("2026-11-21"),
  ownCompany: { names: [], taxIds: [], bankAccounts: [] },
  hash,
};

const fileOf = (path: string, bytes: Uint8Array): ImportedFile => {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {
    id: documentIdFor(sha256, path, hash),
    path,
    name: path,
    sha256,
    sizeBytes: bytes.length,
    mediaType: detectMediaType(path, bytes.subarray(0, 65_536)),
    copyOf: null,
  };
};

/** Reading and understanding against a parser that only says whether the markup is well-formed. */
async function benchParsing(folder: string, rounds: number): Promise<BenchResult> {
  const paths = writeInvoices(join(folder, "parsed"), parsedFiles);
  const tools = { loadAsset: () => Promise.reject(new Error("No PDF is read here")) };
  const readOurs = async (): Promise<void> => {
    for (const path of paths) {
      const bytes = new Uint8Array(readFileSync(path));
      const file = fileOf(path, bytes);
      const document = await readFile(file, bytes, tools, new AbortController().signal);
      const [first] = normalizeDocument(document, file, context).invoices;
      if (first?.lines.length !== linesPerInvoice) throw new Error(`${path} was not read whole`);
    }
  };
  const result = {
    id: "ubl-invoices",
    title: "UBL invoices, read and understood",
    work: `${parsedFiles} invoices of ${linesPerInvoice} lines`,
  };
  if (spawnSync("xmllint", ["--version"], { stdio: "ignore" }).error !== undefined) {
    const ours = await solo(readOurs, rounds);
    const reference = "xmllint --noout (not on this machine: install libxml2-utils)";
    return { ...result, reference, ours, shown: perSecond(parsedFiles, ours, "invoices") };
  }
  const readTheirs = (): void => {
    execFileSync("xmllint", ["--noout", ...paths], { stdio: "ignore" });
  };
  const { ours, reference, ratio } = await duel(readOurs, readTheirs, rounds);
  return {
    ...result,
    reference: "xmllint --noout",
    ours,
    theirs: reference,
    ratio,
    shown: perSecond(parsedFiles, ours, "invoices"),
    shownReference: perSecond(parsedFiles, reference, "invoices"),
  };
}

interface ImportRun {
  readonly ms: number;
  /** Memory of this process after the import, garbage or not. */
  readonly megabytes: number;
}

/** One import of a folder into an encrypted workspace, through the reading processes. */
async function importFolder(folder: string, count: number): Promise<ImportRun> {
  const source = join(folder, `import-${count}`);
  writeInvoices(source, count);
  const program = await composeProgram({ shell: "cli", tools: composeTools(), home: join(folder, "home") });
  try {
    const location = join(folder, `workspace-${count}`);
    const created = await createWorkspace(program, {
      name: "bench",
      location,
      passphrase: "a long passphrase",
    });
    if (!created.ok) throw new Error(created.error.code);
    const startedAt = performance.now();
    const outcome = await importPaths(
      program,
      { paths: [source] },
      { signal: new AbortController().signal, report: () => undefined },
    );
    if (!outcome.ok || outcome.value.documents.length !== count) throw new Error("The import was not whole");
    return { ms: performance.now() - startedAt, megabytes: Math.round(process.memoryUsage().rss / 2 ** 20) };
  } finally {
    await program.workspace?.close();
    await program.tools.reader.close();
  }
}

/** Time and memory of importing many files against importing few: both must grow no faster than the files. */
async function benchImporting(folder: string): Promise<BenchResult> {
  const few = await importFolder(folder, fewFiles);
  const many = await importFolder(folder, manyFiles);
  const spread = (ms: number) => ({ medianMs: ms, leastMs: ms, mostMs: ms });
  const growth = many.ms / few.ms / (manyFiles / fewFiles);
  return {
    id: "ubl-import",
    title: "UBL invoices into an encrypted workspace",
    work: `${manyFiles} files, ${many.megabytes} MB after (${few.megabytes} MB after ${fewFiles})`,
    reference: `${fewFiles} files, for each file`,
    ours: spread(many.ms),
    theirs: spread((few.ms * manyFiles) / fewFiles),
    ratio: { median: growth, least: growth, most: growth },
    shown: perSecond(manyFiles, spread(many.ms), "invoices"),
    shownReference: perSecond(fewFiles, spread(few.ms), "invoices"),
  };
}

/** Structured invoices: parsing against xmllint, and importing into a workspace at two sizes. */
export async function benchStructured(rounds: number): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
  try {
    return [await benchParsing(folder, rounds), await benchImporting(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
