import { describe, expect, test } from "vitest";
import { parseLiterals } from "../../../../../../src-main/pipeline/normalize/agreement/literals/compose.ts";
import type {
  Literal,
  NumberStyle,
} from "../../../../../../src-main/pipeline/normalize/agreement/literals/literal.ts";
import { parseWordNumber } from "../../../../../../src-main/pipeline/normalize/agreement/literals/number-words.ts";
import { prepareText } from "../../../../../../src-main/pipeline/normalize/agreement/text/prepared-text.ts";

const point: NumberStyle = { decimalMark: ".", dateOrder: null, languages: ["en"] };
const comma: NumberStyle = { decimalMark: ",", dateOrder: "day-first", languages: ["de"] };
const open: NumberStyle = { decimalMark: null, dateOrder: null, languages: [] };

function literalsOf(text: string, style: NumberStyle = point): readonly Literal[] {
  const prepared = prepareText({ text, runs: [] });
  return parseLiterals(prepared.text, prepared.folded, style);
}

describe("money", () => {
  test.each([
    ["$1,250.50", "1250.50", null],
    ["USD 1.2 million", "1200000", "USD"],
    ["$3k", "3000", null],
    ["14 cents", "0.14", null],
    ["£0.085", "0.085", "GBP"],
    ["$.75", "0.75", null],
    ["1 250,00 €", "1250.00", "EUR"],
    ["CHF 1'940.25", "1940.25", "CHF"],
    ["Seven Thousand and No/100 Dollars ($7,000.00)", "7000.00", null],
    ["forty-two euros (42 €)", "42", "EUR"],
    ["12,34,567.89 INR", "1234567.89", "INR"],
  ])("%s", (text, value, currency) => {
    expect(literalsOf(text)).toMatchObject([{ type: "money", value, currency }]);
  });

  test("continental separators by the document's own evidence", () => {
    expect(literalsOf("1.234,56 €", comma)).toMatchObject([{ value: "1234.56" }]);
    expect(literalsOf("1.234 €", comma)).toMatchObject([{ value: "1234" }]);
  });

  test("1.234 without evidence has two readings", () => {
    expect(literalsOf("€ 1.234", open)).toMatchObject([{ value: "1.234", rivals: ["1234"] }]);
  });

  test("words that differ from digits keep both", () => {
    expect(literalsOf("ninety dollars ($95)")).toMatchObject([
      { value: "95", rivals: ["90"], wording: "differ" },
    ]);
  });

  test("two amounts side by side stay two", () => {
    expect(literalsOf("two $ 500 payments")).toMatchObject([
      { type: "number", value: "2" },
      { type: "money", value: "500" },
    ]);
    expect(literalsOf("12 euros et 15 euros")).toMatchObject([{ value: "12" }, { value: "15" }]);
  });
});

describe("units and bounds", () => {
  test.each([
    ["$40 an hour", "hour", "1"],
    ["$40/hr", "hour", "1"],
    ["$40 p.h.", "hour", "1"],
    ["$4.20 per 1,000 impressions", "impression", "1000"],
    ["$18 per cubic yard", "cubic-yard", "1"],
    ["$2.10 for each loaded mile", "mile", "1"],
    ["$9 apiece", "each", "1"],
    ["$30 per 25 kg bag", "bag", "1"],
  ])("%s", (text, unit, base) => {
    expect(literalsOf(text)[0]).toMatchObject({ type: "money", per: [{ unit, base }] });
  });

  test("a price has two units", () => {
    expect(literalsOf("$12 per user per month")[0]).toMatchObject({
      per: [{ unit: "user" }, { unit: "month" }],
    });
  });

  test.each([
    ["under $500", "<"],
    ["up to $500", "<="],
    ["not to exceed $500", "<="],
    ["over $500", ">"],
    ["at least $500", ">="],
    ["$500 or more", ">="],
    ["about $500", "~"],
  ])("%s", (text, bound) => {
    expect(literalsOf(text)[0]).toMatchObject({ bound });
  });

  test("a range is no price, a change is no range", () => {
    expect(literalsOf("$90-$120")).toMatchObject([{ rangeWith: "120" }, { rangeWith: "90" }]);
    expect(literalsOf("from $90 to $120")).toMatchObject([{ rangeWith: null }, { rangeWith: null }]);
  });
});

describe("percents, multipliers, times", () => {
  test.each([
    ["four percent (4%)", "percent", "4"],
    ["half of one percent", "percent", "0.5"],
    ["75 basis points", "percent", "0.75"],
    ["one and one-half percent (1.5%)", "percent", "1.5"],
    ["time and a half", "multiplier", "1.5"],
    ["150 % of the hourly rate", "multiplier", "1.5"],
    ["a 35 % premium", "multiplier", "1.35"],
    ["double time", "multiplier", "2"],
  ])("%s", (text, type, value) => {
    expect(literalsOf(text)[0]).toMatchObject({ type, value });
  });

  test.each([
    ["thirty (30) days", "30", "day", false],
    ["ten business days", "10", "day", true],
    ["five Werktage", "5", "day", true],
    ["a two-hour minimum", "2", "hour", false],
    ["7 1/2 hours", "7.5", "hour", false],
  ])("%s", (text, value, unit, isBusiness) => {
    expect(literalsOf(text)[0]).toMatchObject({ type: "quantity", value, unit, isBusiness });
  });
});

describe("dates", () => {
  test.each([
    ["March 3, 2026", "2026-03-03"],
    ["the 3rd day of March, 2026", "2026-03-03"],
    ["3 March 2026", "2026-03-03"],
    ["1er mars 2026", "2026-03-01"],
    ["3. März 2026", "2026-03-03"],
    ["2026-03-03", "2026-03-03"],
    ["31/12/2026", "2026-12-31"],
  ])("%s", (text, date) => {
    expect(literalsOf(text)).toMatchObject([{ type: "date", date }]);
  });

  test("04/05/2026 is two days until something says which", () => {
    expect(literalsOf("04/05/2026")).toMatchObject([{ date: null, readings: ["2026-05-04", "2026-04-05"] }]);
    expect(literalsOf("04/05/2026", { ...point, dateOrder: "month-first" })).toMatchObject([
      { date: "2026-04-05" },
    ]);
  });

  test("June 31 is no day", () => {
    expect(literalsOf("June 31, 2026")).toMatchObject([{ date: null, readings: [] }]);
  });
});

test.each([
  ["one hundred and five", 105],
  ["two thousand five hundred", 2500],
  ["zweihundertfunfzig", 250],
  ["funfundvierzig", 45],
  ["quatre vingt dix", 90],
  ["soixante quinze", 75],
  ["trente et un", 31],
])("number in words: %s", (words, value) => {
  expect(parseWordNumber(words.split(" "))).toMatchObject({ value, length: words.split(" ").length });
});

test("hostile runs of digits, points and brackets are read in passing", () => {
  for (const piece of ["1", "1.", "1,2", "(", "$", "one ", ". . ", "$1-", "a b-", "per 1 "]) {
    expect(literalsOf(piece.repeat(4000)).length).toBeGreaterThanOrEqual(0);
  }
});
