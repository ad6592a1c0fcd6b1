import { describe, expect, it } from "vitest";
import type { DocumentKind, Invoice } from "../../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";
import { readInvoices } from "../../../../../../src-main/pipeline/normalize/invoice/index.ts";
import { Paper } from "../../../../../builders/paper.ts";

const context = {
  asOf: localDate("2026-11-21"),
  ownCompany: { names: [], taxIds: [], bankAccounts: [] },
  hash: (text: string): string =>
    [...text]
      .map((letter) => letter.charCodeAt(0).toString(16))
      .join("")
      .split("")
      .reverse()
      .join("")
      .padEnd(64, "0"),
};

function readAll(paper: Paper, kind: DocumentKind = "invoice"): readonly Invoice[] {
  return readInvoices(paper.toDocument(), kind, context);
}

const readOne = (paper: Paper, kind: DocumentKind = "invoice"): Invoice => readAll(paper, kind)[0]!;

/** A paper with a letterhead, an addressee and lines of text under them, 14 points apart. */
function paperWith(lines: readonly string[], top = 250): Paper {
  const paper = withHead();
  lines.forEach((line, index) => paper.set(line, 50, top + index * 14));
  return paper;
}

function withHead(): Paper {
  const paper = new Paper();
  paper.set("Kestrel Machine Works Ltd", 50, 50, { size: 15, bold: true });
  paper.set("9 Foundry Lane", 50, 64);
  paper.set("Sheffield S1 2AA", 50, 77);
  paper.set("Bill to:", 50, 120, { bold: true });
  paper.set("Alder Brewing plc", 50, 133);
  paper.set("2 Malt Street", 50, 146);
  paper.set("Burton DE14 1AA", 50, 159);
  return paper;
}

interface Cell {
  readonly x: number;
  readonly right?: boolean;
}
const fourColumns: readonly Cell[] = [
  { x: 50 },
  { x: 330, right: true },
  { x: 430, right: true },
  { x: 540, right: true },
];

function row(
  paper: Paper,
  y: number,
  texts: readonly string[],
  cells: readonly Cell[] = fourColumns,
  bold = false,
): void {
  texts.forEach((text, index) => {
    const cell = cells[index]!;
    if (text !== "")
      paper.set(text, cell.x, y, { size: 9, bold, align: cell.right === true ? "right" : "left" });
  });
}

function table(
  paper: Paper,
  top: number,
  rows: readonly (readonly string[])[],
  header = ["Description", "Qty", "Unit price", "Amount"],
): number {
  row(paper, top, header, fourColumns, true);
  rows.forEach((texts, index) => row(paper, top + 17 * (index + 1), texts));
  return top + 17 * (rows.length + 1);
}

const summary = (invoice: Invoice): readonly unknown[] =>
  invoice.lines.map((line) => [
    line.description,
    line.quantity?.value ?? null,
    line.unitPrice?.value ?? null,
    line.net?.value ?? null,
  ]);

