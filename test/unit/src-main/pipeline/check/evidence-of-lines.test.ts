import { describe, expect, test } from "vitest";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { CaseSpec } from "../../../../builders/billing-case.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

/** Outcomes of a check, and what a finding of it weighs. */
function judge(
  check: string,
  spec: CaseSpec,
): { readonly outcomes: readonly string[]; readonly impact: string | null } {
  const [invoice] = checkCase(spec).invoices;
  return {
    outcomes: (invoice?.outcomes ?? [])
      .filter((one) => one.check === check && one.outcome !== "not-applicable")
      .map(({ outcome }) => outcome),
    impact: invoice?.findings.find((one) => one.check === check)?.impact ?? null,
  };
}
const outcomesOf = (check: string, spec: CaseSpec): readonly string[] => judge(check, spec).outcomes;

const rate = (item: string, unit: string, price: string, rest = {}): TermSpec => ({
  type: "rate",
  value: { item, unit, price, ...rest },
});

describe("logs of the way", () => {
  const terms = [rate("Guard", "hour", "30.00"), rate("Travel", "kilometre", "0.30")];
  const log = ["10", "25", "25"].map((quantity, at) => ({
    kind: "usage" as const,
    date: `2026-10-0${at + 5}`,
    item: at === 1 ? "night round" : "day round",
    quantity,
    unit: "kilometre",
  }));
  const lines = (quantity: string): readonly LineSpec[] => [
    row("Travel", quantity, "0.30", { unit: "kilometre" }),
  ];

  test("prove the kilometres, whatever round they name", () => {
    expect(
      outcomesOf("quantity.over", {
        agreements: [{ terms }],
        invoices: [{ lines: lines("60") }],
        deliveries: log,
      }),
    ).toEqual(["pass"]);
  });

  test("prove no more than they hold", () => {
    const spec = { agreements: [{ terms }], invoices: [{ lines: lines("80") }], deliveries: log };
    expect(judge("quantity.over", spec)).toEqual({ outcomes: ["fail"], impact: "6.00" });
  });

  test("are nobody's where two prices count kilometres and no word tells which", () => {
    const two = [...terms, rate("Escort vehicle", "kilometre", "0.90")];
    expect(
      outcomesOf("quantity.over", {
        agreements: [{ terms: two }],
        invoices: [{ lines: lines("60") }],
        deliveries: log,
      }),
    ).toEqual(["cannot-determine"]);
  });
});

describe("a charge for the way of goods", () => {
  const terms = [rate("Folding table", "piece", "4.00"), rate("Delivery and collection", "each", "90.00")];
  const goods = {
    kind: "goods" as const,
    date: "2026-10-06",
    item: "Folding table",
    quantity: "30",
    unit: "piece",
  };
  const lines = (times: string): readonly LineSpec[] => [
    row("Folding table", "30", "4.00"),
    row("Delivery and collection", times, "90.00"),
  ];

  test("is proven once by the note of the goods", () => {
    expect(
      outcomesOf("quantity.over", {
        agreements: [{ terms }],
        invoices: [{ lines: lines("1") }],
        deliveries: [goods],
      }),
    ).toEqual(["pass", "pass"]);
  });

  test("is not proven twice by it", () => {
    const spec = { agreements: [{ terms }], invoices: [{ lines: lines("2") }], deliveries: [goods] };
    expect(judge("quantity.over", spec)).toEqual({ outcomes: ["pass", "fail"], impact: "90.00" });
  });
});

