import { describe, expect, test } from "vitest";
import { matchDocuments, noAssignments } from "../../../../../src-main/pipeline/match/index.ts";
import { defaultPolicy } from "../../../../../src-shared/model/index.ts";
import type { LineMatch, Policy } from "../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../src-shared/time/index.ts";
import { aDelivery, anAgreement, anInvoice } from "../../../../builders/billing-documents.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

const rate = (item: string, price: string, unit = "hour", rest: Partial<TermSpec> = {}): TermSpec => ({
  type: "rate",
  value: { item, unit, price },
  ...rest,
});
const fee = (item: string, amount: string): TermSpec => ({
  type: "fixed-fee",
  value: { item, amount, per: "month", timing: "arrears" },
});

function bind(
  terms: readonly TermSpec[],
  line: LineSpec,
  policy: Partial<Policy> = {},
): LineMatch & { readonly item: string | null } {
  const agreement = anAgreement({ terms });
  const invoice = anInvoice({ lines: [line] });
  const matching = matchDocuments({
    agreements: [agreement],
    invoices: [invoice],
    deliveries: [],
    policy: { ...defaultPolicy, ...policy },
    assignments: noAssignments,
  });
  const found = matching.invoices[0]?.lines[0] as LineMatch;
  const term = agreement.terms.find(({ id }) => id === found.bindings[0]?.termId);
  return { ...found, item: (term?.value as { readonly item?: string } | undefined)?.item ?? null };
}

const hours = (description: string, unitPrice = "100.00", rest: LineSpec = {}): LineSpec => ({
  description,
  quantity: "1",
  unit: "hour",
  unitPrice,
  net: unitPrice,
  ...rest,
});

describe("a line falls under a term by its attributes", () => {
  const team = [
    rate("Senior Consultant", "150.00"),
    rate("Junior Consultant", "90.00"),
    rate("Consultant", "120.00"),
  ];

  test.each([
    ["Senior Consultant", "Senior Consultant"],
    ["Sr. consultant, workshop preparation", "Senior Consultant"],
    ["Consulting by junior consultant", "Junior Consultant"],
    ["Consultant, October", "Consultant"],
  ])("%s", (description, item) => {
    expect(bind(team, hours(description)).item).toBe(item);
  });

  test("senior is not junior: without the rank nothing is bound", () => {
    expect(
      bind([rate("Junior Consultant", "90.00"), rate("Junior Analyst", "80.00")], hours("Senior Consultant"))
        .state,
    ).toBe("unbound");
  });

  test("a role that is not in the table is not the only one that is", () => {
    expect(bind([rate("Electrician", "95.00")], hours("Project manager")).state).toBe("unbound");
  });

  test("a task falls under the only price of an hour", () => {
    expect(bind([rate("Hourly rate", "95.00")], hours("Replace door closer, building B")).state).toBe(
      "bound",
    );
  });

  test("a unit that contradicts rules a term out", () => {
    expect(bind([rate("Support", "95.00", "gigabyte")], hours("Support")).state).toBe("unbound");
  });

  test("sizes must agree", () => {
    const bins = [rate("20 yard container", "310.00", "each"), rate("30 yard container", "390.00", "each")];
    expect(
      bind(bins, {
        description: "Container 30 yard, delivered",
        quantity: "1",
        unit: "each",
        unitPrice: "390.00",
        net: "390.00",
      }).item,
    ).toBe("30 yard container");
    expect(
      bind(bins, {
        description: "Container 40 yard",
        quantity: "1",
        unit: "each",
        unitPrice: "450.00",
        net: "450.00",
      }).state,
    ).toBe("unbound");
  });

  test("overtime is not the day rate", () => {
    const shifts = [rate("Technician", "80.00"), rate("Technician overtime", "120.00")];
    expect(bind(shifts, hours("Technician", "80.00")).item).toBe("Technician");
    expect(bind(shifts, hours("Technician, overtime Saturday", "120.00")).item).toBe("Technician overtime");
  });

  test("an item code decides over words", () => {
    const items = [
      rate("HX-200 heat exchanger", "900.00", "each"),
      rate("HX-300 heat exchanger", "1100.00", "each"),
    ];
    expect(
      bind(items, {
        description: "Heat exchanger",
        itemCode: "HX-300",
        quantity: "1",
        unit: "each",
        unitPrice: "1100.00",
        net: "1100.00",
      }).item,
    ).toBe("HX-300 heat exchanger");
  });

  test("words that two terms share decide nothing", () => {
    expect(
      bind([rate("Engineer London", "120.00"), rate("Engineer Leeds", "100.00")], hours("Engineer", "120.00"))
        .state,
    ).toBe("ambiguous");
  });

  test("a wording that a person confirmed is the agreement's wording", () => {
    const customers = [
      {
        name: "Acme Facilities Inc.",
        aliases: [],
        orderPattern: null,
        requiredFields: [],
        itemAliases: { "Blue team": "Senior Consultant" },
      },
    ];
    const found = bind(team, hours("Blue team"), { customers });
    expect(found.item).toBe("Senior Consultant");
    expect(found.bindings[0]?.reasons).toContain("confirmed-alias");
  });

  test("a person of the roster bills at the role", () => {
    const roster: TermSpec = {
      type: "roster",
      value: { people: [{ name: "Ana Ruiz", role: "Senior Consultant" }] },
    };
    expect(bind([...team, roster], hours("Ana Ruiz, sprint 4", "150.00")).item).toBe("Senior Consultant");
  });

  test("a recurring fee is found by its words, not by an hour's price", () => {
    const found = bind([fee("Managed support", "1450.00"), rate("Support", "95.00")], {
      description: "Managed support October 2026",
      net: "1600.00",
    });
    expect(found.item).toBe("Managed support");
  });

  test("rows that bill nothing need no price", () => {
    expect(bind(team, { description: "Rounding", net: "0.02" }).state).toBe("not-priced");
    expect(bind(team, { description: "Work of week 40" }).state).toBe("not-priced");
    expect(bind(team, { description: "Volume discount 5 %", net: "-50.00" }).state).toBe("not-priced");
  });

  test("an expense without a clause on expenses is agreed nowhere", () => {
    expect(bind(team, { description: "Hotel, two nights", net: "240.00" }).state).toBe("unbound");
    expect(
      bind([...team, { type: "expenses", value: {} }], { description: "Hotel, two nights", net: "240.00" })
        .state,
    ).toBe("bound");
  });

  test("a clause with an open question is offered, not used", () => {
    const found = bind(
      [rate("Senior Consultant", "150.00", "hour", { questions: ["right-needs-exercise"] })],
      hours("Senior Consultant"),
    );
    expect(found.state).toBe("unbound");
    expect(found.candidates).toHaveLength(1);
  });

  test("a line over a change of price is split by its days", () => {
    const terms = [
      rate("Developer", "150.00", "hour", { to: localDate("2026-10-15") }),
      rate("Developer", "160.00", "hour", { from: localDate("2026-10-15") }),
    ];
    const found = bind(terms, hours("Developer", "155.00"));
    expect(found.state).toBe("split");
    expect(found.bindings.map(({ from, to }) => [from, to])).toEqual([
      ["2026-10-01", "2026-10-15"],
      ["2026-10-15", "2026-11-01"],
    ]);
    expect(bind(terms, hours("Developer", "150.00", { serviceDate: "2026-10-14" })).bindings).toHaveLength(1);
  });
});

