import { describe, expect, test } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { Agreement } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

async function mailed(subject: string, body: string): Promise<Agreement | undefined> {
  const text = `From: Nell Foley <nell@foleymill.example>\nTo: Ike Barr <ike@barrbuild.example>\nDate: Wed, 3 Jun 2026 09:10:00 +0100\nSubject: ${subject}\n\n${body}\n`;
  const document = await readBytes("mail.eml", text);
  return normalizeDocument(document, importedFile("mail.eml", new TextEncoder().encode(text)), context)
    .agreements[0];
}
const feeOf = (agreement: Agreement | undefined) =>
  agreement?.terms.flatMap(({ type, value }) => (type === "fixed-fee" ? [value] : []));
const fee = (item: string, amount: string) => [{ item, amount, per: "once", timing: null }];

describe("a message that says yes to an extra", () => {
  test("is a change under the number of the change, with the sum of its yes", async () => {
    const agreement = await mailed(
      "Re: Variation 2 - drain channel",
      "Hi Ike\n\nThat works, please go ahead with variation 2 for £1,240.00 + VAT.\n\nNell",
    );
    expect(agreement).toMatchObject({ rank: "change-order", number: "2", standing: "in-force" });
    expect(feeOf(agreement)).toEqual(fee("Variation 2 - drain channel", "1240.00"));
    expect(agreement?.residue).toEqual([]);
  });

  test("takes the sum from the words it answers, where it names none", async () => {
    const agreement = await mailed(
      "Re: Variation 2 - drain channel",
      "Fine by me, go ahead.\nNell\n\nOn 2 June 2026 Ike Barr wrote:\n> Variation 2: two extra drain channels by the gate, lump sum £1,240.00 plus VAT. OK to proceed?",
    );
    expect(agreement).toMatchObject({ rank: "change-order", number: "2" });
    expect(feeOf(agreement)).toEqual(fee("Variation 2 - drain channel", "1240.00"));
  });

  test("is named by its sentence where the subject is a number alone", async () => {
    const agreement = await mailed(
      "Change order 5",
      "We accept change order 5: add a second gate and move the post. Price £860.00.\nNell",
    );
    expect(feeOf(agreement)).toEqual(fee("change order 5: add a second gate and move the post", "860.00"));
  });

  test("is named by the sentence before its sum, under the number of an instruction", async () => {
    const agreement = await mailed(
      "FM-61 - Variation Instruction 7",
      "Please treat this as our instruction to add two trimmer joists by the stair. Agreed value £915.00.\nNell",
    );
    expect(agreement).toMatchObject({ rank: "change-order", number: "7" });
    expect(feeOf(agreement)?.map(({ amount }) => amount)).toEqual(["915.00"]);
    expect(feeOf(agreement)?.[0]?.item).toContain("trimmer joists");
  });

  test("does not take for its own number that of the contract it changes", async () => {
    const agreement = await mailed(
      "Re: additional works, contract FM-61",
      "Yes please do the additional kerb by the shed. £420 + VAT agreed.\nNell",
    );
    expect(agreement?.number).toBeNull();
    expect(agreement?.references.map(({ number }) => number)).toEqual(["FM-61"]);
    expect(feeOf(agreement)?.map(({ amount }) => amount)).toEqual(["420"]);
  });

  test("a yes to an offer with its number stays the yes to that offer", async () => {
    const agreement = await mailed(
      "Re: Quote for extra works Q-230",
      "Happy to go ahead with the extra works in quote Q-230 (£1,960 + VAT).\nNell",
    );
    expect(agreement).toMatchObject({ rank: "acceptance-message", number: "Q-230" });
  });

  test("words that only think about an extra agree none", async () => {
    const agreement = await mailed(
      "Re: Change order 5",
      "Ike, we need to think about change order 5 (£860). Please do not start yet.\nNell",
    );
    expect(agreement?.standing ?? "offer").toBe("offer");
  });
});
