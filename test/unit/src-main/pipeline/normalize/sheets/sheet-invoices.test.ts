import { describe, expect, it } from "vitest";
import { gridsOf } from "../../../../../../src-main/pipeline/normalize/sheets/document-grids.ts";
import { recordTables } from "../../../../../../src-main/pipeline/normalize/sheets/record-table.ts";
import { sheetInvoices } from "../../../../../../src-main/pipeline/normalize/sheets/sheet-invoices.ts";
import { tableKind } from "../../../../../../src-main/pipeline/normalize/sheets/table-kind.ts";
import { valueOf, type Invoice } from "../../../../../../src-shared/model/index.ts";
import { context, readBytes } from "../../../../../builders/read-bytes.ts";

const invoicesOf = async (
  csv: string,
): Promise<{ kind: string | null; invoices: readonly Invoice[]; problems: readonly string[] }> => {
  const document = await readBytes("export.csv", csv);
  const [table] = gridsOf(document).flatMap((grid) => recordTables(grid));
  if (table === undefined) return { kind: null, invoices: [], problems: [] };
  const read = sheetInvoices(document, table, context, "structured");
  return {
    kind: tableKind(table)?.kind ?? null,
    invoices: read.invoices,
    problems: read.problems.map((problem) => problem.code),
  };
};