describe("meta", () => {
  it("takes the number from the title (27) and keeps zeros, slashes and blanks (29)", () => {
    expect(readOne(paperWith(["INVOICE 00417/2026"])).number?.value).toBe("00417/2026");
    expect(readOne(paperWith(["Invoice No: RE 0012-A"])).number?.value).toBe("RE 0012-A");
  });

  it("reads values above, under and right of their labels (21, 22, 23)", () => {
    const right = withHead();
    right.set("Invoice number", 330, 200);
    right.set("K-1701", 540, 200, { align: "right" });
    expect(readOne(right).number?.value).toBe("K-1701");
    const under = withHead();
    under.set("Invoice number", 330, 200, { size: 8 });
    under.set("K-1701", 330, 212);
    expect(readOne(under).number?.value).toBe("K-1701");
    const above = withHead();
    above.set("K-1701", 330, 200);
    above.set("Invoice number", 330, 211, { size: 7 });
    expect(readOne(above).number?.value).toBe("K-1701");
  });

  it("reads bilingual labels (26)", () => {
    const invoice = readOne(
      paperWith(["Rechnungsnummer / Invoice No: K-1701", "Rechnungsdatum / Invoice date: 17.03.2026"]),
    );
    expect(invoice.number?.value).toBe("K-1701");
    expect(invoice.issueDate?.value).toBe("2026-03-17");
  });

  it("knows a place with its date (30)", () => {
    expect(readOne(paperWith(["Berlin, den 3. März 2026", "Rechnung Nr. 4711"])).issueDate?.value).toBe(
      "2026-03-03",
    );
  });

  it("does not make a due date from terms (31)", () => {
    const invoice = readOne(
      paperWith(["Invoice No: 4711", "Invoice date: 17 March 2026", "Payment terms: within 14 days"]),
    );
    expect(invoice.dueDate).toBeNull();
    expect(invoice.paymentTerms?.value).toContain("within 14 days");
  });

  it("keeps six dates apart (32)", () => {
    const invoice = readOne(
      paperWith([
        "Order date: 1 February 2026",
        "Delivery date: 20 February 2026",
        "Invoice date: 3 March 2026",
        "Due date: 2 April 2026",
        "Print date: 4 March 2026",
        "Contract date: 5 January 2025",
      ]),
    );
    expect(invoice.issueDate?.value).toBe("2026-03-03");
    expect(invoice.dueDate?.value).toBe("2026-04-02");
    expect(invoice.taxPointDate?.value).toBe("2026-02-20");
  });

  it("leaves 03/04/2026 open where nothing decides (33)", () => {
    const paper = new Paper();
    paper.set("Invoice No: 4711", 50, 100);
    paper.set("Invoice date: 03/04/2026", 50, 114);
    const { issueDate } = readOne(paper);
    expect(issueDate?.value).toBeNull();
    expect(issueDate?.alternatives?.map(({ value }) => value)).toEqual(["2026-04-03", "2026-03-04"]);
  });

  it("lets the printed terms decide the order of day and month (33)", () => {
    const paper = new Paper();
    paper.set("Invoice No: 4711", 50, 100);
    paper.set("Invoice date: 03/04/2026", 50, 114);
    paper.set("Due date: 03/05/2026", 50, 128);
    paper.set("Terms: net 30 days", 50, 142);
    expect(readOne(paper).issueDate?.value).toBe("2026-04-03");
    expect(readOne(paper).dueDate?.value).toBe("2026-05-03");
  });

  it("reads two-digit years and weeks (34, 35)", () => {
    const invoice = readOne(
      paperWith(["Rechnung Nr. 4711", "Rechnungsdatum: 17.03.26", "Leistungszeitraum: KW 11/2026"]),
    );
    expect(invoice.issueDate?.value).toBe("2026-03-17");
    expect(invoice.periodStart?.value).toBe("2026-03-09");
    expect(invoice.periodEnd?.value).toBe("2026-03-16");
  });

  it("tells the customer number from the invoice number beside it (36)", () => {
    const paper = withHead();
    ["Customer no", "Invoice no", "Date"].forEach((label, index) =>
      paper.set(label, 50 + index * 150, 200, { size: 8, bold: true }),
    );
    ["88214", "40071", "17 March 2026"].forEach((value, index) => paper.set(value, 50 + index * 150, 212));
    const invoice = readOne(paper);
    expect(invoice.number?.value).toBe("40071");
    expect(invoice.issueDate?.value).toBe("2026-03-17");
  });

  it("does not take TBC for an order number (37)", () => {
    expect(readOne(paperWith(["Invoice No: 4711", "PO: TBC"])).orderReference).toBeNull();
    expect(readOne(paperWith(["Invoice No: 4711", "PO Number: N/A"])).orderReference).toBeNull();
  });

  it("names two order numbers as a contradiction (38)", () => {
    const { orderReference } = readOne(
      paperWith(["Invoice No: 4711", "PO Number: PO-1001", "PO Number: PO-1002"]),
    );
    expect(orderReference?.contradictions?.[0]?.code).toBe("occurrence-differs");
  });

  it("tells the invoice that a credit note corrects from its own number", () => {
    const note = readOne(
      paperWith(["Credit note No: C-77", "Original invoice: 4711", "Date of issue: 17 March 2026"]),
      "credit-note",
    );
    expect(note.kind).toBe("credit-note");
    expect(note.number?.value).toBe("C-77");
    expect(note.precedingInvoice?.value).toBe("4711");
  });
});

