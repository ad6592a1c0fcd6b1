import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compare,
  compareFractions,
  decimal,
  fraction,
  isOutlier,
  median,
  multiplyFractions,
  outlierFences,
  quartiles,
  standingIn,
} from "../../../../src-shared/money/index.ts";
import { anyCents } from "./arbitraries.ts";

const history = (...amounts: readonly string[]) => amounts.map(decimal);

describe("how a value stands to a history", () => {
  test("two values are no history", () => {
    expect(standingIn(history("1.00", "1.00"), "900.00" as never)).toBeNull();
    expect(standingIn(history("1.00", "1.00", "1.00"), "900.00" as never)).toBe("high");
  });

  test.each([
    ["250.00", "usual"],
    ["250.01", "high"],
    ["40.00", "usual"],
    ["39.99", "low"],
  ])("of few values %s is %s", (value, expected) => {
    expect(standingIn(history("90.00", "100.00", "130.00"), decimal(value))).toBe(expected);
    expect(standingIn(history("80.00", "90.00", "110.00", "300.00"), decimal(value))).toBe(expected);
  });

  test("from eight values on it is what the fences of the quartiles say", () => {
    fc.assert(
      fc.property(fc.array(anyCents, { minLength: 8, maxLength: 24 }), anyCents, (values, value) => {
        const sorted = values.toSorted(compare);
        const fences = outlierFences(quartiles(sorted));
        const standing = standingIn(sorted, value);
        expect(standing === "usual").toBe(!isOutlier(value, fences));
        if (standing === "high") expect(compareFractions(value, fences.upper)).toBe(1);
        if (standing === "low") expect(compareFractions(value, fences.lower)).toBe(-1);
      }),
    );
  });

  test("a value on a fence is usual", () => {
    const eight = history("1.00", "2.00", "3.00", "4.00", "5.00", "6.00", "7.00", "8.00");
    expect(standingIn(eight, decimal("11.50"))).toBe("usual");
    expect(standingIn(eight, decimal("11.51"))).toBe("high");
    expect(standingIn(eight, decimal("-2.50"))).toBe("usual");
    expect(standingIn(eight, decimal("-2.51"))).toBe("low");
  });

  test("of three to seven values it is the median that counts", () => {
    const positive = anyCents.filter(({ units }) => units > 0n);
    fc.assert(
      fc.property(fc.array(positive, { minLength: 3, maxLength: 7 }), positive, (values, value) => {
        const middle = median(values);
        const expected =
          compareFractions(value, multiplyFractions(middle, fraction(5, 2))) > 0
            ? "high"
            : compareFractions(value, multiplyFractions(middle, fraction(2, 5))) < 0
              ? "low"
              : "usual";
        expect(standingIn(values.toSorted(compare), value)).toBe(expected);
      }),
    );
  });
});
