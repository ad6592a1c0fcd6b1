import { expect, test } from "vitest";
import { joinFamilies } from "../../../../../src-main/pipeline/match/families.ts";
import type { Agreement } from "../../../../../src-shared/model/index.ts";
import { readAgreements } from "../../../../../src-main/pipeline/normalize/agreement/index.ts";
import { context, readBytes } from "../../../../builders/read-bytes.ts";

const paper = (number: string, rate: string): string =>
  [
    "SERVICES AGREEMENT",
    number === "" ? "" : `Agreement No. ${number}`,
    'This agreement is made between Birch Hall Catering LLC ("Provider") and Orchard Events Inc. ("Client").',
    "1. Term. This agreement begins on January 1, 2026 and continues through December 31, 2026.",
    `2. Fees. Client shall pay Provider $${rate} per hour for a chef and $31.00 per hour for a server.`,
    "3. Payment. Invoices are payable net 30 days from the invoice date.",
  ].join("\n\n");

const read = async (name: string, text: string): Promise<Agreement> => {
  const { agreements } = readAgreements(await readBytes(name, text), "agreement", context);
  const [agreement] = agreements;
  if (agreement === undefined) throw new Error("no agreement read");
  return agreement;
};

test("a second print of the same agreement joins its family and counts once", async () => {
  const papers = [
    await read("signed.txt", paper("BH-7", "58.00")),
    await read("draft.txt", paper("", "58.00")),
  ];
  const families = joinFamilies(papers);
  expect(
    families.map(({ id, members }) => [
      id,
      members.map(({ agreement, isCopy }) => [agreement.number, isCopy]),
    ]),
  ).toEqual([
    [
      papers[0]?.id,
      expect.arrayContaining([
        ["BH-7", false],
        [null, true],
      ]),
    ],
  ]);
});

test("another number is another agreement", async () => {
  const papers = [
    await read("one.txt", paper("BH-7", "58.00")),
    await read("two.txt", paper("BH-8", "58.00")),
  ];
  expect(joinFamilies(papers)).toHaveLength(2);
});