describe("parties", () => {
  it("sees through a buyer set larger than the seller (40)", () => {
    const paper = new Paper();
    paper.set("Kestrel Machine Works Ltd · 9 Foundry Lane · Sheffield S1 2AA", 57, 130, { size: 6 });
    paper.set("ALDER BREWING PLC", 57, 150, { size: 15, bold: true });
    paper.set("2 Malt Street", 57, 166);
    paper.set("Burton DE14 1AA", 57, 179);
    const { seller, buyer } = readOne(paper);
    expect(seller?.name).toBe("Kestrel Machine Works Ltd");
    expect(buyer?.name).toBe("ALDER BREWING PLC");
  });

  it("does not take the place of delivery for the buyer (42)", () => {
    const paper = new Paper();
    paper.set("Kestrel Machine Works Ltd", 50, 50, { size: 15, bold: true });
    paper.set("9 Foundry Lane", 50, 64);
    paper.set("Sheffield S1 2AA", 50, 77);
    ["Ship to:", "Alder Depot North Ltd", "77 Canal Road", "Leeds LS1 4AP"].forEach((text, index) =>
      paper.set(text, 50, 120 + index * 13),
    );
    ["Bill to:", "Alder Brewing plc", "2 Malt Street", "Burton DE14 1AA"].forEach((text, index) =>
      paper.set(text, 320, 120 + index * 13),
    );
    expect(readOne(paper).buyer?.name).toBe("Alder Brewing plc");
    expect(readOne(paper).seller?.name).toBe("Kestrel Machine Works Ltd");
  });

  it("finds the seller in a legal footer when the letterhead is a picture (39)", () => {
    const paper = new Paper();
    paper.set("Rechnung Nr. 4711", 50, 220, { size: 14 });
    ["Stadtwerke Nordtal AG", "Rathausplatz 1", "38100 Braunschweig"].forEach((text, index) =>
      paper.set(text, 57, 140 + index * 13),
    );
    paper.set("Werkhaus Anlagenbau GmbH · Amtsgericht Stuttgart HRB 12345 · USt-IdNr. DE136695976", 60, 800, {
      size: 7,
    });
    const { seller, buyer } = readOne(paper);
    expect(seller?.name).toBe("Werkhaus Anlagenbau GmbH");
    expect(seller?.taxId).toBe("DE136695976");
    expect(buyer?.name).toBe("Stadtwerke Nordtal AG");
  });

  it("skips c/o lines and persons (46)", () => {
    const paper = withHead();
    const other = new Paper();
    other.set("Kestrel Machine Works Ltd", 50, 50, { size: 15, bold: true });
    [
      "Bill to:",
      "Mr John Alder",
      "Alder Brewing plc",
      "c/o Moor Estates",
      "2 Malt Street",
      "Burton DE14 1AA",
    ].forEach((text, index) => other.set(text, 50, 120 + index * 13));
    expect(readOne(paper).buyer?.name).toBe("Alder Brewing plc");
    expect(readOne(other).buyer?.name).toBe("Alder Brewing plc");
  });
});

