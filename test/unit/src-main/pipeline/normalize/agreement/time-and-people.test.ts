import { describe, expect, test } from "vitest";
import { agreementOf, termsOf, valuesOf } from "./agreement-of.ts";

describe("two columns of prices that print their unit", () => {
  const table =
    "| Grade | Standard charge | Overtime charge |\n|---|---|---|\n| Welder | $41.00/hr | $61.50/hr |\n| Fitter | $37.00/hr | $55.50/hr |";

  test("are told apart by the head of the unusual one, and contradict nothing", () => {
    const rates = termsOf(table, "4. Charges").filter(({ type }) => type === "rate");
    expect(rates.flatMap(({ questions }) => questions ?? [])).toEqual([]);
    expect(rates.map(({ conditions }) => conditions?.join() ?? null)).toEqual([
      null,
      "Overtime charge",
      null,
      "Overtime charge",
    ]);
  });
});

test("who helps is of the crew as much as who leads", () => {
  const clause =
    "The work is carried out by Judith Marlow (partner), assisted by Tom Ackland (associate) and supported by Lee Karr (clerk).";
  expect(valuesOf("roster", clause, "3. People")).toEqual([
    {
      people: [
        { name: "Judith Marlow", role: "partner" },
        { name: "Tom Ackland", role: "associate" },
        { name: "Lee Karr", role: "clerk" },
      ],
    },
  ]);
});

test("a time in which something is delivered is no least of it", () => {
  const prices = "| Service | Unit | Price |\n|---|---|---|\n| Layout work | hour | $70.00 |";
  const rush = "Rush jobs (delivery in less than 24 hours) carry a surcharge of 25%.";
  expect(valuesOf("rate", `${prices}\n\n${rush}`)).toEqual([
    { item: "Layout work", unit: "hour", price: "70.00" },
  ]);
});

test("a province before its postcode is no order of the buyer", () => {
  const parties =
    'Between Larch Translations Inc. ("Supplier") and Cedar Devices Ltd., 90 Howe Street, Vancouver, BC V6Z 2M4 ("Client")';
  expect(valuesOf("purchase-order", parties)).toEqual([]);
});

describe("papers that stand under others", () => {
  const head = (text: string): ReturnType<typeof agreementOf> =>
    agreementOf(`${text}\n\nThe rate of the Analyst is changed from $58.00 to $61.00 per hour.`, "amendment");

  test("a name in quotes may stand between what a paper is and its number", () => {
    expect(
      agreementOf(
        '# MASTER SERVICES AGREEMENT\n\nThis Master Services Agreement ("MSA") No. KD-118 is made on 5 January 2026 between Asterwood Services LLC ("Vendor") and Tolland Freight, Inc. ("Customer").\n\n## 1. Fees\n\nFees are $90.00 per hour.',
      ).number,
    ).toBe("KD-118");
  });

  test("what a changed order stands under is not what is changed", () => {
    const { references } = head(
      "# Amendment No. 2 to Statement of Work No. 5\n\nThis Amendment amends Statement of Work No. 5 under the Master Services Agreement KD-118 between Asterwood Services LLC and Tolland Freight, Inc.",
    );
    expect(references.map(({ number, relation }) => [number, relation])).toEqual([
      ["5", "amends"],
      ["KD-118", "under"],
    ]);
  });
});

describe("half days", () => {
  test.each([
    "Training is charged at $800.00 per day or $450.00 per half day.",
    "Coaching costs $800.00 per day ($450.00 per half-day).",
    "Day rate: $800.00 per day, half days at $450.00.",
    "Formation : 800,00 $ par jour, 450,00 $ la demi-journée.",
    "Training: $ 800,00 per dag, $ 450,00 per dagdeel.",
  ])("have a price of their own beside that of a day: %s", (clause) => {
    expect(valuesOf("rate", clause).map(({ unit, price }) => [unit, price])).toEqual([
      ["day", "800.00"],
      ["half-day", "450.00"],
    ]);
  });

  test("are the subject of their price", () => {
    expect(valuesOf("rate", "Half days are charged at $475.00.").map(({ unit }) => unit)).toEqual([
      "half-day",
    ]);
  });
});

