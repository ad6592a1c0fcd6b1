import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { Invoice } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const billOf = async (name: string, text: string): Promise<Invoice | undefined> => {
  const file = importedFile(name, new TextEncoder().encode(text));
  return normalizeDocument(await readBytes(name, text), file, context).invoices[0];
};
const headOf = (bill: Invoice | undefined): readonly unknown[] => [
  bill?.kind ?? null,
  bill?.number?.value ?? null,
  bill?.issueDate?.value ?? null,
  bill?.dueDate?.value ?? null,
  bill?.seller?.name ?? null,
  bill?.seller?.taxId ?? null,
  bill?.buyer?.name ?? null,
  bill?.buyer?.taxId ?? null,
  bill?.net?.value ?? null,
  bill?.tax?.value ?? null,
  bill?.gross?.value ?? null,
];
const linesOf = (bill: Invoice | undefined): readonly (readonly unknown[])[] =>
  (bill?.lines ?? []).map(({ quantity, unit, unitPrice, net }) => [
    quantity?.value,
    unit?.value ?? unit,
    unitPrice?.value,
    net?.value,
  ]);

describe("titles and keys told by their words in any order", () => {
  it("reads the short forms of a program, and a number for tax by the party before it", async () => {
    const bill = await billOf(
      "bills.csv",
      [
        "vendor_name,vat no,bill_no,bill_dt,due_dt,cust,memo,units,unit_cost,ext_amt,tax_amt,bill_total",
        "Alder Joinery,GB123456789,AJ-77,2026-03-02,2026-04-01,Fell Inn,Oak shelf,4,60.00,240.00,60.00,360.00",
        "Alder Joinery,GB123456789,AJ-77,2026-03-02,2026-04-01,Fell Inn,Bracket,12,5.00,60.00,60.00,360.00",
      ].join("\n"),
    );
    expect(headOf(bill)).toEqual([
      "invoice",
      "AJ-77",
      "2026-03-02",
      "2026-04-01",
      "Alder Joinery",
      "GB123456789",
      "Fell Inn",
      null,
      "300.00",
      "60.00",
      "360.00",
    ]);
    expect(linesOf(bill).map((line) => line.at(-1))).toEqual(["240.00", "60.00"]);
  });

  it("takes a plain number for that of the bill beside its day, its parties and its sums", async () => {
    const bill = await billOf(
      "righe.csv",
      [
        "Numero;Data documento;Scadenza;Cedente;P.IVA;Cliente;P.IVA cliente;Descrizione;Q.tà;Prezzo unit.;Imponibile riga;Totale documento",
        "9/2026;02/03/2026;01/04/2026;Legatoria Po;01234567890;Museo Valle;09876543210;Restauro volumi;3;80,00;240,00;414,80",
        "9/2026;02/03/2026;01/04/2026;Legatoria Po;01234567890;Museo Valle;09876543210;Cofanetto;2;50,00;100,00;414,80",
      ].join("\n"),
    );
    expect(headOf(bill).slice(0, 8)).toEqual([
      "invoice",
      "9/2026",
      "2026-03-02",
      "2026-04-01",
      "Legatoria Po",
      "01234567890",
      "Museo Valle",
      "09876543210",
    ]);
  });

  it("keeps the sum of a tax apart from the sum of the bill, and the number of an account from its own", async () => {
    const bill = await billOf(
      "slip.json",
      JSON.stringify({
        doc: "CREDIT NOTE",
        ref: "K-31",
        dated: "2026-03-02",
        merchant: { legalName: "Tern Books" },
        account: { name: "Harbour School", no: "A-9" },
        lines: [{ details: "Atlas, returned", quantity: 2, per: "pack", price: 30, ext: 60 }],
        net: 60,
        taxes: [{ name: "VAT", rate: 20, amount: 12 }],
        total: 72,
      }),
    );
    expect(headOf(bill)).toEqual([
      "credit-note",
      "K-31",
      "2026-03-02",
      null,
      "Tern Books",
      null,
      "Harbour School",
      null,
      "60",
      "12",
      "72",
    ]);
    expect(linesOf(bill)).toEqual([["2", "pack", "30", "60"]]);
  });

  it("reads elements with attributes, and a month told in one value", async () => {
    const bill = await billOf(
      "slip.xml",
      `<?xml version="1.0"?><SalesBill no="S-8" raised="2026-03-02" payBy="2026-04-01" cur="AUD"><From abn="53004085616">Reed Roofing</From><To>Bay Council</To><Period>February 2026</Period><Charges><Charge desc="Ridge" units="3" unitCost="80.00" amount="240.00"/><Charge desc="Flashing" units="2" unitCost="30.00" amount="60.00"/></Charges><ExGst>300.00</ExGst><Gst rate="10">30.00</Gst><IncGst>330.00</IncGst></SalesBill>`,
    );
    expect(headOf(bill)).toEqual([
      "invoice",
      "S-8",
      "2026-03-02",
      "2026-04-01",
      "Reed Roofing",
      "53004085616",
      "Bay Council",
      null,
      "300.00",
      "30.00",
      "330.00",
    ]);
    expect([bill?.periodStart?.value, bill?.periodEnd?.value, bill?.currency?.value]).toEqual([
      "2026-02-01",
      "2026-03-01",
      "AUD",
    ]);
  });

  it("takes the sum of a discount for no sum of the bill", async () => {
    const bill = await billOf(
      "sign.json",
      JSON.stringify({
        meta: { bill_no: "B-9", created: "2026-03-02" },
        issuer: { org: "Tern Signs" },
        billed_to: { org: "Fell Inn" },
        rows: [{ desc: "Board", n: 2, each: 50, sum: 100 }],
        discount: { pct: 10, amount: 10 },
        totals: { before_vat: 90, vat: 18, total: 108 },
      }),
    );
    expect(headOf(bill).slice(4)).toEqual(["Tern Signs", null, "Fell Inn", null, "90", "18", "108"]);
  });

  it("takes a tax that all rows repeat for that of the bill where the sums prove it", async () => {
    const bill = await billOf(
      "fras.csv",
      [
        "N_FACT;F_EXPED;F_VTO;CLIENTE;CONCEPTO;UDS;P_UNIT;IMP_LINEA;BASE;TIPO_IVA;CUOTA_IVA;TOTAL_FRA",
        "K-3;02/03/2026;01/04/2026;Fell Inn;Mantas;4;20,00;80,00;100,00;21;21,00;121,00",
        "K-3;02/03/2026;01/04/2026;Fell Inn;Cojines;2;10,00;20,00;100,00;21;21,00;121,00",
      ].join("\n"),
    );
    expect(headOf(bill).slice(1, 4)).toEqual(["K-3", "2026-03-02", "2026-04-01"]);
    expect(headOf(bill).slice(8)).toEqual(["100.00", "21.00", "121.00"]);
  });
});