describe("a line is proven by records", () => {
  const terms = [rate("Senior Consultant", "150.00"), rate("Junior Consultant", "90.00")];
  const shares = (
    lines: readonly LineSpec[],
    deliveries: readonly Parameters<typeof aDelivery>[0][],
  ): readonly (readonly (string | null)[])[] => {
    const records = deliveries.map((delivery, index) => aDelivery(delivery, index));
    const matching = matchDocuments({
      agreements: [anAgreement({ terms })],
      invoices: [anInvoice({ lines })],
      deliveries: records,
      policy: defaultPolicy,
      assignments: noAssignments,
    });
    return (matching.invoices[0]?.lines ?? []).map(({ deliveries: found }) =>
      found.map(({ quantity }) => quantity),
    );
  };

  test("each role takes its own records", () => {
    const lines = [
      hours("Senior Consultant", "150.00", { quantity: "8" }),
      hours("Junior Consultant", "90.00", { quantity: "4" }),
    ];
    expect(
      shares(lines, [
        { role: "Junior Consultant", quantity: "4" },
        { role: "Senior Consultant", quantity: "8" },
      ]),
    ).toEqual([["8"], ["4"]]);
  });

  test("a record is split between the lines that bill it", () => {
    const lines = [
      hours("Senior Consultant, design", "150.00", { quantity: "3" }),
      hours("Senior Consultant, review", "150.00", { quantity: "5" }),
    ];
    expect(shares(lines, [{ role: "Senior Consultant", quantity: "8" }])).toEqual([["3"], ["5"]]);
  });

  test("a record that a line names by its id is that line's", () => {
    const lines = [
      hours("Senior Consultant", "150.00", { quantity: "2", sourceIds: ["T-2"] }),
      hours("Senior Consultant", "150.00", { quantity: "6" }),
    ];
    expect(
      shares(lines, [
        { sourceId: "T-1", role: "Senior Consultant", quantity: "6" },
        { sourceId: "T-2", role: "Senior Consultant", quantity: "2" },
      ]),
    ).toEqual([["2"], ["6"]]);
  });

  test("what nobody bills stays with the line of its days", () => {
    expect(
      shares(
        [hours("Senior Consultant", "150.00", { quantity: "5" })],
        [{ role: "Senior Consultant", quantity: "8" }],
      ),
    ).toEqual([["8"]]);
  });

  test("records of other days, customers and units are none", () => {
    const line = hours("Senior Consultant", "150.00", { quantity: "5" });
    expect(
      shares(
        [line],
        [
          { date: "2026-11-01" },
          { customer: "Zenith Logistics GmbH" },
          { kind: "goods", unit: "piece", item: "Cable" },
        ],
      ),
    ).toEqual([[]]);
  });

  test("a shortened name of the customer is the customer", () => {
    expect(
      shares(
        [hours("Senior Consultant", "150.00", { quantity: "5" })],
        [{ customer: "ACME Facilities", quantity: "5" }],
      ),
    ).toEqual([["5"]]);
  });
});