describe("use beyond what is included, where no term says how much that is", () => {
  const terms = [rate("Messages beyond bundle", "message", "0.05")];
  const use = {
    kind: "usage" as const,
    date: "2026-10-31",
    item: "messages",
    quantity: "8000",
    unit: "message",
  };
  const spec = (quantity: string): CaseSpec => ({
    agreements: [{ terms }],
    invoices: [{ lines: [row("Messages beyond bundle", quantity, "0.05", { unit: "message" })] }],
    deliveries: [use],
  });

  test("is no leak", () => {
    expect(outcomesOf("quantity.under", spec("3000"))).toEqual(["cannot-determine"]);
  });

  test("is too much above all use", () => {
    expect(outcomesOf("quantity.over", spec("9000"))).toEqual(["fail"]);
  });

  test("is too much where all use is billed in a larger unit", () => {
    const [item, way] = ["Haulage beyond bundle", { ...use, item: "haulage", unit: "metre" }];
    const hauled: CaseSpec = {
      agreements: [{ terms: [rate(item, "kilometre", "2.00")] }],
      invoices: [{ lines: [row(item, "8", "2.00", { unit: "kilometre" })] }],
      deliveries: [way],
    };
    expect(outcomesOf("overage.wrong", hauled)).toEqual(["fail"]);
  });
});

describe("hours beyond a limit of a month", () => {
  const [october, november] = [
    { unit: "hour", periodStart: "2026-10-01", periodEnd: "2026-11-01" },
    { unit: "hour", periodStart: "2026-11-01", periodEnd: "2026-12-01" },
  ];
  const worked = (date: string, quantity: string) => ({
    kind: "time" as const,
    date,
    item: "Survey",
    quantity,
    unit: "hour",
  });
  const spec = (amount: string): CaseSpec => ({
    agreements: [
      { terms: [rate("Survey", "hour", "100.00"), { type: "cap", value: { amount, scope: "month" } }] },
    ],
    invoices: [
      {
        issueDate: "2026-12-01",
        periodStart: "2026-10-01",
        periodEnd: "2026-12-01",
        lines: [row("Survey", "10", "100.00", october), row("Survey", "4", "100.00", november)],
      },
    ],
    deliveries: [worked("2026-10-12", "10"), worked("2026-11-12", "6")],
  });

  test("are no leak in that month, and one in another", () => {
    expect(outcomesOf("quantity.under", spec("400.00"))).toEqual(["pass", "pass"]);
    expect(outcomesOf("quantity.under", spec("1000.00"))).toEqual(["pass", "fail"]);
  });
});

describe("yearly increases", () => {
  const escalator = (rest: Partial<TermSpec> = {}): TermSpec => ({
    type: "escalator",
    value: { percent: "4", every: "year", first: "2025-01-01", compound: null },
    ...rest,
  });
  const fee: TermSpec = {
    type: "fixed-fee",
    value: { item: "Pest control", amount: "500.00", per: "month", timing: "arrears" },
  };
  const spec = (amount: string, invoice = {}, terms = [fee, escalator()]): CaseSpec => ({
    agreements: [{ terms, from: "2024-01-01" as never }],
    invoices: [{ lines: [row("Pest control", "1", amount)], ...invoice }],
  });

  test("compound where nothing else is agreed", () => {
    expect(outcomesOf("rate.escalator", spec("540.80"))).toEqual(["pass"]);
  });

  test("that were billed without compounding are a question", () => {
    expect(outcomesOf("rate.escalator", spec("540.00"))).toEqual(["cannot-determine"]);
  });

  test("by another percentage the last time are wrong by the difference", () => {
    expect(judge("rate.escalator", spec("546.00"))).toEqual({ outcomes: ["fail"], impact: "5.20" });
  });

  test("cannot be counted without a day", () => {
    const undated = { issueDate: null, periodStart: null, periodEnd: null };
    expect(outcomesOf("rate.escalator", spec("540.80", undated))).toEqual(["cannot-determine"]);
    expect(outcomesOf("rate.over", spec("540.80", undated))).toEqual(["cannot-determine"]);
  });

  test("of the monthly fee do not raise an hourly price", () => {
    const quote = {
      documentId: "doc-a",
      role: "term",
      quote: "The monthly fee goes up by 4 % each January.",
      at: { row: 9, column: 1 },
    };
    const terms = [fee, rate("Extra work", "hour", "60.00"), escalator({ evidence: [quote] as never })];
    const lines = [row("Pest control", "1", "540.80"), row("Extra work", "2", "60.00", { unit: "hour" })];
    expect(
      outcomesOf("rate.escalator", { ...spec("0"), agreements: [{ terms }], invoices: [{ lines }] }),
    ).toEqual(["pass"]);
  });
});

