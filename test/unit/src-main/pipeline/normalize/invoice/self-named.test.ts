import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const rows = `
Invoice 5519
12 March 2026

Item                                  Qty      Price      Amount
Inspection of the mooring               2      60.00      120.00

Subtotal                                                  120.00
VAT 20%                                                    24.00
Total                                                     144.00
`;
const buyer = `Invoice to:
Gannet Harbour Trust
4 Quay Street
Whitby YO21 3PU
`;

describe("who bills by what stands below the items alone", () => {
  it.each([
    [
      "registers",
      "Ropewalk Divers. Registered in England no. 7110924. VAT no. GB 218 4471 09",
      "Ropewalk Divers",
    ],
    ["is registered", "Ropewalk Divers is registered in England, company number 7110924.", "Ropewalk Divers"],
    [
      "owns the account",
      "Bank: Sea Bank | Account name: Ropewalk Divers | Account: 0112 8834",
      "Ropewalk Divers",
    ],
    [
      "signs over an address",
      "For and on behalf of\nRopewalk Divers\n8 Sandgate Lane\nScarborough YO11 1PE",
      "Ropewalk Divers",
    ],
    ["has an address there", "Ropewalk Divers\n8 Sandgate Lane\nScarborough YO11 1PE", "Ropewalk Divers"],
  ])("takes whoever %s", async (_, foot, name) => {
    const invoice = await readTyped(`${buyer}${rows}\n${foot}\n`);
    expect(invoice.seller?.name).toBe(name);
    expect(invoice.buyer?.name).toBe("Gannet Harbour Trust");
  });

  it("takes no sentence for a name, though a tax id stands behind it", async () => {
    const invoice = await readTyped(
      `${buyer}${rows}\nTo be taken off your next payment, VAT no. GB 218 4471 09\n`,
    );
    expect(invoice.seller).toBeNull();
  });

  it("leaves who is billed the buyer where the foot repeats them", async () => {
    const invoice = await readTyped(
      `${buyer}${rows}\nGannet Harbour Trust. Registered in England no. 7110924.\n`,
    );
    expect(invoice.seller).toBeNull();
    expect(invoice.buyer?.name).toBe("Gannet Harbour Trust");
  });

  it("takes the name in the window for who is billed where only the signature names who bills", async () => {
    const invoice = await readTyped(`Market Town of Eskdale
5 Market Street
Whitby YO21 3PU
${rows}
Kind regards
Ropewalk Divers
8 Sandgate Lane
Scarborough YO11 1PE
`);
    expect(invoice.seller?.name).toBe("Ropewalk Divers");
    expect(invoice.buyer?.name).toBe("Market Town of Eskdale");
  });
});