describe("tables", () => {
  it("reads one line (50), in any order of columns (70)", () => {
    const paper = withHead();
    const end = table(paper, 260, [["Press brake service", "3", "120.00", "360.00"]]);
    paper.set("Total 360.00", 540, end + 10, { align: "right" });
    expect(summary(readOne(paper))).toEqual([["Press brake service", "3", "120.00", "360.00"]]);
    const left = withHead();
    const cells: readonly Cell[] = [
      { x: 110, right: true },
      { x: 170, right: true },
      { x: 240, right: true },
      { x: 270 },
    ];
    row(left, 260, ["Amount", "Qty", "Rate", "Description"], cells, true);
    row(left, 278, ["360.00", "3", "120.00", "Press brake service"], cells);
    row(left, 296, ["91.00", "2", "45.50", "Travel"], cells);
    left.set("Total 451.00", 50, 330);
    expect(summary(readOne(left))).toEqual([
      ["Press brake service", "3", "120.00", "360.00"],
      ["Travel", "2", "45.50", "91.00"],
    ]);
  });

  it("reads prose that multiplies out (51, 60)", () => {
    const invoice = readOne(
      paperWith([
        "Invoice No: 4711",
        "",
        "12 x Brackets 3 x 50 mm @ 4.25 = 51.00",
        "3 x Hinge sets @ 19.90 = 59.70",
        "",
        "Total due: 110.70",
      ]),
    );
    expect(summary(invoice)).toEqual([
      ["Brackets 3 x 50 mm", "12", "4.25", "51.00"],
      ["Hinge sets", "3", "19.90", "59.70"],
    ]);
  });

  it("reads rows without a header that add up to the printed total (52)", () => {
    const paper = withHead();
    paper.set("Invoice No: 4711", 50, 230);
    [
      ["Monthly retainer March 2026", "1,500.00"],
      ["Additional workshop", "640.00"],
    ].forEach(([text, amount], index) => {
      paper.set(text!, 50, 270 + index * 16);
      paper.set(amount!, 540, 270 + index * 16, { align: "right" });
    });
    paper.set("Total due", 380, 320);
    paper.set("2,140.00", 540, 320, { align: "right" });
    expect(summary(readOne(paper))).toEqual([
      ["Monthly retainer March 2026", null, null, "1500.00"],
      ["Additional workshop", null, null, "640.00"],
    ]);
  });

  it("joins a header of two lines (55)", () => {
    const paper = withHead();
    row(paper, 250, ["", "", "Unit", "Line"], fourColumns, true);
    row(paper, 261, ["Description", "Quantity", "price", "total"], fourColumns, true);
    row(paper, 280, ["Press brake service", "3", "120.00", "360.00"]);
    row(paper, 297, ["Travel", "2", "45.50", "91.00"]);
    expect(summary(readOne(paper))).toEqual([
      ["Press brake service", "3", "120.00", "360.00"],
      ["Travel", "2", "45.50", "91.00"],
    ]);
  });

  it("gives wrapped lines to their item, below (57)", () => {
    const paper = withHead();
    row(paper, 260, ["Description", "Qty", "Unit price", "Amount"], fourColumns, true);
    row(paper, 280, ["Press brake service", "3", "120.00", "360.00"]);
    paper.set("including new hydraulic seals", 50, 291, { size: 9 });
    paper.set("and a test run", 50, 302, { size: 9 });
    row(paper, 324, ["Travel", "2", "45.50", "91.00"]);
    expect(summary(readOne(paper)).map((line) => (line as unknown[])[0])).toEqual([
      "Press brake service including new hydraulic seals and a test run",
      "Travel",
    ]);
  });

  it("keeps headings of groups and leaves subtotals out (61, 62)", () => {
    const paper = withHead();
    row(paper, 260, ["Description", "Qty", "Unit price", "Amount"], fourColumns, true);
    paper.set("Phase one", 50, 280, { size: 9, bold: true });
    row(paper, 297, ["Survey", "4", "90.00", "360.00"]);
    row(paper, 314, ["Report", "2", "45.50", "91.00"]);
    row(paper, 331, ["Subtotal", "", "", "451.00"]);
    paper.set("Phase two", 50, 348, { size: 9, bold: true });
    row(paper, 365, ["Build", "5", "200.00", "1,000.00"]);
    row(paper, 382, ["Subtotal", "", "", "1,000.00"]);
    row(paper, 410, ["Total", "", "", "1,451.00"]);
    const invoice = readOne(paper);
    expect(invoice.lines.map((line) => [line.group, line.description, line.net?.value])).toEqual([
      ["Phase one", "Survey", "360.00"],
      ["Phase one", "Report", "91.00"],
      ["Phase two", "Build", "1000.00"],
    ]);
    expect(invoice.gross?.value).toBe("1451.00");
  });

  it("reads discounts of a line (64) and four decimals (68)", () => {
    const paper = withHead();
    const cells: readonly Cell[] = [
      { x: 50 },
      { x: 300, right: true },
      { x: 380, right: true },
      { x: 450, right: true },
      { x: 540, right: true },
    ];
    row(paper, 260, ["Description", "Qty", "Price", "Disc %", "Amount"], cells, true);
    row(paper, 280, ["Printed labels", "5000", "0.0125", "10", "56.25"], cells);
    row(paper, 297, ["Plates", "4", "25.00", "", "100.00"], cells);
    const [first, second] = readOne(paper).lines;
    expect(first).toMatchObject({
      unitPrice: { value: "0.0125" },
      discountPercent: { value: "10" },
      net: { value: "56.25" },
    });
    expect(second?.discountPercent).toBeNull();
  });

  it("reads a discount among the sums (65)", () => {
    const paper = withHead();
    const end = table(paper, 260, [
      ["Press brake service", "3", "120.00", "360.00"],
      ["Travel", "2", "45.50", "91.00"],
    ]);
    [
      ["Subtotal", "451.00"],
      ["Discount (10%)", "-45.10"],
      ["Total due", "405.90"],
    ].forEach(([label, value], index) => {
      paper.set(label!, 350, end + 20 + index * 15);
      paper.set(value!, 540, end + 20 + index * 15, { align: "right" });
    });
    const invoice = readOne(paper);
    expect(invoice.subtotal?.value).toBe("451.00");
    expect(invoice.allowances?.value).toBe("45.10");
    expect(invoice.payable?.value).toBe("405.90");
    expect(invoice.lines).toHaveLength(2);
  });

  it("reads quantity and unit in one cell (69) and clock hours (82)", () => {
    const paper = withHead();
    const end = table(paper, 260, [
      ["Welder", "12 hrs", "40.00", "480.00"],
      ["Foreman", "7:30", "52.00", "390.00"],
    ]);
    paper.set("Total 870.00", 540, end + 10, { align: "right" });
    const [first, second] = readOne(paper).lines;
    expect(first).toMatchObject({ quantity: { value: "12" }, unit: { value: "hour" } });
    expect(second).toMatchObject({ quantity: { value: "7.5" }, unit: { value: "hour" } });
  });

  it("leaves optional rows out and keeps returns below zero (72, 74)", () => {
    const paper = withHead();
    const end = table(paper, 260, [
      ["Pump", "2", "300.00", "600.00"],
      ["Optional: spare seal kit", "1", "80.00", "80.00"],
      ["Return of valve", "-1", "50.00", "-50.00"],
    ]);
    paper.set("Total 550.00", 540, end + 10, { align: "right" });
    expect(summary(readOne(paper))).toEqual([
      ["Pump", "2", "300.00", "600.00"],
      ["Return of valve", "-1", "50.00", "-50.00"],
    ]);
  });

  it("goes on over pages with a repeated header and carried sums (75, 76)", () => {
    const paper = withHead();
    table(paper, 260, [
      ["Pump", "2", "300.00", "600.00"],
      ["Valve", "4", "50.00", "200.00"],
    ]);
    row(paper, 330, ["Carried forward", "", "", "800.00"]);
    paper.set("Page 1 of 2", 540, 810, { size: 8, align: "right" });
    paper.turn();
    row(paper, 80, ["Brought forward", "", "", "800.00"]);
    const end = table(paper, 100, [["Gasket", "10", "2.50", "25.00"]]);
    row(paper, end + 20, ["Total", "", "", "825.00"]);
    paper.set("Page 2 of 2", 540, 810, { size: 8, align: "right" });
    const invoice = readOne(paper);
    expect(invoice.lines.map((line) => line.description)).toEqual(["Pump", "Valve", "Gasket"]);
    expect(invoice.gross?.value).toBe("825.00");
  });

  it("goes on over pages without a header (77)", () => {
    const paper = withHead();
    table(paper, 260, [
      ["Pump", "2", "300.00", "600.00"],
      ["Valve", "4", "50.00", "200.00"],
    ]);
    paper.turn();
    row(paper, 80, ["Gasket", "10", "2.50", "25.00"]);
    row(paper, 120, ["Total", "", "", "825.00"]);
    const invoice = readOne(paper);
    expect(invoice.lines.map((line) => line.description)).toEqual(["Pump", "Valve", "Gasket"]);
  });

  it("says that prices include tax, and what each line is without it (80)", () => {
    const paper = withHead();
    const end = table(paper, 260, [
      ["Pump", "1", "119.00", "119.00"],
      ["Valve", "2", "59.50", "119.00"],
    ]);
    [
      ["Total incl. VAT", "238.00"],
      ["VAT 19%", "38.00"],
      ["Net", "200.00"],
    ].forEach(([label, value], index) => {
      paper.set(label!, 350, end + 20 + index * 15);
      paper.set(value!, 540, end + 20 + index * 15, { align: "right" });
    });
    const invoice = readOne(paper);
    expect(invoice.pricesIncludeTax).toBe(true);
    expect(invoice.lines.map((line) => [line.net?.value, line.printedAmount?.value])).toEqual([
      ["100.00", "119.00"],
      ["100.00", "119.00"],
    ]);
    expect([invoice.net?.value, invoice.tax?.value, invoice.gross?.value]).toEqual([
      "200.00",
      "38.00",
      "238.00",
    ]);
  });
});

