import { expect, it } from "vitest";
import type { Invoice } from "../../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";
import { readInvoices } from "../../../../../../src-main/pipeline/normalize/invoice/index.ts";
import { Paper } from "../../../../../builders/paper.ts";

const context = {
  asOf: localDate("2026-11-21"),
  ownCompany: { names: [], taxIds: [], bankAccounts: [] },
  hash: (text: string): string => text.padEnd(64, "0"),
};

type Cells = readonly (readonly [text: string, x: number])[];

/** A paper of rows 16 points apart; cells at their own x. A row of names is bold. */
function paperOf(rows: readonly (string | Cells)[], bold: readonly number[] = []): Invoice {
  const paper = new Paper();
  rows.forEach((row, index) => {
    const cells: Cells = typeof row === "string" ? [[row, 40]] : row;
    for (const [text, x] of cells) paper.set(text, x, 50 + index * 16, { bold: bold.includes(index) });
  });
  const [invoice] = readInvoices(paper.toDocument(), "invoice", context);
  return invoice!;
}

const linesOf = (invoice: Invoice): unknown =>
  invoice.lines.map((line) => [line.description, line.group, line.net?.value ?? null]);

it("bills what a progress application claims for this period, not what is done to date", () => {
  const invoice = paperOf([
    "APPLICATION FOR PAYMENT",
    "To Owner: Westbrook Charter School",
    "Application No.: 4",
    "From: Copperline Electric LLC",
    [
      ["Item", 40],
      ["Description of Work", 80],
      ["Scheduled Value", 210],
      ["From Previous", 300],
      ["This Period", 375],
      ["Completed to Date", 440],
    ],
    [
      ["1", 40],
      ["Fixtures", 80],
      ["$64,000.00", 210],
      ["$20,000.00", 300],
      ["$28,000.00", 375],
      ["$48,000.00", 440],
    ],
    [
      ["2", 40],
      ["Feeder", 80],
      ["$28,000.00", 210],
      ["$0.00", 300],
      ["$14,000.00", 375],
      ["$14,000.00", 440],
    ],
    "",
    [
      ["Current payment due", 210],
      ["$42,000.00", 375],
    ],
  ]);
  expect(invoice.number?.value).toBe("4");
  expect(invoice.buyer?.name).toBe("Westbrook Charter School");
  expect(invoice.payable?.value).toBe("42000.00");
  expect(linesOf(invoice)).toEqual([
    ["Fixtures", null, "28000.00"],
    ["Feeder", null, "14000.00"],
  ]);
});

const itemised = (rows: readonly (string | Cells)[]): readonly (string | Cells)[] => [
  "Rechnung Nr. 2026-88",
  "Leer, den 12. Mai 2026",
  [
    ["Pos.", 40],
    ["Bezeichnung", 80],
    ["Betrag €", 440],
  ],
  ...rows,
];
const item = (position: string, text: string, amount: string): Cells => [
  [position, 40],
  [text, 80],
  [amount, 440],
];

it("keeps sums of groups, under whatever name, and the names of groups out of the items", () => {
  const invoice = paperOf(
    itemised([
      [
        ["1", 40],
        ["Einrichten", 80],
      ],
      item("1.1", "Anfahrt", "185,00"),
      item("1.2", "Container", "280,00"),
      item("", "Summe Einrichten", "465,00"),
      [
        ["2", 40],
        ["Ausbau", 80],
      ],
      item("2.1", "Dosen setzen", "460,80"),
      item("2.2", "Verteilung", "1.240,00"),
      item("", "Arbeit und Material", "2.165,80"),
      item("", "MwSt 19 %", "411,50"),
      item("", "Rechnungsbetrag", "2.577,30"),
    ]),
  );
  expect(linesOf(invoice)).toEqual([
    ["Anfahrt", "1 Einrichten", "185.00"],
    ["Container", "1 Einrichten", "280.00"],
    ["Dosen setzen", "2 Ausbau", "460.80"],
    ["Verteilung", "2 Ausbau", "1240.00"],
  ]);
  expect(invoice.net?.value).toBe("2165.80");
  expect(invoice.gross?.value).toBe("2577.30");
  expect(invoice.currency?.value).toBe("EUR");
  expect(invoice.issueDate?.value).toBe("2026-05-12");
});

