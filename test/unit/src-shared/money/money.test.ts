import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  addMoney,
  allocate,
  allow,
  allowedAmounts,
  cashStep,
  compare,
  compareWithin,
  currenciesByCode,
  currencyCode,
  decimal,
  decimalText,
  decimalToText,
  documentSlack,
  fixedTolerance,
  formatAmount,
  formatMoney,
  fraction,
  fromMinorUnits,
  isCurrencyCode,
  isEqual,
  minorDigits,
  minorUnit,
  money,
  narrowestTolerance,
  negate,
  negateMoney,
  noTolerance,
  parseCurrencyCode,
  roundToCash,
  roundToCurrency,
  roundToStep,
  roundingBound,
  subtractMoney,
  sum,
  toMinorUnits,
} from "../../../../src-shared/money/index.ts";
import type { Allowance } from "../../../../src-shared/money/index.ts";
import { currencyTable } from "../../../../src-shared/money/currency-table.ts";
import { anyCents } from "./arbitraries.ts";

const d = decimal;
const text = (value: Parameters<typeof decimalToText>[0]): string => decimalToText(value);

describe("currency table", () => {
  it("is sorted, unique and well formed", () => {
    const codes = currencyTable.map(([code]) => code);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    for (const [code, numericCode, digits, name] of currencyTable) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      expect(numericCode).toMatch(/^\d{3}$/);
      expect([null, 0, 2, 3, 4]).toContain(digits);
      expect(name.trim()).not.toBe("");
    }
  });

  it("uses each numeric code once among those in force", () => {
    const active = currencyTable.filter((row) => row[4] === undefined).map((row) => row[1]);
    expect(new Set(active).size).toBe(active.length);
  });

  it("has the minor digits of ISO 4217, where display tables differ", () => {
    const digits = [
      "HUF",
      "ISK",
      "IDR",
      "JPY",
      "KWD",
      "CLF",
      "MGA",
      "MRU",
      "UYW",
      "TWD",
      "UGX",
      "LBP",
      "IQD",
    ];
    expect(digits.map(minorDigits)).toEqual([2, 0, 2, 0, 3, 4, 2, 2, 4, 2, 0, 2, 3]);
  });

  it("holds funds and codes withdrawn of late, and no metals or test codes", () => {
    expect(["CHE", "MXV", "USN", "XCG", "ZWG", "HRK", "BGN"].every(isCurrencyCode)).toBe(true);
    expect(["XAU", "XXX", "XTS", "XDR", "usd", "EURO", ""].some(isCurrencyCode)).toBe(false);
    expect(currenciesByCode.get("HRK")?.withdrawn).toBe("2023-01");
    expect(currenciesByCode.get("EUR")).toEqual({
      code: "EUR",
      numericCode: "978",
      name: "Euro",
      minorDigits: 2,
      withdrawn: undefined,
    });
  });

  it("reads codes, but neither symbols nor names", () => {
    expect(parseCurrencyCode(" usd ")).toEqual({ ok: true, value: "USD" });
    expect(parseCurrencyCode("US$")).toEqual({
      ok: false,
      error: { code: "money/unknown-currency", text: "US$" },
    });
    expect(() => currencyCode("$")).toThrow(RangeError);
    expect(() => minorDigits("XAU")).toThrow(RangeError);
  });

  it("knows cash steps that are finer than nothing", () => {
    expect([cashStep("CHF"), cashStep("SEK"), cashStep("USD")]).toEqual(["0.05", "1.00", undefined]);
  });
});

