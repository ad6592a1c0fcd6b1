import { describe, expect, test } from "vitest";
import { agreementOf, contractWith, termsOf, valuesOf } from "./agreement-of.ts";

const excludedBy = (clause: string): readonly string[] =>
  valuesOf("scope", clause).flatMap(({ excluded }) => excluded);

describe("what is left out of the work", () => {
  test.each([
    ["Roof tiles and gutters aren't in our remit.", ["Roof tiles", "gutters"]],
    ["Lifting plans are not within the Services.", ["Lifting plans"]],
    ["The repair of pumps and valves falls outside the Services.", ["repair of pumps", "valves"]],
    ["Not doing the skylight or the lift shaft, you have a firm for those.", ["skylight", "lift shaft"]],
    [
      "Nicht geschuldet sind die Wartung der Pumpen sowie die Reinigung der Dächer.",
      ["Wartung der Pumpen", "Reinigung der Dächer"],
    ],
    ["Le nettoyage des vitres ne fait pas partie de notre mission.", ["nettoyage des vitres"]],
    ["Não se incluem no objeto as caldeiras e os portões.", ["caldeiras", "portões"]],
    ["Editing is included; printing and postage are not.", ["printing", "postage"]],
  ])("%s", (clause, excluded) => {
    expect(excludedBy(clause)).toEqual(excluded);
  });

  test.each([
    "Days not billed within 60 days after they were worked are lost.",
    "If a visit is not part of a month it is made in the next one.",
    "Neither party shall be liable for losses that are not covered by insurance.",
  ])("%s", (clause) => {
    expect(excludedBy(clause)).toEqual([]);
  });
});

describe("what is billed too late", () => {
  test.each([
    ["No claim for waiting time may be made more than 30 days after the load.", 30],
    ["Freight bills issued over 120 days after delivery will be declined.", 120],
    [
      "The Client shall not be liable for hours first invoiced later than 8 weeks after they were worked.",
      56,
    ],
    ["Einsätze sind innerhalb von 60 Tagen abzurechnen, widrigenfalls der Anspruch erlischt.", 60],
    ["Albaranes con más de 45 días ya no se admiten.", 45],
  ])("%s", (clause, days) => {
    expect(valuesOf("charge-age", clause)).toEqual([{ days }]);
    expect(valuesOf("payment-terms", clause)).toEqual([]);
  });
});

describe("what is paid first and comes off a bill", () => {
  test.each([
    ["On signing the Client shall pay $8,000, to be applied against the final invoice.", { amount: "8000" }],
    ["We need $500 with each booking, that comes off the bill.", { amount: "500" }],
    ["$3,000 up front before we order the boards.", { amount: "3000" }],
    [
      "A la firma se entrega en concepto de fianza 2.500,00 euros, que se compensará con la última factura.",
      { amount: "2500.00" },
    ],
  ])("%s", (clause, deposit) => {
    expect(valuesOf("deposit", clause)).toEqual([deposit]);
    expect(valuesOf("fixed-fee", clause)).toEqual([]);
  });

  test("a credit for failing is none", () => {
    expect(
      valuesOf("deposit", "For each late delivery the Supplier pays $50, deducted from the next invoice."),
    ).toEqual([]);
  });
});

describe("limits", () => {
  test("what may not go beyond a sum is limited to it", () => {
    expect(
      valuesOf("cap", "The total of all fees will not rise above $45,000 without written consent."),
    ).toMatchObject([{ amount: "45000" }]);
  });

  test("the sum of what is paid by the hour is no price of an hour", () => {
    const clause =
      "The aggregate Hourly Fees under this Agreement shall not exceed Ninety Thousand Dollars ($90,000).";
    expect(valuesOf("cap", clause)).toMatchObject([{ amount: "90000" }]);
    expect(valuesOf("rate", clause)).toEqual([]);
  });

  test("the total of a year is what falls due in it", () => {
    expect(valuesOf("fixed-fee", "The total annual maintenance charge amounts to $24,500.")).toMatchObject([
      { amount: "24500", per: "year" },
    ]);
  });

  test("all that a clause says of expenses is one rule", () => {
    expect(
      valuesOf(
        "expenses",
        "Samples at cost with receipts for anything above $30; in total not more than $900 without approval.",
        "5. Expenses",
      ),
    ).toEqual([{ markupPercent: "0", receiptAbove: "30", totalCap: "900" }]);
  });
});

