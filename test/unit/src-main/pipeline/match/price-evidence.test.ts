import { describe, expect, test } from "vitest";
import type { LineMatch } from "../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../src-shared/time/index.ts";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { buildCase } from "../../../../builders/billing-case.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

const rate = (item: string, price: string, unit: string): TermSpec => ({
  type: "rate",
  value: { item, unit, price },
});

/** How the lines stand under the terms: the item that a line is bound to, else its state. */
function bind(terms: readonly TermSpec[], lines: readonly LineSpec[]): readonly string[] {
  const { matching, agreements } = buildCase({ agreements: [{ terms }], invoices: [{ lines }] });
  const all = agreements.flatMap((agreement) => agreement.terms);
  const nameOf = ({ state, bindings }: LineMatch): string => {
    const term = all.find(({ id }) => id === bindings[0]?.termId);
    if (term === undefined || state !== "bound") return state;
    return (term.value as { readonly item?: string }).item ?? term.type;
  };
  return (matching.invoices[0]?.lines ?? []).map(nameOf);
}

describe("a price that says little of what it is for", () => {
  const hives = [rate("services", "90.00", "tree"), rate("Trees under two metres", "55.00", "each")];

  test("is the one of a line at its figure where the closer price is billed by another line", () => {
    const lines = [
      row("Trees, two metres and taller", "40", "90.00"),
      row("Trees under two metres", "6", "55.00"),
    ];
    expect(bind(hives, lines)).toEqual(["services", "Trees under two metres"]);
  });

  test("is a question beside the closer price where no line bills that one", () => {
    expect(bind(hives, [row("Trees, two metres and taller", "40", "90.00")])).toEqual(["ambiguous"]);
  });

  test("is not meant by a line at another figure: that line is at a wrong price", () => {
    expect(bind(hives, [row("Trees under two metres", "6", "60.00")])).toEqual(["Trees under two metres"]);
  });
});

describe("two prices that fit alike", () => {
  const prices = [
    rate("Facade cleaning on demand", "2.10", "square-metre"),
    rate("Stair cleaning", "310.00", "each"),
  ];

  test("are told apart by the very price of the line", () => {
    expect(bind(prices, [row("Cleaning 12 May", "80", "2.10", { unit: "square-metre" })])).toEqual([
      "Facade cleaning on demand",
    ]);
  });

  test("stay a question where the line is at neither", () => {
    expect(bind(prices, [row("Cleaning 12 May", "80", "2.40", { unit: "square-metre" })])).toEqual([
      "ambiguous",
    ]);
  });

  test("stay a question where the line has only what they have in common", () => {
    const sites = [
      rate("Window cleaning north", "2.10", "each"),
      rate("Window cleaning south", "2.60", "each"),
    ];
    expect(bind(sites, [row("Window cleaning", "80", "2.60")])).toEqual(["ambiguous"]);
  });

  test("of two ranks, the price does not say which one worked", () => {
    const ranks = [rate("Senior fitter", "80.00", "hour"), rate("Junior fitter", "50.00", "hour")];
    const line = row("Junior fitter", "3", "80.00", { unit: "hour" });
    expect(bind(ranks, [line])).toEqual(["Junior fitter"]);
  });
});

describe("a step of a ladder of prices", () => {
  const ladder: TermSpec = {
    type: "tiers",
    value: {
      item: "all crates of the month",
      unit: "crate",
      method: "volume",
      per: "month",
      tiers: [
        { upTo: "30", price: "7.10" },
        { upTo: null, price: "6.30" },
      ],
    },
  };
  const flat = rate("Pallets, washed", "9.00", "pallet");

  test("goes before a price that shares a word and no figure", () => {
    expect(bind([ladder, flat], [row("Crates collected and washed", "44", "6.30")])).toEqual([
      "all crates of the month",
    ]);
  });

  test("is not meant at a figure that is none of its steps", () => {
    expect(bind([ladder, flat], [row("Pallets washed", "4", "9.00")])).toEqual(["Pallets, washed"]);
  });
});

describe("a price for each whose item names what it counts", () => {
  const terms = [rate("Attendance, full day", "300.00", "each"), rate("Inspection", "300.00", "each")];

  test("is the one of a line that counts days", () => {
    expect(bind(terms, [row("Attendance, full day", "2", "300.00", { unit: "day" })])).toEqual([
      "Attendance, full day",
    ]);
  });

  test("is none of hours", () => {
    expect(bind(terms, [row("Inspection", "2", "300.00", { unit: "hour" })])).toEqual(["unbound"]);
  });
});