describe("a surcharge in the price of a line", () => {
  const terms: readonly TermSpec[] = [
    rate("Original and certified copy", "page", "5.15"),
    rate("Exhibits", "page", "0.45"),
    { type: "surcharge", value: { percent: "40", on: "Expedited delivery" } },
  ];
  const spec = (words: string, price: string): CaseSpec => ({
    agreements: [{ terms }],
    invoices: [{ lines: [row(words, "100", price)] }],
  });

  test("is agreed where the line names it", () => {
    expect(outcomesOf("rate.over", spec("Transcript of the hearing, expedited", "7.21"))).toEqual(["pass"]);
  });

  test("leaves the price as it stands to the line that bills it so", () => {
    const lines = [row("Transcript, expedited", "100", "7.21"), row("Transcript", "50", "5.15")];
    expect(
      outcomesOf("rate.over", {
        agreements: [{ terms: terms.slice(0, 1).concat(terms.slice(2)) }],
        invoices: [{ lines }],
      }),
    ).toEqual(["pass", "pass"]);
  });

  test("is not where the line does not, or at another figure", () => {
    expect(outcomesOf("term.unbound", spec("Transcript of the hearing", "7.21"))).toEqual(["fail"]);
    expect(outcomesOf("term.unbound", spec("Transcript of the hearing, expedited", "7.73"))).toEqual([
      "fail",
    ]);
  });

  test("too high on a line that is called like its price is wrong by the difference", () => {
    expect(judge("rate.over", spec("Certified copy, expedited", "7.73"))).toEqual({
      outcomes: ["fail"],
      impact: "52.00",
    });
  });
});

describe("days of a weekly hire", () => {
  const prices = [rate("Site cabin", "week", "140.00"), rate("Fence panel", "week", "7.00")];
  const byDays: TermSpec = { type: "proration", value: { basis: "actual/actual" } };
  const spec = (price: string, terms: readonly TermSpec[]): CaseSpec => ({
    agreements: [{ terms }],
    invoices: [{ lines: [row("Site cabin", "10", price, { unit: "day" })] }],
  });

  test("cost a seventh each where parts go by their days", () => {
    expect(outcomesOf("rate.over", spec("20.00", [...prices, byDays]))).toEqual(["pass"]);
  });

  test("have no term at another price, or where nothing is agreed of parts", () => {
    expect(outcomesOf("term.unbound", spec("22.00", [...prices, byDays]))).toEqual(["fail"]);
    expect(outcomesOf("term.unbound", spec("20.00", prices))).toEqual(["fail"]);
  });
});

describe("a row that fills up a minimum", () => {
  const terms: readonly TermSpec[] = [
    rate("Salting", "each", "95.00"),
    { type: "minimum", value: { amount: "600.00", per: "month", scope: "agreement" } },
  ];
  const spec = (net: string, period = {}): CaseSpec => ({
    agreements: [{ terms }],
    invoices: [
      {
        lines: [row("Salting", "2", "95.00"), { description: "Minimum adjustment October", net }],
        periodStart: null,
        periodEnd: null,
        ...period,
      },
    ],
  });

  test("says what its invoice is for", () => {
    expect(outcomesOf("minimum.missing", spec("410.00"))).toEqual(["pass"]);
  });

  test("is too little below the minimum and too much above it", () => {
    expect(judge("minimum.missing", spec("400.00"))).toEqual({ outcomes: ["fail"], impact: "10.00" });
    expect(judge("minimum.missing", spec("450.00"))).toEqual({ outcomes: ["fail"], impact: "40.00" });
  });

  test("is asked about where there is none and no period", () => {
    const lines = [row("Salting", "2", "95.00")];
    const without = { agreements: [{ terms }], invoices: [{ lines, periodStart: null, periodEnd: null }] };
    expect(outcomesOf("minimum.missing", without)).toEqual(["cannot-determine"]);
  });
});

