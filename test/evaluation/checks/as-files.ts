import { matchDocuments, noAssignments } from "../../../src-main/pipeline/match/index.ts";
import { normalizeDocument } from "../../../src-main/pipeline/normalize/index.ts";
import { checkInvoices } from "../../../src-main/pipeline/check/index.ts";
import { defaultPolicy } from "../../../src-shared/model/index.ts";
import type { CheckedBatch, Invoice, NormalizedDocument, Term } from "../../../src-shared/model/index.ts";
import { localDate } from "../../../src-shared/time/index.ts";
import { context as readingContext, hash, importedFile, readBytes } from "../../builders/read-bytes.ts";
import { totalsOf } from "./as-case.ts";
import { plusDays, shownHundredths } from "./cents.ts";
import { longDate, pick } from "./words.ts";
import type { Random } from "./words.ts";
import type { World, WorldAgreement, WorldInvoice, WorldRecord } from "./world.ts";

export interface WorldFile {
  readonly name: string;
  readonly text: string;
}

/** The world as people would write it down: agreements, timesheets, meter readings, acceptances, invoices. */
export function toFiles(world: World, random: Random): readonly WorldFile[] {
  const kinds = [...new Set(world.records.map(({ kind }) => kind))];
  return [
    ...world.agreements.map((agreement, position) => ({
      name: `agreement-${position + 1}.txt`,
      text: agreementText(world, agreement),
    })),
    ...kinds.flatMap((kind) => recordFiles(world, kind)),
    ...world.invoices.map((invoice, position) => {
      const isPage = pick(random, [true, false]);
      return {
        name: `invoice-${position + 1}.${isPage ? "html" : "txt"}`,
        text: isPage ? invoicePage(world, invoice) : invoiceText(world, invoice),
      };
    }),
  ];
}

