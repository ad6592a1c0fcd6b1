import { describe, expect, test } from "vitest";
import { multipleOf, relateUnits, unitFactor } from "../../../../src-shared/wording/index.ts";

describe("so many of a unit that count as one", () => {
  test.each([
    ["1000 calls", 1000, "calls"],
    ["1.000 Stk", 1000, "stk"],
    ["per 100", 100, "each"],
    ["Tsd.", 1000, "each"],
    ["le mille", 1000, "each"],
    ["million tokens", 1_000_000, "tokens"],
  ])("%s", (unit, count, of) => {
    expect(multipleOf(unit)).toEqual({ count, of });
  });

  test.each(["25 kg bag", "28-day", "hour", "1000bulb", "thousandth", "12"])(
    "%s is one of its own",
    (unit) => {
      expect(multipleOf(unit)).toBeNull();
    },
  );

  test("are compared by what they count", () => {
    expect(relateUnits("1000 calls", "call")).toBe("convertible");
    expect(unitFactor("1000 calls", "call")).toEqual({ numerator: 1000n, denominator: 1n });
    expect(unitFactor("call", "1000 calls")).toEqual({ numerator: 1n, denominator: 1000n });
    expect(unitFactor("1000 piece", "100 each")).toEqual({ numerator: 10n, denominator: 1n });
    expect(relateUnits("1000 calls", "hour")).toBe("different");
  });
});
