import { describe, expect, it } from "vitest";
import { parseUnit } from "../../../../../../src-main/pipeline/normalize/values/index.ts";
import { withoutGroups } from "../../../../../../src-main/pipeline/normalize/values/unit.ts";

describe("thousands before a unit of those who part them by a comma", () => {
  it.each([
    ["1,850", "square-foot", "1850"],
    ["1,250,000", "gallon", "1250000"],
    // No thousands begin with a zero.
    ["0,500", "mile", "0,500"],
    ["1,850", "square-metre", "1,850"],
    ["1,85", "mile", "1,85"],
  ])("%s %s is %s", (digits, unit, plain) => {
    expect(withoutGroups(digits, unit)).toBe(plain);
  });
});

describe("a thing that is counted anew in each period", () => {
  it.each([
    ["pallet-weeks", "pallet"],
    ["pallet weeks", "pallet"],
    ["license-months", "license"],
  ])("%s is counted as that thing", (word, unit) => {
    expect(parseUnit(word)).toBe(unit);
  });

  it.each([
    ["man-days", "day"],
    ["person-days", "day"],
    ["calendar weeks", null],
    ["week-days", null],
  ])("%s is time, and no thing", (word, unit) => {
    expect(parseUnit(word)).toBe(unit);
  });
});

describe("a word that is short for something else in another language", () => {
  it("keeps its meaning: dollars in capitals, people, and days of work", () => {
    expect(["cad.", "CAD", "man", "md"].map((word) => parseUnit(word))).toEqual(["each", null, null, "day"]);
  });
});

it("takes copies for pieces in a cell, and no price before tax for one", () => {
  expect(["Ex.", "Expl.", "ejemplar", "exemplaar"].map((word) => parseUnit(word))).toEqual(
    Array.from({ length: 4 }, () => "piece"),
  );
  expect(parseUnit("ex", "anywhere")).toBeNull();
});
