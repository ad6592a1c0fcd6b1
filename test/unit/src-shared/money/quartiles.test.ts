import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareFractions,
  decimal,
  fraction,
  isOutlier,
  median,
  outlierFences,
  quartiles,
} from "../../../../src-shared/money/index.ts";
import { anyCents } from "./arbitraries.ts";

const d = decimal;

describe("quartiles", () => {
  it("interpolate between ranks, exactly", () => {
    expect(quartiles(["4", "1", "3", "2"].map(d))).toEqual({
      first: fraction(7, 4),
      median: fraction(5, 2),
      third: fraction(13, 4),
    });
    expect(quartiles([d("10.00")])).toEqual({
      first: fraction(10),
      median: fraction(10),
      third: fraction(10),
    });
    expect(median([d("10.00"), d("0.01"), d("3")])).toEqual(fraction(3));
    expect(() => quartiles([])).toThrow(RangeError);
  });

  it("fence in the usual and call what is outside an outlier", () => {
    const fences = outlierFences(quartiles(["10", "20", "30", "40", "50"].map(d)));
    expect(fences).toEqual({ lower: fraction(-10), upper: fraction(70) });
    expect(["-10.01", "-10", "70", "70.01"].map((value) => isOutlier(d(value), fences))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it("have no width where all values are equal", () => {
    const fences = outlierFences(quartiles(Array.from({ length: 8 }, () => d("99.00"))));
    expect([isOutlier(d("99.00"), fences), isOutlier(d("99.01"), fences)]).toEqual([false, true]);
  });

  it("are in order, and free of the order of the history", () => {
    fc.assert(
      fc.property(fc.array(anyCents, { minLength: 1, maxLength: 20 }), (values) => {
        const found = quartiles(values);
        expect(quartiles(values.toReversed())).toEqual(found);
        expect(compareFractions(found.first, found.median)).not.toBe(1);
        expect(compareFractions(found.median, found.third)).not.toBe(1);
      }),
    );
  });
});
