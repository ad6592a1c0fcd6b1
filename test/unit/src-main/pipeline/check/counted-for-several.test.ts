import { describe, expect, test } from "vitest";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { CaseSpec } from "../../../../builders/billing-case.ts";

const outcomesOf = (line: string, spec: CaseSpec): readonly string[] => {
  const invoice = checkCase(spec).invoices.at(-1);
  return (invoice?.outcomes ?? [])
    .filter(({ check, subject }) => check.startsWith("quantity.") && subject.endsWith(`#${line}`))
    .map(({ check, outcome }) => `${check} ${outcome}`);
};

const proven = ["quantity.over pass", "quantity.under pass"];

describe("what one record counts for several prices", () => {
  const miles = (surcharged: string): CaseSpec => ({
    agreements: [
      {
        terms: [
          { type: "rate", value: { item: "Haulage", unit: "mile", price: "2.10" } },
          { type: "rate", value: { item: "Fuel supplement", unit: "mile", price: "0.30" } },
        ],
      },
    ],
    invoices: [
      {
        issueDate: "2026-10-20",
        lines: [
          { description: "Haulage Mon and Tue", quantity: "410", unitPrice: "2.10", net: "861.00" },
          { description: "Fuel supplement", quantity: surcharged, unitPrice: "0.30" },
        ],
      },
    ],
    deliveries: [
      { kind: "usage", date: "2026-10-12", quantity: "200", unit: "mile", approved: true },
      { kind: "usage", date: "2026-10-13", quantity: "210", unit: "mile", approved: true },
    ],
  });

  test("proves all of them", () => {
    expect(outcomesOf("2", miles("410"))).toEqual(proven);
  });

  test("is the most of each", () => {
    expect(outcomesOf("2", miles("480"))).toContain("quantity.over fail");
  });

  test("is for one line of a price", () => {
    const [first] = miles("410").invoices ?? [];
    const twice = {
      ...first,
      lines: [
        ...(first?.lines ?? []),
        { description: "Fuel supplement, return", quantity: "410", unitPrice: "0.30" },
      ],
    };
    expect(outcomesOf("2", { ...miles("410"), invoices: [twice] })).not.toEqual(proven);
  });
});

describe("a record that is called like one price", () => {
  const loads = (item: string): CaseSpec => ({
    agreements: [
      {
        terms: [
          { type: "rate", value: { item: "Gravel 0/32", unit: "tonne", price: "18.00" } },
          { type: "rate", value: { item: "Topsoil", unit: "tonne", price: "24.00" } },
        ],
      },
    ],
    invoices: [
      {
        issueDate: "2026-10-20",
        lines: [
          { description: "Gravel 0/32", quantity: "12", unit: "tonne", unitPrice: "18.00" },
          { description: "Topsoil", quantity: "12", unit: "tonne", unitPrice: "24.00" },
        ],
      },
    ],
    deliveries: [{ kind: "goods", date: "2026-10-12", quantity: "12", unit: "tonne", approved: true, item }],
  });

  test("counts nothing for another", () => {
    expect(outcomesOf("1", loads("Gravel 0/32"))).toEqual(proven);
    expect(outcomesOf("2", loads("Gravel 0/32"))).toEqual([
      "quantity.over cannot-determine",
      "quantity.under cannot-determine",
    ]);
  });
});

describe("time that costs nothing at first", () => {
  const waiting = (billed: string, item: string | null = null): CaseSpec => ({
    agreements: [
      {
        terms: [
          {
            type: "rate",
            value: { item: "Waiting, after 2 free hours", unit: "hour", price: "60.00" },
          },
        ],
      },
    ],
    invoices: [
      {
        issueDate: "2026-10-20",
        lines: [{ description: "Waiting", quantity: billed, unit: "hour", unitPrice: "60.00" }],
      },
    ],
    deliveries: [
      { kind: "time", date: "2026-10-12", quantity: "3.5", unit: "hour", approved: true, item },
      { kind: "time", date: "2026-10-14", quantity: "1", unit: "hour", approved: true, item },
    ],
  });

  test("is left out of each visit", () => {
    expect(outcomesOf("1", waiting("1.5"))).toEqual(proven);
    expect(outcomesOf("1", waiting("1"))).toContain("quantity.under fail");
  });

  test("is doubtful where all of the time is billed", () => {
    expect(outcomesOf("1", waiting("4.5"))).toEqual([
      "quantity.over cannot-determine",
      "quantity.under cannot-determine",
    ]);
    expect(outcomesOf("1", waiting("6"))).toContain("quantity.over fail");
  });

  test("is out already where the record says so", () => {
    expect(outcomesOf("1", waiting("4.5", "Waiting after free time"))).toEqual(proven);
  });
});

