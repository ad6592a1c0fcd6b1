import { describe, expect, test } from "vitest";
import type { DocumentId } from "../../../../../src-shared/model/index.ts";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

const outcomesOf = (
  check: string,
  terms: readonly TermSpec[],
  lines: readonly LineSpec[],
): readonly string[] =>
  (checkCase({ agreements: [{ terms }], invoices: [{ lines }] }).invoices[0]?.outcomes ?? [])
    .filter((one) => one.check === check && one.outcome !== "not-applicable")
    .map(({ outcome }) => outcome);

const rate = (item: string, price: string): TermSpec => ({
  type: "rate",
  value: { item, unit: "each", price },
});

const saidIn = (quote: string): NonNullable<TermSpec["evidence"]> => [
  { documentId: "doc-agreement" as DocumentId, role: "term", quote, at: { row: 3, column: 1 } },
];

describe("a discount whose words fit no line, with what it is not for", () => {
  const terms = (scope: string, quote: string): readonly TermSpec[] => [
    rate("Nitrate", "30.00"),
    rate("Lead scan", "80.00"),
    rate("Courier", "15.00"),
    { type: "discount", value: { percent: "10", scope }, evidence: saidIn(quote) },
  ];
  const lines = (discount: string): readonly LineSpec[] => [
    row("Nitrate", "4", "30.00"),
    row("Lead scan", "1", "80.00"),
    row("Courier", "2", "15.00"),
    { description: "Discount 10 %", net: discount },
  ];

  test.each([
    ["analyses", "10 % off the analyses above (not off the courier)."],
    ["it", "We take 10 % off it, excluding the courier."],
    ["Untersuchungen", "Auf die Summe der Untersuchungen (ohne Courier) gewähren wir 10 %."],
  ])("is on all but that: %s", (scope, quote) => {
    expect(outcomesOf("discount.wrong", terms(scope, quote), lines("-20.00"))).toEqual(["pass"]);
    expect(outcomesOf("discount.wrong", terms(scope, quote), lines("-23.00"))).toEqual(["fail"]);
  });

  test("is open without an exception, and beside a line at no agreed price", () => {
    expect(
      outcomesOf("discount.wrong", terms("analyses", "10 % off the analyses."), lines("-20.00")),
    ).toEqual(["cannot-determine"]);
    const quote = "10 % off the analyses (not off the courier).";
    const more = [...lines("-20.00"), { description: "Sundry", net: "12.00" }];
    expect(outcomesOf("discount.wrong", terms("analyses", quote), more)).toEqual(["cannot-determine"]);
  });

  test("is open where the exception is none of the agreed prices", () => {
    const unknown = terms("analyses", "10 % off the analyses, excluding freight.");
    expect(outcomesOf("discount.wrong", unknown, lines("-20.00"))).toEqual(["cannot-determine"]);
  });

  test("is not due where the price that it names is not billed this time", () => {
    const quote = "10 % off storage (not off the courier).";
    const stored = [...terms("storage", quote), rate("Storage", "9.00")];
    expect(outcomesOf("discount.missing", stored, lines("0.00").slice(0, 3))).not.toContain("fail");
  });
});

describe("a price for the hours of another time", () => {
  const terms: readonly TermSpec[] = [
    { type: "rate", value: { item: "Picker", unit: "hour", price: "20.00" } },
    {
      type: "rate",
      value: { item: "Picker", unit: "hour", price: "30.00" },
      conditions: ["Overtime (1.5x)"],
    },
    { type: "time-rules", value: { overtimeMultiplier: "1.5" } },
  ];
  const overtime = (price: string): readonly LineSpec[] => [
    row("Picker overtime", "4", price, { unit: "hour" }),
  ];

  test("is not raised again", () => {
    expect(outcomesOf("rate.over", terms, overtime("30.00"))).toEqual(["pass"]);
    expect(outcomesOf("rate.over", terms, overtime("45.00"))).toEqual(["fail"]);
    expect(outcomesOf("rate.under", terms, overtime("20.00"))).toEqual(["fail"]);
  });

  test("is raised where it only says that those hours are not in it", () => {
    const plain: readonly TermSpec[] = [
      {
        type: "rate",
        value: { item: "Picker", unit: "hour", price: "20.00" },
        conditions: ["excluding overtime"],
      },
      { type: "time-rules", value: { overtimeMultiplier: "1.5" } },
    ];
    expect(outcomesOf("rate.over", plain, overtime("30.00"))).toEqual(["pass"]);
  });
});

describe("a discount on the fee for the work", () => {
  const terms = (scope: string): readonly TermSpec[] => [
    { type: "rate", value: { item: "Training", unit: "day", price: "1000.00" } },
    { type: "rate", value: { item: "Reisepauschale", unit: "day", price: "100.00" } },
    rate("Handouts", "20.00"),
    { type: "discount", value: { percent: "10", scope } },
  ];
  const lines = (discount: string): readonly LineSpec[] => [
    row("Training", "4", "1000.00", { unit: "day" }),
    row("Reisepauschale", "4", "100.00"),
    row("Handouts", "8", "20.00"),
    { description: "Discount 10 %", net: discount },
  ];

  test.each(["das Honorar", "les honoraires", "los honorarios", "professional fees"])(
    "is on the time, and on no trip or thing: %s",
    (scope) => {
      expect(outcomesOf("discount.wrong", terms(scope), lines("-400.00"))).toEqual(["pass"]);
      expect(outcomesOf("discount.wrong", terms(scope), lines("-440.00"))).toEqual(["fail"]);
    },
  );

  test("is open beside a sum for a piece of work", () => {
    const more: readonly TermSpec[] = [
      ...terms("das Honorar"),
      { type: "fixed-fee", value: { item: "Concept", amount: "2000.00", per: "once" } },
    ];
    const billed = [{ description: "Concept", net: "2000.00" }, ...lines("-600.00")];
    expect(outcomesOf("discount.wrong", more, billed)).toEqual(["cannot-determine"]);
  });
});
