import { describe, expect, test } from "vitest";
import { draftCase, objectionsTo, shownLines } from "../../../../builders/draft-case.ts";
import type { DraftSpec } from "../../../../builders/draft-case.ts";
import type { TermSpec } from "../../../../builders/billing-documents.ts";

const net30: TermSpec = { type: "payment-terms", value: { days: 30, from: "invoice-date" } };
const vat: TermSpec = { type: "tax", value: { category: "S", rate: "20", name: "VAT" } };
const monthly: TermSpec = { type: "billing", value: { frequency: "month", timing: "arrears" } };
const fee = (item: string, amount: string, more: object = {}): TermSpec => ({
  type: "fixed-fee",
  value: { item, amount, per: "month", timing: "arrears", ...more },
});
const hourly = (role: string, price: string, more: object = {}): TermSpec => ({
  type: "rate",
  value: { item: role, role, unit: "hour", price, ...more },
});
const worked = (date: string, quantity: string, role: string, more: object = {}) => ({
  kind: "time" as const,
  date,
  quantity,
  unit: "hour",
  role,
  person: "Ana Ruiz",
  item: "Data migration",
  approved: true,
  customer: "Acme Facilities Inc.",
  ...more,
});

const october = { from: "2026-10-01", to: "2026-11-01" } as const;
const agreed = (terms: TermSpec[], more: object = {}): NonNullable<DraftSpec["agreements"]> => [
  { from: "2026-01-01" as never, to: "2027-01-01" as never, terms: [net30, vat, ...terms], ...more },
];

interface Case extends DraftSpec {
  readonly name: string;
  readonly lines: readonly string[];
  readonly gaps?: readonly string[];
  readonly payable?: string | null;
}

