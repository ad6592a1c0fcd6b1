import { describe, expect, test } from "vitest";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

/** What the checks of one id say of an invoice: one outcome for each line that is not beside the point. */
function outcomesOf(
  check: string,
  terms: readonly TermSpec[],
  lines: readonly LineSpec[],
): readonly string[] {
  const [invoice] = checkCase({ agreements: [{ terms }], invoices: [{ lines }] }).invoices;
  return (invoice?.outcomes ?? [])
    .filter((one) => one.check === check && one.outcome !== "not-applicable")
    .map(({ outcome }) => outcome);
}

const rate = (item: string, price: string): TermSpec => ({
  type: "rate",
  value: { item, unit: "each", price },
});

describe("a share below a discount", () => {
  const terms: readonly TermSpec[] = [
    rate("Survey", "400.00"),
    { type: "discount", value: { percent: "5", scope: "agreement" } },
    { type: "surcharge", value: { percent: "3", on: "incidentals" } },
  ];
  const survey = row("Survey", "2", "400.00");
  const discount = { description: "Discount 5 %", net: "-40.00" };

  test("is reckoned on what is left, and the discount not on it", () => {
    const lines = [survey, discount, { description: "Incidentals 3 %", net: "22.80" }];
    expect(outcomesOf("discount.wrong", terms, lines)).toEqual(["pass"]);
    expect(outcomesOf("rate.over", terms, lines)).toEqual(["pass", "pass"]);
  });

  test("is wrong above what any base gives", () => {
    const lines = [survey, discount, { description: "Incidentals 3 %", net: "26.00" }];
    expect(outcomesOf("rate.over", terms, lines)).toEqual(["pass", "fail"]);
  });

  test("above the discount is part of what it is taken from", () => {
    const lines = [survey, { description: "Incidentals 3 %", net: "24.00" }, { ...discount, net: "-41.20" }];
    expect(outcomesOf("discount.wrong", terms, lines)).toEqual(["pass"]);
  });
});

describe("a share of the sum that its row prints", () => {
  const terms: readonly TermSpec[] = [
    rate("Dubbing", "50.00"),
    rate("Mixing", "20.00"),
    { type: "surcharge", value: { percent: "30", on: "Urgent orders", condition: "Urgent orders" } },
  ];
  const lines = (net: string, base: string): readonly LineSpec[] => [
    row("Dubbing reel 1", "3", "50.00"),
    row("Dubbing reel 2", "4", "50.00"),
    row("Mixing reel 2", "1", "20.00"),
    { description: `Urgent surcharge 30 % reel 2 (on ${base})`, net },
  ];

  test("is right where the lines of the same number come to that sum", () => {
    expect(outcomesOf("rate.over", terms, lines("66.00", "220.00"))).toEqual([
      "pass",
      "pass",
      "pass",
      "pass",
    ]);
  });

  test("cannot be told where no lines come to it", () => {
    expect(outcomesOf("rate.over", terms, lines("69.00", "230.00")).at(-1)).toBe("cannot-determine");
  });
});

describe("a row below zero with a percentage", () => {
  const terms: readonly TermSpec[] = [
    rate("Portrait", "200.00"),
    { type: "discount", value: { percent: "10", scope: "agreement" } },
  ];

  test("is the agreed discount, whatever it is given for", () => {
    const lines = [
      row("Portrait", "3", "200.00"),
      { description: "Less 10% for three booked together", net: "-60.00" },
    ];
    expect(outcomesOf("discount.missing", terms, lines)).toEqual(["pass"]);
    expect(outcomesOf("term.unbound", terms, lines)).toEqual(["pass"]);
  });

  test("is a wrong one at another amount", () => {
    const lines = [
      row("Portrait", "3", "200.00"),
      { description: "Less 10% for three booked together", net: "-90.00" },
    ];
    expect(outcomesOf("discount.wrong", terms, lines)).toEqual(["fail"]);
  });

  test("says nothing without a percentage", () => {
    const lines = [row("Portrait", "3", "200.00"), { description: "Less what we spoke of", net: "-60.00" }];
    expect(outcomesOf("term.unbound", terms, lines)).toEqual(["pass", "fail"]);
  });
});

describe("a discount for orders of more than so many", () => {
  const perWord = (item: string): TermSpec => ({
    type: "rate",
    value: { item, unit: "word", price: "0.20" },
  });
  const terms: readonly TermSpec[] = [
    perWord("French translation"),
    perWord("German translation"),
    {
      type: "discount",
      value: {
        percent: "5",
        scope: "translation",
        condition: "Orders of more than 10,000 words",
        threshold: "10000",
        thresholdInclusive: false,
        thresholdOf: "word",
      },
    },
  ];
  const words = (item: string, count: string, net: string): LineSpec => ({
    description: `${item} translation`,
    quantity: count,
    unit: "word",
    unitPrice: "0.20",
    net,
  });
  const large = words("French", "12000", "2400.00");
  const off = (net: string): LineSpec => ({ description: "Volume discount 5 %", net });

  test("is taken from the large one alone", () => {
    const lines = [large, words("German", "300", "60.00")];
    expect(outcomesOf("discount.wrong", terms, [...lines, off("-120.00")])).toEqual(["pass"]);
    expect(outcomesOf("discount.wrong", terms, [...lines, off("-123.00")])).toEqual(["fail"]);
    expect(outcomesOf("discount.missing", terms, lines)).toEqual(["fail"]);
  });

  test("is open where lines are so many only together", () => {
    const lines = [words("French", "6000", "1200.00"), words("German", "7000", "1400.00")];
    expect(outcomesOf("discount.missing", terms, lines)).toEqual(["cannot-determine"]);
  });
});
