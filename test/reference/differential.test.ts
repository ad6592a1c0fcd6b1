import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allow, compareFractions, decimalText, fraction } from "../../src-shared/money/index.ts";
import type { DecimalText } from "../../src-shared/money/index.ts";
import {
  capBalance,
  escalatedPrice,
  lineAmount,
  minimumTrueUp,
  overageAmount,
  packageAmount,
  prorate,
  taxOnNet,
  tieredAmount,
} from "../../src-shared/pricing/index.ts";
import { addDays, daysBetween, localDate } from "../../src-shared/time/index.ts";
import {
  allowedOf,
  dayNumber,
  escalatedOf,
  excessOf,
  graduatedOf,
  lineOf,
  overageOf,
  packagesOf,
  proratedOf,
  taxOf,
  trueUpOf,
  volumeOf,
} from "./formulas.ts";

const dollars = { currency: "USD" };
const decimalOf = (least: number, most: number, places: number): fc.Arbitrary<DecimalText> =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 0, max: places }))
    .chain(([whole, count]) =>
      count === 0
        ? fc.constant(decimalText(String(whole)))
        : fc
            .integer({ min: 0, max: 10 ** count - 1 })
            .map((part) => decimalText(`${whole}.${String(part).padStart(count, "0")}`)),
    );
const quantity = decimalOf(0, 20_000, 3);
const price = decimalOf(0, 5000, 5);
const amount = decimalOf(0, 900_000, 2);
const rate = decimalOf(0, 40, 3);
const runs = { numRuns: 2000 };
const date = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(localDate("1999-12-31"), days));

/** Bounds that rise, and prices between them. */
const steps = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4000 }), price), { minLength: 1, maxLength: 5 })
  .map((parts) => {
    let bound = 0;
    return parts.map(([width, own], index) => {
      bound += width;
      return { upTo: index === parts.length - 1 ? null : decimalText(String(bound)), price: own };
    });
  });

describe("two implementations agree", () => {
  test("on lines", () => {
    const base = fc.constantFrom("1", "10", "100", "1000").map(decimalText);
    const discounts = fc.array(rate, { maxLength: 3 });
    fc.assert(
      fc.property(quantity, price, base, discounts, (count, unitPrice, priceBase, percents) => {
        const reductions = percents.map((percent) => ({ percent }));
        const ours = lineAmount({ quantity: count, unitPrice, priceBase, reductions }, dollars);
        expect(ours.value).toBe(lineOf(count, unitPrice, priceBase, percents));
      }),
      runs,
    );
  });

  test("on tax", () => {
    fc.assert(
      fc.property(amount, rate, (net, percent) => {
        expect(taxOnNet(net, percent, dollars).value).toBe(taxOf(net, percent));
      }),
      runs,
    );
  });

  test("on tiers, at their bounds too", () => {
    fc.assert(
      fc.property(steps, quantity, fc.nat(), fc.boolean(), (tiers, some, at, isAtBound) => {
        const bounds = tiers.flatMap(({ upTo }) => upTo ?? []);
        const count = isAtBound && bounds.length > 0 ? (bounds[at % bounds.length] ?? some) : some;
        const [graduated, volume] = (["graduated", "volume"] as const).map((method) =>
          tieredAmount(method, { tiers }, count, dollars),
        );
        expect(graduated?.ok === true && graduated.value.value).toBe(graduatedOf(tiers, count));
        expect(volume?.ok === true && volume.value.value).toBe(volumeOf(tiers, count));
      }),
      runs,
    );
  });

  test("on packages, minimums and use beyond what is included", () => {
    const size = fc.integer({ min: 1, max: 500 }).map((value) => decimalText(String(value)));
    fc.assert(
      fc.property(quantity, quantity, size, price, (used, free, each, own) => {
        expect(packageAmount({ used, free, size: each, price: own }, dollars).value).toBe(
          packagesOf(used, free, each, own),
        );
        expect(overageAmount({ used, included: free, price: own }, dollars).value).toBe(
          overageOf(used, free, own),
        );
      }),
      runs,
    );
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 31 }), (minimum, charges, part) => {
        const share = { part, whole: 31 };
        expect(minimumTrueUp({ minimum, charges, share }, dollars).value).toBe(
          trueUpOf(minimum, part, 31, charges),
        );
      }),
      runs,
    );
  });

  test("on yearly increases", () => {
    fc.assert(
      fc.property(decimalOf(1, 900, 2), fc.array(rate, { minLength: 1, maxLength: 5 }), (base, percents) => {
        const whole = base.includes(".") ? base : decimalText(`${base}.00`);
        const places = Math.max(2, whole.split(".")[1]?.length ?? 0);
        for (const method of ["compound", "simple"] as const)
          expect(escalatedPrice(whole, percents, method, dollars).value).toBe(
            escalatedOf(whole, percents, method, places),
          );
      }),
      { numRuns: 500 },
    );
  });

  test("on parts of months", () => {
    fc.assert(
      fc.property(amount, date, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (full, day, one, other) => {
        const start = localDate(`${day.slice(0, 7)}-01`);
        const length = dayNumber(addDays(start, 31).slice(0, 8) + "01") - dayNumber(start);
        const [first, last] = [Math.min(one, other, length - 1), Math.min(Math.max(one, other), length - 1)];
        const period = { start, end: addDays(start, length) };
        const billable = { start: addDays(start, first), end: addDays(start, last + 1) };
        const ours = prorate("actual/actual", { price: full, period, billable }, dollars);
        expect(ours.ok && ours.value.value).toBe(proratedOf(full, last - first + 1, length));
      }),
      runs,
    );
  });

  test("on limits and tolerances", () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { maxLength: 6 }), amount, (limit, billed, current) => {
        expect(capBalance({ limit, billed, current }, dollars).excess.value).toBe(
          excessOf(limit, billed, current),
        );
      }),
      runs,
    );
    const blank = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some);
    fc.assert(
      fc.property(amount, blank(rate), blank(amount), blank(amount), (expected, percent, floor, cap) => {
        const ours = allow(
          {
            ...(percent === null ? {} : { percent }),
            ...(floor === null ? {} : { floor }),
            ...(cap === null ? {} : { cap }),
          },
          expected,
        );
        expect(compareFractions(ours, fraction(...allowedOf(expected, percent, floor, cap)))).toBe(0);
      }),
      runs,
    );
  });

  test("on the days between two dates", () => {
    fc.assert(
      fc.property(date, date, (first, second) => {
        expect(daysBetween(first, second)).toBe(
          Math.abs(dayNumber(second) - dayNumber(first)) * (first <= second ? 1 : -1),
        );
      }),
      runs,
    );
  });
});
