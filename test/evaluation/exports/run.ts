// npm run eval:exports [-- --count 10000] [--sheets]
//
// Writes a batch of many invoices to each target and says how long it took; with --sheets opens what is a sheet in
// LibreOffice, with hostile texts in every free field, and counts the formulas that it found, and a journal in hledger.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { targets, type ExportInput } from "../../../src-main/pipeline/export/index.ts";
import type { BatchId, ExportFile } from "../../../src-shared/model/index.ts";
import { hashText } from "../../builders/billing-documents.ts";
import { paperFonts } from "../../builders/paper-fonts.ts";
import { saleInvoice } from "../../builders/sale-invoice.ts";

const { values } = parseArgs({
  options: { count: { type: "string", default: "10000" }, sheets: { type: "boolean" } },
});

const template = JSON.stringify({
  separator: ",",
  columns: [
    { title: "Invoice No", field: "number" },
    { title: "Customer", field: "partner" },
    { title: "Text", field: "description" },
    { title: "Qty", field: "quantity" },
    { title: "Price", field: "unit-amount" },
    { title: "Amount", field: "amount" },
  ],
});
/** What makes each target take the whole batch. */
const options: Readonly<Record<string, string>> = {
  template,
  partners: "*=10000",
  country: "AT",
  "seller-endpoint": "0088:9482348239846",
  "buyer-endpoints": "0088:9482348239853",
  "tax-types": "20=VAT",
  "tax-codes": "20=VAT",
  "tax-names": "20=VAT",
  accounts: "20=8400; *=8400",
  "base-currency": "EUR",
};
const ofTarget: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "datev-extf": { accounts: "20=8400" },
  hledger: { accounts: "income:sales", partner: "assets:receivable" },
  beancount: { accounts: "Income:Sales", partner: "Assets:Receivable" },
  "myob-service-sales": { accounts: "4-1000", "tax-codes": "20=GST", "number-length": "13" },
};

const hostile = [
  "=1+1",
  "+44 20 7946",
  "-Smith",
  "@SUM(1)",
  "\t=1",
  "\n=1",
  "＝1",
  '=HYPERLINK("http://x")',
  '",=1+1',
  "|calc",
  "%0A=1",
];
const makeInput = (count: number, wording: (index: number) => string, target: string): ExportInput => ({
  batchId: "bat-1" as BatchId,
  options: { ...options, ...ofTarget[target] },
  fonts: paperFonts,
  hash: hashText,
  invoices: Array.from({ length: count }, (_, index) =>
    saleInvoice(
      {
        number: `N${index + 1}`,
        issueDate: "2026-09-30",
        currency: "EUR",
        customer: `Customer ${index % 500}`,
        supplier: {
          name: `Supplier ${index % 500}`,
          taxId: "ATU12345678",
          address: ["Weg 1", "1010 Wien"],
          country: "AT",
        },
        buyer: { name: `Customer ${index % 500}`, address: ["Platz 2", "8010 Graz"], country: "AT" },
        buyerReference: "REF",
        net: "200.00",
        tax: "40.00",
        gross: "240.00",
        lines: [
          { description: wording(index), quantity: "2", price: "60.00", net: "120.00", taxRate: "20" },
          { description: "Parts", quantity: "4", price: "20.00", net: "80.00", taxRate: "20" },
        ],
      },
      index + 1,
    ),
  ),
});

/** The separator that a person would choose on opening it, as LibreOffice numbers it. */
const separatorOf = (name: string): number =>
  name.startsWith("EXTF") ? 59 : /\.(iif|txt)$/.test(name) ? 9 : 44;

/** Formulas in a file after LibreOffice has read it: it writes them apart from values. */
const countFormulas = (file: ExportFile, folder: string): number => {
  const path = join(folder, file.name.replace(/\.(iif|txt)$/, ".csv"));
  writeFileSync(path, file.bytes);
  execFileSync(
    "soffice",
    [
      "--headless",
      ...(file.name.endsWith(".xlsx") ? [] : [`--infilter=CSV:${separatorOf(file.name)},34,UTF8`]),
      `-env:UserInstallation=file://${folder}/profile`,
      "--convert-to",
      "fods",
      "--outdir",
      folder,
      path,
    ],
    { stdio: "ignore" },
  );
  const sheet = readFileSync(join(folder, `${file.name.replace(/\.[a-z]+$/, "")}.fods`), "utf8");
  return (sheet.match(/table:formula=/g) ?? []).length;
};

/** Why hledger does not take a journal as it was meant; `null` when it does. */
function findJournalFault(file: ExportFile, folder: string, invoices: number): string | null {
  const path = join(folder, file.name);
  writeFileSync(path, file.bytes);
  const run = (...words: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync("hledger", ["-f", path, ...words], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    });
    return status === 0 ? stdout : `refused: ${stderr}`;
  };
  const printed = run("print").match(/^\d{4}-\d{2}-\d{2} ! /gm)?.length ?? 0;
  if (printed !== invoices) return `${printed} transactions of ${invoices}: ${run("print").slice(0, 400)}`;
  const total = run("balance", "--flat", "--empty").trimEnd().split("\n").at(-1)?.trim();
  return total === "0" ? null : `the accounts come to ${total ?? "nothing"}`;
}

let failed = false;
for (const target of targets) {
  const input = makeInput(Number(values.count), () => "Work", target.id);
  const started = performance.now();
  const plan = target.plan(input);
  const files = target.write(plan, input);
  const seconds = (performance.now() - started) / 1000;
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const isWhole = plan.invoiceIds.length === input.invoices.length;
  failed ||= !isWhole || seconds > 5;
  process.stdout.write(
    `${target.id.padEnd(28)} ${seconds.toFixed(2).padStart(6)} s  ${String(files.length).padStart(5)} files  ${(bytes / 1e6).toFixed(1).padStart(6)} MB${isWhole ? "" : `  REFUSED ${plan.refusals[0]?.code ?? ""} ${JSON.stringify(plan.refusals[0]?.facts ?? {})}`}\n`,
  );
}
if (values.sheets === true) {
  const folder = mkdtempSync(join(tmpdir(), "countersign-sheets-"));
  for (const target of targets) {
    const input = makeInput(hostile.length, (index) => hostile[index] ?? "", target.id);
    const [file] = target.write(target.plan(input), input);
    if (file === undefined || !/\.(csv|xlsx|iif|txt)$/.test(file.name)) continue;
    const formulas = countFormulas(file, folder);
    failed ||= formulas > 0;
    process.stdout.write(`${target.id.padEnd(28)} ${formulas} formulas in LibreOffice\n`);
  }
  const input = makeInput(hostile.length, (index) => hostile[index] ?? "", "hledger");
  const [journal] = targets.flatMap((target) =>
    target.id === "hledger" ? target.write(target.plan(input), input) : [],
  );
  if (journal !== undefined && spawnSync("hledger", ["--version"]).error === undefined) {
    const fault = findJournalFault(journal, folder, hostile.length);
    failed ||= fault !== null;
    process.stdout.write(`${"hledger".padEnd(28)} ${fault ?? "prints and balances every transaction"}\n`);
  }
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
