import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  exactToPlaces,
  exactToText,
  parseStoredNumber,
} from "../../../../../src-main/pipeline/read/sheet/decimal-text.ts";
import {
  exactToSerial,
  formatDate,
  formatNumber,
  readNumberFormat,
  serialToDate,
} from "../../../../../src-main/pipeline/read/sheet/number-format.ts";

const exact = (text: string): NonNullable<ReturnType<typeof parseStoredNumber>> => {
  const number = parseStoredNumber(text);
  if (number === null) throw new Error(`No number: ${text}`);
  return number;
};
const custom = (code: string): ReturnType<typeof readNumberFormat> =>
  readNumberFormat(164, new Map([[164, code]]));

describe("stored numbers", () => {
  test.each([
    ["0.30000000000000004", "0.3"],
    ["0.1", "0.1"],
    ["1.1000000000000001", "1.1"],
    ["99.999999999999986", "100"],
    ["-0", "0"],
    ["1E-3", "0.001"],
    ["1.5e+3", "1500"],
    [".5", "0.5"],
    ["7.", "7"],
    ["00012", "12"],
    ["12345678901234567890", "12345678901234600000"],
    ["-1234.5600", "-1234.56"],
  ])("%s is %s", (stored, text) => {
    expect(exactToText(exact(stored))).toBe(text);
  });

  test.each(["", "abc", "1,5", "1.2.3", "1e", "Infinity", "0x10"])("%j is none", (stored) => {
    expect(parseStoredNumber(stored)).toBeNull();
  });

  test("a decimal of up to 15 digits comes back as it is", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), fc.nat(9), (units, scale) => {
        const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
        const whole = digits.slice(0, digits.length - scale);
        const part = digits.slice(digits.length - scale).replace(/0+$/u, "");
        const sign = units < 0n ? "-" : "";
        expect(
          exactToText(
            exact(`${sign}${digits.slice(0, digits.length - scale)}.${digits.slice(digits.length - scale)}`),
          ),
        ).toBe(`${sign}${whole}${part === "" ? "" : `.${part}`}`);
      }),
    );
  });

  test("places round half away from zero", () => {
    expect(exactToPlaces(exact("1.005"), 2)).toEqual({ whole: "1", part: "01" });
    expect(exactToPlaces(exact("8.575"), 2)).toEqual({ whole: "8", part: "58" });
    expect(exactToPlaces(exact("0.004"), 2)).toEqual({ whole: "0", part: "00" });
  });
});

describe("number formats", () => {
  test.each([
    ["0.00", "1234.5", "1234.50"],
    ["#,##0.00", "1234567.891", "1,234,567.89"],
    ["#,##0.00;(#,##0.00)", "-12.3", "(12.30)"],
    ["#,##0.##", "12.3", "12.3"],
    ["0.0%", "0.0825", "8.3%"],
    ["00000", "42", "00042"],
    ['0.00" EUR"', "5", "5.00 EUR"],
    ["[$€-407] #,##0.00", "-5", "-€ 5.00"],
    ['0;-0;"none"', "0", "none"],
    ["#,##0,", "12345", "12"],
  ])("%s shows %s as %s", (code, value, shown) => {
    expect(formatNumber(exact(value), custom(code))).toBe(shown);
  });

  test.each([
    ["dd/mm/yyyy", "date"],
    ["d. mmmm yyyy hh:mm", "date-time"],
    ["[h]:mm", "duration"],
    ["h:mm", "duration"],
    ["mmm-yy", "date"],
    ["@", "text"],
    ["General", "general"],
    ['#,##0.00 "days"', "number"],
    ["[Red]-0.00", "number"],
    ["yyyy\\-mm\\-dd", "date"],
  ])("%s is of kind %s", (code, kind) => {
    expect(custom(code).kind).toBe(kind);
  });

  test.each([
    ["#,##0.00 [$€-407]", "EUR"],
    ["[$$-409]#,##0.00", "USD"],
    ["[$$-1009]#,##0.00", "CAD"],
    ["[$CHF] 0.00", "CHF"],
    ['"USD" 0.00', "USD"],
    ['0.00 "zł"', "PLN"],
    ["$#,##0.00", null],
    ["[$£-809]0.00", "GBP"],
    ["£0.00", null],
    ['0.00 "kg"', null],
  ])("%s shows the currency %s", (code, currency) => {
    expect(custom(code).currency).toBe(currency);
  });
});

describe("dates", () => {
  test.each<[string, 1900 | 1904, string | null]>([
    ["1", 1900, "1900-01-01"],
    ["59", 1900, "1900-02-28"],
    ["60", 1900, null],
    ["61", 1900, "1900-03-01"],
    ["46082", 1900, "2026-03-01"],
    ["0", 1904, "1904-01-01"],
    ["44620", 1904, "2026-03-01"],
    ["2958465", 1900, "9999-12-31"],
    ["2958466", 1900, null],
  ])("serial %s of %i is %s", (serial, system, date) => {
    const time = exactToSerial(exact(serial));
    expect(time === null ? null : serialToDate(time.days, system)).toBe(date);
  });

  test("a time a hair below midnight is midnight", () => {
    expect(exactToSerial(exact("46081.999999999"))).toEqual({ days: 46_082, seconds: 0 });
    expect(exactToSerial(exact("-1"))).toBeNull();
  });

  test.each([
    ["d mmm yyyy", "2 Mar 2026"],
    ["dd/mm/yy hh:mm", "02/03/26 15:04"],
    ["h:mm AM/PM", "3:04 PM"],
    ["mmmm d, yyyy", "March 2, 2026"],
  ])("%s shows %s", (code, shown) => {
    expect(formatDate("2026-03-02", 15 * 3600 + 4 * 60, code)).toBe(shown);
  });
});