const cases: readonly Case[] = [
  {
    name: "a fee that begins within its month is prorated by the days of the month, the first day in, the end out",
    ...october,
    agreements: agreed(
      [fee("Hosting", "310.00"), { type: "proration", value: { basis: "actual/actual" } }, monthly],
      {
        from: "2026-10-15",
      },
    ),
    lines: ["Hosting |  | 170.00"],
    payable: "204.00",
  },
  {
    name: "without an agreed basis a part of a month has no price",
    ...october,
    agreements: agreed([fee("Hosting", "310.00"), monthly], { to: "2026-10-11" }),
    lines: [],
    gaps: ["drafting/proration-unsaid"],
  },
  {
    name: "a quarterly fee in advance is billed whole in the month in which its quarter begins",
    ...october,
    agreements: agreed([fee("Support", "900.00", { per: "quarter", timing: "advance" })]),
    lines: ["Support |  | 900.00"],
  },
  {
    name: "a quarterly fee in advance is not billed within its quarter",
    from: "2026-11-01",
    to: "2026-12-01",
    agreements: agreed([fee("Support", "900.00", { per: "quarter", timing: "advance" })]),
    lines: [],
  },
  {
    name: "a yearly fee that is billed by the month is due in twelfths",
    ...october,
    agreements: agreed([fee("License", "1000.00", { per: "year" }), monthly]),
    lines: ["License |  | 83.33"],
  },
  {
    name: "what an invoice has billed is not billed again",
    ...october,
    agreements: agreed([fee("Hosting", "310.00"), hourly("Engineer", "100.00")]),
    deliveries: [worked("2026-10-05", "4", "Engineer")],
    invoices: [
      {
        number: "INV-1",
        agreementReference: "MSA-014",
        issueDate: "2026-11-01",
        periodStart: "2026-10-01",
        periodEnd: "2026-11-01",
        lines: [
          { description: "Hosting", net: "310.00" },
          { description: "Engineer", quantity: "4", unit: "hour", unitPrice: "100.00", net: "400.00" },
        ],
      },
    ],
    lines: [],
  },
  {
    name: "only approved work is billed; what waits for approval is named",
    ...october,
    agreements: agreed([hourly("Engineer", "100.00")]),
    deliveries: [
      worked("2026-10-05", "4", "Engineer"),
      worked("2026-10-06", "3", "Engineer", { approved: null }),
      worked("2026-10-31", "2.5", "Engineer"),
      worked("2026-11-01", "8", "Engineer"),
      worked("2026-10-07", "6", "Engineer", { approved: false }),
    ],
    lines: ["Engineer | 6.5 hour × 100.00 | 650.00"],
    gaps: ["drafting/not-approved"],
  },
  {
    name: "each record is priced by the term of its own day",
    ...october,
    agreements: agreed([
      { ...hourly("Engineer", "100.00"), to: "2026-10-15" as never },
      { ...hourly("Engineer", "110.00"), from: "2026-10-15" as never },
    ]),
    deliveries: [worked("2026-10-14", "4", "Engineer"), worked("2026-10-15", "4", "Engineer")],
    lines: ["Engineer | 4 hour × 100.00 | 400.00", "Engineer | 4 hour × 110.00 | 440.00"],
  },
  {
    name: "two prices that fit alike are a question, not a choice",
    ...october,
    agreements: agreed([hourly("Consultant", "150.00"), hourly("Analyst", "90.00")]),
    deliveries: [worked("2026-10-05", "4", "", { role: null, item: "Workshop" })],
    lines: [],
    gaps: ["drafting/price-ambiguous"],
  },
  {
    name: "an ‘up to’ price is nobody's price",
    ...october,
    agreements: agreed([hourly("Engineer", "100.00", { ceiling: true })]),
    deliveries: [worked("2026-10-05", "4", "Engineer")],
    lines: [],
    gaps: ["drafting/price-is-ceiling"],
  },
  {
    name: "entries are rounded up as agreed, each by itself",
    ...october,
    agreements: agreed([hourly("Counsel", "300.00", { increment: "0.25" })]),
    deliveries: [worked("2026-10-05", "0.3", "Counsel"), worked("2026-10-06", "1.1", "Counsel")],
    lines: ["Counsel | 1.75 hour × 300.00 | 525.00"],
  },
  {
    name: "a minimum is reached by a line of its own",
    ...october,
    agreements: agreed([
      hourly("Engineer", "100.00"),
      { type: "minimum", value: { amount: "1000.00", per: "month", scope: "agreement" } },
    ]),
    deliveries: [worked("2026-10-05", "4", "Engineer")],
    lines: ["Engineer | 4 hour × 100.00 | 400.00", "Minimum charge shortfall |  | 600.00"],
    payable: "1200.00",
  },
  {
    name: "a minimum of hours is reached at the one price of an hour",
    ...october,
    agreements: agreed([
      hourly("Engineer", "95.00"),
      fee("Hosting", "310.00"),
      monthly,
      { type: "minimum", value: { quantity: "20", unit: "hour", per: "month", scope: "agreement" } },
    ]),
    deliveries: [worked("2026-10-05", "12.5", "Engineer")],
    lines: [
      "Hosting |  | 310.00",
      "Engineer | 12.5 hour × 95.00 | 1187.50",
      "Minimum charge shortfall | 7.5 hour × 95.00 | 712.50",
    ],
    payable: "2652.00",
  },
  {
    name: "a minimum of hours that is reached adds nothing",
    ...october,
    agreements: agreed([
      hourly("Engineer", "95.00"),
      { type: "minimum", value: { quantity: "20", unit: "hour", per: "month", scope: "agreement" } },
    ]),
    deliveries: [worked("2026-10-05", "11", "Engineer"), worked("2026-10-06", "9", "Engineer")],
    lines: ["Engineer | 20 hour × 95.00 | 1900.00"],
    payable: "2280.00",
  },
  {
    name: "what was billed of the month before counts towards a minimum of hours",
    ...october,
    agreements: agreed([
      hourly("Engineer", "95.00"),
      { type: "minimum", value: { quantity: "20", unit: "hour", per: "month", scope: "agreement" } },
    ]),
    deliveries: [
      worked("2026-10-05", "5", "Engineer", { sourceId: "T-1" }),
      worked("2026-10-20", "12", "Engineer", { sourceId: "T-2" }),
    ],
    invoices: [
      {
        number: "INV-1",
        agreementReference: "MSA-014",
        issueDate: "2026-10-16",
        periodStart: "2026-10-01",
        periodEnd: "2026-10-16",
        lines: [
          {
            description: "Engineer",
            quantity: "5",
            unit: "hour",
            unitPrice: "95.00",
            net: "475.00",
            sourceIds: ["T-1"],
          },
        ],
      },
    ],
    lines: ["Engineer | 12 hour × 95.00 | 1140.00", "Minimum charge shortfall | 3 hour × 95.00 | 285.00"],
    payable: "1710.00",
  },
  {
    name: "hours at two prices leave open at which the missing ones are due",
    ...october,
    agreements: agreed([
      hourly("Engineer", "95.00"),
      hourly("Surveyor", "120.00"),
      { type: "minimum", value: { quantity: "20", unit: "hour", per: "month", scope: "agreement" } },
    ]),
    deliveries: [worked("2026-10-05", "12", "Engineer")],
    lines: ["Engineer | 12 hour × 95.00 | 1140.00"],
    gaps: ["drafting/minimum-of-quantity"],
  },
  {
    name: "a price that changes within the days of the minimum leaves it open, too",
    ...october,
    agreements: agreed([
      { ...hourly("Engineer", "95.00"), to: "2026-10-16" as never },
      { ...hourly("Engineer", "99.00"), from: "2026-10-16" as never },
      { type: "minimum", value: { quantity: "20", unit: "hour", per: "month", scope: "agreement" } },
    ]),
    deliveries: [worked("2026-10-05", "12", "Engineer")],
    lines: ["Engineer | 12 hour × 95.00 | 1140.00"],
    gaps: ["drafting/minimum-of-quantity"],
  },
  {
    name: "two discounts are taken in their order, before tax, and expenses stay out",
    ...october,
    agreements: agreed([
      hourly("Engineer", "100.00"),
      { type: "discount", value: { percent: "10", scope: "agreement", order: 1 } },
      { type: "discount", value: { amount: "5.00", scope: "agreement", order: 2 } },
      { type: "expenses", value: { markupPercent: "10" } },
    ]),
    deliveries: [
      worked("2026-10-05", "4", "Engineer"),
      {
        kind: "expense",
        date: "2026-10-06",
        item: "Train fare",
        amount: "50.00",
        approved: true,
        customer: "Acme Facilities Inc.",
      } as never,
    ],
    lines: ["Engineer | 4 hour × 100.00 | 400.00", "Train fare |  | 55.00"],
    payable: "492.00",
  },
  {
    name: "expenses stay within the limit of a month and within the one on their sort in all",
    ...october,
    agreements: agreed([
      hourly("Engineer", "100.00"),
      { type: "expenses", value: { totalCap: "100.00", totalCapPer: "month" } },
      { type: "expenses", value: { types: ["train", "ferry"], totalCap: "250.00" } },
    ]),
    invoices: [
      {
        number: "INV-1",
        issueDate: "2026-10-01",
        periodStart: "2026-09-01",
        periodEnd: "2026-10-01",
        lines: [{ description: "Travel: train fare", net: "190.00" }],
      },
    ],
    deliveries: [
      {
        kind: "expense",
        date: "2026-10-06",
        item: "Train fare north",
        amount: "50.00",
        approved: true,
        customer: "Acme Facilities Inc.",
      } as never,
      {
        kind: "expense",
        date: "2026-10-08",
        item: "Ferry",
        amount: "45.00",
        approved: true,
        customer: "Acme Facilities Inc.",
      } as never,
    ],
    lines: ["Train fare north |  | 50.00"],
    gaps: ["drafting/expense-above-limit"],
  },
  {
    name: "a limit on one sort of expenses counts that sort alone",
    ...october,
    agreements: agreed([
      hourly("Engineer", "100.00"),
      { type: "expenses", value: { types: ["Photos"], totalCap: "60.00" } },
      { type: "expenses", value: { types: ["Travel", "Train"], totalCap: "90.00" } },
    ]),
    deliveries: [
      {
        kind: "expense",
        date: "2026-10-06",
        item: "Train fare",
        amount: "80.00",
        approved: true,
        customer: "Acme Facilities Inc.",
      } as never,
      {
        kind: "expense",
        date: "2026-10-08",
        item: "Photos",
        amount: "55.00",
        approved: true,
        customer: "Acme Facilities Inc.",
      } as never,
    ],
    lines: ["Train fare |  | 80.00", "Photos |  | 55.00"],
  },
  {
    name: "a discount with a condition that no record answers is a question",
    ...october,
    agreements: agreed([
      hourly("Engineer", "100.00"),
      {
        type: "discount",
        value: { percent: "10", scope: "agreement", condition: "if the customer gives a reference" },
      },
    ]),
    deliveries: [worked("2026-10-05", "4", "Engineer")],
    lines: ["Engineer | 4 hour × 100.00 | 400.00"],
    gaps: ["drafting/condition-unknown"],
  },
  {
    name: "without a word on tax there is no total with tax",
    ...october,
    agreements: [{ from: "2026-01-01" as never, terms: [net30, fee("Hosting", "310.00")] }],
    lines: ["Hosting |  | 310.00"],
    gaps: ["drafting/tax-unsaid"],
    payable: null,
  },
  {
    name: "a person's rate closes the gap",
    ...october,
    agreements: [{ from: "2026-01-01" as never, terms: [net30, fee("Hosting", "310.00")] }],
    answers: { taxRate: "10" as never },
    lines: ["Hosting |  | 310.00"],
    payable: "341.00",
  },
  {
    name: "the first draft of an agreement bills its deposit",
    from: "2026-01-01",
    to: "2026-02-01",
    agreements: agreed([
      { type: "fixed-fee", value: { item: "Website", amount: "10000.00", per: "once", timing: null } },
      { type: "milestone", value: { name: "Design", percent: "50", acceptance: true } },
      { type: "deposit", value: { percent: "30" } },
    ]),
    lines: ["Deposit |  | 3000.00"],
    payable: "3600.00",
  },
  {
    name: "a milestone is billed once it is accepted, and not before",
    ...october,
    agreements: agreed([
      { type: "milestone", value: { name: "Prototype", amount: "8000.00", acceptance: true } },
      { type: "milestone", value: { name: "Handover", amount: "4000.00", acceptance: true } },
    ]),
    deliveries: [
      {
        kind: "acceptance",
        date: "2026-10-20",
        item: "Prototype",
        approved: true,
        customer: "Acme Facilities Inc.",
      } as never,
      {
        kind: "acceptance",
        date: "2026-11-03",
        item: "Handover",
        approved: true,
        customer: "Acme Facilities Inc.",
      } as never,
    ],
    lines: ["Prototype |  | 8000.00"],
  },
  {
    name: "use beyond the included quantity, raised by the yearly increase",
    ...october,
    agreements: agreed([
      { type: "included", value: { item: "support", quantity: "10", unit: "hour", per: "month" } },
      { type: "overage", value: { item: "Extra support hours", unit: "hour", price: "100.00" } },
      { type: "escalator", value: { percent: "5", every: "year", first: "2026-07-01", compound: true } },
    ]),
    deliveries: [
      worked("2026-10-05", "8", "", { role: null }),
      worked("2026-10-07", "6.5", "", { role: null }),
    ],
    lines: ["Extra support hours | 4.5 hour × 105.00 | 472.50"],
  },
  {
    name: "use within the period's own quantity is free, whatever was carried over to it",
    ...october,
    agreements: agreed([
      {
        type: "included",
        value: { item: "support", quantity: "10", unit: "hour", per: "month", rollover: { periods: 1 } },
      },
      { type: "overage", value: { item: "Extra support hours", unit: "hour", price: "100.00" } },
    ]),
    deliveries: [worked("2026-10-05", "8", "", { role: null })],
    lines: [],
  },
  {
    name: "beyond it what was carried over decides, and a person says it",
    ...october,
    agreements: agreed([
      {
        type: "included",
        value: { item: "support", quantity: "10", unit: "hour", per: "month", rollover: { periods: 1 } },
      },
      { type: "overage", value: { item: "Extra support hours", unit: "hour", price: "100.00" } },
    ]),
    deliveries: [worked("2026-10-05", "12", "", { role: null })],
    lines: [],
    gaps: ["drafting/rollover"],
  },
  {
    name: "a required field that nobody has is a gap; a person's answer closes it",
    ...october,
    agreements: agreed([
      fee("Hosting", "310.00"),
      { type: "required", value: { fields: ["orderReference", "periodStart"] } },
    ]),
    lines: ["Hosting |  | 310.00"],
    gaps: ["drafting/required-missing"],
  },
  {
    name: "the purchase order of the agreement stands on the draft",
    ...october,
    agreements: agreed([
      fee("Hosting", "310.00"),
      { type: "required", value: { fields: ["orderReference"] } },
      { type: "purchase-order", value: { number: "PO-77812" } },
    ]),
    lines: ["Hosting |  | 310.00"],
  },
  {
    name: "what would go above the agreed limit is said",
    ...october,
    agreements: agreed([
      hourly("Engineer", "100.00"),
      { type: "cap", value: { amount: "300.00", scope: "agreement" } },
    ]),
    deliveries: [worked("2026-10-05", "4", "Engineer")],
    lines: ["Engineer | 4 hour × 100.00 | 400.00"],
    gaps: ["drafting/above-limit"],
  },
  {
    name: "overtime at its multiplier is a line of its own",
    ...october,
    agreements: agreed([
      hourly("Technician", "80.00"),
      { type: "time-rules", value: { overtimeMultiplier: "1.5" } },
    ]),
    deliveries: [
      worked("2026-10-05", "8", "Technician", { item: "Boiler repair" }),
      worked("2026-10-06", "2", "Technician", { item: "Boiler repair, overtime" }),
    ],
    lines: ["Technician | 8 hour × 80.00 | 640.00", "Technician, overtime | 2 hour × 120 | 240.00"],
  },
  {
    name: "goods by piece and a price per hundred",
    ...october,
    agreements: agreed([
      { type: "rate", value: { item: "Copper pipe", unit: "metre", price: "12.40" } },
      { type: "rate", value: { item: "Cable ties", unit: "piece", price: "4.00", priceBase: "100" } },
    ]),
    deliveries: [
      {
        kind: "goods",
        date: "2026-10-08",
        item: "Copper pipe",
        quantity: "12.5",
        unit: "metre",
        approved: true,
        customer: "Acme Facilities Inc.",
      } as never,
      {
        kind: "goods",
        date: "2026-10-08",
        item: "Cable ties",
        quantity: "250",
        unit: "piece",
        approved: true,
        customer: "Acme Facilities Inc.",
      } as never,
      {
        kind: "goods",
        date: "2026-10-08",
        item: "Steel door",
        quantity: "1",
        unit: "piece",
        approved: true,
        customer: "Acme Facilities Inc.",
      } as never,
    ],
    lines: ["Copper pipe | 12.5 metre × 12.40 | 155.00", "Cable ties | 250 piece × 4.00 | 10.00"],
    gaps: ["drafting/no-price"],
  },
  {
    name: "a term that nobody confirmed is computed and said",
    ...october,
    agreements: agreed([{ ...fee("Hosting", "310.00"), status: "proposed" }]),
    lines: ["Hosting |  | 310.00"],
    gaps: ["drafting/term-not-confirmed"],
  },
  {
    name: "reverse charge bills no tax and says why",
    ...october,
    agreements: [
      {
        from: "2026-01-01" as never,
        terms: [
          net30,
          fee("Hosting", "310.00"),
          { type: "tax", value: { category: "AE", rate: null, name: "VAT" } },
        ],
      },
    ],
    lines: ["Hosting |  | 310.00"],
    payable: "310.00",
  },
  {
    name: "an estimate's total is not billed beside its lines, and what it counts a person says",
    ...october,
    agreements: [
      {
        number: "Q-1187",
        rank: "estimate",
        from: "2026-09-01" as never,
        terms: [
          net30,
          vat,
          {
            type: "fixed-fee",
            value: { item: "Reception desk", amount: "3150.00", per: "once", timing: null },
          },
          { type: "fixed-fee", value: { item: "Fitting", amount: "480.00", per: "once", timing: null } },
          { type: "fixed-fee", value: { item: "Total", amount: "3630.00", per: "once", timing: null } },
          { type: "rate", value: { item: "Wall shelving", unit: "each", price: "145.00" } },
          { type: "rate", value: { item: "Door handles", unit: "each", price: "12.00" } },
        ],
      },
    ],
    answers: { completed: ["all"], quantities: { "Wall shelving": "6" as never } },
    lines: ["Wall shelving | 6 each × 145.00 | 870.00", "Reception desk |  | 3150.00", "Fitting |  | 480.00"],
    gaps: ["drafting/quantity-unsaid"],
  },
  {
    name: "work of somebody else's customer is not ours to bill",
    ...october,
    agreements: agreed([hourly("Engineer", "100.00")]),
    deliveries: [worked("2026-10-05", "4", "Engineer", { customer: "Borealis Retail Ltd" })],
    lines: [],
  },
];

describe("a draft from an agreement", () => {
  test.each(cases)("$name", ({ lines, gaps = [], payable, ...spec }) => {
    const { built, draft } = draftCase(spec);
    expect(shownLines(draft)).toEqual(lines);
    expect(draft.gaps.map(({ code }) => code)).toEqual(gaps);
    if (payable !== undefined) expect(draft.invoice.payable?.value ?? null).toBe(payable);
    // What has no gap is clear, by our own checks.
    if (gaps.length === 0 && lines.length > 0) expect(objectionsTo(built, draft.invoice)).toEqual([]);
  });
});