function withSums(
  sums: readonly (readonly [string, string])[],
  rows: readonly (readonly string[])[] = [
    ["Pump", "2", "300.00", "600.00"],
    ["Valve", "8", "50.00", "400.00"],
  ],
): Paper {
  const paper = withHead();
  const end = table(paper, 260, rows);
  sums.forEach(([label, value], index) => {
    paper.set(label, 330, end + 20 + index * 15);
    paper.set(value, 540, end + 20 + index * 15, { align: "right" });
  });
  return paper;
}

describe("sums", () => {
  it("reads sums before the table (87)", () => {
    const paper = withHead();
    [
      ["Net total", "1,000.00"],
      ["VAT 20%", "200.00"],
      ["Invoice total", "1,200.00"],
    ].forEach(([label, value], index) => {
      paper.set(label!, 350, 120 + index * 14);
      paper.set(value!, 540, 120 + index * 14, { align: "right" });
    });
    table(paper, 260, [
      ["Pump", "2", "300.00", "600.00"],
      ["Valve", "8", "50.00", "400.00"],
    ]);
    const invoice = readOne(paper);
    expect([invoice.net?.value, invoice.tax?.value, invoice.gross?.value]).toEqual([
      "1000.00",
      "200.00",
      "1200.00",
    ]);
    expect(invoice.lines).toHaveLength(2);
  });

  it("tells a deposit from the total (89)", () => {
    const invoice = readOne(
      withSums([
        ["Subtotal", "1,000.00"],
        ["VAT 20%", "200.00"],
        ["Total incl. VAT", "1,200.00"],
        ["Less deposit", "-300.00"],
        ["Balance due", "900.00"],
      ]),
    );
    expect(invoice.gross?.value).toBe("1200.00");
    expect(invoice.prepaid?.value).toBe("300.00");
    expect(invoice.payable?.value).toBe("900.00");
  });

  it("does not take a previous balance or an early payment for the total (90, 91)", () => {
    const invoice = readOne(
      withSums([
        ["Previous balance", "450.00"],
        ["Subtotal", "1,000.00"],
        ["VAT 20%", "200.00"],
        ["Total incl. VAT", "1,200.00"],
        ["If paid within 10 days", "1,176.00"],
      ]),
    );
    expect(invoice.gross?.value).toBe("1200.00");
    expect(invoice.payable?.value).toBe("1200.00");
  });

  it("reads a rounding (93)", () => {
    const invoice = readOne(
      withSums([
        ["Subtotal", "1,000.00"],
        ["VAT 8.1%", "81.00"],
        ["Total incl. VAT", "1,081.00"],
        ["Rounding", "0.05"],
        ["Amount due", "1,081.05"],
      ]),
    );
    expect(invoice.rounding?.value).toBe("0.05");
    expect(invoice.payable?.value).toBe("1081.05");
  });

  it("takes the currency of the payable (94)", () => {
    const invoice = readOne(
      withSums([
        ["Subtotal", "EUR 1,000.00"],
        ["VAT 20%", "EUR 200.00"],
        ["Amount due", "EUR 1,200.00"],
        ["VAT in GBP at 0.8500", "170.00 GBP"],
      ]),
    );
    expect(invoice.currency?.value).toBe("EUR");
  });

  it("reads retention and withholding (95, 96)", () => {
    const kept = readOne(
      withSums([
        ["Subtotal", "1,000.00"],
        ["VAT 20%", "200.00"],
        ["Total incl. VAT", "1,200.00"],
        ["Less retention 5%", "-60.00"],
        ["Amount due", "1,140.00"],
      ]),
    );
    expect(kept.retention?.value).toBe("60.00");
    expect(kept.payable?.value).toBe("1140.00");
    const held = readOne(
      withSums(
        [
          ["Base imponible", "1.000,00 €"],
          ["IVA 21%", "210,00 €"],
          ["Total factura", "1.210,00 €"],
          ["Retención IRPF 15%", "-150,00 €"],
          ["Total a pagar", "1.060,00 €"],
        ],
        [
          ["Obra", "2", "300,00", "600,00"],
          ["Montaje", "8", "50,00", "400,00"],
        ],
      ),
    );
    expect(held.withholding?.value).toBe("150.00");
    expect(held.gross?.value).toBe("1210.00");
    expect(held.payable?.value).toBe("1060.00");
  });

  it("quotes reverse charge, under which the paper bears a tax of nothing (97, 98)", () => {
    const paper = withSums([["Total", "1,000.00"]]);
    paper.set("VAT reverse charge applies: customer to account for the tax.", 50, 500);
    const invoice = readOne(paper);
    expect(invoice.taxNote?.value).toContain("reverse charge");
    expect(invoice.tax?.value).toBe("0.00");
    expect(invoice.gross?.value).toBe("1000.00");
    expect(invoice.net?.value).toBe("1000.00");
  });

  it("reads two taxes on one base (99) and two rates", () => {
    const invoice = readOne(
      withSums([
        ["Taxable value", "1,000.00"],
        ["CGST 9%", "90.00"],
        ["SGST 9%", "90.00"],
        ["Grand total", "1,180.00"],
      ]),
    );
    expect(invoice.taxes.map((tax) => tax.amount?.value)).toEqual(["90.00", "90.00"]);
    expect(invoice.tax?.value).toBe("180.00");
  });

  it("is not misled by a remittance slip (100) or a sum of hours (101)", () => {
    const paper = withSums([
      ["Total hours", "10"],
      ["Subtotal", "1,000.00"],
      ["VAT 20%", "200.00"],
      ["Total due", "1,200.00"],
    ]);
    paper.set("Remittance slip", 50, 700, { bold: true });
    paper.set("Invoice No: 4711", 50, 715);
    paper.set("Amount due: 1,200.00", 50, 729);
    const invoices = readAll(paper);
    expect(invoices).toHaveLength(1);
    expect(invoices[0]?.net?.value).toBe("1000.00");
    expect(invoices[0]?.gross?.value).toBe("1200.00");
    expect(invoices[0]?.number?.value).toBe("4711");
  });

  it("reads a wrong sum, line and tax as printed, and marks them (102)", () => {
    const sum = readOne(
      withSums([
        ["Subtotal", "1,010.00"],
        ["VAT 20%", "202.00"],
        ["Total incl. VAT", "1,212.00"],
      ]),
    );
    expect([sum.net?.value, sum.tax?.value, sum.gross?.value]).toEqual(["1010.00", "202.00", "1212.00"]);
    expect(sum.net?.contradictions?.[0]?.code).toBe("sum-differs");
    const line = readOne(
      withSums(
        [
          ["Subtotal", "1,000.00"],
          ["VAT 20%", "200.00"],
          ["Total incl. VAT", "1,200.00"],
        ],
        [
          ["Pump", "2", "310.00", "600.00"],
          ["Valve", "8", "50.00", "400.00"],
        ],
      ),
    );
    expect(line.lines[0]).toMatchObject({
      quantity: { value: "2" },
      unitPrice: { value: "310.00" },
      net: { value: "600.00" },
    });
    expect(line.lines[0]?.net?.contradictions?.[0]?.code).toBe("product-differs");
    const total = readOne(
      withSums([
        ["Subtotal", "1,000.00"],
        ["VAT 20%", "200.00"],
        ["Total incl. VAT", "1,250.00"],
      ]),
    );
    expect([total.net?.value, total.tax?.value, total.gross?.value]).toEqual([
      "1000.00",
      "200.00",
      "1250.00",
    ]);
  });

  it("makes nothing zero and adds nothing up that is not printed", () => {
    const invoice = readOne(paperWith(["Invoice No: 4711", "Consulting services as agreed"]));
    expect(invoice).toMatchObject({
      net: null,
      tax: null,
      gross: null,
      payable: null,
      dueDate: null,
      currency: null,
      lines: [],
    });
  });
});

