import { describe, expect, test } from "vitest";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { CaseSpec } from "../../../../builders/billing-case.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

/** Outcomes of a check on an invoice and its lines, without those that are beside the point. */
function outcomesOf(check: string, spec: CaseSpec): readonly string[] {
  const [invoice] = checkCase(spec).invoices;
  return (invoice?.outcomes ?? [])
    .filter((one) => one.check === check && one.outcome !== "not-applicable")
    .map(({ outcome }) => outcome);
}

const rate = (item: string, unit: string, price: string, rest = {}): TermSpec => ({
  type: "rate",
  value: { item, unit, price, ...rest },
});
const quoted = (spec: TermSpec, quote: string): TermSpec => ({
  ...spec,
  evidence: [{ documentId: "doc-a", role: "term", quote, at: { row: 9, column: 1 } }] as never,
});

describe("records on the papers that an invoice bills", () => {
  const terms = [rate("Table cloth", "piece", "1.00"), rate("Apron", "piece", "2.00")];
  const slip = (item: string, quantity: string, rest = {}) => ({
    kind: "goods" as const,
    date: "2026-10-06",
    item,
    quantity,
    unit: "piece",
    ...rest,
  });
  const spec = (...deliveries: ReturnType<typeof slip>[]): CaseSpec => ({
    agreements: [{ terms }],
    invoices: [{ lines: [row("Table cloth", "180", "1.00")] }],
    deliveries,
  });

  test("are asked about where a price is called as they are and no line bills them", () => {
    const unbilled = spec(slip("Table cloth", "180"), slip("Apron", "24"));
    expect(outcomesOf("completeness.unbilled", unbilled)).toEqual(["cannot-determine"]);
  });

  test("are asked about where they share a word with one price alone", () => {
    const near = spec(slip("Table cloth", "180"), slip("Aprons, white, kitchen", "24"));
    expect(outcomesOf("completeness.unbilled", near)).toEqual(["cannot-determine"]);
  });

  test("are asked for where the agreement bills by them", () => {
    const byNotes = quoted(
      { type: "billing", value: { frequency: "month", timing: "arrears" } },
      "billed each month as shown on the signed delivery notes",
    );
    const invoices = [{ lines: [row("Table cloth", "180", "1.00")] }];
    const without = { agreements: [{ terms }], invoices };
    expect(outcomesOf("quantity.over", without)).toEqual([]);
    expect(outcomesOf("quantity.over", { agreements: [{ terms: [...terms, byNotes] }], invoices })).toEqual([
      "cannot-determine",
    ]);
  });

  test("are no question where nothing prices them or nobody approved them", () => {
    expect(
      outcomesOf("completeness.unbilled", spec(slip("Table cloth", "180"), slip("Empty trolley", "2"))),
    ).toEqual(["pass"]);
    const refused = spec(slip("Table cloth", "180"), slip("Apron", "24", { approved: false }));
    expect(outcomesOf("completeness.unbilled", refused)).toEqual(["pass"]);
  });

  test("prove nothing where nobody signed them and others of their kind are signed", () => {
    const signed = (quantity: string, documentId: string) =>
      slip("Table cloth", quantity, { documentId, approved: true });
    expect(outcomesOf("quantity.over", spec(signed("100", "doc-s1"), signed("80", "doc-s2")))).toEqual([
      "pass",
    ]);
    const unsigned = slip("Table cloth", "80", { documentId: "doc-s2", approved: null });
    expect(outcomesOf("quantity.over", spec(signed("100", "doc-s1"), unsigned))).toEqual([
      "cannot-determine",
    ]);
  });
});

describe("an order number that each invoice has to show", () => {
  const order: TermSpec = { type: "purchase-order", value: { number: "45-20316" } };
  const spec = (quote: string, orderReference: string | null): CaseSpec => ({
    agreements: [{ terms: [rate("Table cloth", "piece", "1.00"), quoted(order, quote)] }],
    invoices: [{ lines: [row("Table cloth", "180", "1.00")], orderReference }],
  });

  test("is missing where it is not there", () => {
    expect(outcomesOf("fields.required", spec("Each invoice has to show PO 45-20316.", null))).toEqual([
      "fail",
    ]);
    expect(outcomesOf("fields.required", spec("Each invoice has to show PO 45-20316.", "45-20316"))).toEqual([
      "pass",
    ]);
  });

  test("need not be there where it is only named", () => {
    expect(outcomesOf("fields.required", spec("Your order: 45-20316", null))).not.toContain("fail");
  });
});

