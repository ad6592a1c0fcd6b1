import { billed, type InvoiceStory } from "./compose-invoice.ts";
import * as party from "./story-agreements.ts";
import type { PartySpec } from "./invoice-spec.ts";

/** How an invoice comes in. */
export type Rendering = "pdf-letter" | "pdf-window" | "pdf-ledger" | "docx" | "xlsx" | "text" | "ubl" | "csv";

export interface StoryEntry {
  readonly file: string;
  readonly rendering: Rendering;
  readonly language: "english" | "british" | "german";
  readonly story: InvoiceStory;
}

const software = (
  number: string,
  issueDate: string,
  dueDate: string,
  month: readonly [string, string],
  lines: InvoiceStory["lines"],
  more: Partial<InvoiceStory> = {},
): InvoiceStory => ({
  number,
  issueDate,
  dueDate,
  period: month,
  seller: party.harborPine,
  buyer: party.castellan,
  currency: "USD",
  order: "PO-77812",
  agreement: "MSA-2026-014",
  terms: "Net 30",
  lines,
  ...more,
});

const support = (
  number: string,
  issueDate: string,
  dueDate: string,
  month: readonly [string, string],
  lines: InvoiceStory["lines"],
  more: Partial<InvoiceStory> = {},
): InvoiceStory => ({
  number,
  issueDate,
  dueDate,
  period: month,
  seller: party.brightwire,
  buyer: party.oakmont,
  currency: "USD",
  agreement: "BW-2207",
  terms: "Net 15",
  lines,
  ...more,
});

const heating = (
  number: string,
  issueDate: string,
  dueDate: string,
  lines: InvoiceStory["lines"],
  more: Partial<InvoiceStory> = {},
): InvoiceStory => ({
  number,
  issueDate,
  dueDate,
  seller: party.ridgeline,
  buyer: party.vista,
  currency: "USD",
  agreement: "RHA-118",
  terms: "Net 30",
  taxRate: "8.25",
  taxLabel: "Sales tax",
  lines,
  ...more,
});

const structural = (
  number: string,
  issueDate: string,
  dueDate: string,
  lines: InvoiceStory["lines"],
  more: Partial<InvoiceStory> = {},
): InvoiceStory => ({
  number,
  issueDate,
  dueDate,
  seller: party.thornbury,
  buyer: party.ashgrove,
  currency: "GBP",
  order: "AG-4471",
  agreement: "TS-77",
  terms: "30 days from the invoice date",
  taxRate: "20",
  taxLabel: "VAT",
  lines,
  ...more,
});

const cleaning = (
  number: string,
  issueDate: string,
  dueDate: string,
  month: readonly [string, string],
  lines: InvoiceStory["lines"],
  more: Partial<InvoiceStory> = {},
): InvoiceStory => ({
  number,
  issueDate,
  dueDate,
  period: month,
  seller: party.sauberwerk,
  buyer: party.lindner,
  currency: "EUR",
  agreement: "RV-2026-09",
  terms: "14 Tage netto ohne Abzug",
  taxRate: "19",
  taxLabel: "USt",
  lines,
  ...more,
});

const rental = (
  number: string,
  issueDate: string,
  dueDate: string,
  period: readonly [string, string],
  lines: InvoiceStory["lines"],
  discount: string,
  more: Partial<InvoiceStory> = {},
): InvoiceStory => ({
  number,
  issueDate,
  dueDate,
  period,
  seller: party.fleetstone,
  buyer: party.granite,
  currency: "USD",
  agreement: "FR-5512",
  terms: "Net 10",
  taxRate: "6",
  taxLabel: "Sales tax",
  discountLabel: "Rental discount",
  printed: { discount },
  lines,
  ...more,
});

const june = ["2026-06-01", "2026-06-30"] as const;
const july = ["2026-07-01", "2026-07-31"] as const;
const august = ["2026-08-01", "2026-08-31"] as const;
const september = ["2026-09-01", "2026-09-30"] as const;
const october = ["2026-10-01", "2026-10-31"] as const;
const november = ["2026-11-01", "2026-11-30"] as const;

const otherBank: PartySpec = { ...party.sauberwerk, bank: "IBAN DE89370400440532013000" };
const holdings: PartySpec = { name: "Ashgrove Holdings Ltd", address: party.ashgrove.address };
const stranger: PartySpec = { name: "Bellweather Foods Co.", address: ["61 Mill Street", "Salem, OR 97301"] };