describe("costs passed on together", () => {
  const cost = (item: string, amount: string, approved: boolean | null = null) => ({
    kind: "expense" as const,
    date: "2026-10-07",
    item,
    amount: decimalText(amount),
    approved,
    quantity: null,
    unit: null,
  });
  const capped: TermSpec = {
    type: "expenses",
    value: { types: ["travel"], markupPercent: "0", totalCap: "300.00", receiptAbove: "20.00" },
  };
  const spec = (
    net: string,
    deliveries = [cost("flight", "220.00"), cost("hotel", "140.00")],
    term = capped,
  ): CaseSpec => ({
    agreements: [{ terms: [term] }],
    invoices: [{ lines: [{ description: "Travel costs, limited as agreed", net }] }],
    deliveries,
  });

  test("are right at the limit that they pass", () => {
    expect(outcomesOf("expense.markup", spec("300.00"))).toEqual(["pass"]);
    expect(outcomesOf("expense.receipt", spec("300.00"))).toEqual(["pass"]);
  });

  test("are right at their sum", () => {
    expect(
      outcomesOf("expense.markup", spec("250.00", [cost("flight", "110.00"), cost("hotel", "140.00")])),
    ).toEqual(["pass"]);
  });

  test("are a question at any other figure", () => {
    expect(
      outcomesOf("expense.markup", spec("260.00", [cost("flight", "110.00"), cost("hotel", "140.00")])),
    ).toEqual(["cannot-determine"]);
  });
});

describe("tax that the customer accounts for", () => {
  const quote = (text: string) =>
    [{ documentId: "doc-a", role: "term", quote: text, at: { row: 9, column: 1 } }] as never;
  const taxes = (second: string): readonly TermSpec[] => [
    rate("Scaffold", "each", "900.00"),
    {
      type: "tax",
      value: { category: "AE", rate: null },
      evidence: quote("The reverse charge applies; you account for the 20 %."),
    },
    { type: "tax", value: { category: "S", rate: "20" }, evidence: quote(second) },
  ];
  const one = taxes("The reverse charge applies; you account for the 20 %.");
  const lines = [row("Scaffold", "1", "900.00")];

  test("is not billed", () => {
    expect(outcomesOf("tax.missing", { agreements: [{ terms: one }], invoices: [{ lines }] })).toEqual([
      "pass",
    ]);
  });

  test("is too much where it is", () => {
    const spec = { agreements: [{ terms: one }], invoices: [{ lines, taxPercent: "20" }] };
    expect(judge("tax.over", spec)).toEqual({ outcomes: ["fail"], impact: "180.00" });
  });

  test("is a question where two clauses say different things", () => {
    const spec = {
      agreements: [{ terms: taxes("All prices are plus VAT at 20 %.") }],
      invoices: [{ lines }],
    };
    expect(outcomesOf("tax.missing", spec)).toEqual(["cannot-determine"]);
  });
});

describe("tax left off a line", () => {
  const terms: readonly TermSpec[] = [
    rate("Visit", "each", "100.00"),
    rate("Tolls", "each", "20.00"),
    { type: "tax", value: { category: "S", rate: "10" } },
  ];
  const spec = (words: string, tax: string): CaseSpec => ({
    agreements: [{ terms }],
    invoices: [
      {
        lines: [row("Visit", "1", "100.00"), row(words, "1", "20.00")],
        taxes: [{ rate: "10", amount: tax }],
        tax,
      },
    ],
  });

  test("that says so is a question", () => {
    expect(outcomesOf("tax.under", spec("Tolls (no VAT)", "10.00"))).toEqual(["cannot-determine"]);
  });

  test("that says nothing is too little tax", () => {
    expect(judge("tax.under", spec("Tolls", "10.00"))).toEqual({ outcomes: ["fail"], impact: "2.00" });
  });
});
