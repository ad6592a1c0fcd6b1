import { describe, expect, test } from "vitest";
import { checkInvoices } from "../../../../../src-main/pipeline/check/index.ts";
import type { CheckId } from "../../../../../src-shared/model/index.ts";
import { buildCase } from "../../../../builders/billing-case.ts";
import type { CaseSpec } from "../../../../builders/billing-case.ts";

interface Billing {
  readonly term: Record<string, unknown>;
  readonly line: Record<string, unknown>;
  readonly hours?: readonly string[];
}

const alternativeOf = ({ term, line, hours = [] }: Billing, check: CheckId): string | null | undefined => {
  const spec = {
    asOf: "2026-11-21",
    agreements: [{ from: "2026-01-01", to: "2027-01-01", terms: [term] }],
    invoices: [
      { periodStart: "2026-10-01", periodEnd: "2026-11-01", issueDate: "2026-11-01", lines: [line] },
    ],
    deliveries: hours.map((quantity, index) => ({
      date: `2026-10-0${index + 1}`,
      person: "Ana Ruiz",
      role: "Engineer",
      quantity,
      unit: "hour",
    })),
  } as unknown as CaseSpec;
  const [invoice] = checkInvoices(buildCase(spec).input).invoices;
  return invoice?.findings.find((finding) => finding.check === check)?.alternative;
};

const fee = {
  type: "fixed-fee",
  value: { item: "Hosting", amount: "1300.00", per: "month", timing: "arrears" },
};
const rate = { type: "rate", value: { item: "Engineer", role: "Engineer", unit: "hour", price: "120.00" } };
const feeLine = (net: string): Record<string, unknown> => ({ description: "Hosting", net, taxRate: "20" });
const timeLine = (quantity: string, unitPrice = "120.00", net = "0.00"): Record<string, unknown> => ({
  description: "Engineer",
  quantity,
  unit: "hour",
  unitPrice,
  net,
  taxRate: "20",
});

describe("another reading that explains an invoice to the cent is named", () => {
  const cases: readonly (readonly [
    name: string,
    billing: Billing,
    check: CheckId,
    alternative: string | null,
  ])[] = [
    [
      "tax within",
      { term: fee, line: feeLine("1560.00") },
      "rate.over",
      "equals the agreed amount with 20 % tax",
    ],
    [
      "tax taken out",
      { term: fee, line: feeLine("1083.33") },
      "rate.under",
      "equals the agreed amount with 20 % tax taken out",
    ],
    [
      "four weeks for a month",
      { term: fee, line: feeLine("1200.00") },
      "rate.under",
      "equals four weeks of the monthly fee (12 ÷ 13)",
    ],
    ["a quarter for a month", { term: fee, line: feeLine("3900.00") }, "rate.over", "equals a quarter's fee"],
    ["a cent off a reading", { term: fee, line: feeLine("1200.01") }, "rate.under", null],
    [
      "a price per hundred",
      { term: rate, line: timeLine("1", "1.20", "1.20"), hours: ["1"] },
      "rate.under",
      "equals the agreed price for each unit, billed for 100",
    ],
    [
      "a unit price with tax",
      { term: rate, line: timeLine("1", "144.00", "144.00"), hours: ["1"] },
      "rate.over",
      "equals the agreed price with tax",
    ],
    [
      "the sum in hours and minutes as decimals",
      { term: rate, line: timeLine("15.15", "120.00", "1818.00"), hours: ["7.5", "7.75"] },
      "quantity.under",
      "equals hours and minutes read as decimals (7:30 as 7.30)",
    ],
    [
      "hours and minutes as decimals",
      { term: rate, line: timeLine("14.75", "120.00", "1770.00"), hours: ["7.5", "7.75"] },
      "quantity.under",
      "equals hours and minutes read as decimals (7:30 as 7.30)",
    ],
    [
      "every entry up to the hour",
      { term: rate, line: timeLine("16", "120.00", "1920.00"), hours: ["7.5", "7.75"] },
      "quantity.over",
      "equals every entry rounded up to a whole hour",
    ],
    [
      "minutes for hours",
      { term: rate, line: timeLine("90", "120.00", "10800.00"), hours: ["1.5"] },
      "quantity.over",
      "equals the minutes, billed as hours",
    ],
  ];
  test.each(cases)("%s", (_, billing, check, alternative) => {
    expect(alternativeOf(billing, check)).toBe(alternative);
  });
});
