import { describe, expect, test } from "vitest";
import { agreementOf } from "./agreement-of.ts";

const pricesOf = (text: string): readonly string[] =>
  agreementOf(text).terms.flatMap(({ type, value }) =>
    type === "rate"
      ? [
          `${value.item} ${value.price}/${value.unit}${value.priceBase === undefined ? "" : ` of ${value.priceBase}`}`,
        ]
      : type === "fixed-fee"
        ? [`${value.item} ${value.amount} ${value.per}`]
        : type === "minimum" && value.amount !== undefined
          ? [`at least ${value.amount}`]
          : [],
  );

const head =
  'This Agreement is made between Birch Yard LLC ("Supplier") and Mole Valley Stores ("Client").\n\n';

describe("a list of prices is read whatever it is set as", () => {
  test("bare figures under names of their own", () => {
    expect(
      pricesOf(
        `${head}Area            Standard    Express\nNorth side        6.40        9.10\nSouth side        7.25       10.30\n`,
      ),
    ).toEqual([
      "North side 6.40/each",
      "North side 9.10/each",
      "South side 7.25/each",
      "South side 10.30/each",
    ]);
  });

  test("a head behind a rule, and units in a column", () => {
    expect(
      pricesOf(
        `${head}Artikel                      Eenheid        Prijs\n------------------------------------------------\nHuur aggregaat               maand         310,00\nSpoelen leiding              meter           4,60\n`,
      ),
    ).toEqual(["Huur aggregaat 310.00 month", "Spoelen leiding 4.60/metre"]);
  });

  test("rows of another shape begin a list of their own", () => {
    expect(
      pricesOf(
        `${head}Plant                    Day       Week\nTower light            48.00     160.00\nPlate compactor        36.00     120.00\nDelivery and collection to any site within the county   $85.00 each way\n`,
      ),
    ).toEqual([
      "Tower light 48.00/day",
      "Tower light 160.00/week",
      "Plate compactor 36.00/day",
      "Plate compactor 120.00/week",
      "Delivery and collection to any site within the county 85.00/trip",
    ]);
  });

  test("what one costs and what all come to, told by their product", () => {
    expect(
      pricesOf(
        `${head}   4   Stage decks                 3      21.00       252.00\n   2   Follow spots                3      55.00       330.00\n   1   Crew and transport                            640.00\n                              Sum                   1,222.00\n`,
      ),
    ).toEqual(["Stage decks 21.00/each", "Follow spots 55.00/each", "Crew and transport 640.00 once"]);
  });

  test("the product shows for how many a price is", () => {
    expect(
      pricesOf(
        `${head}Pos  Article              Quantity     Price      Amount\n 1   Washers M8              6000     14.50       87.00\n 2   Split pins              2000     31.00       62.00\n`,
      ),
    ).toEqual(["Washers M8 14.50/each of 1000", "Split pins 31.00/each of 1000"]);
  });

  test("dots, a label over two lines, a least charge and a sum of all", () => {
    expect(
      pricesOf(
        `${head}Sweeping of the whole yard,\nincluding drains .......... 180.00 per visit\nGritting .................. 95.00 per visit\nMinimum charge per order .. 60.00\n`,
      ),
    ).toEqual([
      "Sweeping of the whole yard, including drains 180.00/visit",
      "Gritting 95.00/visit",
      "at least 60.00",
    ]);
  });
});

describe("what a row of a list is", () => {
  test("parts whose shares come to the whole are stages of one sum", () => {
    const { terms } = agreementOf(
      `${head}   Survey                    20%        $4,000\n   Drawings                  50%       $10,000\n   Site visits               30%        $6,000\n`,
    );
    expect(terms.map(({ type, value }) => [type, "name" in value ? value.name : null])).toEqual([
      ["milestone", "Survey"],
      ["milestone", "Drawings"],
      ["milestone", "Site visits"],
    ]);
  });

  test("a unit with a period is counted, not due by the period", () => {
    expect(
      pricesOf(
        `${head}Service                 Basis           Rate\nCold storage            pallet/week     6.20\nCounting                hour           31.00\n`,
      ),
    ).toEqual(["Cold storage 6.20/pallet", "Counting 31.00/hour"]);
  });

  test.each([
    ["Anfahrt", "pauschal je Einsatztag", "Anfahrt 68.00/day"],
    ["Déplacement", "forfait par jour d'intervention", "Déplacement 68.00/day"],
    ["Travel", "flat, per day on site", "Travel 68.00/day"],
    ["Uscita", "forfait per intervento", "Uscita 68.00/visit"],
    ["Anfahrt", "pauschal", "Anfahrt 68.00 once"],
  ])("a lump sum for each of something is due for each: %s, %s", (label, per, expected) => {
    expect(pricesOf(`${head}${label.padEnd(20)}${per.padEnd(36)}$ 68.00\n`)).toEqual([expected]);
  });
});

test.each([
  ["Energy/climate levy: 9.5% of all runs above", "9.5"],
  ["Recargo logístico (zona 4): 3,20 %", "3.20"],
  ["Contributo ambiente 4% sull'imponibile delle consegne.", "4"],
])("a named share among prices comes on top: %s", (clause, percent) =>
  expect(
    agreementOf(`${head}Prices\n\n${clause}\n`).terms.map(({ type, value }) => [
      type,
      "percent" in value ? value.percent : null,
    ]),
  ).toEqual([["surcharge", percent]]),
);

test.each([
  "Geschirrbruch bis 5 % des Bestandes trägt der Betreiber nicht.",
  "The hourly rate goes up 3% on each July 1.",
])("but no other share: %s", (clause) =>
  expect(agreementOf(`${head}Prices\n\n${clause}\n`).terms.some(({ type }) => type === "surcharge")).toBe(
    false,
  ),
);
