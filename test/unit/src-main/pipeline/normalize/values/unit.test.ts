import { describe, expect, it } from "vitest";
import { parseUnit } from "../../../../../../src-main/pipeline/normalize/values/index.ts";

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