describe("money", () => {
  it("has at least the digits of its currency", () => {
    expect(money(d("150"), "USD")).toEqual({ amount: "150.00", currency: "USD" });
    expect(money(d("1.2345"), "USD").amount).toBe("1.2345");
    expect(money(d("1234"), "JPY").amount).toBe("1234");
    expect(() => money(d("1"), "US$")).toThrow(RangeError);
  });

  it("adds within a currency and never across", () => {
    const dollars = money(d("10.00"), "USD");
    expect(addMoney(dollars, money(d("0.05"), "USD")).amount).toBe("10.05");
    expect(subtractMoney(dollars, money(d("10.00"), "USD")).amount).toBe("0.00");
    expect(negateMoney(dollars).amount).toBe("-10.00");
    expect(() => addMoney(dollars, money(d("1"), "EUR"))).toThrow(RangeError);
    expect(() => subtractMoney(dollars, money(d("1"), "EUR"))).toThrow(RangeError);
  });

  it("counts minor units there and back", () => {
    expect(toMinorUnits(d("1234.5"), "USD")).toBe(123450n);
    expect(toMinorUnits(d("-8.642"), "KWD")).toBe(-8642n);
    expect(toMinorUnits(d("1.500"), "USD")).toBe(150n);
    expect(() => toMinorUnits(d("1.005"), "USD")).toThrow(RangeError);
    expect(text(minorUnit("USD"))).toBe("0.01");
    expect(text(minorUnit("JPY"))).toBe("1");
    fc.assert(
      fc.property(fc.bigInt(), fc.constantFrom("USD", "JPY", "KWD", "CLF"), (units, currency) => {
        expect(toMinorUnits(fromMinorUnits(units, currency), currency)).toBe(units);
      }),
    );
  });

  it("rounds to the minor unit and to steps", () => {
    expect(text(roundToCurrency(fraction(2, 3), "USD"))).toBe("0.67");
    expect(text(roundToCurrency(fraction(2, 3), "USD", "down"))).toBe("0.66");
    expect(text(roundToCurrency(d("0.5"), "JPY"))).toBe("1");
    expect(text(roundToStep(d("1.13"), d("0.05")))).toBe("1.15");
    expect(text(roundToStep(d("-1.125"), d("0.25"), "half-up"))).toBe("-1.25");
    expect(text(roundToStep(d("7"), d("5.00")))).toBe("5.00");
  });

  it("pays cash in steps and says what the step took", () => {
    const cash = (amount: string, currency: string): readonly string[] => {
      const { payable, roundingAmount } = roundToCash(d(amount), currency);
      return [text(payable), text(roundingAmount)];
    };
    expect(cash("107.72", "CHF")).toEqual(["107.70", "-0.02"]);
    expect(cash("12.34", "USD")).toEqual(["12.34", "0.00"]);
    expect(cash("1003", "HUF")).toEqual(["1005.00", "2.00"]);
  });

  it("is written plainly for messages", () => {
    expect(formatAmount(d("1087.5"), "USD")).toBe("1087.50");
    expect(formatAmount(d("0.00123"), "EUR")).toBe("0.00123");
    expect(formatAmount(d("42"), "KWD")).toBe("42.000");
    expect(formatMoney(money(d("1087.5"), "USD"))).toBe("1087.50 USD");
  });
});

describe("allocate", () => {
  it("gives what is left over to the largest remainders, the first of equals", () => {
    expect(allocate(d("1.00"), [d("1"), d("2"), d("3")], 2).map(text)).toEqual(["0.17", "0.33", "0.50"]);
    expect(allocate(d("10"), [d("0"), d("1"), d("1"), d("1")], 0).map(text)).toEqual(["0", "4", "3", "3"]);
    expect(allocate(d("-100.00"), [d("1"), d("1"), d("1")], 2).map(text)).toEqual([
      "-33.34",
      "-33.33",
      "-33.33",
    ]);
    expect(allocate(d("5"), [fraction(1, 3), fraction(2, 3)], 2).map(text)).toEqual(["1.67", "3.33"]);
  });

  it("splits over a negative weight, as of a credit line", () => {
    const parts = allocate(d("10.00"), [d("150"), d("-50")], 2);
    expect(parts.map(text)).toEqual(["15.00", "-5.00"]);
  });

  it("refuses what cannot be split", () => {
    expect(() => allocate(d("1"), [], 2)).toThrow(RangeError);
    expect(() => allocate(d("1"), [d("1"), d("-1")], 2)).toThrow(RangeError);
    expect(() => allocate(d("1.005"), [d("1")], 2)).toThrow(RangeError);
    expect(allocate(d("1.500"), [d("1")], 2).map(text)).toEqual(["1.50"]);
  });

  it("adds up to the total, keeps each part within a unit, and mirrors", () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyCents, weights, (total, raw) => {
        const all = raw.reduce((left, right) => left + right, 0n);
        fc.pre(all > 0n);
        const shares = raw.map((units) => ({ units, scale: 0 }));
        const parts = allocate(total, shares, 2);
        expect(isEqual(sum(parts), total)).toBe(true);
        expect(allocate(negate(total), shares, 2)).toEqual(parts.map(negate));
        for (const [index, part] of parts.entries()) {
          const exact = fraction(total.units * (raw[index] ?? 0n), all);
          const distance = part.units * exact.denominator - exact.numerator;
          expect(distance < exact.denominator && -distance < exact.denominator).toBe(true);
        }
      }),
    );
  });
});

