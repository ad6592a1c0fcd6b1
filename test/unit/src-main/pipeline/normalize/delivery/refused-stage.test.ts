import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const certificate = (sentence: string): string =>
  `ACCEPTANCE CERTIFICATE\nAgreement QL-2026-04\nSupplier: Quill Works Ltd\nCustomer: Marsh Dairy GmbH\n\nMilestone: Stage 2 - Pump house\nDate: 10 June 2026\n\n${sentence}\nSigned for Marsh Dairy GmbH: Uwe Olm\n`;

const verdictOf = async (sentence: string): Promise<boolean | null | undefined> => {
  const text = certificate(sentence);
  const file = importedFile("certificate.txt", new TextEncoder().encode(text));
  const { deliveries } = normalizeDocument(await readBytes("certificate.txt", text), file, context);
  return deliveries.find(({ kind }) => kind === "acceptance")?.approved;
};

describe("a certificate with one stage", () => {
  it("accepts it", async () => {
    expect(await verdictOf("The Customer accepts the milestone without reservation.")).toBe(true);
  });

  it("refuses it, whatever its title says", async () => {
    expect(await verdictOf("The Customer does not accept the milestone because defects remain.")).toBe(false);
  });

  it("refuses nothing by saying what a refusal would lead to", async () => {
    expect(
      await verdictOf(
        "The Customer accepts the milestone without reservation. If the Customer does not accept later stages, clause 9 applies.",
      ),
    ).toBe(true);
  });
});
