import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const rows = `
Item                                  Qty      Price      Amount
Lining of the culvert                   2      60.00      120.00

Subtotal                                                  120.00
VAT 20%                                                    24.00
Total                                                     144.00
`;

const head = `Ropewalk Divers Ltd
8 Sandgate Lane
Scarborough YO11 1PE
`;

describe("names over values", () => {
  it("parts columns that stand so close that their words run on", async () => {
    const invoice = await readTyped(`${head}
Invoice no. Invoice date   PO number
RD-4471     3 May 2026     PO-118
${rows}`);
    expect(invoice.number?.value).toBe("RD-4471");
    expect(invoice.issueDate?.value).toBe("2026-05-03");
    expect(invoice.orderReference?.value).toBe("PO-118");
  });

  it("goes on with a value that breaks within its column, and leaves an unknown column its own", async () => {
    const invoice = await readTyped(`${head}
Invoice no.     Lighter       Invoice date       Period
RD-4471         Berth 19      3 May              1 April 2026
                              2026               - 30 April
                                                 2026
${rows}`);
    expect(invoice.number?.value).toBe("RD-4471");
    expect(invoice.issueDate?.value).toBe("2026-05-03");
    expect([invoice.periodStart?.value, invoice.periodEnd?.value]).toEqual(["2026-04-01", "2026-05-01"]);
  });

  it("takes the bars of a line for the borders of cells", async () => {
    const invoice = await readTyped(`${head}
Invoice

Invoice no. 4471 · Date 3 May 2026 · Period 1 April 2026 - 30 April 2026 · Your order PO-118 · Account 7720
${rows}`);
    expect(invoice.number?.value).toBe("4471");
    expect(invoice.issueDate?.value).toBe("2026-05-03");
    expect(invoice.orderReference?.value).toBe("PO-118");
  });
});

describe("parties that words name", () => {
  it("takes the column under a word for the one it names, and the one beside for the other", async () => {
    const invoice = await readTyped(`Invoice 4471
3 May 2026

Supplier                     Overdale House Trust
                             14 Elm Road
Ropewalk Diving              York YO1 7HH
8 Sandgate Lane
Scarborough YO11 1PE
01723 555 190
${rows}`);
    expect(invoice.seller?.name).toBe("Ropewalk Diving");
    expect(invoice.buyer?.name).toBe("Overdale House Trust");
  });

  it("bills whom a word names, and not the site whose address stands beside", async () => {
    const invoice = await readTyped(`Ropewalk Divers                 Invoice 4471

Invoice to                      Quay works
Overdale Care Ltd               Pillar Trust
14 Elm Road                     Wharf 6
York YO1 7HH                    Leeds LS1 4AB

3 May 2026
${rows}`);
    expect(invoice.buyer?.name).toBe("Overdale Care Ltd");
  });
});