describe("tolerance", () => {
  const allowance = (percent: string | null, floor: string | null, cap: string | null): Allowance => ({
    percent: percent === null ? null : decimalText(percent),
    floor: floor === null ? null : decimalText(floor),
    cap: cap === null ? null : decimalText(cap),
  });

  it("is min(max(percent × |expected|, floor), cap)", () => {
    const two = allowance("2", "1.00", "50.00");
    expect(
      ["10.00", "1000.00", "10000.00", "-1000.00"].map((expected) => text(allow(two, d(expected)))),
    ).toEqual(["1.00", "20.0000", "50.00", "20.0000"]);
  });

  it("takes a blank as nothing and never as infinite", () => {
    expect(compare(allow(allowance("2", "1.00", null), d("1000")), d("0"))).toBe(0);
    expect(compare(allow(allowance(null, null, "50"), d("1000")), d("0"))).toBe(0);
    expect(compare(allow({}, d("1000")), d("0"))).toBe(0);
    expect(compare(allow(undefined, d("1000")), d("0"))).toBe(0);
    expect(compare(allow(allowance("-5", "-1", "50"), d("1000")), d("0"))).toBe(0);
  });

  it("keeps over and under apart", () => {
    const tolerance = { over: allowance(null, "0.05", "0.05"), under: allowance(null, "5.00", "5.00") };
    const judge = (found: string): string => compareWithin(tolerance, d("100.00"), d(found)).is;
    expect(["100.00", "100.000", "100.05", "100.06", "95.00", "94.99"].map(judge)).toEqual([
      "equal",
      "equal",
      "within",
      "over",
      "within",
      "under",
    ]);
    expect(compareWithin(tolerance, d("100.00"), d("94.99"))).toEqual({
      is: "under",
      difference: d("-5.01"),
      allowed: d("5.00"),
    });
    expect(text(compareWithin(tolerance, d("100.00"), d("100.00")).allowed)).toBe("0.05");
    expect(allowedAmounts(tolerance, d("100.00"), "USD")).toEqual({ over: "0.05", under: "5.00" });
    expect(allowedAmounts({ over: allowance("2", null, "50") }, d("10.99"), "USD")).toEqual({
      over: "0.21",
      under: "0.00",
    });
  });

  it("takes the narrowest scope that says anything", () => {
    const line = fixedTolerance(decimalText("0.01"));
    const workspace = fixedTolerance(decimalText("9.00"));
    expect(narrowestTolerance([undefined, line, null, workspace])).toBe(line);
    expect(narrowestTolerance([null, undefined])).toBe(noTolerance);
    expect(narrowestTolerance([noTolerance, workspace])).toBe(noTolerance);
  });

  it("lets rounding of lines add up to five minor units at most", () => {
    expect([0, 1, 2, 3, 9, 10, 11, 500].map((count) => text(documentSlack(count, "EUR")))).toEqual([
      "0.00",
      "0.01",
      "0.01",
      "0.02",
      "0.05",
      "0.05",
      "0.05",
      "0.05",
    ]);
    expect(text(documentSlack(3, "JPY"))).toBe("2");
    expect(text(roundingBound(3, "EUR"))).toBe("0.015");
  });

  it("never lets a tighter tolerance pass more", () => {
    fc.assert(
      fc.property(
        anyCents,
        anyCents,
        fc.bigInt({ min: 0n, max: 100_000n }),
        fc.bigInt({ min: 0n, max: 100_000n }),
        (expected, found, first, second) => {
          const [tight, loose] = first < second ? [first, second] : [second, first];
          const fixed = (units: bigint) => fixedTolerance(decimalToText({ units, scale: 2 }));
          const isClean = (units: bigint): boolean =>
            ["equal", "within"].includes(compareWithin(fixed(units), expected, found).is);
          expect(isClean(tight) && !isClean(loose)).toBe(false);
          expect(isEqual(add(compareWithin({}, expected, found).difference, expected), found)).toBe(true);
        },
      ),
    );
  });
});