it("keeps an item that happens to equal the one before it", () => {
  const invoice = paperOf(
    itemised([
      item("1", "Wartung Mai", "100,00"),
      item("2", "Wartung Juni", "100,00"),
      item("", "Netto", "200,00"),
    ]),
  );
  expect(linesOf(invoice)).toEqual([
    ["Wartung Mai", null, "100.00"],
    ["Wartung Juni", null, "100.00"],
  ]);
});

it.each([
  ["Zahlbar bis 26.05.2026 mit 2 % Skonto, bis 11.06.2026 ohne Abzug.", "2026-06-11"],
  ["Zahlung innerhalb 30 Tagen, also am 11.06.2026.", "2026-06-11"],
  ["Unser Betriebsurlaub beginnt am 11.06.2026.", null],
])("due date of %s", (sentence, due) => {
  const invoice = paperOf(
    itemised([item("1", "Wartung", "100,00"), item("", "Netto", "100,00"), "", sentence]),
  );
  expect(invoice.dueDate?.value ?? null).toBe(due);
});

it("lists each spot of a broadcaster once, with its day, and what the agency keeps", () => {
  const head: Cells = [
    ["Air Date", 40],
    ["Description", 100],
    ["Len", 240],
    ["Air Time", 290],
    ["Rate", 440],
  ];
  const spot = (day: string, text: string, time: string, rate: string): Cells => [
    [day, 40],
    [text, 100],
    ["30", 240],
    [time, 290],
    [rate, 440],
  ];
  const invoice = paperOf([
    "INVOICE # 44871-3",
    "Advertiser: Friends of Pat Doe 2024",
    "Agency: Summit Media Buying, Inc.",
    "Buyer: Holt, Dana",
    head,
    spot("05/24/26", "Morning Drive", "7:12 AM", "$48.00"),
    spot("05/26/26", "Midday", "11:20 AM", "$62.00"),
    "",
    [
      ["Net 30 days", 40],
      ["Gross Total", 290],
      ["$110.00", 440],
    ],
    [
      ["Agency Commission", 290],
      ["$16.50", 440],
    ],
    [
      ["NET TOTAL", 290],
      ["$93.50", 440],
    ],
  ]);
  expect(invoice.buyer?.name).toBe("Friends of Pat Doe 2024");
  expect(
    invoice.lines.map((line) => [line.description, line.serviceDate?.value, line.quantity, line.net?.value]),
  ).toEqual([
    ["Morning Drive 7:12 AM", "2026-05-24", null, "48.00"],
    ["Midday 11:20 AM", "2026-05-26", null, "62.00"],
  ]);
  expect([invoice.gross?.value, invoice.withholding?.value, invoice.payable?.value]).toEqual([
    "110.00",
    "16.50",
    "93.50",
  ]);
});

it("gives a period in a row of its own to the line, and joins a word that broke at its hyphen", () => {
  const invoice = paperOf(
    itemised([
      item("1", "Wartung der Block-", "100,00"),
      [["heizkraftwerke", 80]],
      [["01.05.2026 - 31.05.2026", 80]],
      item("", "Netto", "100,00"),
    ]),
  );
  expect(
    invoice.lines.map((line) => [line.description, line.periodStart?.value, line.periodEnd?.value]),
  ).toEqual([["Wartung der Block-heizkraftwerke", "2026-05-01", "2026-06-01"]]);
});

it("takes the gross total that lines and taxes make where no net total is printed", () => {
  const invoice = paperOf([
    ...itemised([item("1", "Hamburg, Komplettladung", "1.120,00"), item("2", "Standgeld", "110,00")]),
    [
      ["Steuerfrei (0)", 80],
      ["0,00", 440],
    ],
    [
      ["MwSt 19 %", 80],
      ["233,70", 440],
    ],
    [
      ["Endbetrag EUR", 80],
      ["1.463,70", 440],
    ],
  ]);
  expect(linesOf(invoice)).toEqual([
    ["Hamburg, Komplettladung", null, "1120.00"],
    ["Standgeld", null, "110.00"],
  ]);
  expect(invoice.gross?.value).toBe("1463.70");
});