describe("a deposit that nobody billed among the files", () => {
  const deposit: TermSpec = { type: "deposit", value: { amount: "500.00" } };
  const spec = (quote: string, rows: readonly LineSpec[] = []): CaseSpec => ({
    agreements: [{ terms: [rate("Module", "piece", "100.00"), quoted(deposit, quote)] }],
    invoices: [{ lines: [row("Module", "20", "100.00"), ...rows] }],
  });

  test("is asked about on a bill that takes nothing off", () => {
    expect(
      outcomesOf("prepaid.not-applied", spec("A deposit of 500.00 is set off against the invoice.")),
    ).toEqual(["cannot-determine"]);
  });

  test("is left for the final bill where the clause says so and others are to come", () => {
    const clause = "A deposit of 500.00 comes off the final invoice.";
    const monthly: TermSpec = { type: "billing", value: { frequency: "month", timing: "arrears" } };
    const [agreement] = spec(clause).agreements ?? [];
    const several = { ...spec(clause), agreements: [{ terms: [...(agreement?.terms ?? []), monthly] }] };
    expect(outcomesOf("prepaid.not-applied", several)).toEqual(["pass"]);
    expect(outcomesOf("prepaid.not-applied", spec(clause))).toEqual(["cannot-determine"]);
  });

  test("is due where a message tells that it was paid, and not where it asks for it", () => {
    const told = (quote: string): CaseSpec => ({
      ...spec("A deposit of 500.00 comes off the final invoice."),
      agreements: [
        ...(spec("A deposit of 500.00 comes off the final invoice.").agreements ?? []),
        { number: null, rank: "acceptance-message", terms: [quoted(deposit, quote)] },
      ],
    });
    expect(outcomesOf("prepaid.not-applied", told("We have received your deposit of 500.00."))).toEqual([
      "fail",
    ]);
    expect(outcomesOf("prepaid.not-applied", told("Votre acompte de 500,00 a été réglé hier."))).toEqual([
      "fail",
    ]);
    for (const quote of [
      "Your deposit of 500.00 has not been paid yet.",
      "We haven't received your deposit of 500.00.",
      "We start as soon as we have received your deposit of 500.00.",
    ])
      expect(outcomesOf("prepaid.not-applied", told(quote))).toEqual(["cannot-determine"]);
  });

  test("is taken off by a row of any name for what was paid ahead", () => {
    const taken = [{ description: "Descuento del anticipo abonado", net: "-500.00" }];
    expect(
      outcomesOf("prepaid.not-applied", spec("A deposit of 500.00 is set off against the invoice.", taken)),
    ).toEqual(["pass"]);
  });
});

describe("a deposit that comes off each bill in its share", () => {
  const clause =
    "An advance of 20 % is paid on signing and comes off the invoice of each stage in the same share.";
  const terms: readonly TermSpec[] = [
    { type: "milestone", value: { name: "Survey", amount: "3000.00", acceptance: false } },
    { type: "milestone", value: { name: "Design", amount: "5000.00", acceptance: false } },
    quoted({ type: "deposit", value: { percent: "20", amount: "1600.00" } }, clause),
  ];
  const advance = {
    number: "A-0",
    issueDate: "2026-10-01",
    lines: [{ description: "Deposit", net: "1600.00" }],
  };
  const outcomeWith = (
    taken: string | null,
    before: NonNullable<CaseSpec["invoices"]>,
  ): string | undefined => {
    const rows = taken === null ? [] : [{ description: "Less advance paid", net: `-${taken}` }];
    const stage = { number: "A-1", lines: [{ description: "Survey", net: "3000.00" }, ...rows] };
    const { invoices } = checkCase({ agreements: [{ terms }], invoices: [...before, stage] });
    const outcomes = invoices.at(-1)?.outcomes ?? [];
    return outcomes.find(({ check }) => check === "prepaid.not-applied")?.outcome;
  };

  test.each([
    [null, "fail"],
    ["100.00", "fail"],
    ["600.00", "pass"],
  ])("is missed in whole or in part: %s taken off", (taken, outcome) => {
    expect(outcomeWith(taken, [])).toBe(outcome);
    expect(outcomeWith(taken, [advance])).toBe(outcome);
  });
});

