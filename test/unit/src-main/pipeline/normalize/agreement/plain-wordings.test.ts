import { describe, expect, test } from "vitest";
import { agreementOf, termsOf, valuesOf } from "./agreement-of.ts";

/** Everything that a clause prices, as "type item price/unit". */
const pricesIn = (clause: string): readonly string[] =>
  termsOf(clause).flatMap(({ type, value }) => {
    const { item, price, amount, unit, per } = value as Record<
      "item" | "price" | "amount" | "unit" | "per",
      string
    >;
    return type === "rate" || type === "overage"
      ? [`${type} ${item} ${price}/${unit}`]
      : type === "fixed-fee"
        ? [`${type} ${item} ${amount}/${per}`]
        : [];
  });

describe("prices without a word of charging", () => {
  test.each([
    ["Marquee hire, £1,240 for the day.", "fixed-fee Marquee hire 1240/once"],
    ["A Saturday pick-up is $28.", "fixed-fee Saturday pick-up 28/once"],
    ["Wasted journey £18.50.", "fixed-fee Wasted journey 18.50/once"],
    ["Late collection: £12 per quarter of an hour.", "rate Late collection 12/hour"],
    ["Mileage is 55p.", "rate Mileage 0.55/mile"],
    ["STAT handling adds $35 to each specimen.", "rate STAT handling 35/specimen"],
    ["For the annual accounts we charge a fixed price of € 4,750.", "fixed-fee accounts 4750/once"],
    ["Hours past the allotment are billed at $155.", "rate Hours past the allotment 155/hour"],
  ])("%s", (clause, wanted) => {
    expect(pricesIn(clause)).toEqual([wanted]);
  });

  test.each([
    "Last season we did this for £3,900 a day.",
    "If you would rather have the smaller kit, take £275 off; we have not assumed it.",
    "The house is worth £250,000.",
    "The Occupier insures its contents for at least £50,000.",
    "If diesel exceeds $4.25 a gallon we will talk.",
    "Total media budget for the period is expected to be around $30,000.",
  ])("%s prices nothing", (clause) => {
    expect(pricesIn(clause)).toEqual([]);
    expect(valuesOf("cap", clause)).toEqual([]);
    expect(valuesOf("minimum", clause)).toEqual([]);
  });
});

describe("prices in a row", () => {
  test.each([
    [
      "The hourly rates are £310 for partners, £225 for associates and £120 for trainees.",
      ["rate partners 310/hour", "rate associates 225/hour", "rate trainees 120/hour"],
    ],
    [
      "Camera operators come at £385 a day each (ten hours on site), the vision mixer at £460 and the sound engineer at £440.",
      ["rate Camera operators 385/day", "rate vision mixer 460/day", "rate sound engineer 440/day"],
    ],
    [
      "A nurse is billed at $78 per hour on weekdays, $84 on nights and $92 on weekends.",
      ["rate nurse, weekdays 78/hour", "rate nurse, nights 84/hour", "rate nurse, weekends 92/hour"],
    ],
    [
      "Partners, associates and clerks are billed at $500, $350 and $150 per hour respectively.",
      ["rate Partners 500/hour", "rate associates 350/hour", "rate clerks 150/hour"],
    ],
    [
      "Additional work at £46 per hour (engineer) and £29 per hour (apprentice).",
      ["rate engineer 46/hour", "rate apprentice 29/hour"],
    ],
    [
      "Labor is charged at: Manager $165; Operator $96; Draftsperson $74 (all per hour).",
      ["rate Manager 165/hour", "rate Operator 96/hour", "rate Draftsperson 74/hour"],
    ],
    [
      "£720 for a lead engineer and £540 for an engineer, per day.",
      ["rate lead engineer 720/day", "rate engineer 540/day"],
    ],
  ])("%s", (clause, wanted) => {
    expect(pricesIn(clause)).toEqual(wanted);
  });
});

describe("rules of payment and use in plain words", () => {
  test("a rise by an index has its floor, its ceiling and the day of its year", () => {
    expect(
      valuesOf(
        "escalator",
        "On each 1 July the fee goes up by the rise in the Retail Prices Index, with a floor of 2% and a ceiling of 6%.",
      ),
    ).toMatchObject([{ index: "Retail Prices Index", floor: "2", cap: "6", first: "2026-07-01" }]);
    expect(valuesOf("escalator", "Rates rise by 3.5% every January 1.")).toMatchObject([
      { first: "2027-01-01" },
    ]);
  });

  test.each([
    ["Bills fall due 21 days after they are delivered.", { days: 21, from: "receipt" }],
    ["Net 30; 2% 10 days.", { days: 30, earlyDiscount: { percent: "2", days: 10 } }],
    ["Facturas pagaderas a 45 días fecha factura.", { days: 45, from: "invoice-date" }],
  ])("%s", (clause, wanted) => {
    expect(valuesOf("payment-terms", clause)).toMatchObject([wanted]);
  });

  test("what a lead-in promises is included, whatever it counts", () => {
    const clause =
      "What you get each month for the retainer of $6,500:\n\n• 40 hours of team time\n\n• four blog articles";
    expect(valuesOf("included", clause)).toMatchObject([
      { quantity: "40", unit: "hour", per: "month" },
      { quantity: "4", unit: "post" },
    ]);
    expect(valuesOf("included", "Included volume: 2,000,000 rows per month.")).toMatchObject([
      { quantity: "2000000", unit: "rows", per: "month" },
    ]);
  });

  test("a fee in advance beside use in arrears is two timings, none of them the invoices' own", () => {
    const terms = termsOf(
      "A platform charge of $250 is due each month in advance. Charges for use are invoiced monthly in arrears.",
    );
    expect(terms.filter(({ type }) => type === "billing").map(({ value }) => value)).toEqual([
      { frequency: "month", timing: "arrears" },
    ]);
    expect(terms.find(({ type }) => type === "fixed-fee")?.value).toMatchObject({
      per: "month",
      timing: "advance",
    });
  });

  test("pieces of one rule on expenses are one term", () => {
    expect(valuesOf("expenses", "Travel is reimbursed at cost, up to $2,500 in total.")).toMatchObject([
      { markupPercent: "0", totalCap: "2500" },
    ]);
  });

  test("clauses counted in words have headings too", () => {
    const { from, to } = agreementOf(
      "CONTRATO DE SERVICIOS\n\nQuinta.- Vigencia. Desde el 1 de marzo de 2026 hasta el 28 de febrero de 2028.\n",
    );
    expect([from, to]).toEqual(["2026-03-01", "2028-02-29"]);
  });
});

test("a table of bare figures is in the currency that its caption names by its sign", () => {
  const { terms } = agreementOf(
    "TERMS OF HIRE\n\nHire charges (£, excluding VAT)\n\n| Machine | Day | Week |\n| Mini digger | 85.00 | 295.00 |\n| Dumper | 70.00 | 245.00 |\n",
  );
  expect(
    terms.flatMap(({ type, value }) => {
      const { item, unit, price } = value as Record<"item" | "unit" | "price", string>;
      return type === "rate" ? [`${item} ${price}/${unit}`] : [];
    }),
  ).toEqual(["Mini digger 85.00/day", "Mini digger 295.00/week", "Dumper 70.00/day", "Dumper 245.00/week"]);
});

test("an option that was not ordered is no fee", () => {
  expect(pricesIn("Option, not included: EV charger, £1,150.")).toEqual([]);
});
