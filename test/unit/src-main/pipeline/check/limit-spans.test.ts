import { describe, expect, test } from "vitest";
import { localDate } from "../../../../../src-shared/time/index.ts";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { TermSpec } from "../../../../builders/billing-documents.ts";

const rate: TermSpec = { type: "rate", value: { item: "Survey work", unit: "hour", price: "100.00" } };

const months = [
  ["2026-02-01", "2026-03-01"],
  ["2026-03-01", "2026-04-01"],
  ["2026-04-01", "2026-05-01"],
] as const;

function outcomesOf(cap: TermSpec, hours: readonly number[]): readonly (string | undefined)[] {
  const invoices = hours.map((worked, at) => {
    const [periodStart, periodEnd] = months[at] ?? months[0];
    return {
      number: `L-${at + 1}`,
      issueDate: periodEnd,
      periodStart,
      periodEnd,
      lines: [row("Survey work", String(worked), "100.00", { unit: "hour" })],
    };
  });
  const agreements = [{ from: localDate("2026-01-01"), to: localDate("2027-01-01"), terms: [rate, cap] }];
  return checkCase({ agreements, invoices }).invoices.map(
    ({ outcomes }) => outcomes.find(({ check }) => check === "cap.exceeded")?.outcome,
  );
}

describe("a limit of a quarter", () => {
  const cap: TermSpec = {
    type: "cap",
    value: { amount: "5000.00", scope: "agreement" },
    remainder: "per quarter",
  };

  test("begins anew with each quarter from the start of the agreement", () => {
    expect(outcomesOf(cap, [30, 20, 45])).toEqual(["pass", "pass", "pass"]);
    expect(outcomesOf(cap, [30, 21, 45])).toEqual(["pass", "fail", "pass"]);
  });
});

describe("a limit for the whole that speaks of quarters", () => {
  test("stays one for the whole", () => {
    const cap: TermSpec = {
      type: "cap",
      value: { amount: "5000.00", scope: "agreement" },
      remainder: "reviewed quarterly",
    };
    expect(outcomesOf(cap, [30, 20, 45])).toEqual(["pass", "pass", "fail"]);
  });
});

describe("a limit on words that nothing else of the agreement says", () => {
  test("is asked for, and not passed over", () => {
    const cap: TermSpec = { type: "cap", value: { amount: "5000.00", scope: "item", item: "outlays" } };
    expect(outcomesOf(cap, [30])).toEqual(["cannot-determine"]);
  });

  test("of a list of which another is billed is for what comes later", () => {
    const billed: TermSpec = { type: "cap", value: { amount: "5000.00", scope: "phase", item: "Survey" } };
    const later: TermSpec = { type: "cap", value: { amount: "900.00", scope: "phase", item: "Handover" } };
    const [invoice] = checkCase({
      agreements: [{ terms: [rate, billed, later] }],
      invoices: [{ lines: [row("Survey work", "30", "100.00", { unit: "hour" })] }],
    }).invoices;
    expect(invoice?.outcomes.find(({ check }) => check === "cap.exceeded")?.outcome).toBe("pass");
  });
});

describe("a limit on some expenses in all, beside one on any by the month", () => {
  const judge = (perMonth: string): readonly (string | undefined)[] => {
    const terms: readonly TermSpec[] = [
      { type: "expenses", value: { types: ["hotel"], totalCap: "2000.00" } },
      { type: "expenses", value: { totalCap: perMonth, totalCapPer: "month" } },
    ];
    const invoices = months.map(([periodStart, periodEnd], at) => ({
      number: `H-${at + 1}`,
      issueDate: periodEnd,
      periodStart,
      periodEnd,
      lines: [row("Hotel", "1", "900.00", { unit: "each" })],
    }));
    return checkCase({ agreements: [{ terms }], invoices }).invoices.map(
      (invoice) => invoice.outcomes.find(({ check }) => check === "expense.over-cap")?.outcome,
    );
  };

  test("does not begin anew with each month", () => {
    expect(judge("1000.00")).toEqual(["pass", "pass", "fail"]);
  });

  test("leaves no more room than the one of the month", () => {
    expect(judge("800.00")).toEqual(["fail", "fail", "fail"]);
  });
});
