import { describe, expect, test } from "vitest";
import { billedRow } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { CaseSpec } from "../../../../builders/billing-case.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

const rate = (item: string, price: string): TermSpec => ({
  type: "rate",
  value: { item, role: item, unit: "hour", price },
});
const terms: readonly TermSpec[] = [
  { type: "fixed-fee", value: { item: "Retainer", amount: "4000.00", per: "month", timing: "advance" } },
  { type: "included", value: { item: "hour", quantity: "20", unit: "hour", per: "month" } },
  rate("Director", "200.00"),
  rate("Assistant", "90.00"),
];
const worked = (role: string, quantity: string): NonNullable<CaseSpec["deliveries"]>[number] => ({
  kind: "time",
  date: "2026-10-12",
  role,
  item: "Press work",
  quantity,
  unit: "hour",
  approved: true,
});
const more = (role: string, hours: string, price: string, net: string): LineSpec => ({
  description: `Additional hours, ${role}`,
  quantity: hours,
  unit: "hour",
  unitPrice: price,
  net,
});

/** What the checks of quantity and of what is left unbilled say, beside the point left out. */
function outcomesOf(lines: readonly LineSpec[]): readonly string[] {
  const [invoice] = checkCase({
    agreements: [{ terms }],
    invoices: [{ lines: [billedRow("Retainer", "1", "4000.00"), ...lines] }],
    deliveries: [worked("Director", "8"), worked("Assistant", "17")],
  }).invoices;
  return (invoice?.outcomes ?? [])
    .filter(
      ({ check, subject, outcome }) =>
        !subject.endsWith("#1") &&
        /^(?:quantity\.|completeness\.unb)/.test(check) &&
        outcome !== "not-applicable",
    )
    .map(({ check, outcome }) => `${check} ${outcome}`);
}

describe("hours past those that the fee of a month includes", () => {
  test("are what all records come to beyond them, whoever worked", () => {
    expect(outcomesOf([more("Assistant", "5", "90.00", "450.00")])).toEqual([
      "completeness.unbilled pass",
      "quantity.over pass",
      "quantity.under pass",
    ]);
  });

  test("are too many and too few by that same count", () => {
    expect(outcomesOf([more("Assistant", "7", "90.00", "630.00")])).toContain("quantity.over fail");
    expect(outcomesOf([more("Assistant", "3", "90.00", "270.00")])).toContain("quantity.under fail");
  });

  test("are open where several lines share them and do not come to that count", () => {
    const right = [more("Assistant", "3", "90.00", "270.00"), more("Director", "2", "200.00", "400.00")];
    expect(outcomesOf(right).filter((one) => one.startsWith("quantity.over"))).toEqual([
      "quantity.over pass",
      "quantity.over pass",
    ]);
    const wrong = [more("Assistant", "3", "90.00", "270.00"), more("Director", "4", "200.00", "800.00")];
    expect(outcomesOf(wrong)).toContain("quantity.over cannot-determine");
  });
});
