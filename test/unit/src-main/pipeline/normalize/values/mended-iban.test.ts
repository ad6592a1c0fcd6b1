import { expect, test } from "vitest";
import { findMendedIbans } from "../../../../../../src-main/pipeline/normalize/values/index.ts";

const ibansIn = (text: string): readonly string[] => findMendedIbans(text).map(({ iban }) => iban);

test.each([
  ["figures of a French account", "IBAN FR14 2004 1010 0S0S 0001 3M02 606", "FR1420041010050500013M02606"],
  ["noughts of a Dutch one", "IBAN NL91 ABNA 04171643OO", "NL91ABNA0417164300"],
  ["a country in figures", "1T60 X054 2811 1010 0000 0123 456", "IT60X0542811101000000123456"],
  ["an eight that was read as S", "DES9 3704 0044 0532 0130 00", "DE89370400440532013000"],
  [
    "a Portuguese one with its dot",
    "PTSO 0002 0123 1234 5678 9015 4 · PT501964843",
    "PT50000201231234567890154",
  ],
])("%s", (_name, text, iban) => {
  expect(ibansIn(text)).toEqual([iban]);
});

test("a figure is never made another: a misread account is not mended", () => {
  expect(ibansIn("DE89 3704 0044 0532 0130 01")).toEqual([]);
});

test("an account with a part missing is none", () => {
  expect(ibansIn("DES9 3704 0044 0532 01")).toEqual([]);
});
