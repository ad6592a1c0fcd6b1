import { describe, expect, it } from "vitest";
import { figuresOf, readTyped } from "../../../../../builders/typed-invoice.ts";

const head = `Primeurs du Mas SAS
14 rue du Port, 34070 Montpellier

Facture FA26-77 du 30/06/2026
Cantine des Halles SARL
`;

describe("rows in sections", () => {
  it("are read on under each subtotal without a header, and dated by the headings over them", async () => {
    const invoice = await readTyped(`${head}
Livraison du 01/06/2026 - BL 661

Tomate grappe                18,5 kg      2,00       37,00
Concombre                    24 pièce     0,75       18,00
Sous-total                                           55,00

Livraison du 08/06/2026 - BL 672

Courgette                    12 kg        1,50       18,00
Basilic                      8 botte      1,25       10,00
Sous-total                                           28,00

Total HT                                             83,00
TVA 5,5 %                                             4,57
Total TTC                                            87,57
`);
    expect(figuresOf(invoice)).toEqual([
      ["18.5", "kilogram", "2.00", "37.00"],
      ["24", "piece", "0.75", "18.00"],
      ["12", "kilogram", "1.50", "18.00"],
      ["8", "bunch", "1.25", "10.00"],
    ]);
    expect(invoice.lines.map(({ serviceDate }) => serviceDate?.value)).toEqual([
      "2026-06-01",
      "2026-06-01",
      "2026-06-08",
      "2026-06-08",
    ]);
  });

  it("have their count where a column of no such name holds it", async () => {
    const invoice = await readTyped(`${head}
Post                          No.     R / post     Amount (R)
Main gate                       2    31 480.00      62 960.00
Yard                            3    15 990.00      47 970.00

Subtotal                                           110 930.00
`);
    expect(figuresOf(invoice).map(([quantity, , price]) => [quantity, price])).toEqual([
      ["2", "31480.00"],
      ["3", "15990.00"],
    ]);
  });

  it("have their unit behind the count in a cell that is named by the unit", async () => {
    const invoice = await readTyped(`${head}
ITEM        DESCRIPTION              ORD    SHP UM      PRICE    EXTENDED
10-1140     GLOVE NITRILE             12     12 BX      17.85      214.20
10-2200     SAFETY GLASSES            36     36 EA       3.12      112.32

SUBTOTAL                                                           326.52
`);
    expect(figuresOf(invoice).map(([quantity, unit]) => [quantity, unit])).toEqual([
      ["12", "box"],
      ["36", "each"],
    ]);
  });
});
