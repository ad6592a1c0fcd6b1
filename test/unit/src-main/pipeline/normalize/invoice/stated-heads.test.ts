import { readTyped } from "../../../../../builders/typed-invoice.ts";
import { describe, expect, it } from "vitest";

const bill = (foot: string): string => `LAKESIDE REPORTING, INC.
735 N Water St, Milwaukee WI 53202

INVOICE 26-50377
May 5, 2026
Due June 4, 2026

Bill to: Brandt & Finch, S.C., 411 E Wisconsin Ave, Milwaukee WI 53202

Transcript, original              238 x      4.65     1,106.70
Exhibits                          196 x      0.45        88.20

Total due                                            $1,194.90
${foot}
`;

describe("no tax, said in words", () => {
  it("is a tax of nothing where one sum is net and gross", async () => {
    const invoice = await readTyped(bill("No sales tax. Make checks payable to Lakeside Reporting."));
    expect(invoice.tax?.value).toBe("0.00");
    expect(invoice.tax?.evidence[0]?.quote).toBe("No sales tax.");
  });

  it("is not read where nothing says so, or where a tax is printed", async () => {
    expect((await readTyped(bill("Make checks payable to Lakeside Reporting."))).tax).toBeNull();
    const taxed = await readTyped(`Atelier Lune SARL
Facture 26-118
Date : 04/05/2026

Désignation                Qté       PU     Montant
Animation                    2   150,00      300,00

Total HT                                     300,00
TVA 20 %                                      60,00
Total TTC                                    360,00 €
Formation sans TVA : autoliquidation non applicable.
`);
    expect(taxed.tax?.value).toBe("60.00");
  });
});

describe("values of the head in other shapes", () => {
  it("reads a period from two cells", async () => {
    const rows = [
      ["EMISOR", "Vigilancia Delta, S.A. de C.V.", "RFC", "VDE0903122V1"],
      ["RECEPTOR", "Plaza Los Robles, A.C.", "RFC", "PLR0411092H7"],
      ["FACTURA", "F-7719"],
      ["FECHA", "02/10/2026"],
      ["MONEDA", "MXN"],
      ["PERIODO", "16/09/2026", "30/09/2026"],
      [],
      ["No.", "Concepto", "Cantidad", "P.Unitario", "Importe"],
      ["1", "Turnos de guardia", "55", "780.00", "42900.00"],
      [],
      ["", "", "", "SUBTOTAL", "42900.00"],
      ["", "", "", "IVA 16%", "6864.00"],
      ["", "", "", "TOTAL", "49764.00"],
    ];
    const invoice = await readTyped(
      rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n"),
      "f.csv",
    );
    expect(invoice.periodStart?.value).toBe("2026-09-16");
    expect(invoice.periodEnd?.value).toBe("2026-10-01");
    expect(invoice.seller?.name).toBe("Vigilancia Delta, S.A. de C.V.");
  });

  it("takes the number that the payer gives the seller for the payer's reference", async () => {
    const invoice = await readTyped(`Zindel Reinigung AG
Industriestrasse 3
7001 Chur

Rechnung R-2609
Chur, 01.10.2026

Ihre Kreditorennummer: 70455

Treppenhaus              9       64.00        576.00

Total exkl. MWST                              576.00
MWST 8.1 %                                     46.66
Total CHF inkl. MWST                          622.66
`);
    expect(invoice.buyerReference?.value).toBe("70455");
    expect(invoice.number?.value).toBe("R-2609");
  });
});

describe("a date behind the number of another paper", () => {
  const footed = (head: string): string =>
    bill(
      "Thank you. This invoice is in accordance with our supply agreement\nLR-SB-2025-001 dated January 5, 2025.",
    ).replace("May 5, 2026\nDue June 4, 2026\n", head);

  it("dates no invoice that prints none", async () => {
    expect((await readTyped(footed(""))).issueDate).toBeNull();
  });

  it("leaves the invoice its own", async () => {
    expect((await readTyped(footed("May 5, 2026\n"))).issueDate?.value).toBe("2026-05-05");
    expect(
      (await readTyped(footed("").replace("INVOICE 26-50377", "INVOICE 26-50377 dated May 5, 2026")))
        .issueDate?.value,
    ).toBe("2026-05-05");
  });
});