it("reads names and values side by side in rows, and not the next name for the value", () => {
  const invoice = paperOf([
    "INVOICE",
    "Invoice No. 7710034",
    "",
    [
      ["Agency", 40],
      ["Peak Point Media", 120],
      ["Advertiser", 300],
      ["Citizens for Clean Water", 380],
    ],
    [
      ["Agency Code", 40],
      ["4481", 120],
      ["Product", 300],
      ["Issue", 380],
    ],
  ]);
  expect(invoice.buyer?.name).toBe("Citizens for Clean Water");
});

it("takes the one amount in large letters of a paper that names no sum, and its number from a sentence", () => {
  const paper = new Paper();
  paper.set("Bramble & Finch", 40, 50, { size: 24 });
  paper.set("To Marrow Press Ltd", 40, 110);
  paper.set("Cover drawings for three titles, all rights", 40, 140);
  paper.set("£1,610.00", 40, 170, { size: 16, bold: true });
  paper.set("Invoice 61, 11 May 2026. Many thanks!", 40, 200);
  const [invoice] = readInvoices(paper.toDocument(), "invoice", context);
  expect([invoice?.number?.value, invoice?.issueDate?.value, invoice?.gross?.value]).toEqual([
    "61",
    "2026-05-11",
    "1610.00",
  ]);
  expect([invoice?.seller?.name, invoice?.buyer?.name]).toEqual(["Bramble & Finch", "Marrow Press Ltd"]);
});

it("keeps a day in the column of days, also where it stands right of its name", () => {
  const row = (day: string, text: string, amount: string): Cells => [
    [day, 62],
    [text, 117],
    [amount, 440],
  ];
  const invoice = paperOf([
    "Invoice 5521",
    [
      ["Date", 40],
      ["Service", 117],
      ["Amount", 440],
    ],
    row("07/16/2026", "Mowing", "285.00"),
    row("07/23/2026", "Edging", "95.00"),
    [
      ["Total", 300],
      ["380.00", 440],
    ],
  ]);
  expect(invoice.lines.map((line) => [line.description, line.serviceDate?.value])).toEqual([
    ["Mowing", "2026-07-16"],
    ["Edging", "2026-07-23"],
  ]);
});

it.each([
  ["Issued July 1, 2026", "Due July 31, 2026"],
  ["Date: July 1, 2026", "Due date: July 31, 2026"],
])("is sure of plain head values: %s", (issued, due) => {
  const invoice = paperOf(["Invoice PW-2026-0712", issued, due]);
  expect([invoice.number?.value, invoice.issueDate?.value, invoice.dueDate?.value]).toEqual([
    "PW-2026-0712",
    "2026-07-01",
    "2026-07-31",
  ]);
  for (const field of [invoice.number, invoice.issueDate, invoice.dueDate])
    expect(field?.confidence).toBeGreaterThan(0.8);
});

it("takes what a withholding leaves to pay for no gross total, and a lone date under the number for the issue date", () => {
  const invoice = paperOf([
    "Factura 2026/14",
    "12/06/2026",
    "",
    [
      ["Concepto", 40],
      ["Importe", 440],
    ],
    [
      ["Planos de obra", 40],
      ["950,00 €", 440],
    ],
    [
      ["Base imponible", 300],
      ["950,00 €", 440],
    ],
    [
      ["IVA 21 %", 300],
      ["199,50 €", 440],
    ],
    [
      ["Retención IRPF 15 %", 300],
      ["-142,50 €", 440],
    ],
    [
      ["Total a pagar", 300],
      ["1.007,00 €", 440],
    ],
  ]);
  expect([invoice.gross, invoice.withholding?.value, invoice.payable?.value]).toEqual([
    null,
    "142.50",
    "1007.00",
  ]);
  expect([invoice.number?.value, invoice.issueDate?.value]).toEqual(["2026/14", "2026-06-12"]);
  expect(invoice.issueDate?.confidence).toBeGreaterThan(0.85);
});
