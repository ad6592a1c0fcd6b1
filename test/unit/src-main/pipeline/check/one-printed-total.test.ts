import { describe, expect, test } from "vitest";
import { checkInvoices } from "../../../../../src-main/pipeline/check/index.ts";
import { matchDocuments, noAssignments } from "../../../../../src-main/pipeline/match/index.ts";
import { buildCase } from "../../../../builders/billing-case.ts";
import { readTyped } from "../../../../builders/typed-invoice.ts";

const paper = (foot: string): string => `Larkhill Glazing Ltd
4 Kiln Way, Ludlow

INVOICE 2041                                   Date: 3 November 2026
To: Corve Dairy Ltd, Station Drive, Ludlow

Description                      Qty     Price      Amount
Pane replacement                   4    150.00      600.00
Putty and sealing                  2    200.00      400.00
${foot}
`;

async function totalsOf(foot: string): Promise<readonly string[]> {
  const { input } = buildCase({});
  const invoices = [await readTyped(paper(foot))];
  const matching = matchDocuments({ ...input, invoices, assignments: noAssignments });
  const { invoices: checked } = checkInvoices({ ...input, invoices, matching });
  return (checked[0]?.outcomes ?? []).flatMap(({ check, outcome }) =>
    check.startsWith("arithmetic.") && outcome === "fail" ? [check] : [],
  );
}

describe("one figure below the lines", () => {
  test("is the total, whatever it is called", async () => {
    expect(await totalsOf("                                  Total    1,000.00")).toEqual([]);
  });

  test("hides no other amount that is to be paid", async () => {
    const foot =
      "                                  Total    1,000.00\n                             Amount due    1,010.00";
    expect(await totalsOf(foot)).toEqual(["arithmetic.total"]);
  });
});
