import { describe, expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

describe("a share on top of a rate", () => {
  test.each([
    "Fuel surcharge: 6% of the freight rate.",
    "Fuel surcharge of 6% of the applicable lane rate.",
    "Dieselzuschlag: 6 % des Frachtsatzes.",
  ])("adds to it: %s", (clause) => {
    expect(valuesOf("surcharge", clause).map(({ percent }) => percent)).toEqual(["6"]);
  });

  test("and a rate that is a share of another one is none", () => {
    expect(valuesOf("surcharge", "Travel time is billed at 50% of the hourly rate.")).toEqual([]);
  });
});

describe("a share under the name of a tax", () => {
  test("is the rate of the tax, whatever it is taken from", () => {
    const terms = termsOf("Sales tax. 8.25% on food, beverage, service charge and rentals.");
    expect(terms.map(({ type }) => type)).toContain("tax");
    expect(terms.map(({ type }) => type)).not.toContain("surcharge");
  });
});

describe("goods at the zero rate", () => {
  test.each(["VAT is charged where applicable; food is zero-rated.", "Food items are zero-rated for VAT."])(
    "are some of the goods, and not all: %s",
    (clause) => {
      expect(valuesOf("tax", clause)).toEqual([]);
    },
  );

  test.each(["All supplies are zero-rated.", "You are zero rated for VAT.", "We are zero-rated for VAT."])(
    "are all of them where the clause says so of all or of who sells: %s",
    (clause) => {
      expect(valuesOf("tax", clause)).toEqual([{ category: "Z", rate: "0" }]);
    },
  );
});

describe("prices for a week and for several", () => {
  test.each(["per four weeks", "per 4 weeks", "per 4-week period"])("are two prices: %s", (unit) => {
    const prices = valuesOf("rate", `Boom lift: $385.00 per day, $1,150.00 per week and $2,900.00 ${unit}.`);
    expect(prices.map(({ price, unit: of, priceBase }) => [price, of, priceBase])).toEqual([
      ["385.00", "day", undefined],
      ["1150.00", "week", undefined],
      ["2900.00", "week", "4"],
    ]);
  });
});

describe("a price that begins after a free start", () => {
  test.each([
    ["Waiting time: first hour free, thereafter $38.00 per hour.", "Waiting time", "38.00"],
    ["Detention: 2 hours free, then $65.00 per hour.", "Detention", "65.00"],
  ])("is named by its label, and gives nothing by the month: %s", (clause, item, price) => {
    expect(valuesOf("rate", clause)).toEqual([expect.objectContaining({ item, price, unit: "hour" })]);
    expect(valuesOf("included", clause)).toEqual([]);
  });
});

describe("a least order", () => {
  test.each(["Minimum order: $500.00.", "Minimum release: $500.00.", "Minimum call-off: $500.00."])(
    "is no sum that must be billed: %s",
    (clause) => {
      expect(valuesOf("minimum", clause)).toEqual([]);
    },
  );
});

describe("an order of work that the payer numbers", () => {
  test("is the payer's order, where bills are asked to quote it", () => {
    expect(
      valuesOf("purchase-order", "Kindly quote our work order no. VS/PR/2026/17 on your bills."),
    ).toEqual([{ number: "VS/PR/2026/17" }]);
  });
});

describe("a label with its code above a table", () => {
  test("says the payer's order and heads nothing", () => {
    expect(
      valuesOf("purchase-order", "## Customer order no: SC-1184\n\nDelivery costs $40.00 per machine."),
    ).toEqual([{ number: "SC-1184" }]);
  });
});
