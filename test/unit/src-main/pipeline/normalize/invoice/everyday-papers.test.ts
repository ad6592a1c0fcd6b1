import { describe, expect, it } from "vitest";
import type { Invoice } from "../../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";
import { readInvoices } from "../../../../../../src-main/pipeline/normalize/invoice/index.ts";
import { Paper } from "../../../../../builders/paper.ts";

const context = {
  asOf: localDate("2026-11-21"),
  ownCompany: { names: [], taxIds: [], bankAccounts: [] },
  hash: (text: string): string => text.padEnd(64, "0"),
};

function readOne(paper: Paper): Invoice {
  const invoices = readInvoices(paper.toDocument(), "invoice", context);
  expect(invoices).toHaveLength(1);
  return invoices[0]!;
}

const head = (invoice: Invoice): unknown => ({
  number: invoice.number?.value ?? null,
  issueDate: invoice.issueDate?.value ?? null,
  dueDate: invoice.dueDate?.value ?? null,
  currency: invoice.currency?.value ?? null,
  seller: invoice.seller?.name ?? null,
  buyer: invoice.buyer?.name ?? null,
  net: invoice.net?.value ?? null,
  tax: invoice.tax?.value ?? null,
  gross: invoice.gross?.value ?? null,
  payable: invoice.payable?.value ?? null,
});

const rows = (invoice: Invoice): unknown =>
  invoice.lines.map((line) => [
    line.description,
    line.quantity?.value ?? null,
    line.unitPrice?.value ?? null,
    line.net?.value ?? null,
  ]);

function subscriptionPaper(): Paper {
  const paper = new Paper(612, 792);
  paper.set("Invoice", 40, 60, { size: 20, bold: true });
  paper.set("Cloudmint", 560, 60, { size: 16, bold: true, align: "right" });
  [
    ["Invoice number", "7F2A9C01-0004"],
    ["Date of issue", "March 3, 2026"],
    ["Date due", "April 2, 2026"],
  ].forEach(([a, b], i) => {
    paper.set(a!, 40, 90 + i * 14, { size: 9, bold: true });
    paper.set(b!, 150, 90 + i * 14, { size: 9 });
  });
  [
    "Cloudmint, Inc.",
    "548 Market Street",
    "PMB 77",
    "San Francisco, California 94104",
    "United States",
    "support@cloudmint.test",
  ].forEach((t, i) => paper.set(t, 40, 160 + i * 12, { size: 9, bold: i === 0 }));
  [
    "Bill to",
    "Birchwood Labs GmbH",
    "Torstraße 12",
    "10119 Berlin",
    "Germany",
    "ap@birchwood.test",
    "DE VAT DE136695976",
  ].forEach((t, i) => paper.set(t, 260, 160 + i * 12, { size: 9, bold: i === 0 }));
  paper.set("$1,320.00 USD due April 2, 2026", 40, 270, { size: 14, bold: true });
  const c: readonly number[] = [40, 380, 470, 570];
  ["Description", "Qty", "Unit price", "Amount"].forEach((t, i) =>
    paper.set(t, c[i]!, 320, { size: 8, align: i ? "right" : "left" }),
  );
  paper.rule(40, 325, 530);
  paper.set("Team plan", 40, 345, { size: 9 });
  ["12", "$100.00", "$1,200.00"].forEach((t, i) => paper.set(t, c[i + 1]!, 345, { size: 9, align: "right" }));
  paper.set("Mar 3 – Apr 3, 2026", 40, 357, { size: 8 });
  paper.set("Support add-on", 40, 380, { size: 9 });
  ["1", "$120.00", "$120.00"].forEach((t, i) => paper.set(t, c[i + 1]!, 380, { size: 9, align: "right" }));
  paper.set("Mar 3 – Apr 3, 2026", 40, 392, { size: 8 });
  [
    ["Subtotal", "$1,320.00"],
    ["Total", "$1,320.00"],
    ["Amount due", "$1,320.00 USD"],
  ].forEach(([a, b], i) => {
    paper.rule(320, 405 + i * 18, 250);
    paper.set(a!, 320, 418 + i * 18, { size: 9 });
    paper.set(b!, 570, 418 + i * 18, { size: 9, align: "right" });
  });
  return paper;
}