describe("people of one paper", () => {
  test("are one roster, wherever it names them", () => {
    const clause =
      "The work is done by Judith Marlow (partner) and Tom Ackland (associate).\n\n| Name | Rate per hour |\n|---|---|\n| Judith Marlow | $340.00 |\n| Lee Karr | $145.00 |";
    expect(
      valuesOf("roster", clause, "3. People").map(({ people }) => people.map(({ name }) => name)),
    ).toEqual([["Judith Marlow", "Tom Ackland", "Lee Karr"]]);
  });

  test.each([
    ["Ann Moss joins the team as Data Engineer at $64.00 per hour.", "Data Engineer"],
    [
      "Effective 1 May 2026, Ann Moss is added to the team as a Senior Analyst at $64.00 per hour.",
      "Senior Analyst",
    ],
  ])("who join it leave the roster that is there as it is: %s", (clause, role) => {
    const roster = termsOf(clause, "1. Changes").find(({ type }) => type === "roster");
    expect(roster?.value).toEqual({ people: [{ name: "Ann Moss", role }] });
    expect(roster?.conditions?.length).toBe(1);
    expect(valuesOf("rate", clause, "1. Changes").map(({ item }) => item)).toEqual([role]);
  });
});

describe("time that the fee of a month buys", () => {
  test.each([
    "The Client pays a monthly fee of $7,500.00 for up to 45 hours of service in the month.",
    "Up to 45 hours of support each month for $7,500.00 per month.",
    "We provide up to 45 hours of design work each month for a flat fee of $7,500.00 per month.",
  ])("is included: %s", (clause) => {
    expect(valuesOf("fixed-fee", clause).map(({ amount, per }) => [amount, per])).toEqual([
      ["7500.00", "month"],
    ]);
    expect(valuesOf("included", clause).map(({ quantity, unit, per }) => [quantity, unit, per])).toEqual([
      ["45", "hour", "month"],
    ]);
  });

  test("is a limit beside a price of the hour", () => {
    expect(valuesOf("included", "We work up to 45 hours per month at $95.00 per hour.")).toEqual([]);
  });

  test("is exceeded at the prices of a list, each of its own", () => {
    const clause =
      "Hours above 45 are charged at our hourly rates: Vice President $310.00, Account Executive $150.00.";
    expect(valuesOf("overage", clause)).toEqual([]);
    expect(valuesOf("rate", clause).map(({ item, price }) => [item, price])).toEqual([
      ["Vice President", "310.00"],
      ["Account Executive", "150.00"],
    ]);
  });
});

test("a rise for the case of a renewal begins when the first term has ended", () => {
  const [rise] = agreementOf(
    '# SERVICES AGREEMENT\n\nThis Agreement is made between Asterwood Services LLC ("Provider") and Tolland Freight, Inc. ("Client").\n\n## 1. Term\n\n1 January 2026 to 31 December 2026. The fee increases by 3% if the agreement is renewed.\n\n## 2. Fee\n\n$900.00 per month.',
  ).terms.filter(({ type }) => type === "escalator");
  expect([rise?.from, rise?.questions ?? []]).toEqual(["2027-01-01", []]);
});

test.each([
  "Contractor: Paulo Medeiros, President\nClient: Sandra Bellefleur, Office Manager",
  "Auftraggeber: Petra Kohl, Projektleiterin",
  "Opdrachtgever: Jan de Wit, projectleider",
  "Le client : Anne Morel, chef de projet",
])("who stands under the name of the customer's side is none of the crew: %s", (clause) => {
  expect(valuesOf("roster", clause)).toEqual([]);
});
