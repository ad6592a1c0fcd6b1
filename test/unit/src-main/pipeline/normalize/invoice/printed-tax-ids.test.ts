import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const ids = async (paper: string): Promise<readonly unknown[]> => {
  const { seller, buyer } = await readTyped(paper);
  return [seller?.taxId ?? null, buyer?.taxId ?? null];
};

const items = `
Description                          Qty     Price     Amount
Kettle valve                           4     12.00      48.00

Total                                                   48.00
`;

describe("tax ids", () => {
  it("belong to the name that goes before them, in its line or its block", async () => {
    expect(
      await ids(`Wirral Cranes Ltd
4 Depot Road
Chester CH1 4AA
VAT 201 7756 12 | Company 0911234

To: Marlow Homes plc (VAT 318 0044 91)
Invoice 771
Date: 1 June 2026
${items}`),
    ).toEqual(["201775612", "318004491"]);
  });

  it("are the buyer's where a word says so, and the issuer's at the foot", async () => {
    expect(
      await ids(`Zimmerei Holm GmbH
Am Anger 3
07743 Jena

Rechnung an: Stadtwerke Kahla GmbH
Rechnung Nr. 2026-77
Datum: 01.06.2026
Ihre USt-IdNr.: DE287112909
${items}
Zimmerei Holm GmbH   Steuer-Nr. 162/114/50012   USt-IdNr. DE811900346
`),
    ).toEqual(["DE811900346", "DE287112909"]);
  });

  it("are no amounts of a tax, and no numbers of papers", async () => {
    expect(
      await ids(`Wirral Cranes Ltd
4 Depot Road
Chester CH1 4AA

To: Marlow Homes plc
Invoice No: SI2611-0417
Date: 1 June 2026
${items}
VAT 12345.67
`),
    ).toEqual([null, null]);
  });

  it.each([
    [
      "the name of the tax over them, though they stand in the middle of their column,",
      `Rechnungsnr.      Datum           USt-IdNr. Kunde
2026-77           01.06.2026        DE287112909`,
    ],
    [
      "the cell on their left, behind a colon of their own,",
      `Rechnungsnr.            : 2026-77
Rechnungsdatum          : 01.06.2026
USt-IdNr. Kunde         : DE287112909`,
    ],
  ])("are of whom %s speaks", async (_, head) => {
    expect(
      await ids(`Zimmerei Holm GmbH
Am Anger 3
07743 Jena

${head}

Rechnung an
Stadtwerke Kahla GmbH
Am Ring 1
07768 Kahla
${items}
Zimmerei Holm GmbH   Steuer-Nr. 162/114/50012   USt-IdNr. DE811900346
`),
    ).toEqual(["DE811900346", "DE287112909"]);
  });

  it("are the issuer's where there is but one that nothing binds to anybody", async () => {
    expect(
      await ids(`Marlow Homes plc                  Date
4 Depot Road                      1 June 2026
Chester CH1 4AA
                                  Invoice number        Wirral Cranes Ltd
                                  771                   2 Dock Road
                                                        Wirral CH41 1AA
                                  VAT number
                                  GB201775612
${items}`),
    ).toEqual(["GB201775612", null]);
  });
});