describe("people and stages set as lists", () => {
  test("names over each other with what they do", () => {
    const text = contractWith(
      "Dana Whitlow - creative director\nOsric Penn - illustrator and designer\nMai Tran - developer",
    );
    expect(
      agreementOf(text).terms.flatMap(({ type, value }) => (type === "roster" ? value.people : [])),
    ).toEqual([
      { name: "Dana Whitlow", role: "creative director" },
      { name: "Osric Penn", role: "illustrator and designer" },
      { name: "Mai Tran", role: "developer" },
    ]);
  });

  test("columns of names and roles without a head", () => {
    const text = `${contractWith("The rates apply.")}\nHarlan T. Rigby, FSA       Lead Actuary         $410 per hour\nSelma Ochoa                Actuarial Analyst    $220 per hour\n`;
    expect(
      agreementOf(text).terms.flatMap(({ type, value }) => (type === "roster" ? value.people : [])),
    ).toEqual([
      { name: "Harlan T. Rigby", role: "Lead Actuary" },
      { name: "Selma Ochoa", role: "Actuarial Analyst" },
    ]);
  });

  test("shares line by line that make the whole", () => {
    const terms = termsOf(
      "Paid like this:\n\n- 30% when both have signed\n- 30% on approval of the drafts\n- 40% on launch",
    );
    expect(
      terms.flatMap(({ type, value }) => (type === "milestone" ? [`${value.percent} ${value.name}`] : [])),
    ).toEqual(["30 when both have signed", "30 on approval of the drafts", "40 on launch"]);
  });
});

test("the order of the payer, told in a sentence", () => {
  expect(
    valuesOf(
      "purchase-order",
      "Our PO for the season is RK26-117, pop it on the invoices or accounts will bounce them.",
    ),
  ).toEqual([{ number: "RK26-117" }]);
});

test.each([
  ["Every bill has to quote your order number TRN-3318.", "TRN-3318"],
  ["Please quote PO-5512 on all invoices.", "PO-5512"],
  ["Die Rechnungen tragen unsere Auftragsnummer K-2261.", "K-2261"],
  ["Facturen onder vermelding van ordernummer 4700051.", "4700051"],
])("the order of the payer that bills are to name: %s", (clause, number) => {
  expect(valuesOf("purchase-order", clause)).toEqual([{ number }]);
});

test("a longer number is not cut where the word for an order stands in it", () => {
  expect(valuesOf("purchase-order", "Invoices shall bear no. KRT-PO-26-5512.")).not.toContainEqual({
    number: "PO-26-5512",
  });
});

test.each([
  "Our charges under this appointment shall not be more than £8,000.00.",
  "I compensi non possono superare 8.000,00 euro.",
  "Les honoraires ne dépasseront pas 8 000,00 €.",
])("a limit on all that is billed names no thing: %s", (clause) => {
  expect(valuesOf("cap", clause)).toEqual([
    expect.objectContaining({ amount: "8000.00", scope: "agreement" }),
  ]);
});

test.each([
  ["Je Abholung wird eine Containerpauschale von 31,00 EUR berechnet.", "Containerpauschale"],
  ["For each collection a tipping charge of £14.20 is made.", "tipping charge"],
  ["Pour chaque enlèvement, un forfait de manutention de 19,00 € est facturé.", "forfait de manutention"],
])("a charge on occasion is called by its own name: %s", (clause, item) => {
  expect(valuesOf("rate", clause)).toEqual([expect.objectContaining({ item })]);
});

describe("sums that go up", () => {
  test("in a case they are more for that case, and no rise of prices", () => {
    expect(valuesOf("escalator", "For three-day delivery the page rate is increased by 50%.")).toEqual([]);
  });

  test("with the years they rise, and how the new price is rounded is no rule of billing", () => {
    const clause = "On each anniversary the fees are increased by 3%, rounded to the nearest cent.";
    expect(valuesOf("escalator", clause)).toMatchObject([{ percent: "3" }]);
    expect(valuesOf("rounding", clause)).toEqual([]);
  });

  test("a limit behind a price is no price", () => {
    expect(valuesOf("rate", "Waiting is $50 per hour, at most $400 per stop.")).toMatchObject([
      { price: "50" },
    ]);
  });
});
