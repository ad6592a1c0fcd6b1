import { describe, expect, test } from "vitest";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";

/** What the price checks say of two lifts at 165.00 a month each, billed at a price for a period. */
function judge(
  price: string,
  periodEnd: string,
  unit = "lift",
  quantity = "2",
  agreed = unit,
): string | undefined {
  const [invoice] = checkCase({
    agreements: [
      {
        terms: [{ type: "rate", value: { item: "Lift care", unit: agreed, price: "165.00", per: "month" } }],
      },
    ],
    invoices: [
      { lines: [row("Lift care", quantity, price, { unit, periodStart: "2026-07-01", periodEnd })] },
    ],
  }).invoices;
  return invoice?.outcomes.find(({ check }) => check === "rate.over")?.outcome;
}

describe("a price for each and month that is billed for several months", () => {
  test("may stand on the line for all of them", () => {
    expect(judge("165.00", "2026-08-01")).toBe("pass");
    expect(judge("495.00", "2026-10-01")).toBe("pass");
  });

  test("is too high where it is for more months than the line has", () => {
    expect(judge("495.00", "2026-09-01")).toBe("fail");
    expect(judge("500.00", "2026-10-01")).toBe("fail");
  });

  test("is too high where the line counts those months as well", () => {
    expect(judge("495.00", "2026-10-01", "quarter", "1", "each")).toBe("pass");
    expect(judge("495.00", "2026-10-01", "month", "3", "each")).toBe("fail");
    expect(judge("495.00", "2026-10-01", "quarter", "3", "each")).toBe("fail");
  });
});
