import { expect, test } from "vitest";
import { parseTypedAmount } from "../../../../src-renderer/locale/typed-amount.ts";

test.each([
  ["1234.50", "1234.50"],
  ["1234,5", "1234.5"],
  ["1.234,50", "1234.50"],
  ["1,234.50", "1234.50"],
  ["1 234,50", "1234.50"],
  ["1\u{202f}234,50", "1234.50"],
  ["1’234’567.05", "1234567.05"],
  ["1.234.567", "1234567"],
  ["-12,5", "-12.5"],
  ["0,125", "0.125"],
  ["1234.500", "1234.500"],
])("%s is an amount", (typed, amount) => {
  expect(parseTypedAmount(typed)).toBe(amount);
});

test.each(["1.234", "1,234", "-12.345", "100.000"])("%s can be two amounts", (typed) => {
  expect(parseTypedAmount(typed)).toBe("ambiguous");
});

test.each(["", "abc", "1.23.4", "1.234.56", "1,23,456", "12,", "1.234,56,7", "--1"])(
  "%s is none",
  (typed) => {
    expect(parseTypedAmount(typed)).toBeNull();
  },
);