function bookkeepingPaper(): Paper {
  const paper = new Paper(612, 792);
  paper.set("Granite Peak Plumbing LLC", 40, 50, { size: 12, bold: true });
  ["2210 Ridge Rd", "Boulder, CO 80302", "(303) 555-0190", "billing@granitepeak.test"].forEach((t, i) =>
    paper.set(t, 40, 64 + i * 12, { size: 9 }),
  );
  paper.set("INVOICE", 40, 140, { size: 18 });
  paper.set("BILL TO", 40, 170, { size: 8, bold: true });
  ["Dana Whitfield", "Aspen Ridge HOA", "77 Aspen Ct", "Boulder, CO 80304"].forEach((t, i) =>
    paper.set(t, 40, 182 + i * 12, { size: 9 }),
  );
  [
    ["INVOICE #", "1487"],
    ["DATE", "03/05/2026"],
    ["DUE DATE", "04/04/2026"],
    ["TERMS", "Net 30"],
  ].forEach(([a, b], i) => {
    paper.set(a!, 470, 170 + i * 13, { size: 8, bold: true, align: "right" });
    paper.set(b!, 480, 170 + i * 13, { size: 9 });
  });
  const c: readonly number[] = [40, 110, 190, 420, 490, 572];
  ["DATE", "ACTIVITY", "DESCRIPTION", "QTY", "RATE", "AMOUNT"].forEach((t, i) =>
    paper.set(t, c[i]!, 260, { size: 8, align: i > 2 ? "right" : "left" }),
  );
  [
    ["02/24/2026", "Labor", "Replace main shutoff valve", "3.50", "125.00", "437.50"],
    ["02/24/2026", "Materials", "1 in ball valve, brass", "2", "48.75", "97.50"],
    ["02/26/2026", "Labor", "Follow-up leak test", "1", "125.00", "125.00"],
  ].forEach((r, j) =>
    r.forEach((t, i) =>
      paper.set(t, c[i]!, 280 + j * 20, { size: 9, align: i > 2 ? "right" : "left", bold: i === 1 }),
    ),
  );
  [
    ["SUBTOTAL", "660.00"],
    ["TAX (4%)", "3.90"],
    ["TOTAL", "663.90"],
    ["BALANCE DUE", "$663.90"],
  ].forEach(([a, b], i) => {
    paper.set(a!, 400, 360 + i * 15, { size: 9 });
    paper.set(b!, 572, 360 + i * 15, { size: i === 3 ? 13 : 9, bold: i === 3, align: "right" });
  });
  return paper;
}

