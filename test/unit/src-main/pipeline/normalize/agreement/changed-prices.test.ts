import { describe, expect, test } from "vitest";
import { compoundingOf } from "../../../../../../src-main/pipeline/normalize/agreement/frames/compounding.ts";
import { contractYearIn } from "../../../../../../src-main/pipeline/normalize/agreement/lexicon/contract-years.ts";
import { firstYearlyDay } from "../../../../../../src-main/pipeline/normalize/agreement/engine/yearly-day.ts";
import { buildOutline } from "../../../../../../src-main/pipeline/normalize/agreement/structure/outline.ts";
import { withoutFormer } from "../../../../../../src-main/pipeline/normalize/agreement/tables/former-columns.ts";
import { viewTable } from "../../../../../../src-main/pipeline/normalize/agreement/tables/table-view.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";
import { agreementOf, contractWith, valuesOf } from "./agreement-of.ts";
import { documentFromText } from "./document-from-text.ts";

describe("a price that is changed is the new one", () => {
  test.each([
    ["From 1 July 2026 a joiner is charged at $48.50 per hour instead of $46.00.", "48.50"],
    ["The hourly rate for a joiner (until now $46.00) becomes $48.50.", "48.50"],
    ["Der Stundensatz für Tischler wird zum 1. Juli 2026 von 46,00 EUR auf 48,50 EUR angehoben.", "48.50"],
    ["Het uurtarief voor een timmerman wordt gewijzigd van € 46,00 in € 48,50.", "48.50"],
    ["Le taux horaire du menuisier est porté à 48,50 € au lieu de 46,00 €.", "48.50"],
  ])("%s", (clause, price) => {
    expect(valuesOf("rate", clause)).toEqual([expect.objectContaining({ price, unit: "hour" })]);
  });
});

describe("what a price is for", () => {
  test("stands behind the measure that it counts", () => {
    const clause = "The price is $6.40 per square foot of tiles laid and $2.10 per square foot of screed.";
    expect(valuesOf("rate", clause)).toEqual([
      expect.objectContaining({ item: "tiles laid", price: "6.40" }),
      expect.objectContaining({ item: "screed", price: "2.10" }),
    ]);
  });

  test("is measured in squares and cubes of two words", () => {
    expect(valuesOf("rate", "El hormigón cuesta 92,00 € por metro cúbico.")).toEqual([
      expect.objectContaining({ unit: "cubic-metre", price: "92.00" }),
    ]);
  });

  test("is an hour of somebody", () => {
    expect(valuesOf("rate", "An hour of a joiner's time costs $46.00.")).toEqual([
      expect.objectContaining({ unit: "hour", price: "46.00" }),
    ]);
  });

  test("costs by the month in German words", () => {
    expect(valuesOf("fixed-fee", "Die Wartung kostet 620,00 EUR im Monat.")).toEqual([
      expect.objectContaining({ amount: "620.00", per: "month" }),
    ]);
  });

  test("is a sum whose cents stand in words", () => {
    const clause = "Client pays six dollars and forty cents ($6.40) per box.";
    expect(valuesOf("rate", clause)).toEqual([expect.objectContaining({ price: "6.40", unit: "box" })]);
  });
});

describe("increases", () => {
  test.each([
    ["by 3 % of the original rate, not compounded", false],
    ["um 3 % der ursprunglichen satze", false],
    ["van het oorspronkelijke tarief", false],
    ["3 % over the previous year's rate", true],
    ["3 % compounded", true],
    ["after the initial term rates rise by 3 %", null],
  ])("%s", (words, compound) => {
    expect(compoundingOf(words)).toBe(compound);
  });

  test.each([
    ["jahrlich zum 1. januar angepasst", "2025-01-01"],
    ["goes up annually on 1 april", "2024-04-01"],
    ["le 1er juillet de chaque annee", "2024-07-01"],
    ["stijgt jaarlijks op 1 februari", "2025-02-01"],
  ])("begin on the first %s", (words, day) => {
    expect(firstYearlyDay(words, localDate("2024-03-01"))).toBe(day);
  });

  test.each([
    ["year 2", 2],
    ["la troisieme annee", 3],
    ["el segundo ano", 2],
    ["im ersten jahr", 1],
    ["in het eerste jaar", 1],
    ["the first quarter", null],
  ])("of a ladder stand in %s", (words, year) => {
    expect(contractYearIn(words)).toBe(year);
  });
});