describe("an hour and a quarter at a least of two hours", () => {
  const terms = [rate("Breakdown attendance", "hour", "78.00", { minimumQuantity: "2", increment: "0.25" })];
  const attendance = (date: string, quantity: string) => ({ date, quantity, item: "Breakdown attendance" });
  const spec = (second: string): CaseSpec => ({
    agreements: [{ terms }],
    invoices: [
      {
        lines: [
          row("Breakdown attendance (minimum)", "2", "78.00", { unit: "hour" }),
          row("Breakdown attendance", second, "78.00", { unit: "hour" }),
        ],
      },
    ],
    deliveries: [attendance("2026-10-07", "1.25"), attendance("2026-10-19", "3")],
  });

  test("leaves the hours of another day to their own line", () => {
    expect(outcomesOf("quantity.over", spec("3"))).toEqual(["pass", "pass"]);
  });

  test("does not hide an hour too much", () => {
    expect(outcomesOf("quantity.over", spec("4"))).toContain("fail");
  });
});

describe("a discount that clause and row give on the same line", () => {
  const terms: readonly TermSpec[] = [
    rate("Portal fee", "each", "1450.00"),
    rate("Extra vehicle", "each", "9.50"),
    quoted(
      { type: "discount", value: { percent: "10", scope: "agreement" } },
      "Opening offer: 10 % off the portal fee.",
    ),
  ];
  const spec = (net: string, words = "Opening offer 10 % off portal fee"): CaseSpec => ({
    agreements: [{ terms }],
    invoices: [
      {
        lines: [
          row("Portal fee", "1", "1450.00"),
          row("Extra vehicle", "10", "9.50"),
          { description: words, net },
        ],
      },
    ],
  });

  test("is taken from that line", () => {
    expect(outcomesOf("discount.wrong", spec("-145.00"))).toEqual(["pass"]);
    expect(outcomesOf("discount.wrong", spec("-154.50"))).toEqual(["fail"]);
  });
});

describe("increases of the prices of one unit", () => {
  const escalator = (quote: string): TermSpec =>
    quoted(
      { type: "escalator", value: { percent: "3", every: "year", first: "2026-01-01", compound: true } },
      quote,
    );
  const spec = (quote: string): CaseSpec => ({
    agreements: [
      {
        terms: [
          rate("Table cloth", "piece", "1.00"),
          rate("Delivery charge", "delivery", "18.00"),
          escalator(quote),
        ],
      },
    ],
    invoices: [{ lines: [row("Table cloth", "100", "1.03"), row("Delivery charge", "1", "18.00")] }],
  });

  test("raise no others", () => {
    expect(outcomesOf("rate.escalator", spec("Piece prices go up by 3 % each January."))).toEqual(["pass"]);
  });

  test("raise all where all are meant", () => {
    expect(outcomesOf("rate.escalator", spec("All prices go up by 3 % each January."))).toEqual([
      "pass",
      "fail",
    ]);
  });
});

describe("clauses that contradict each other", () => {
  const raisedBy = (percent: string): TermSpec => ({
    type: "escalator",
    value: { percent, every: "year", first: "2026-01-01", compound: true },
  });
  const consulting = (price: string): CaseSpec => ({
    agreements: [{ terms: [rate("Consulting", "hour", "100.00"), raisedBy("3"), raisedBy("5")] }],
    invoices: [{ lines: [row("Consulting", "10", price, { unit: "hour" })] }],
  });

  test.each(["100.00", "103.00", "105.00"])("say of no price what it is after the rise: %s", (price) => {
    const spec = consulting(price);
    expect(outcomesOf("rate.escalator", spec)).toEqual(["cannot-determine"]);
    expect(outcomesOf("rate.over", spec)).toEqual(["cannot-determine"]);
    expect(outcomesOf("rate.under", spec)).toEqual(["cannot-determine"]);
  });
});

describe("an invoice below the minimum of its month", () => {
  const terms = [
    rate("Picking", "order", "1.00"),
    { type: "minimum", value: { amount: "500.00", per: "month", scope: "agreement" } },
  ] satisfies readonly TermSpec[];
  const lines = (quantity: string) => [row("Picking", quantity, "1.00", { unit: "order" })];
  const first = { number: "A-1", issueDate: "2026-11-01", lines: lines("300") };
  const outcomesWith = (...after: NonNullable<CaseSpec["invoices"]>): readonly (string | undefined)[] =>
    checkCase({ agreements: [{ terms }], invoices: [first, ...after] }).invoices.map(
      ({ outcomes }) => outcomes.find(({ check }) => check === "minimum.missing")?.outcome,
    );

  test("fails though a credit note follows it", () => {
    const credit = {
      number: "C-1",
      kind: "credit-note",
      issueDate: "2026-11-05",
      lines: lines("50"),
    } as const;
    expect(outcomesWith({ ...credit, precedingInvoice: "A-1" })).toEqual(["fail", "not-applicable"]);
  });

  test("fails though it is sent a second time", () => {
    expect(outcomesWith({ ...first, issueDate: "2026-11-02" })).toEqual(["fail", "not-run"]);
  });

  test("is judged with the one that follows it", () => {
    expect(outcomesWith({ ...first, number: "A-2", lines: lines("200") })).toEqual(["pass", "pass"]);
  });
});