function agreementText({ seller, agreements }: World, agreement: WorldAgreement): string {
  const { number, title, rank, from, dated, buyer, clauses, isSigned } = agreement;
  const root = agreements[0];
  const opening =
    rank === "master-agreement"
      ? `This ${title} ("Agreement") is made on ${longDate(dated)} between ${seller} ("Provider") and ${buyer} ("Client").`
      : `This ${title} amends Agreement ${root?.number ?? ""} between ${seller} ("Provider") and ${buyer} ("Client"). It takes effect on ${longDate(from)}. All other terms stay in force.`;
  const body = clauses.flatMap(({ text }) => text ?? []).map((text, position) => `${position + 1}. ${text}`);
  const signature = (party: string, person: string): string =>
    isSigned
      ? `Signed for ${party}: ${person}, ${longDate(dated)}`
      : `Signed for ${party}: ____________________  Date: ____________`;
  return [
    title.toUpperCase(),
    `${rank === "master-agreement" ? "Agreement No." : "Amendment No."} ${number}`,
    "",
    opening,
    "",
    ...body.flatMap((line) => [line, ""]),
    "All amounts are in US dollars (USD).",
    "",
    signature(seller, "Dana Holt, Director"),
    signature(buyer, "Rob Marsh, Procurement Manager"),
    "",
  ].join("\n");
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (head: readonly string[], rows: readonly (readonly (string | null | undefined)[])[]): string =>
  [head, ...rows].map((row) => row.map((cell) => quoted(cell ?? "")).join(",")).join("\n") + "\n";
const status = ({ approved }: WorldRecord): string =>
  approved === true ? "Approved" : approved === false ? "Rejected" : "";

function recordFiles(world: World, kind: WorldRecord["kind"]): readonly WorldFile[] {
  const records = world.records.filter((record) => record.kind === kind);
  switch (kind) {
    case "time":
      return [
        {
          name: "timesheet.csv",
          text: csv(
            ["Date", "Employee", "Role", "Task", "Hours", "Client", "Status"],
            records.map((record) => [
              record.date,
              record.person,
              record.role,
              record.item,
              record.quantity,
              record.customer ?? world.buyer,
              status(record),
            ]),
          ),
        },
      ];
    case "usage":
      return [
        {
          name: "usage.csv",
          text: csv(
            ["Timestamp", "Meter", "Quantity", "Unit", "Customer", "Status"],
            records.map((record) => [
              record.instant ?? record.date,
              record.item,
              record.quantity,
              "requests",
              record.customer ?? world.buyer,
              status(record),
            ]),
          ),
        },
      ];
    case "expense":
      return [
        {
          name: "expenses.csv",
          text: csv(
            ["Date", "Expense", "Amount", "Currency", "Client", "Status"],
            records.map((record) => [
              record.date,
              record.item,
              record.amount,
              "USD",
              record.customer ?? world.buyer,
              status(record),
            ]),
          ),
        },
      ];
    case "acceptance":
      return records.map((record, position) => ({
        name: `acceptance-${position + 1}.txt`,
        text: [
          "CERTIFICATE OF ACCEPTANCE",
          "",
          `Agreement: ${world.agreements[0]?.number ?? ""}`,
          `Client: ${world.buyer}`,
          `Provider: ${world.seller}`,
          `Milestone: ${record.item ?? ""}`,
          `Accepted on: ${record.date}`,
          `Accepted by: ${record.by ?? ""}`,
          "",
          "The milestone named above has been accepted without reservation.",
          "",
        ].join("\n"),
      }));
    default:
      return [];
  }
}

/** Label and value of everything above the lines. */
function headOf(invoice: WorldInvoice): readonly (readonly [string, string])[] {
  const span =
    invoice.periodStart === null || invoice.periodEnd === null
      ? null
      : `${invoice.periodStart} to ${plusDays(invoice.periodEnd, -1)}`;
  const rows: readonly (readonly [string, string | null])[] = [
    [invoice.kind === "credit-note" ? "Credit note no." : "Invoice no.", invoice.number],
    [invoice.kind === "credit-note" ? "Date" : "Invoice date", invoice.issueDate],
    ["Due date", invoice.dueDate],
    ["Service period", span],
    ["Agreement", invoice.agreementReference],
    ["Purchase order", invoice.orderReference],
    ["Original invoice", invoice.precedingInvoice],
    ["Currency", invoice.currency],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

/** Label and amount of everything below them. */
function footOf(invoice: WorldInvoice): readonly (readonly [string, string])[] {
  const totals = totalsOf(invoice);
  const rows: (readonly [string, string])[] = [["Subtotal", shownHundredths(totals.lines)]];
  if (invoice.discount > 0n) {
    rows.push(["Discount", shownHundredths(-invoice.discount)], ["Net total", shownHundredths(totals.net)]);
  }
  if (invoice.taxPercent !== null)
    rows.push([`Sales tax ${invoice.taxPercent} %`, shownHundredths(totals.tax)]);
  rows.push(["Total", shownHundredths(totals.gross)]);
  if (invoice.retention > 0n) rows.push(["Less retention", shownHundredths(-invoice.retention)]);
  if (invoice.retention > 0n || invoice.prepaid > 0n)
    rows.push(["Amount due", shownHundredths(totals.payable)]);
  return rows;
}

/** Cells of a line; days of its own stand in the description. */
function cellsOf(line: WorldInvoice["lines"][number]): readonly string[] {
  const days =
    line.periodStart === undefined || line.periodEnd === undefined
      ? ""
      : `, ${line.periodStart} to ${plusDays(line.periodEnd, -1)}`;
  const unit = line.unit === undefined ? "" : `${line.unit}s`;
  return [
    `${line.description}${days}`,
    line.quantity ?? "",
    unit,
    line.unitPrice ?? "",
    shownHundredths(line.net),
  ];
}

const titleOf = ({ kind }: WorldInvoice): string => (kind === "credit-note" ? "CREDIT NOTE" : "INVOICE");
const heads = ["Description", "Quantity", "Unit", "Unit price", "Amount"] as const;

function invoiceText(world: World, invoice: WorldInvoice): string {
  const widths = [48, 10, 10, 12, 14];
  const row = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 || column === 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [
    world.seller,
    "14 Mill Lane, Springfield",
    "",
    titleOf(invoice),
    "",
    "Bill to:",
    invoice.buyer,
    "200 Harbor Road, Easton",
    "",
    ...headOf(invoice).map(([label, value]) => `${`${label}:`.padEnd(20)}${value}`),
    "",
    row(heads),
    ...invoice.lines.map((line) => row(cellsOf(line))),
    "",
    ...footOf(invoice).map(([label, amount]) => `${label.padStart(84)}  ${amount.padStart(14)}`),
    "",
    ...(invoice.bankAccount === null ? [] : [`Please pay to IBAN ${invoice.bankAccount}`]),
    ...invoice.notes,
    "",
  ].join("\n");
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function invoicePage(world: World, invoice: WorldInvoice): string {
  const row = (cells: readonly string[], tag: "td" | "th"): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  return [
    "<!doctype html><html><head><title>Invoice</title></head><body>",
    `<h2>${escaped(world.seller)}</h2><p>14 Mill Lane, Springfield</p>`,
    `<h1>${titleOf(invoice)}</h1>`,
    `<p>Bill to:<br>${escaped(invoice.buyer)}<br>200 Harbor Road, Easton</p>`,
    "<table>",
    ...headOf(invoice).map(([label, value]) => row([label, value], "td")),
    "</table>",
    "<table>",
    row(heads, "th"),
    ...invoice.lines.map((line) => row(cellsOf(line), "td")),
    "</table>",
    "<table>",
    ...footOf(invoice).map((cells) => row(cells, "td")),
    "</table>",
    ...(invoice.bankAccount === null ? [] : [`<p>Please pay to IBAN ${invoice.bankAccount}</p>`]),
    ...invoice.notes.map((note) => `<p>${escaped(note)}</p>`),
    "</body></html>",
  ].join("\n");
}

export interface ReadWorld {
  readonly checked: CheckedBatch;
  readonly invoices: readonly Invoice[];
  readonly documents: readonly NormalizedDocument[];
}

/** Reads, matches and checks the documents of a world with every term taken as confirmed, as a trial run does. */
export async function checkFilesOfWorld(world: World, random: Random): Promise<ReadWorld> {
  const documents: NormalizedDocument[] = [];
  for (const { name, text } of toFiles(world, random)) {
    const path = `${world.name}/${name}`;
    const file = importedFile(path, new TextEncoder().encode(text));
    const reading = { ...readingContext, asOf: localDate(world.asOf) };
    documents.push(normalizeDocument(await readBytes(path, text), file, reading));
  }
  const invoices = documents.flatMap((document) => document.invoices);
  const deliveries = documents.flatMap((document) => document.deliveries);
  const agreements = documents
    .flatMap((document) => document.agreements)
    .map((agreement) => ({
      ...agreement,
      terms: agreement.terms.map((term): Term => ({ ...term, status: "confirmed" })),
    }));
  const matching = matchDocuments({
    agreements,
    invoices,
    deliveries,
    policy: defaultPolicy,
    assignments: noAssignments,
  });
  const checked = checkInvoices({
    invoices,
    agreements,
    deliveries,
    matching,
    documents,
    files: [],
    policy: defaultPolicy,
    asOf: localDate(world.asOf),
    verdicts: [],
    approvals: new Map(),
    hash,
  });
  return { checked, invoices, documents };
}