describe("numbers", () => {
  it("asks about a bare 1.234 that nothing decides (103)", () => {
    const { gross } = readOne(paperWith(["Invoice No: 4711", "Grand total: 1.234"]));
    expect(gross?.value).toBeNull();
    expect(gross?.alternatives?.map(({ value }) => value)).toEqual(["1234", "1.234"]);
  });

  it("lets the other numbers of the paper decide it (103)", () => {
    const { gross } = readOne(
      paperWith([
        "Rechnung Nr. 4711",
        "Nettobetrag: 1.036,97 €",
        "MwSt. 19 %: 197,03 €",
        "Gesamtbetrag: 1.234 €",
      ]),
    );
    expect(gross?.value).toBe("1234");
  });

  it("reads apostrophes, narrow spaces, lakhs and dashes (104, 105, 107)", () => {
    expect(readOne(paperWith(["Rechnung Nr. 4711", "Gesamtbetrag CHF 1'234.50"])).gross?.value).toBe(
      "1234.50",
    );
    expect(readOne(paperWith(["Facture n° 4711", "Total TTC : 1\u202f234,50 €"])).gross?.value).toBe(
      "1234.50",
    );
    expect(readOne(paperWith(["Invoice No: 4711", "Grand total: Rs. 12,34,567.89"])).gross?.value).toBe(
      "1234567.89",
    );
    expect(readOne(paperWith(["Rechnung Nr. 4711", "Gesamtbetrag CHF 120.–"])).gross?.value).toBe("120.00");
  });

  it("reads amounts of a credit note without their sign (106)", () => {
    const note = readOne(
      paperWith([
        "Credit note No: C-77",
        "Net total: (100.00)",
        "VAT 20%: (20.00)",
        "Credit total: (120.00)",
      ]),
      "credit-note",
    );
    expect([note.net?.value, note.tax?.value, note.gross?.value]).toEqual(["100.00", "20.00", "120.00"]);
  });

  it("reads yen and dinars with their own decimals (109, 110)", () => {
    expect(readOne(paperWith(["Invoice No: 4711", "Grand total: JPY 4,072"])).currency?.value).toBe("JPY");
    const dinars = readOne(paperWith(["Invoice No: 4711", "Net total: KWD 8.642", "Grand total: KWD 8.642"]));
    expect(dinars.currency?.value).toBe("KWD");
  });

  it("asks which dollar it is where nothing says", () => {
    const paper = new Paper();
    paper.set("Invoice No: 4711", 50, 100);
    paper.set("Grand total: $1,200.50", 50, 114);
    const { currency } = readOne(paper);
    expect(currency?.value).toBeNull();
    expect(currency?.alternatives?.[0]?.value).toBe("USD");
  });
});

