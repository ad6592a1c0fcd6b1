import { describe, expect, test } from "vitest";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

function outcomeOf(
  check: string,
  terms: readonly TermSpec[],
  lines: readonly LineSpec[],
): string | undefined {
  const [invoice] = checkCase({ agreements: [{ terms }], invoices: [{ lines }] }).invoices;
  return invoice?.outcomes.find((one) => one.check === check)?.outcome;
}

const seat: TermSpec = { type: "rate", value: { item: "Seat", unit: "each", price: "100.00" } };
const off = (net: string): LineSpec => ({ description: "Discount", net });

describe("a discount that ends at a sum", () => {
  const terms = [
    seat,
    { type: "discount", value: { percent: "10", cap: "60.00", scope: "agreement" } },
  ] as const;

  test("comes to no more than that", () => {
    expect(outcomeOf("discount.wrong", terms, [row("Seat", "9", "100.00"), off("-60.00")])).toBe("pass");
    expect(outcomeOf("discount.wrong", terms, [row("Seat", "9", "100.00"), off("-90.00")])).toBe("fail");
    expect(outcomeOf("discount.wrong", terms, [row("Seat", "4", "100.00"), off("-40.00")])).toBe("pass");
  });
});

describe("a discount from a number of things on", () => {
  const value = { percent: "10", scope: "agreement", threshold: "10", thresholdOf: "seats" };
  const terms = [seat, { type: "discount", value: { ...value, thresholdInclusive: true } }] as const;

  test("is judged by what is billed, never by the sum", () => {
    expect(outcomeOf("discount.missing", terms, [row("Seat", "10", "100.00")])).toBe("fail");
    expect(outcomeOf("discount.missing", terms, [row("Seat", "9", "100.00")])).toBe("not-applicable");
    expect(outcomeOf("discount.wrong", terms, [row("Seat", "9", "100.00"), off("-90.00")])).toBe("fail");
  });

  test("counts days as days, and no nights or pieces beside them", () => {
    const days = { percent: "5", scope: "agreement", threshold: "4", thresholdOf: "day" };
    const asked = [
      { type: "rate", value: { item: "Course", unit: "day", price: "900.00" } },
      { type: "rate", value: { item: "Hotel", unit: "night", price: "100.00" } },
      { type: "discount", value: { ...days, thresholdInclusive: true } },
    ] as const;
    const hotel = row("Hotel", "2", "100.00");
    expect(outcomeOf("discount.missing", asked, [row("Course", "4", "900.00"), hotel])).toBe("fail");
    expect(outcomeOf("discount.missing", asked, [row("Course", "3", "900.00"), hotel])).toBe(
      "not-applicable",
    );
  });

  test("over a year is not known from one invoice", () => {
    const yearly = { ...value, thresholdInclusive: true, condition: "for 10 seats or more in a year" };
    const asked = [seat, { type: "discount", value: yearly }] as const;
    expect(outcomeOf("discount.missing", asked, [row("Seat", "9", "100.00")])).toBe("cannot-determine");
  });
});