describe("weight that its price leaves free", () => {
  const weighed = (billed: string): CaseSpec => ({
    agreements: [
      {
        terms: [
          { type: "rate", value: { item: "Skip", unit: "each", price: "240.00" } },
          { type: "rate", value: { item: "Rubble over 6 tonnes", unit: "tonne", price: "90.00" } },
        ],
      },
    ],
    invoices: [
      {
        issueDate: "2026-10-20",
        lines: [{ description: "Rubble over 6 t", quantity: billed, unit: "tonne", unitPrice: "90.00" }],
      },
    ],
    deliveries: [
      { kind: "goods", date: "2026-10-12", quantity: "6.8", unit: "tonne", approved: true, item: "Rubble" },
      { kind: "goods", date: "2026-10-14", quantity: "5.4", unit: "tonne", approved: true, item: "Rubble" },
    ],
  });

  test("is left out of each load", () => {
    expect(outcomesOf("1", weighed("0.8"))).toEqual(proven);
    expect(outcomesOf("1", weighed("1.8"))).not.toEqual(proven);
  });
});

describe("guests that a price for each names", () => {
  const dinner = (billed: string): CaseSpec => ({
    agreements: [
      {
        terms: [
          { type: "rate", value: { item: "Lunch per person", unit: "each", price: "20.00" } },
          { type: "rate", value: { item: "Dinner per person", unit: "each", price: "40.00" } },
        ],
      },
    ],
    invoices: [
      {
        issueDate: "2026-10-20",
        lines: [
          { description: "Lunch", quantity: "37", unitPrice: "20.00" },
          { description: "Dinner", quantity: billed, unitPrice: "40.00" },
        ],
      },
    ],
    deliveries: [{ kind: "goods", date: "2026-10-12", quantity: "37", unit: "person", approved: null }],
  });

  test("are counted once for all of them", () => {
    expect(outcomesOf("1", dinner("37"))).toEqual(proven);
    expect(outcomesOf("2", dinner("37"))).toEqual(proven);
    expect(outcomesOf("2", dinner("40"))).toContain("quantity.over fail");
  });
});

describe("records of a bill without a period", () => {
  const calls = (per: string, date: string): CaseSpec => ({
    agreements: [
      {
        terms: [
          { type: "fixed-fee", value: { item: "Support", amount: "300.00", per, timing: "advance" } },
          { type: "rate", value: { item: "Work on site", unit: "hour", price: "50.00" } },
        ],
      },
    ],
    invoices: [
      {
        issueDate: "2026-03-31",
        periodStart: null,
        periodEnd: null,
        lines: [{ description: "Work on site", quantity: "3", unit: "hour", unitPrice: "50.00" }],
      },
    ],
    deliveries: [{ kind: "time", date, quantity: "3", unit: "hour", approved: true }],
  });

  test("reach back over a quarter where it is billed by the quarter", () => {
    expect(outcomesOf("1", calls("quarter", "2026-01-20"))).toEqual(proven);
    expect(outcomesOf("1", calls("month", "2026-01-20"))).toContain("quantity.over cannot-determine");
  });
});

describe("a record that no line takes", () => {
  const spread = (quantity: string, item: string): CaseSpec => ({
    agreements: [
      {
        terms: [
          { type: "rate", value: { item: "Grit", unit: "kilogram", price: "0.80" } },
          { type: "rate", value: { item: "Bark", unit: "kilogram", price: "1.10" } },
        ],
      },
    ],
    invoices: [
      {
        issueDate: "2026-02-02",
        periodStart: "2026-01-01",
        periodEnd: "2026-02-01",
        lines: [{ description: "Grit", quantity, unit: "kilogram", unitPrice: "0.80" }],
      },
    ],
    deliveries: [{ kind: "goods", date: "2026-01-09", quantity: "25", unit: "kilogram", item }],
  });

  test("leaves open what may be its own", () => {
    expect(outcomesOf("1", spread("25", "Yard cleared"))).toEqual([
      "quantity.over cannot-determine",
      "quantity.under cannot-determine",
    ]);
    expect(outcomesOf("1", spread("25", "Grit"))).toEqual(proven);
  });
});
