import { describe, expect, test } from "vitest";
import { agreementOf, contractWith, valuesOf } from "./agreement-of.ts";

describe("what a row prices stands at its head, whatever stands between it and its price", () => {
  test.each([
    [
      "Telehandler 7 m (fleet no. TH-31), from 2 March 2026 to 27 March 2026, at £640.00 per week.",
      "Telehandler 7 m",
    ],
    ["Dumper 3 t, vom 2. bis 27. März 2026, zu 380,00 € je Woche.", "Dumper 3 t"],
    ["Compresseur 10 m3, du 2 au 27 mars 2026, à 290,00 € HT par semaine.", "Compresseur 10 m3"],
    ["Hoogwerker 12 m, van 2 tot en met 27 maart 2026, € 590,00 per week.", "Hoogwerker 12 m"],
  ])("%s", (clause, item) => {
    const items = agreementOf(contractWith(clause, "2. Prices")).terms.flatMap(({ value }) =>
      "item" in value ? [value.item] : [],
    );
    expect(items).toEqual([item]);
  });

  test("and a size is none", () => {
    expect(valuesOf("rate", "Bauzaun, 120 lfm, 0,35 € je lfm und Woche.", "2. Preise")).toMatchObject([
      { item: "Bauzaun, 120 lfm", unit: "metre", price: "0.35" },
    ]);
  });
});

test("many prices behind words of their own are a list, and no table that lost its columns", () => {
  const clause =
    "Porters Monday to Friday £14.10 an hour, Saturday £17.60, Sunday £21.15; drivers £18.20, £22.75 and £27.30; supervisor £31.00.";
  expect(valuesOf("rate", clause, "2. Prices").map(({ price }) => price)).toEqual([
    "14.10",
    "17.60",
    "21.15",
    "18.20",
    "22.75",
    "27.30",
    "31.00",
  ]);
});

test("a sign of currency before a figure belongs to that figure, and not to the number before it", () => {
  const prices = valuesOf("fixed-fee", "Option 1 £180 per month, option 2 £245 per month.", "2. Prices");
  expect(prices.map(({ amount }) => amount)).toEqual(["180", "245"]);
});

test.each([
  ["Quality assurance", "Freight of samples"],
  ["English bond walling", "Delays on site"],
  ["Taxi of the inspector", "Prüfung der Versicherungsakte"],
  ["Freilegen der Leitung", "Free-standing shelf"],
])(
  "work that is called by a word of insurance, tax or what is free keeps its price: %s, %s",
  (one, other) => {
    const rows = `Service | Unit | Price in EUR\n${one} | hour | 95.00\n${other} | hour | 41.50\nPlanning | hour | 77.00`;
    expect(valuesOf("rate", rows)).toEqual([
      expect.objectContaining({ item: one, price: "95.00", unit: "hour" }),
      expect.objectContaining({ item: other, price: "41.50", unit: "hour" }),
      expect.objectContaining({ item: "Planning", price: "77.00", unit: "hour" }),
    ]);
  },
);
