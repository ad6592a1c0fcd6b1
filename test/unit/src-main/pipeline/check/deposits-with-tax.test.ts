import { describe, expect, test } from "vitest";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";

/** What is said of a deposit of 30 % of 2,000.00 that an invoice with 20 % of tax takes off below its total. */
function judge(prepaid: string): string | undefined {
  const [invoice] = checkCase({
    agreements: [
      {
        terms: [
          { type: "fixed-fee", value: { item: "Staircase", amount: "2000.00", per: "once", timing: null } },
          { type: "deposit", value: { percent: "30" } },
        ],
      },
    ],
    invoices: [{ taxPercent: "20", prepaid, lines: [row("Staircase", "1", "2000.00")] }],
  }).invoices;
  return invoice?.outcomes.find(({ check }) => check === "prepaid.not-applied")?.outcome;
}

describe("a deposit of which no bill is there", () => {
  test("is taken off with its tax below a total that has tax", () => {
    expect(judge("720.00")).toBe("pass");
    expect(judge("600.00")).toBe("pass");
  });

  test("stays a question at any other sum above the agreed one", () => {
    expect(judge("719.00")).toBe("cannot-determine");
    expect(judge("800.00")).toBe("cannot-determine");
  });
});