describe("what a limit cuts off", () => {
  const terms: readonly TermSpec[] = [
    rate("Engineer", "100.00", "hour"),
    { type: "cap", value: { amount: "900.00", scope: "agreement" } },
  ];
  const work = row("Engineer", "10", "100.00", { unit: "hour" });

  test("needs no price where it brings the invoice to the limit", () => {
    expect(bind(terms, [work, { description: "Cut to ceiling", net: "-100.00" }])).toEqual([
      "Engineer",
      "not-priced",
    ]);
  });

  test.each(["-99.99", "-150.00"])("stays without a term at %s", (net) => {
    expect(bind(terms, [work, { description: "Cut to ceiling", net }])).toEqual(["Engineer", "unbound"]);
  });

  test("may stand above what the limit does not cover", () => {
    const travel = row("Engineer", "2", "100.00", { unit: "hour" });
    expect(bind(terms, [work, { description: "Cut to ceiling", net: "-100.00" }, travel])).toEqual([
      "Engineer",
      "not-priced",
      "Engineer",
    ]);
  });

  test("stays without a term where the agreement has no limit", () => {
    expect(bind(terms.slice(0, 1), [work, { description: "Cut to ceiling", net: "-100.00" }])).toEqual([
      "Engineer",
      "unbound",
    ]);
  });
});

describe("the least that is charged", () => {
  const terms: readonly TermSpec[] = [
    rate("Disks, shredded", "8.00", "disk"),
    { type: "minimum", value: { amount: "75.00", per: null, scope: "disk" } },
  ];

  test("goes before the price of what is billed, at its very sum", () => {
    expect(bind(terms, [row("Disks shredded, minimum of the run", "1", "75.00")])).toEqual(["minimum"]);
  });

  test("does not at another sum", () => {
    expect(bind(terms, [row("Disks shredded, minimum of the run", "1", "80.00")])).toEqual([
      "Disks, shredded",
    ]);
  });
});

describe("a price with one word of the line to itself", () => {
  const prices = [rate("Stainless basket under sieve", "48.00", "each"), rate("Diver", "95.00", "hour")];
  const sieve = "Aquila sieve, north basin, bronze mesh, long handle";

  test("is meant by a line near its figure", () => {
    expect(bind(prices, [row(sieve, "2", "57.00", { unit: "each" })])).toEqual([
      "Stainless basket under sieve",
    ]);
  });

  test("is not meant by a line far from its figure", () => {
    expect(bind(prices, [row(sieve, "2", "480.00", { unit: "each" })])).toEqual(["unbound"]);
  });

  test("is a sum no more where another line bills it and it is due once", () => {
    const fee: TermSpec = {
      type: "fixed-fee",
      value: { item: "Concrete collar under sieve", amount: "900.00", per: "once" },
    };
    const own = row("Concrete collar under sieve", "1", "900.00");
    const other = row(sieve, "1", "870.00");
    expect(bind([fee], [other])).toEqual(["Concrete collar under sieve"]);
    expect(bind([fee], [own, other])).toEqual(["Concrete collar under sieve", "unbound"]);
  });
});

describe("a line that names a change of the agreement", () => {
  /** Whether the line is under the change's one sum. */
  function isUnderChange(line: LineSpec): boolean {
    const { matching, agreements } = buildCase({
      agreements: [
        { terms: [rate("Dredging", "31.00", "each")] },
        {
          title: "Variation 4",
          number: "VO-04",
          rank: "change-order",
          signedOn: localDate("2026-03-20"),
          references: [{ number: "MSA-014" }],
          terms: [{ type: "fixed-fee", value: { item: "Sheet pile head", amount: "2600.00", per: "once" } }],
        },
      ],
      invoices: [{ lines: [row("Dredging", "10", "31.00"), line] }],
    });
    const sum = agreements.flatMap(({ terms }) => terms).find(({ type }) => type === "fixed-fee");
    const [binding] = matching.invoices[0]?.lines[1]?.bindings ?? [];
    return sum !== undefined && binding?.termId === sum.id;
  }

  test("is under the sum that the change sets", () => {
    expect(isUnderChange(row("North quay, Variation 4", "1", "2700.00"))).toBe(true);
  });

  test("is not where it names another change, or bills hours", () => {
    expect(isUnderChange(row("North quay, Variation 5", "1", "2700.00"))).toBe(false);
    expect(isUnderChange(row("North quay, Variation 4", "12", "55.00", { unit: "hour" }))).toBe(false);
  });
});