function freelancePaper(): Paper {
  const paper = new Paper();
  paper.set("Nora Lindqvist Design", 50, 60, { size: 18, bold: true });
  ["+46 70 123 45 67", "Sveavägen 12", "111 57 Stockholm", "Sweden"].forEach((t, i) =>
    paper.set(t, 545, 50 + i * 12, { size: 9, align: "right" }),
  );
  ["Billed To", "Fjord Media AB", "Storgatan 3", "411 24 Göteborg", "Sweden"].forEach((t, i) =>
    paper.set(t, 50, 140 + i * 13, { size: 9, bold: i === 0 }),
  );
  [
    ["Date of Issue", "2026-03-03"],
    ["Due Date", "2026-04-02"],
  ].forEach(([a, b], i) => {
    paper.set(a!, 220, 140 + i * 40, { size: 9, bold: true });
    paper.set(b!, 220, 153 + i * 40, { size: 9 });
  });
  [
    ["Invoice Number", "0000231"],
    ["Reference", "FM-77"],
  ].forEach(([a, b], i) => {
    paper.set(a!, 340, 140 + i * 40, { size: 9, bold: true });
    paper.set(b!, 340, 153 + i * 40, { size: 9 });
  });
  paper.set("Amount Due (SEK)", 545, 140, { size: 9, bold: true, align: "right" });
  paper.set("28,125.00", 545, 165, { size: 20, align: "right" });
  const c: readonly number[] = [50, 360, 440, 545];
  ["Description", "Rate", "Qty", "Line Total"].forEach((t, i) =>
    paper.set(t, c[i]!, 250, { size: 9, bold: true, align: i ? "right" : "left" }),
  );
  paper.set("Brand refresh", 50, 270, { size: 10 });
  ["900.00", "20", "18,000.00"].forEach((t, i) => paper.set(t, c[i + 1]!, 270, { align: "right" }));
  paper.set("Phase 1, three rounds of changes", 50, 282, { size: 8 });
  paper.set("Icon set", 50, 305, { size: 10 });
  ["450.00", "10", "4,500.00"].forEach((t, i) => paper.set(t, c[i + 1]!, 305, { align: "right" }));
  paper.set("24 icons in 2 sizes", 50, 317, { size: 8 });
  [
    ["Subtotal", "22,500.00"],
    ["VAT (25%)", "5,625.00"],
    ["Total", "28,125.00"],
    ["Amount Paid", "0.00"],
    ["Amount Due (SEK)", "28,125.00"],
  ].forEach(([a, b], i) => {
    paper.set(a!, 440, 350 + i * 15, { align: "right" });
    paper.set(b!, 545, 350 + i * 15, { align: "right" });
  });
  return paper;
}

function craftPaper(): Paper {
  const paper = new Paper();
  paper.set("Elektro Hansen e.K.", 50, 50, { size: 14, bold: true });
  paper.set("Elektro Hansen e.K. – Deichweg 4 – 25813 Husum", 57, 128, { size: 6.5 });
  ["Herrn", "Jens Petersen", "Am Markt 2", "25813 Husum"].forEach((t, i) => paper.set(t, 57, 142 + i * 13));
  [
    ["Rechnungs-Nr.:", "2026-0311"],
    ["Kunden-Nr.:", "10442"],
    ["Datum:", "11.03.2026"],
    ["Leistungsdatum:", "04.03.2026"],
    ["Seite:", "1 von 1"],
  ].forEach(([a, b], i) => {
    paper.set(a!, 360, 140 + i * 13, { size: 9 });
    paper.set(b!, 460, 140 + i * 13, { size: 9 });
  });
  paper.set("Rechnung", 50, 240, { size: 14, bold: true });
  paper.set("Sehr geehrter Herr Petersen, für die ausgeführten Arbeiten berechnen wir Ihnen:", 50, 260, {
    size: 9,
  });
  const c: readonly number[] = [50, 80, 330, 370, 450, 540];
  ["Pos", "Bezeichnung", "Menge", "Einh.", "Einzelpreis €", "Gesamt €"].forEach((t, i) =>
    paper.set(t, c[i]!, 285, { size: 9, bold: true, align: i === 2 || i > 3 ? "right" : "left" }),
  );
  [
    ["1", "Elektromeister Stundensatz", "6,50", "Std", "62,00", "403,00"],
    ["2", "NYM-J 3x1,5 mm² Ring 50 m", "2", "Rolle", "38,90", "77,80"],
    ["3", "Anfahrt Zone 2", "1", "psch", "35,00", "35,00"],
    ["4", "Fachbuch (7 %)", "1", "Stk", "40,00", "40,00"],
  ].forEach((r, j) =>
    r.forEach((t, i) =>
      paper.set(t, c[i]!, 305 + j * 18, { size: 9, align: i === 2 || i > 3 ? "right" : "left" }),
    ),
  );
  [
    ["Summe Netto", "555,80 €"],
    ["MwSt. 19 % auf 515,80 €", "98,00 €"],
    ["MwSt. 7 % auf 40,00 €", "2,80 €"],
    ["Rechnungsbetrag", "656,60 €"],
  ].forEach(([a, b], i) => {
    paper.set(a!, 350, 400 + i * 15, { size: 9, bold: i === 3 });
    paper.set(b!, 540, 400 + i * 15, { size: 9, bold: i === 3, align: "right" });
  });
  paper.set("Zahlbar innerhalb von 14 Tagen ohne Abzug bis zum 25.03.2026.", 50, 480, { size: 9 });
  paper.set("Nach § 35a EStG sind 521,22 € Lohnkosten begünstigt.", 50, 494, { size: 9 });
  paper.set(
    "Bank: NOSPA · IBAN: DE89 3704 0044 0532 0130 00 · USt-IdNr.: DE136695976 · Inh. Karl Hansen",
    297,
    800,
    { size: 7, align: "center" },
  );
  return paper;
}

