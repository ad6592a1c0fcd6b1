import { describe, expect, test } from "vitest";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { TermSpec } from "../../../../builders/billing-documents.ts";

/** The supplier may raise prices by up to 4 %, from July 2026 on where a day is told. */
const right = (first: string | null): TermSpec => ({
  type: "escalator",
  value: { every: "year", first, compound: null, cap: "4", notice: "on 30 days' notice" },
  questions: first === null ? ["escalator-first-date", "right-needs-exercise"] : ["right-needs-exercise"],
});

/** What the checks of a price say of ten bags billed at a price that was agreed at 40.00. */
function judge(price: string, date: string, first: string | null = "2026-07-01"): Record<string, string> {
  const [invoice] = checkCase({
    agreements: [
      { terms: [{ type: "rate", value: { item: "Rye flour", unit: "bag", price: "40.00" } }, right(first)] },
    ],
    invoices: [
      { issueDate: date, lines: [row("Rye flour", "10", price, { unit: "bag", serviceDate: date })] },
    ],
  }).invoices;
  return Object.fromEntries(
    (invoice?.outcomes ?? [])
      .filter(({ check }) => ["rate.escalator", "rate.over", "rate.under"].includes(check))
      .map(({ check, outcome }) => [check, outcome]),
  );
}

describe("a right to raise prices of which nobody shows that it was used", () => {
  test("leaves the agreed price right, before and after the day from which it holds", () => {
    expect(judge("40.00", "2026-03-02")).toMatchObject({ "rate.over": "pass", "rate.under": "pass" });
    expect(judge("40.00", "2026-09-02")).toEqual({
      "rate.escalator": "pass",
      "rate.over": "pass",
      "rate.under": "pass",
    });
  });

  test("leaves the agreed price right where nobody knows the day", () => {
    expect(judge("40.00", "2026-09-02", null)).toMatchObject({
      "rate.escalator": "pass",
      "rate.over": "pass",
    });
  });

  test("explains no higher price while prices stand still", () => {
    expect(judge("41.00", "2026-03-02")).toMatchObject({ "rate.over": "fail" });
  });

  test("makes a higher price a question afterwards, up to its bound", () => {
    expect(judge("41.60", "2026-09-02")).toMatchObject({
      "rate.escalator": "cannot-determine",
      "rate.over": "cannot-determine",
    });
  });

  test("explains nothing beyond its bound, and no lower price", () => {
    expect(judge("41.61", "2026-09-02")).toMatchObject({ "rate.over": "fail" });
    expect(judge("39.00", "2026-09-02")).toMatchObject({ "rate.under": "fail" });
    expect(judge("39.00", "2026-09-02", null)).toMatchObject({ "rate.under": "fail" });
  });
});
