import { describe, expect, test } from "vitest";
import { mayCountAlike, relateUnits, unitFactor } from "../../../../src-shared/wording/index.ts";

describe("units by their names in other languages", () => {
  test.each([
    ["turno", "shift", "same"],
    ["parole", "word", "same"],
    ["Wörter", "mots", "same"],
    ["stuks", "piece", "same"],
    ["bancali", "pallet", "same"],
    ["Stellplätze", "seat", "same"],
    ["posti", "place", "same"],
    ["uren", "hour", "same"],
    ["Std.", "hour", "same"],
    ["ens", "lot", "same"],
    ["lookups", "lookup", "same"],
    ["vis.", "visit", "same"],
    ["stops", "delivery", "different"],
    ["room", "room-night", "different"],
    ["set", "setup", "different"],
    ["crate", "crate-week", "different"],
    ["turno", "hour", "different"],
    ["half-day", "day", "convertible"],
    ["half-day", "hour", "different"],
    ["parole", "page", "different"],
    ["bancali", "bottle", "different"],
  ])("%s and %s: %s", (first, second, relation) => {
    expect(relateUnits(first, second)).toBe(relation);
  });

  test.each([
    ["lot", "visit", true],
    ["trip", "lot", true],
    ["lot", "hour", false],
    ["lot", "kilogram", false],
    ["visit", "trip", false],
  ])("a lump is one of whatever is counted: %s for %s %s", (counted, agreed, may) => {
    expect(mayCountAlike(counted, agreed)).toBe(may);
  });

  test("count one for one, and convert like the unit that they name", () => {
    expect(unitFactor("turno", "shift")).toEqual({ numerator: 1n, denominator: 1n });
    expect(unitFactor("minute", "uren")).toEqual({ numerator: 1n, denominator: 60n });
    expect(unitFactor("parole", "page")).toBeUndefined();
  });
});