function feePaper(): Paper {
  const paper = new Paper();
  paper.set("HOLLIS & WREN LLP", 297, 60, { size: 16, bold: true, align: "center" });
  paper.set("Attorneys at Law · 1 Court Square · Albany, NY 12207", 297, 75, { size: 9, align: "center" });
  paper.set("March 31, 2026", 50, 120);
  ["Tidewater Shipping Corp.", "Attn: General Counsel", "40 Wharf Road", "Norfolk, VA 23510"].forEach(
    (t, i) => paper.set(t, 50, 150 + i * 13),
  );
  paper.set("Invoice No. 88121", 400, 150);
  paper.set("Matter: 10442-003 Vessel lease dispute", 50, 220, { bold: true });
  paper.set("For professional services rendered through March 31, 2026", 50, 240);
  const c: readonly number[] = [50, 120, 180, 430, 490, 560];
  ["Date", "Timekeeper", "Description", "Hours", "Rate", "Amount"].forEach((t, i) =>
    paper.set(t, c[i]!, 265, { size: 9, bold: true, align: i > 2 ? "right" : "left" }),
  );
  [
    ["03/04/2026", "R. Wren", "Review charter agreement;", "1.50", "420.00", "630.00"],
    ["", "", "call with client re: demurrage"],
    ["03/11/2026", "A. Cole", "Draft response letter", "2.20", "310.00", "682.00"],
    ["03/19/2026", "R. Wren", "Conference with opposing counsel", "0.80", "420.00", "336.00"],
  ].forEach((r, j) =>
    r.forEach((t, i) => t && paper.set(t, c[i]!, 285 + j * 14, { size: 9, align: i > 2 ? "right" : "left" })),
  );
  paper.set("Total Fees", 380, 360);
  paper.set("$1,648.00", 560, 360, { align: "right" });
  paper.set("Filing fee", 50, 380, { size: 9 });
  paper.set("$85.00", 560, 380, { size: 9, align: "right" });
  paper.set("Total Disbursements", 380, 395);
  paper.set("$85.00", 560, 395, { align: "right" });
  paper.set("Total Current Charges", 380, 415, { bold: true });
  paper.set("$1,733.00", 560, 415, { align: "right", bold: true });
  paper.set("Previous Balance", 380, 430);
  paper.set("$500.00", 560, 430, { align: "right" });
  paper.set("Payments Received", 380, 445);
  paper.set("($500.00)", 560, 445, { align: "right" });
  paper.set("BALANCE DUE", 380, 465, { bold: true });
  paper.set("$1,733.00", 560, 465, { align: "right", bold: true });
  return paper;
}

