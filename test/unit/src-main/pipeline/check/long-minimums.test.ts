import { describe, expect, test } from "vitest";
import { localDate } from "../../../../../src-shared/time/index.ts";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { TermSpec } from "../../../../builders/billing-documents.ts";

const terms: readonly TermSpec[] = [
  { type: "rate", value: { item: "Cleaning", unit: "hour", price: "40.00" } },
  { type: "minimum", value: { amount: "6000.00", per: "quarter", scope: "agreement" } },
];

const months = [
  ["2026-01-01", "2026-02-01"],
  ["2026-02-01", "2026-03-01"],
  ["2026-03-01", "2026-04-01"],
] as const;

/** What is said of each of the months that are billed, by their hours; 0 is not among the files. */
function outcomesOf(hours: readonly number[]): readonly (string | undefined)[] {
  const invoices = hours.flatMap((worked, at) => {
    const [periodStart, periodEnd] = months[at] ?? months[0];
    return worked === 0
      ? []
      : [
          {
            number: `Q-${at + 1}`,
            issueDate: periodEnd,
            periodStart,
            periodEnd,
            lines: [row("Cleaning", String(worked), "40.00", { unit: "hour" })],
          },
        ];
  });
  const checked = checkCase({
    agreements: [{ from: localDate("2026-01-01"), to: localDate("2027-01-01"), terms }],
    invoices,
  });
  return checked.invoices.map(
    ({ outcomes }) => outcomes.find(({ check }) => check === "minimum.missing")?.outcome,
  );
}

describe("a minimum of a quarter that is billed by the month", () => {
  test("is asked of its last month, with those before", () => {
    expect(outcomesOf([50, 50, 40])).toEqual(["not-applicable", "not-applicable", "fail"]);
    expect(outcomesOf([50, 50, 50])).toEqual(["not-applicable", "not-applicable", "pass"]);
  });

  test("is not known where a month is not among the files", () => {
    expect(outcomesOf([50, 0, 40])).toEqual(["not-applicable", "cannot-determine"]);
    expect(outcomesOf([0, 0, 150])).toEqual(["pass"]);
  });
});

describe("a month of a quarter that is billed in parts", () => {
  test("is judged with the part that ends the quarter, whichever is sent first", () => {
    const bill = (number: string, issueDate: string, start: string, end: string) => ({
      number,
      issueDate,
      periodStart: start,
      periodEnd: end,
      lines: [row("Cleaning", "40", "40.00", { unit: "hour" })],
    });
    const checked = checkCase({
      agreements: [{ from: localDate("2026-01-01"), to: localDate("2027-01-01"), terms }],
      invoices: [
        bill("Q-1", "2026-03-01", "2026-01-01", "2026-03-01"),
        bill("Q-2", "2026-04-01", "2026-03-16", "2026-04-01"),
        bill("Q-3", "2026-04-08", "2026-03-01", "2026-03-16"),
      ],
    });
    const outcomes = checked.invoices.map(
      (invoice) => invoice.outcomes.find(({ check }) => check === "minimum.missing")?.outcome,
    );
    expect(outcomes).toEqual(["not-applicable", "fail", "not-applicable"]);
  });
});

describe("so many of each load at least", () => {
  const gravel: TermSpec = {
    type: "rate",
    value: { item: "Gravel 0/32", unit: "tonne", price: "10.00", minimumQuantity: "20" },
  };
  const load = (description: string, tonnes: string) => row(description, tonnes, "10.00", { unit: "tonne" });

  test("is asked of each, and no size in its name is a day", () => {
    const [invoice] = checkCase({
      agreements: [{ terms: [gravel] }],
      invoices: [{ lines: [load("Gravel 0/32, WS-1001", "24"), load("Gravel 0/32, WS-1002", "14")] }],
    }).invoices;
    const found = invoice?.findings.filter(({ check }) => check === "minimum.missing");
    expect(found?.map(({ line, impact }) => [line, impact])).toEqual([["2", "60.00"]]);
  });
});