test("a second copy of a credit note gives no second line back", () => {
  const visit = row("Repair of the pump", "1", "80.00", { unit: "visit", serviceDate: "2026-10-06" });
  const credit = { number: "C-1", kind: "credit-note", precedingInvoice: "A-1", lines: [visit] } as const;
  const { invoices } = checkCase({
    agreements: [{ terms: [rate("Repair of the pump", "visit", "80.00")] }],
    invoices: [
      { number: "A-1", issueDate: "2026-10-31", lines: [visit, { ...visit, id: "2" }] },
      { ...credit, issueDate: "2026-11-01" },
      { ...credit, issueDate: "2026-11-02" },
      { number: "A-2", issueDate: "2026-11-30", lines: [visit] },
    ],
  });
  const outcome = invoices.at(-1)?.outcomes.find(({ check }) => check === "duplicate.line");
  expect(outcome?.outcome).toBe("fail");
});

test("a pro forma before the second application is not the first one", () => {
  const terms: readonly TermSpec[] = [
    { type: "schedule-of-values", value: { lines: [{ item: "Joinery", amount: "48000.00" }] } },
  ];
  const lines: readonly LineSpec[] = [{ description: "Joinery, work this month", net: "12000.00" }];
  const spec: CaseSpec = {
    agreements: [{ terms }],
    invoices: [
      { lines, number: "PF-1", kind: "proforma", issueDate: "2026-10-01" },
      { lines, number: "APP-2", issueDate: "2026-10-31" },
    ],
  };
  const outcomes = checkCase(spec).invoices.map((invoice) =>
    invoice.outcomes.filter(({ check }) => check === "progress.over").map(({ outcome }) => outcome),
  );
  expect(outcomes.at(-1)).toEqual(["cannot-determine"]);
});

test("a fee of a quarter on the bill of its last month is one quarter", () => {
  const terms: readonly TermSpec[] = [
    { type: "fixed-fee", value: { item: "Windows", amount: "240.00", per: "quarter", timing: "arrears" } },
    { type: "billing", value: { frequency: "month", timing: "arrears" } },
  ];
  const spec = (quantity: string): CaseSpec => ({
    agreements: [{ terms }],
    invoices: [{ lines: [row("Windows, 3rd quarter", quantity, "240.00", { unit: "quarter" })] }],
  });
  expect(outcomesOf("quantity.over", spec("1"))).toEqual([]);
  expect(outcomesOf("quantity.over", spec("2"))).toEqual(["fail"]);
});

describe("a record of which a line takes a part, on an invoice without days", () => {
  const sacks = (date: string, quantity: string) => ({
    kind: "goods" as const,
    date,
    item: "Sack",
    quantity,
    unit: "sack",
  });
  const spec = (lines: readonly LineSpec[], more: readonly TermSpec[] = []): CaseSpec => ({
    agreements: [{ terms: [rate("Sack", "sack", "5.00"), ...more] }],
    invoices: [{ lines, periodStart: null, periodEnd: null }],
    deliveries: [sacks("2026-10-05", "12"), sacks("2026-10-14", "19")],
  });

  test("is all of that line's", () => {
    expect(outcomesOf("quantity.under", spec([row("Sack", "31", "5.00")]))).toEqual(["pass"]);
    expect(outcomesOf("quantity.under", spec([row("Sack", "25", "5.00")]))).toEqual(["fail"]);
  });

  test("is nobody's where two lines could have it, or where some of it is included", () => {
    const two = [row("Sack", "20", "5.00"), row("Sack, late", "5", "5.00")];
    expect(outcomesOf("quantity.under", spec(two))).not.toContain("fail");
    const included: TermSpec = {
      type: "included",
      value: { item: "sack", quantity: "6", unit: "sack", per: "month" },
    };
    expect(outcomesOf("quantity.under", spec([row("Sack", "25", "5.00")], [included]))).toEqual(["pass"]);
  });
});
