import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { NormalizedDocument } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const read = async (text: string): Promise<NormalizedDocument> =>
  normalizeDocument(
    await readBytes("paper.txt", text),
    importedFile("paper.txt", new TextEncoder().encode(text)),
    context,
  );

describe("papers that only their clauses make agreements", () => {
  it("takes both sides, a price and two rules for one", async () => {
    const { kind, agreements } = await read(
      "Kiln hire HK/26 between Stoke Clay Works Ltd and Pottery Barn Evenings CIC. From 1 March 2026 until 28 February 2027. " +
        "The kiln is hired out at £36.00 per firing. Payment 30 days from invoice date.\n",
    );
    expect(kind).toBe("agreement");
    expect(agreements[0]?.terms.map(({ type }) => type)).toContain("rate");
  });

  it("takes no bill and no note without a rule for one", async () => {
    const { agreements } = await read(
      "Kiln sheet. Stoke Clay Works Ltd fired 12 pots for Mrs Bell on Monday.\n",
    );
    expect(agreements).toEqual([]);
  });
});

describe("names beside the legal one", () => {
  it("keeps the name that a party trades under, and not the place of a Dutch one", async () => {
    const { agreements } = await read(
      "Overeenkomst 14\nPartijen: Bakker Dakwerk B.V. te Zwolle, handelend onder de naam Dakplus (leverancier) en Hofstede Zorg B.V. te Deventer (afnemer).\n" +
        "De prijs is € 52,00 per uur. Looptijd 1 januari 2026 tot en met 31 december 2026. Betaling binnen 30 dagen.\n",
    );
    expect(agreements[0]?.buyer?.name).toBe("Hofstede Zorg B.V.");
    const [english] = (
      await read(
        'Agreement 15 between Marlowe Foods Ltd, trading as The Corner Pantry ("Supplier"), and Sandgate Hotels plc ("Client").\n' +
          "Bread costs £2.10 per loaf. Term 1 January 2026 to 31 December 2026. Payment within 30 days.\n",
      )
    ).agreements;
    expect(english?.seller?.name).toBe("Marlowe Foods Ltd");
    expect(english?.seller?.aliases).toContain("The Corner Pantry");
  });
});

describe("sides that a sentence gives", () => {
  it("looks over what stands between a name and what its bearer does", async () => {
    const tail =
      "\nThe price is £40.00 per hour. Term 1 January 2026 to 31 December 2026. Payment within 30 days.\n";
    const first = (
      await read(
        `Agreement 16\nBrockhurst Bakers Ltd, trading as The Oven Door, of Mill Lane, Ripon, will deliver to Sandgate Hotels Ltd, Ripon, fresh bread.${tail}`,
      )
    ).agreements[0];
    expect([first?.seller?.name, first?.buyer?.name]).toEqual([
      "Brockhurst Bakers Ltd",
      "Sandgate Hotels Ltd",
    ]);
  });
});