describe("files", () => {
  it("cuts three invoices in one file apart (113)", () => {
    const paper = new Paper();
    ["A-1001", "A-1002", "A-1003"].forEach((number, index) => {
      if (index > 0) paper.turn();
      paper.set("Kestrel Machine Works Ltd", 50, 50, { size: 15, bold: true });
      paper.set("INVOICE", 350, 90, { size: 16 });
      paper.set(`Invoice No: ${number}`, 350, 110);
      paper.set("Page 1 of 1", 540, 810, { size: 8, align: "right" });
      const end = table(paper, 260, [["Pump", "2", "300.00", "600.00"]]);
      paper.set("Total 600.00", 540, end + 20, { align: "right" });
    });
    const invoices = readAll(paper);
    expect(invoices.map((invoice) => invoice.number?.value)).toEqual(["A-1001", "A-1002", "A-1003"]);
    expect(new Set(invoices.map((invoice) => invoice.id)).size).toBe(3);
    expect(invoices.map((invoice) => invoice.lines[0]?.evidence[0]?.at)).toMatchObject([
      { page: 1 },
      { page: 2 },
      { page: 3 },
    ]);
  });

  it("leaves a page of terms with its invoice (115)", () => {
    const paper = withHead();
    paper.set("Invoice No: 4711", 350, 110);
    paper.turn();
    paper.set("General terms and conditions", 50, 60, { bold: true });
    paper.set("1. All invoices are payable within thirty days of the date of the invoice.", 50, 80);
    expect(readAll(paper)).toHaveLength(1);
  });

  it("does not carry values from words that nobody sees (15)", () => {
    const paper = paperWith(["Invoice No: 4711", "Grand total: 100.00"]);
    const document = paper.toDocument();
    const hidden = {
      ...document,
      pages: document.pages.map((page) => ({
        ...page,
        words: page.words.map((word) => (word.text === "100.00" ? { ...word, visible: false } : word)),
      })),
    };
    expect(readInvoices(hidden, "invoice", context)[0]?.gross).toBeNull();
  });
});
