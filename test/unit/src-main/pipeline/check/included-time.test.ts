import { describe, expect, test } from "vitest";
import { billedRow } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { CaseSpec } from "../../../../builders/billing-case.ts";
import type { InvoiceSpec, LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

const rate = (item: string, price: string): TermSpec => ({
  type: "rate",
  value: { item, role: item, unit: "hour", price },
});
const terms: readonly TermSpec[] = [
  { type: "fixed-fee", value: { item: "Retainer", amount: "4000.00", per: "month", timing: "advance" } },
  { type: "included", value: { item: "hour", quantity: "20", unit: "hour", per: "month" } },
  rate("Director", "200.00"),
  rate("Assistant", "90.00"),
  rate("Trainer", "70.00"),
];
type Worked = NonNullable<CaseSpec["deliveries"]>[number];
const worked = (role: string, quantity: string, rest: Partial<Worked> = {}): Worked => ({
  kind: "time",
  date: "2026-10-12",
  role,
  item: "Press work",
  quantity,
  unit: "hour",
  approved: true,
  ...rest,
});
const more = (
  role: string,
  hours: string,
  price: string,
  net: string,
  rest: Partial<LineSpec> = {},
): LineSpec => ({
  description: `Additional hours, ${role}`,
  quantity: hours,
  unit: "hour",
  unitPrice: price,
  net,
  ...rest,
});
const press = [worked("Director", "8"), worked("Assistant", "17")];

/** What the checks of quantity and of what is left unbilled say, beside the point left out. */
function outcomesOf(
  lines: readonly LineSpec[],
  deliveries: readonly Worked[] = press,
  days: Partial<Pick<InvoiceSpec, "periodStart" | "periodEnd">> = {},
): readonly string[] {
  const [invoice] = checkCase({
    agreements: [{ terms }],
    invoices: [{ ...days, lines: [billedRow("Retainer", "1", "4000.00"), ...lines] }],
    deliveries,
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

const quantitiesOf = (outcomes: readonly string[]): readonly string[] =>
  outcomes.filter((one) => one.startsWith("quantity."));

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

  test("are not made more by hours that a line of their own bills", () => {
    const training = worked("Trainer", "6", { item: "Training" });
    const lines = [
      more("Assistant", "5", "90.00", "450.00"),
      { description: "Trainer", quantity: "6", unit: "hour", unitPrice: "70.00", net: "420.00" },
    ];
    expect(quantitiesOf(outcomesOf(lines, [...press, training]))).toEqual([
      "quantity.over pass",
      "quantity.under pass",
      "quantity.over pass",
      "quantity.under pass",
    ]);
  });

  test("of another month come on top of what that month includes", () => {
    const september = { periodStart: "2026-09-01", periodEnd: "2026-10-01" };
    const october = { periodStart: "2026-10-01", periodEnd: "2026-11-01" };
    const before = worked("Assistant", "22", { date: "2026-09-14" });
    const lines = [
      more("Assistant", "2", "90.00", "180.00", september),
      more("Assistant", "5", "90.00", "450.00", october),
    ];
    const found = outcomesOf(lines, [before, ...press], { ...october, periodStart: "2026-09-01" });
    expect(quantitiesOf(found)).toEqual([
      "quantity.over pass",
      "quantity.under pass",
      "quantity.over pass",
      "quantity.under pass",
    ]);
  });

  test("count a February that lies between the first and the last day", () => {
    const days = { periodStart: "2026-01-31", periodEnd: "2026-03-02" };
    const found = outcomesOf(
      [more("Assistant", "5", "90.00", "450.00", days)],
      press.map((record) => ({ ...record, date: "2026-02-12" as const })),
      days,
    );
    expect(quantitiesOf(found)).toEqual(["quantity.over pass", "quantity.under pass"]);
  });

  test("are open where the days are more than a month", () => {
    const quarter = { periodStart: "2026-08-01", periodEnd: "2026-11-01" };
    const found = outcomesOf([more("Assistant", "3", "90.00", "270.00")], press, quarter);
    expect(quantitiesOf(found)).toEqual([
      "quantity.over cannot-determine",
      "quantity.under cannot-determine",
    ]);
  });

  test("are open where the paper does not say of all hours that they are approved", () => {
    const unsaid = worked("Assistant", "4", { approved: null });
    const found = outcomesOf([more("Assistant", "5", "90.00", "450.00")], [...press, unsaid]);
    expect(quantitiesOf(found)).toEqual([
      "quantity.over cannot-determine",
      "quantity.under cannot-determine",
    ]);
  });
});