describe("parts of a month", () => {
  test.each([
    [
      "Fees are $620.00 per month. Part months are charged per day, every month counting as 30 days.",
      "30/360",
    ],
    ["Fees are $620.00 per month. A part month is charged at one thirtieth for each day.", "actual/30"],
    [
      "Der Preis beträgt 620 EUR im Monat. Teilmonate werden nach Kalendertagen anteilig berechnet.",
      "actual/actual",
    ],
    ["Fees are $620.00 per month. A month begun is charged in full.", "whole-month"],
  ])("%s", (clause, basis) => {
    expect(valuesOf("proration", clause)).toEqual([{ basis }]);
  });
});

test("the length of a day that is said once goes with every price of a day", () => {
  const clause = "An engineer costs $960.00 per day. A full day is eight hours.";
  expect(agreementOf(contractWith(clause)).terms).toContainEqual(
    expect.objectContaining({ type: "rate", conditions: ["a day of 8 hours"] }),
  );
});

test("work outside hours of the clock has its multiplier", () => {
  const clause = "Work outside 08:00 to 18:00 is charged at one and a half times the hourly rate.";
  expect(valuesOf("time-rules", clause)).toEqual([{ afterHoursMultiplier: "1.5" }]);
});

describe("prices of one unit", () => {
  test("go on in a later sentence that names nothing", () => {
    const clause =
      "For an hour of a joiner we charge $94.00. It stays so until 31 August 2026; from 1 September 2026 an hour costs $97.50.";
    expect(valuesOf("rate", clause)).toEqual([
      expect.objectContaining({ item: "joiner", price: "94.00", unit: "hour" }),
      expect.objectContaining({ item: "joiner", price: "97.50", unit: "hour" }),
    ]);
  });

  test.each([
    ["The charge for an on-site visit shall be $135.00 in place of $120.00.", "visit", "135.00"],
    ["De klant betaalt € 27,40 voor ieder gewerkt uur.", "hour", "27.40"],
    ["Der Preis für einen Einsatz beträgt 135,00 EUR.", "visit", "135.00"],
  ])("%s", (clause, unit, price) => {
    expect(valuesOf("rate", clause)).toEqual([expect.objectContaining({ unit, price })]);
  });

  test("stand under the adjective that heads their list", () => {
    expect(
      valuesOf("rate", "Onorari orari: geometra senior 130,00 euro; geometra junior 80,00 euro."),
    ).toEqual([
      expect.objectContaining({ unit: "hour", price: "130.00" }),
      expect.objectContaining({ unit: "hour", price: "80.00" }),
    ]);
  });
});

test("a size keeps its figure, where a number of a row does not", () => {
  const table = "| Container | Price per lift |\n|---|---|\n| 240 litre | $4.10 |\n| 1100 litre | $12.60 |";
  expect(valuesOf("rate", table).map(({ item }) => item)).toEqual(["240 litre", "1100 litre"]);
});

test.each([
  "Every second year the fee rises by 3 %.",
  "The fee rises by 3 % each quarter.",
  "On 1 July 2026 the fee rises once by 3 %.",
  "Alle zwei Jahre steigt die Vergütung um 3 %.",
])("an increase that does not come once a year is a question: %s", (clause) => {
  const [term] = agreementOf(contractWith(clause)).terms.filter(({ type }) => type === "escalator");
  expect(term?.questions).toContain("escalator-cadence");
});

test("a fee that is fixed for its first years rises after them", () => {
  const clause = "The fee stays fixed for the first two years and rises by 3 % a year after that.";
  expect(valuesOf("escalator", clause)).toEqual([expect.objectContaining({ first: "2028-03-01" })]);
});

test("a price for so many pieces keeps how many", () => {
  expect(valuesOf("rate", "Etiketten kosten 62,40 EUR je 1.000 Stück.")).toEqual([
    expect.objectContaining({ price: "62.40", priceBase: "1000" }),
  ]);
});