describe("papers of common kinds", () => {
  it("reads a subscription with periods under its lines", () => {
    const invoice = readOne(subscriptionPaper());
    expect(head(invoice)).toEqual({
      number: "7F2A9C01-0004",
      issueDate: "2026-03-03",
      dueDate: "2026-04-02",
      currency: "USD",
      seller: "Cloudmint, Inc.",
      buyer: "Birchwood Labs GmbH",
      net: "1320.00",
      tax: null,
      gross: "1320.00",
      payable: "1320.00",
    });
    expect(invoice.lines.map((line) => [line.periodStart?.value, line.periodEnd?.value])).toEqual([
      ["2026-03-03", "2026-04-04"],
      ["2026-03-03", "2026-04-04"],
    ]);
  });

  it("reads labor and materials with a tax on a part of it", () => {
    const invoice = readOne(bookkeepingPaper());
    expect(head(invoice)).toMatchObject({
      number: "1487",
      issueDate: "2026-03-05",
      dueDate: "2026-04-04",
      seller: "Granite Peak Plumbing LLC",
      net: "660.00",
      tax: "3.90",
      gross: "663.90",
      payable: "663.90",
    });
    expect(invoice.paymentTerms?.value).toBe("Net 30");
    expect(invoice.lines.map((line) => line.serviceDate?.value)).toEqual([
      "2026-02-24",
      "2026-02-24",
      "2026-02-26",
    ]);
    expect(invoice.tax?.contradictions).toBeUndefined();
  });

  it("reads a head whose names stand over their values, and takes it for no table", () => {
    const invoice = readOne(freelancePaper());
    expect(head(invoice)).toEqual({
      number: "0000231",
      issueDate: "2026-03-03",
      dueDate: "2026-04-02",
      currency: "SEK",
      seller: "Nora Lindqvist Design",
      buyer: "Fjord Media AB",
      net: "22500.00",
      tax: "5625.00",
      gross: "28125.00",
      payable: "28125.00",
    });
    expect(rows(invoice)).toEqual([
      ["Brand refresh Phase 1, three rounds of changes", "20", "900.00", "18000.00"],
      ["Icon set 24 icons in 2 sizes", "10", "450.00", "4500.00"],
    ]);
  });

  it("reads two tax rates with their bases and a due date in a sentence", () => {
    const invoice = readOne(craftPaper());
    expect(head(invoice)).toEqual({
      number: "2026-0311",
      issueDate: "2026-03-11",
      dueDate: "2026-03-25",
      currency: "EUR",
      seller: "Elektro Hansen e.K.",
      buyer: "Jens Petersen",
      net: "555.80",
      tax: "100.80",
      gross: "656.60",
      payable: "656.60",
    });
    expect(invoice.taxPointDate?.value).toBe("2026-03-04");
    expect(
      invoice.taxes
        .map((tax) => [tax.rate?.value, tax.base?.value, tax.amount?.value].join(" "))
        .toSorted((first, second) => (first < second ? -1 : 1)),
    ).toEqual(["19 515.80 98.00", "7 40.00 2.80"]);
    expect(invoice.lines.map((line) => line.unit?.value)).toEqual(["hour", "roll", "lot", "piece"]);
  });

  it("reads fees by person, disbursements behind them, and leaves a settled balance out", () => {
    const invoice = readOne(feePaper());
    expect(head(invoice)).toMatchObject({
      number: "88121",
      issueDate: "2026-03-31",
      seller: "HOLLIS & WREN LLP",
      buyer: "Tidewater Shipping Corp.",
      gross: "1733.00",
      payable: "1733.00",
    });
    expect(invoice.prepaid).toBeNull();
    expect(invoice.lines.map((line) => line.person)).toEqual(["R. Wren", "A. Cole", "R. Wren", null]);
    expect(rows(invoice)).toEqual([
      ["Review charter agreement; call with client re: demurrage", "1.50", "420.00", "630.00"],
      ["Draft response letter", "2.20", "310.00", "682.00"],
      ["Conference with opposing counsel", "0.80", "420.00", "336.00"],
      ["Filing fee", null, null, "85.00"],
    ]);
  });
});
