import { describe, expect, test } from "vitest";
import type { Agreement, LineMatch } from "../../../../../src-shared/model/index.ts";
import { buildCase } from "../../../../builders/billing-case.ts";
import type { CaseSpec } from "../../../../builders/billing-case.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

/** What each line of an invoice falls under: the name and price of its term, else the state of the line. */
function bind(
  terms: readonly TermSpec[],
  lines: readonly LineSpec[],
  agreement: NonNullable<CaseSpec["agreements"]>[number] = {},
): readonly string[] {
  const built = buildCase({ agreements: [{ ...agreement, terms }], invoices: [{ lines }] });
  return (built.matching.invoices[0]?.lines ?? []).map((line) => nameOf(line, built.agreements[0]));
}

function nameOf({ state, bindings }: LineMatch, agreement: Agreement | undefined): string {
  if (state !== "bound") return state;
  const value = agreement?.terms.find(({ id }) => id === bindings[0]?.termId)?.value as Record<
    string,
    string
  >;
  const name = value["item"] ?? value["name"] ?? (value["percent"] === undefined ? "goods" : "deposit");
  return [name, value["price"] ?? value["amount"]].filter((part) => part !== undefined).join(" ");
}

const rate = (
  item: string,
  price: string,
  unit: string,
  rest: object = {},
  term: Partial<TermSpec> = {},
): TermSpec => ({
  type: "rate",
  value: { item, unit, price, ...rest },
  ...term,
});

describe("one machine at the price of a day, of a week and of four weeks", () => {
  const lift = [
    rate("Scissor lift 8 m", "95.00", "day"),
    rate("Scissor lift 8 m", "290.00", "week"),
    rate("Scissor lift 8 m", "780.00", "week", { priceBase: "4" }),
  ];
  const hired = (quantity: string, unit: string | null, unitPrice: string): LineSpec => ({
    description: "Scissor lift 8 m",
    quantity,
    unit,
    unitPrice,
    net: unitPrice,
  });

  test.each([
    ["3", "day", "95.00", "Scissor lift 8 m 95.00"],
    ["2", "week", "290.00", "Scissor lift 8 m 290.00"],
    ["2", "week", "310.00", "Scissor lift 8 m 290.00"],
    ["1", "4-week", "780.00", "Scissor lift 8 m 780.00"],
    ["1", "28-day", "800.00", "Scissor lift 8 m 780.00"],
    ["1", null, "780.00", "Scissor lift 8 m 780.00"],
  ])("%s × %s at %s", (quantity, unit, price, expected) => {
    expect(bind(lift, [hired(quantity, unit, price)])).toEqual([expected]);
  });
});

describe("prices in columns", () => {
  const columns = [
    rate("Bordeaux - Lyon", "62.00", "pallet", {}, { conditions: ["Sec"] }),
    rate("Bordeaux - Lyon", "91.00", "pallet", {}, { conditions: ["Frais dirigé"] }),
  ];
  const pallets = (description: string, unitPrice: string): LineSpec => ({
    description,
    quantity: "4",
    unit: "pallet",
    unitPrice,
    net: "1.00",
  });

  test("the word of the column decides, also at another price", () => {
    expect(bind(columns, [pallets("Bordeaux - Lyon, sec", "91.00")])).toEqual(["Bordeaux - Lyon 62.00"]);
    expect(bind(columns, [pallets("Bordeaux - Lyon (dirigé)", "91.00")])).toEqual(["Bordeaux - Lyon 91.00"]);
  });

  test("without it nobody can tell", () => {
    expect(bind(columns, [pallets("Bordeaux - Lyon", "62.00")])).toEqual(["ambiguous"]);
  });
});

describe("a share of the whole names its deposit or stage", () => {
  const stages: readonly TermSpec[] = [
    { type: "deposit", value: { percent: "35" } },
    { type: "milestone", value: { name: "Rohbau", percent: "40", acceptance: false } },
    { type: "milestone", value: { name: "Übergabe", percent: "25", acceptance: true } },
  ];

  test.each([
    ["Eerste termijn 35% bij opdracht", "deposit"],
    ["2. Rate, 40 Prozent", "Rohbau"],
    ["Solde 25 %", "Übergabe"],
    ["Rate 30 %", "unbound"],
  ])("%s", (description, expected) => {
    expect(bind(stages, [{ description, quantity: "1", net: "3500.00" }])).toEqual([expected]);
  });
});

describe("the one fee that no other line bills", () => {
  const terms: readonly TermSpec[] = [
    {
      type: "fixed-fee",
      value: {
        item: "sweeping, salting and winter watch",
        amount: "480.00",
        per: "month",
        timing: "arrears",
      },
    },
    rate("Loader", "74.00", "hour"),
  ];
  const winter = { title: "Winter Service Contract" };
  const loader: LineSpec = {
    description: "Loader, snow removal",
    quantity: "3",
    unit: "hour",
    unitPrice: "74.00",
    net: "222.00",
  };

  test("at its very amount beside other lines", () => {
    const lines = [{ description: "Grounds January", net: "480.00" }, loader];
    expect(bind(terms, lines, winter)).toEqual(["sweeping, salting and winter watch 480.00", "Loader 74.00"]);
  });

  test("at another amount under the title of the agreement or its cadence", () => {
    for (const description of ["Winter service", "Monthly flat rate, grounds"])
      expect(bind(terms, [{ description, net: "510.00" }, loader], winter)[0]).toBe(
        "sweeping, salting and winter watch 480.00",
      );
  });

  test("not under other words at another amount, and not twice", () => {
    expect(bind(terms, [{ description: "Grit bin, supplied", net: "510.00" }, loader], winter)[0]).toBe(
      "unbound",
    );
    const twice = [
      { description: "Grounds east", net: "480.00" },
      { description: "Grounds west", net: "480.00" },
    ];
    expect(bind(terms, twice, winter)).toEqual(["unbound", "unbound"]);
  });
});

describe("goods under the clause on their cost", () => {
  const terms: readonly TermSpec[] = [
    rate("Kältetechniker", "84.00", "hour"),
    { type: "expenses", value: { types: ["Ersatzteile"], markupPercent: "15" } },
  ];

  test("a thing that no price names", () => {
    const line = {
      description: "Kondensatpumpe SI-30",
      quantity: "1",
      unit: "each",
      unitPrice: "92.00",
      net: "92.00",
    };
    expect(bind(terms, [line])).toEqual(["goods"]);
  });

  test.each([
    { description: "Anfahrtspauschale", quantity: "1", unit: "each", unitPrice: "45.00", net: "45.00" },
    { description: "Projektleiter", quantity: "2", unit: "hour", unitPrice: "99.00", net: "198.00" },
    { description: "Notdienst Sonntag", quantity: "1", unit: "each", unitPrice: "99.00", net: "99.00" },
  ])("work and fees are no goods: $description", (line) => {
    expect(bind(terms, [line])).toEqual(["unbound"]);
  });
});
