import { describe, expect, it } from "vitest";
import { readAgreements } from "../../../../../../src-main/pipeline/normalize/agreement/index.ts";
import type { Agreement, DocumentKind } from "../../../../../../src-shared/model/index.ts";
import { context, readBytes } from "../../../../../builders/read-bytes.ts";

async function paperOf(text: string, kind: DocumentKind = "agreement"): Promise<Agreement> {
  const { agreements } = readAgreements(await readBytes("paper.txt", text), kind, context);
  const [agreement] = agreements;
  if (agreement === undefined) throw new Error("No agreement was read");
  return agreement;
}

const prices = "\nDay shift                    £ 24.00 per hour\n";

describe("the life of an agreement by the labels of its head", () => {
  it.each([
    [
      "a range behind one label",
      "Likely duration      from Monday 13 April 2026 until Friday 10 July 2026",
      "2026-04-13",
      "2026-07-11",
    ],
    ["a dash between two days", "Duration     3 Nov 2025 - 1 May 2026", "2025-11-03", "2026-05-02"],
    [
      "a start and a length in two rows",
      "Mietbeginn       : 01.04.2026\nMietdauer        : 48 Monate",
      "2026-04-01",
      "2030-04-01",
    ],
    [
      "a start with its length behind it",
      "Prise d'effet : 01/03/2026 - durée 12 mois - tacite reconduction",
      "2026-03-01",
      "2027-03-01",
    ],
    [
      "leaders, and a length that refers to its start",
      "Effective date ......... 3/31/2025\nInitial term ........... 36 months from the effective date",
      "2025-03-31",
      "2028-03-31",
    ],
    ["a start alone", "On hire:    16 March 2026, until off-hired by phone", "2026-03-16", null],
    [
      "two labels",
      "Start            5 January 2026\nEnd              4 April 2026",
      "2026-01-05",
      "2026-04-05",
    ],
  ])("%s", async (_, rows, from, to) => {
    const agreement = await paperOf(`HIRE SHEET\n${rows}\n${prices}`);
    expect([agreement.from, agreement.to]).toEqual([from, to]);
  });

  it("ends nowhere on the day that somebody hopes to return a machine", async () => {
    const { to } = await paperOf(
      `RENTAL CONTRACT\nOut      5 October 2026      Est. return   2 November 2026\n${prices}`,
    );
    expect(to).toBeNull();
  });
});

describe("a length of months", () => {
  it.each([
    [
      "ends with the day of the same number where it runs from the day on which the paper is made",
      'DISTRIBUTION AGREEMENT\n\nThis Agreement is made as of March 19, 2024 between Orrin Tools, Inc. ("Supplier") and Dale Parts LLC ("Customer").\n\n1. Term. The initial term of this Agreement shall be one (1) year from the Effective Date.\n\nThe fee is $500 per month.\n',
      "2025-03-20",
    ],
    [
      "ends before it where a first day is printed",
      'DISTRIBUTION AGREEMENT\n\nThis Agreement is made as of March 19, 2024 between Orrin Tools, Inc. ("Supplier") and Dale Parts LLC ("Customer").\n\n1. Term. This Agreement commences on April 1, 2024 and continues for one (1) year.\n\nThe fee is $500 per month.\n',
      "2025-04-01",
    ],
  ])("%s", async (_, text, to) => {
    expect((await paperOf(text)).to).toBe(to);
  });
});

describe("the number of a paper by the labels of its head", () => {
  it.each([
    ["agreement", "Agreement ref:          HA/M/2217\nCustomer:   Thwaites Ltd", "HA/M/2217"],
    ["agreement", "Vertrag Nr.   VW 77 140              Anlage Fabrik-Nr. 22-40652", "VW 77 140"],
    ["agreement", "Confirmation no.        AC-80311\nAgency     Northfold Staffing, LLC", "AC-80311"],
    ["purchase-order", "Pedido:       PC31/00522\nProveedor:    Vidrios Sur, S.L.", "PC31/00522"],
    ["agreement", "Contrat n° :       ST-19-2025-031           Date : 23/05/2025", "ST-19-2025-031"],
  ] as const)("%s: %s", async (kind, rows, number) => {
    expect((await paperOf(`SHEET\n${rows}\n${prices}`, kind)).number).toBe(number);
  });
});