describe("invoices in a table of records", () => {
  it("says the totals that an export repeats with each line, and amounts that are all the same", async () => {
    const { invoices } = await invoicesOf(
      [
        "Invoice Number,Invoice Date,Customer,Currency,Description,Quantity,Unit Price,Amount,Tax Rate,Net Total,Tax Total,Gross Total",
        "QX-7,2026-06-01,Harbor Deli,EUR,Delivery run 1,1,20.00,20.00,19,60.00,11.40,71.40",
        "QX-7,2026-06-01,Harbor Deli,EUR,Delivery run 2,1,20.00,20.00,19,60.00,11.40,71.40",
        "QX-7,2026-06-01,Harbor Deli,EUR,Delivery run 3,1,20.00,20.00,19,60.00,11.40,71.40",
      ].join("\n"),
    );
    const [invoice] = invoices;
    expect([invoice?.subtotal, invoice?.tax, invoice?.gross].map((field) => valueOf(field ?? null))).toEqual([
      "60.00",
      "11.40",
      "71.40",
    ]);
    expect(invoice?.lines.map(({ net }) => valueOf(net))).toEqual(["20.00", "20.00", "20.00"]);
  });

  it("takes the names and tax ids of seller and buyer, and a rate whose title prints its sign", async () => {
    const { invoices } = await invoicesOf(
      [
        "Invoice No,Invoice Date,Seller Name,Seller VAT ID,Buyer Name,Buyer VAT ID,Description,Line Amount,Tax Rate %",
        "T-31,2026-06-01,Tarn Mills Ltd,GB100100190,Beck Bakery Ltd,GB200200285,Milling,40.00,20",
      ].join("\n"),
    );
    const [invoice] = invoices;
    expect([invoice?.seller?.name, invoice?.seller?.taxId]).toEqual(["Tarn Mills Ltd", "GB100100190"]);
    expect([invoice?.buyer?.name, invoice?.buyer?.taxId]).toEqual(["Beck Bakery Ltd", "GB200200285"]);
    expect(valueOf(invoice?.lines[0]?.taxRate ?? null)).toBe("20");
  });

  it("takes rows that name a sum for the sums, and no item that only sounds like one", async () => {
    const { invoices } = await invoicesOf(
      [
        "InvoiceNo,InvoiceDate,Vendor,Customer,RateSheet,Line,Description,Qty,UoM,UnitPrice,Amount,Currency",
        "LF-31,2026-02-27,Lodge Fluids Ltd.,Ridge Resources Ltd.,LF-26-BR,1,Tank truck,9.5,HR,148.00,1406.00,CAD",
        "LF-31,2026-02-27,Lodge Fluids Ltd.,Ridge Resources Ltd.,LF-26-BR,2,Total care package,,,,94.00,CAD",
        "LF-31,,,,,SUBTOTAL,,,,,1500.00,CAD",
        "LF-31,,,,,GST 5%,,,,,75.00,CAD",
        "LF-31,,,,,TOTAL,,,,,1575.00,CAD",
      ].join("\n"),
    );
    expect(invoices).toHaveLength(1);
    const [invoice] = invoices;
    expect(invoice?.lines.map(({ description }) => description)).toEqual([
      "Tank truck",
      "Total care package",
    ]);
    expect([valueOf(invoice?.net), valueOf(invoice?.tax), valueOf(invoice?.gross)]).toEqual([
      "1500.00",
      "75.00",
      "1575.00",
    ]);
    expect(valueOf(invoice?.agreementReference)).toBe("LF-26-BR");
  });

  it.each([
    ["InvoiceNo,InvoiceDate,Customer,Description,Amount,Invoice Total", "120.00"],
    ["InvoiceNo,InvoiceDate,Customer,Description,Amount,Invoice Total,AmountPaid", null],
  ])("has the whole total to pay where no column says what was paid: %s", async (header, payable) => {
    const paid = payable === null ? ",50.00" : "";
    const { invoices } = await invoicesOf(
      [
        header,
        `A-7,2026-03-02,Orla Keane,Hoof trim,100.00,120.00${paid}`,
        `A-7,2026-03-02,Orla Keane,Brush,20.00,120.00${paid}`,
      ].join("\n"),
    );
    expect(invoices[0]?.payable?.value ?? null).toBe(payable);
  });

  const lineExport = (...rows: readonly string[]): string =>
    [
      "Client,Invoice #,Date Issued,Item Name,Item Desc,Discount Type,Rate,Qty,Line Net,VAT,Line Gross,Subject,Notes",
      ...rows,
    ].join("\n");

  it("sums the lines of an export that has no totals of documents", async () => {
    const { invoices } = await invoicesOf(
      lineExport(
        "Orla Keane,77,2026-03-02,Grooming,Two ponies,per line,40.00,2,80.00,18.40,98.40,,Many thanks!",
        "Orla Keane,77,2026-03-02,Hoof trim,One cob,per line,55.00,1,55.00,12.65,67.65,,Many thanks!",
      ),
    );
    const [invoice] = invoices;
    expect([valueOf(invoice?.net), valueOf(invoice?.tax), valueOf(invoice?.gross)]).toEqual([
      "135.00",
      "31.05",
      "166.05",
    ]);
    expect(invoice?.gross?.evidence).toHaveLength(2);
    expect(invoice?.gross?.confidence).toBeLessThanOrEqual(0.95);
  });

  it("leaves a sum unknown where a cell is empty or the tax of lines does not make the difference", async () => {
    const { invoices } = await invoicesOf(
      lineExport(
        "Orla Keane,78,2026-03-02,Grooming,Two ponies,per line,40.00,2,80.00,18.40,98.40,,Many thanks!",
        "Orla Keane,78,2026-03-02,Hoof trim,One cob,per line,55.00,1,,12.65,,,Many thanks!",
        "Per Dahl,79,2026-03-03,Grooming,One pony,per line,40.00,1,40.00,9.20,51.20,,Many thanks!",
        "Per Dahl,79,2026-03-03,Hoof trim,One cob,per line,55.00,1,55.00,12.65,67.65,,Many thanks!",
      ),
    );
    expect(invoices.map(({ net, tax, gross }) => [net, tax, gross].map(valueOf))).toEqual([
      [null, null, null],
      [null, null, "118.85"],
    ]);
  });

  it("describes lines by what tells them apart, and a column mostly empty takes no role from a filled one", async () => {
    const { invoices } = await invoicesOf(
      lineExport(
        "Orla Keane,77,2026-03-02,Grooming,Two ponies,per line,40.00,2,80.00,18.40,98.40,,Many thanks!",
        "Orla Keane,77,2026-03-02,Grooming,One cob,per line,40.00,1,40.00,9.20,49.20,At the yard,Many thanks!",
        "Orla Keane,77,2026-03-02,Hoof trim,One cob,per line,55.00,1,55.00,12.65,67.65,,Many thanks!",
      ),
    );
    expect(invoices[0]?.lines.map(({ description }) => description)).toEqual([
      "Grooming – Two ponies",
      "Grooming – One cob",
      "Hoof trim – One cob",
    ]);
  });

  it("groups lines by number and takes constant totals once", async () => {
    const { kind, invoices } = await invoicesOf(
      [
        "Invoice Number,Invoice Date,Due Date,Customer,Item,Quantity,Unit Price,Line Amount,SubTotal,Total Tax,Total,Currency",
        "INV-1,2026-10-01,2026-10-31,Acme,Audit,2,150.00,300.00,400.00,80.00,480.00,GBP",
        "INV-1,2026-10-01,2026-10-31,Acme,Review,1,100.00,100.00,400.00,80.00,480.00,GBP",
        "INV-2,2026-10-02,2026-11-01,Beta,Audit,1,150.00,150.00,150.00,30.00,180.00,GBP",
      ].join("\n"),
    );
    expect(kind).toBe("invoice");
    expect(
      invoices.map((invoice) => [
        valueOf(invoice.number),
        invoice.buyer?.name,
        valueOf(invoice.net),
        valueOf(invoice.tax),
        valueOf(invoice.gross),
        invoice.lines.length,
      ]),
    ).toEqual([
      ["INV-1", "Acme", "400.00", "80.00", "480.00", 2],
      ["INV-2", "Beta", "150.00", "30.00", "180.00", 1],
    ]);
    expect(valueOf(invoices[0]?.dueDate)).toBe("2026-10-31");
  });

  it("continues an invoice over rows with blank head cells", async () => {
    const { invoices } = await invoicesOf(
      "*InvoiceNo,*Customer,*InvoiceDate,*DueDate,ItemDescription,ItemQuantity,ItemRate,*ItemAmount\n7,Acme,09/30/2026,10/30/2026,Labor,10,85.00,850.00\n7,,,,Filter,2,129.95,259.90\n",
    );
    expect(
      invoices.map((invoice) => [invoice.buyer?.name, valueOf(invoice.issueDate), invoice.lines.length]),
    ).toEqual([["Acme", "2026-09-30", 2]]);
    expect(valueOf(invoices[0]?.gross)).toBeNull();
  });

  it("reads decimal commas and semicolons by the column's own evidence", async () => {
    const { invoices } = await invoicesOf(
      "Rechnungsnummer;Rechnungsdatum;Kunde;Bezeichnung;Menge;Einzelpreis;Betrag\nR-1;31.03.2026;Muster AG;Beratung;1,5;1.200,00;1.800,00\n",
    );
    const [invoice] = invoices;
    expect([
      valueOf(invoice?.issueDate),
      valueOf(invoice?.lines[0]?.quantity),
      valueOf(invoice?.lines[0]?.net),
    ]).toEqual(["2026-03-31", "1.5", "1800.00"]);
  });

  it("keeps an ambiguous amount undecided and an unreadable one unknown, never zero", async () => {
    const { invoices } = await invoicesOf(
      "Invoice Number,Invoice Date,Customer,Description,Amount\nA-1,2026-01-05,Acme,Widgets,1.234\nA-2,2026-01-06,Acme,Bolts,see note\n",
    );
    const first = invoices[0]?.lines[0]?.net;
    expect(first?.value).toBeNull();
    expect(first?.alternatives?.map((each) => each.value)).toEqual(["1234", "1.234"]);
    expect(invoices[1]?.lines[0]?.net).toMatchObject({
      value: null,
      contradictions: [{ code: "unreadable-number" }],
    });
  });

  it("says when one number stands for two customers", async () => {
    const { problems } = await invoicesOf(
      "Invoice Number,Invoice Date,Customer,Description,Amount\n5,2026-01-05,Acme,a,1.00\n5,2026-01-05,Beta,b,2.00\n",
    );
    expect(problems).toEqual(["normalize/two-customers-one-number"]);
  });

  it("leaves total rows out of the lines", async () => {
    const { invoices } = await invoicesOf(
      "Invoice Number,Invoice Date,Customer,Description,Amount\n5,2026-01-05,Acme,a,1.00\n5,2026-01-05,Acme,b,2.00\nTotal,,,,3.00\n",
    );
    expect(invoices.map((invoice) => invoice.lines.length)).toEqual([2]);
  });
});