describe("a table of changes", () => {
  const tableUnder = (heads: string): string =>
    `CHANGE REQUEST 4\n\nto the statement of work between Fairlight Consulting Ltd and Moorland Dairy plc\n\n${heads}\nMonthly ceiling | €41,000.00 | €52,000.00 | 1 September 2026\nRetainer per month | €900.00 | €960.00 | 1 September 2026\n\nApproved: J. Orr, Moorland Dairy plc, 26 August 2026\n`;

  test.each([
    "Change | Old | New | Effective",
    "Change | Current | Revised | Effective",
    "Change | From | To | Effective",
  ])("agrees on what comes, whatever its rows change: %s", (heads) => {
    const figures = agreementOf(tableUnder(heads), "amendment").terms.flatMap(({ type, value }) =>
      type === "cap" || type === "fixed-fee" ? [value.amount] : [],
    );
    expect(figures).toEqual(["52000.00", "960.00"]);
  });

  test("holds from the day of each row, whether it becomes a price or a clause", () => {
    const rows = [
      "Change | Old | New | Effective from",
      "Monthly ceiling | €41,000.00 | €52,000.00 | 1 September 2026",
      "Retainer per month | €900.00 | €960.00 | 1 October 2026",
      "Fuel surcharge | 4 % | 6 % | 1 November 2026",
    ].join("\n");
    const days = agreementOf(
      `CHANGE ORDER 4\n\nbetween Fairlight Consulting Ltd ("Contractor") and Moorland Dairy plc ("Client"). Effective 1 May 2026.\n\n${rows}\n\nThe fitter costs $45.00 per hour.\n`,
      "amendment",
    ).terms.map(({ type, from }) => [type, from]);
    expect(days).toEqual(
      expect.arrayContaining([
        ["cap", "2026-09-01"],
        ["fixed-fee", "2026-10-01"],
        ["surcharge", "2026-11-01"],
        ["rate", "2026-05-01"],
      ]),
    );
  });

  test.each([
    ["changes", "Fitter | €40.00 | €45.00\nWelder | €50.00 | €56.00", ["Item", "To"]],
    ["steps that follow each other", "Small | €0 | €100\nLarge | €101 | €500", ["Item", "From", "To"]],
  ])("is told by what stands under From and To: %s", (_, rows, heads) => {
    const style = { decimalMark: ".", dateOrder: null, languages: ["en"] } as const;
    const table = `Item | From | To\n${rows}`.replaceAll(/^|$/gm, "|");
    const [placed] = buildOutline(documentFromText(`# List\n\n${table}\n`)).tables;
    const view = placed === undefined ? null : viewTable(placed, style);
    expect(view && withoutFormer(view).columns.map(({ head }) => head?.text)).toEqual(heads);
  });

  test("has all of its columns where they are no former and new figures", () => {
    const figures = agreementOf(
      "PRICE LIST\n\nFairlight Haulage Ltd\n\nFrom | To | Price per trip\nLeeds | York | €210.00\nHull | Selby | €180.00\n",
    ).terms.flatMap(({ type, value }) => (type === "rate" ? [value.price] : []));
    expect(figures).toEqual(["210.00", "180.00"]);
  });
});

describe("what is taken out", () => {
  test.each([
    "The standby fee of $90.00 per month is deleted.",
    "Die Anfahrtspauschale von 45,00 EUR je Einsatz entfällt.",
    "De weekendtoeslag van € 30,00 per uur vervalt.",
  ])("costs nothing more, where the words name a part of the paper or a charge: %s", (clause) => {
    expect(valuesOf("fixed-fee", clause)).toEqual([]);
    expect(valuesOf("rate", clause)).toEqual([]);
  });

  test.each([
    ["Garden waste is removed at $45.00 per load.", "45.00"],
    ["Old carpet will be removed at $6.50 per square metre.", "6.50"],
  ])("of a house is work, and has its price: %s", (clause, price) => {
    expect(valuesOf("rate", clause)).toEqual([expect.objectContaining({ price })]);
  });

  test.each([
    "Davon entfallen 320,00 EUR pro Monat auf die Wartung.",
    "Het maandbedrag van € 320,00 per maand vervalt op de eerste dag.",
  ])("is nothing that is shared out or falls due: %s", (clause) => {
    expect(valuesOf("fixed-fee", clause)).toEqual([expect.objectContaining({ amount: "320.00" })]);
  });
});