/** The invoices of the sample: clean ones, near misses, and one planted fault or two in the others. */
export const invoices: readonly StoryEntry[] = [
  {
    file: "HP-1041.pdf",
    rendering: "pdf-letter",
    language: "english",
    story: software("HP-1041", "2026-07-01", "2026-07-31", june, [
      billed("Senior Engineer", "40", "hour", "185.00", { detail: "Routing engine, June 2026" }),
      billed("Engineer", "20", "hour", "150.00", { detail: "Carrier portal" }),
    ]),
  },
  {
    file: "HP-1047.pdf",
    rendering: "pdf-letter",
    language: "english",
    story: software("HP-1047", "2026-08-03", "2026-09-02", july, [
      billed("Senior Engineer", "30", "hour", "185.00", { detail: "Routing engine, July 2026" }),
    ]),
  },
  {
    file: "HP-1049.docx",
    rendering: "docx",
    language: "english",
    story: software("HP-1049", "2026-08-10", "2026-09-09", july, [
      billed("Data Architect", "12", "hour", "210.00"),
    ]),
  },
  {
    file: "HP-1052.pdf",
    rendering: "pdf-letter",
    language: "english",
    story: software("HP-1052", "2026-09-01", "2026-10-01", august, [
      billed("Senior Engineer", "38", "hour", "195.00", { detail: "Rate import" }),
      billed("Project Manager", "7", "hour", "165.00", { detail: "Steering meetings" }),
    ]),
  },
  {
    file: "HP-1058.pdf",
    rendering: "pdf-letter",
    language: "english",
    story: software("HP-1058", "2026-10-01", "2026-10-31", september, [
      billed("Senior Engineer", "20", "hour", "195.00"),
      billed("Engineer", "30", "hour", "150.00"),
    ]),
  },
  {
    file: "HP-1063.docx",
    rendering: "docx",
    language: "english",
    story: software("HP-1063", "2026-11-02", "2026-12-02", october, [
      billed("Senior Engineer", "36", "hour", "205.00"),
    ]),
  },
  {
    file: "HP-1066.pdf",
    rendering: "pdf-letter",
    language: "english",
    story: software(
      "HP-1066",
      "2026-11-04",
      "2026-12-04",
      october,
      [billed("Engineer", "10", "hour", "150.00")],
      { buyer: stranger, agreement: undefined as unknown as string, order: "BF-20" },
    ),
  },

  {
    file: "BW-5001.pdf",
    rendering: "pdf-window",
    language: "english",
    story: support("BW-5001", "2026-09-01", "2026-09-16", september, [
      billed("Managed support, September 2026", "1", "month", "1450.00"),
    ]),
  },
  {
    file: "BW-5002.pdf",
    rendering: "pdf-window",
    language: "english",
    story: support(
      "BW-5002",
      "2026-10-01",
      "2026-10-16",
      october,
      [
        billed("Managed support, October 2026", "1", "month", "1450.00"),
        billed("On-site visit 9 September, ticket T-3391", "3", "hour", "140.00"),
      ],
      { discountLabel: "Discount 5% on on-site labor", printed: { discount: "21.00" } },
    ),
  },
  {
    file: "BW-5002 copy.txt",
    rendering: "text",
    language: "english",
    story: support(
      "BW-5002",
      "2026-10-01",
      "2026-10-16",
      october,
      [
        billed("Managed support, October 2026", "1", "month", "1450.00"),
        billed("On-site visit 9 September, ticket T-3391", "3", "hour", "140.00"),
      ],
      { discountLabel: "Discount 5% on on-site labor", printed: { discount: "21.00" } },
    ),
  },
  {
    file: "BW-5003.pdf",
    rendering: "pdf-window",
    language: "english",
    story: support("BW-5003", "2026-11-01", "2026-11-16", november, [
      billed("Managed support, November 2026", "1", "month", "1450.00"),
      billed("On-site visit 14 October, ticket T-3460", "4", "hour", "140.00"),
    ]),
  },

  {
    file: "RH-310.txt",
    rendering: "text",
    language: "english",
    story: heating("RH-310", "2026-09-12", "2026-10-12", [
      billed("Maintenance visit, third quarter 2026", "2", "visit", "420.00"),
    ]),
  },
  {
    file: "RH-314.txt",
    rendering: "text",
    language: "english",
    story: heating("RH-314", "2026-09-25", "2026-10-25", [
      billed("Repair labor", "3", "hour", "118.00"),
      billed("Trip charge", "1", "trip", "65.00"),
    ]),
  },
  {
    file: "RH-318.xlsx",
    rendering: "xlsx",
    language: "english",
    story: heating(
      "RH-318",
      "2026-10-08",
      "2026-11-07",
      [billed("Repair labor", "5", "hour", "118.00"), billed("Trip charge", "1", "trip", "65.00")],
      { taxRate: "9" },
    ),
  },
  {
    file: "RH-321.xlsx",
    rendering: "xlsx",
    language: "english",
    story: {
      ...heating("RH-321", "2026-10-20", "2026-11-19", [
        billed("Maintenance visit, fourth quarter 2026", "2", "visit", "420.00"),
      ]),
      taxRate: undefined as unknown as string,
    },
  },
  {
    file: "RH-325.txt",
    rendering: "text",
    language: "english",
    story: heating("RH-325", "2026-11-02", "2026-12-12", [
      billed("Repair labor", "2", "hour", "118.00"),
      billed("Trip charge", "1", "trip", "65.00"),
    ]),
  },
  {
    file: "RH-327.txt",
    rendering: "text",
    language: "english",
    story: heating(
      "RH-327",
      "2026-11-09",
      "2026-12-09",
      [billed("Maintenance visit, fourth quarter 2026, Oak Court", "1", "visit", "420.00")],
      { agreement: undefined as unknown as string },
    ),
  },
  {
    file: "RH-329.docx",
    rendering: "docx",
    language: "english",
    story: heating("RH-329", "2026-11-10", "2026-12-10", [
      billed("Repair labor", "6", "hour", "118.00", { amount: "780.00" }),
      billed("Trip charge", "1", "trip", "65.00"),
    ]),
  },

  {
    file: "TS-201.pdf",
    rendering: "pdf-ledger",
    language: "british",
    story: structural("TS-201", "2026-07-20", "2026-08-19", [
      billed("Scheme design", "1", "each", "12000.00"),
    ]),
  },
  {
    file: "TS-207.xml",
    rendering: "ubl",
    language: "british",
    story: structural("TS-207", "2026-10-02", "2026-11-01", [
      billed("Detailed design", "1", "each", "18000.00"),
    ]),
  },
  {
    file: "TS-212.pdf",
    rendering: "pdf-ledger",
    language: "british",
    story: structural(
      "TS-212",
      "2026-11-03",
      "2026-12-03",
      [billed("Construction information", "1", "each", "10000.00")],
      { printed: { total: "12100.00" } },
    ),
  },
  {
    file: "TS-213.xml",
    rendering: "ubl",
    language: "british",
    story: structural(
      "TS-213",
      "2026-11-10",
      "2026-12-10",
      [billed("Additional work, lead engineer", "4", "day", "720.00")],
      { currency: "EUR" },
    ),
  },
  {
    file: "TS-214.pdf",
    rendering: "pdf-ledger",
    language: "british",
    story: structural(
      "TS-214",
      "2026-11-12",
      "2026-12-12",
      [billed("Additional work, engineer", "3", "day", "540.00")],
      { buyer: holdings },
    ),
  },

  {
    file: "SW-2026-081.pdf",
    rendering: "pdf-window",
    language: "german",
    story: cleaning("SW-2026-081", "2026-09-01", "2026-09-15", august, [
      billed("Unterhaltsreinigung August 2026, Pauschale", "1", "Monat", "1980.00"),
    ]),
  },
  {
    file: "SW-2026-092.pdf",
    rendering: "pdf-window",
    language: "german",
    story: cleaning("SW-2026-092", "2026-10-01", "2026-10-15", september, [
      billed("Unterhaltsreinigung September 2026, Pauschale", "1", "Monat", "1980.00"),
    ]),
  },
  {
    file: "SW-2026-101.docx",
    rendering: "docx",
    language: "german",
    story: cleaning(
      "SW-2026-101",
      "2026-11-02",
      "2026-11-16",
      october,
      [
        billed("Unterhaltsreinigung Oktober 2026, Pauschale", "1", "Monat", "1980.00"),
        billed("Sonderreinigung", "10.5", "Stunde", "34.50"),
      ],
      { seller: otherBank },
    ),
  },
  {
    file: "SW-G-7.xml",
    rendering: "ubl",
    language: "german",
    story: cleaning(
      "SW-G-7",
      "2026-10-12",
      "2026-10-26",
      september,
      [billed("Gutschrift Unterhaltsreinigung September 2026", "1", "month", "2100.00")],
      { kind: "credit-note", preceding: "SW-2026-092" },
    ),
  },

  {
    file: "FR-8990.xlsx",
    rendering: "xlsx",
    language: "english",
    story: rental(
      "FR-8990",
      "2026-07-28",
      "2026-08-07",
      ["2026-07-20", "2026-07-24"],
      [billed("Scissor lift 26 ft", "3", "day", "240.00")],
      "72.00",
    ),
  },
  {
    file: "fleetstone-export.csv",
    rendering: "csv",
    language: "english",
    story: rental(
      "FR-9001",
      "2026-09-08",
      "2026-09-18",
      ["2026-08-10", "2026-09-06"],
      [
        billed("Scissor lift 26 ft", "10", "day", "240.00"),
        billed("Delivery and pick-up", "2", "trip", "125.00"),
      ],
      "240.00",
    ),
  },
  {
    file: "fleetstone-export.csv",
    rendering: "csv",
    language: "english",
    story: rental(
      "FR-9014",
      "2026-10-06",
      "2026-10-16",
      ["2026-09-07", "2026-10-04"],
      [billed("Telehandler 8,000 lb", "2", "week", "1150.00")],
      "230.00",
    ),
  },
  {
    file: "FR-9027.pdf",
    rendering: "pdf-ledger",
    language: "english",
    story: rental(
      "FR-9027",
      "2026-11-03",
      "2026-11-13",
      ["2026-10-05", "2026-11-01"],
      [billed("Light tower", "12", "day", "95.00")],
      "57.00",
    ),
  },
];
