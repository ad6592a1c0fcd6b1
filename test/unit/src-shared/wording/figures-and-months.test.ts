import { describe, expect, test } from "vitest";
import {
  hasSizeConflict,
  monthsNamed,
  printedDecimal,
  wordingOf,
} from "../../../../src-shared/wording/index.ts";

describe("a figure in words", () => {
  test.each([
    ["1.250,00", "1250.00"],
    ["1,250.00", "1250.00"],
    ["1’250.50", "1250.50"],
    ["1,250", "1250"],
    ["12,5", "12.5"],
    ["455", "455"],
    ["", null],
    ["a", null],
  ])("%s", (printed, value) => {
    expect(printedDecimal(printed)).toBe(value);
  });
});

describe("months that a text names", () => {
  test.each([
    ["due in March, June, September and December", [3, 6, 9, 12]],
    ["the fee may be raised in März", [3]],
    ["payable each May and November", [5, 11]],
    ["set out in the order", []],
  ])("%s", (text, months) => {
    expect(monthsNamed(text)).toEqual(months);
  });
});

describe("stages that are told apart by their number", () => {
  test.each([
    ["Stage 2", "Stage 3", true],
    ["Hito 2", "Hito 2, proyecto", false],
    ["Meilenstein 1 Entwurf", "Etape 2", true],
    ["Stage 2", "Stage design", false],
  ])("%s and %s", (one, other, isOther) => {
    expect(hasSizeConflict(wordingOf(one), wordingOf(other))).toBe(isOther);
  });
});

describe("papers that are told apart by their numbers", () => {
  test.each([
    ["Green waste, dockets 6071 and 6098, m3", "green waste docket 6098", false],
    ["Gravier, bons 412, 418 et 431", "gravier bon 431", false],
    ["Kies, Lieferschein 4411, 4420 und 4433", "Kies Lieferschein 4420", false],
    ["Hormigón, albaran 903 y 911", "hormigón albaran 911", false],
    ["Green waste, dockets 6071 and 6098, m3", "green waste docket 6099", true],
    ["Ticket 904, 12 hours", "ticket 912", true],
    ["Manual NKP 80 – pages", "Manual NKP 80, 412 pages", false],
    ["Manual, 80 pages", "Manual, 412 pages", true],
  ])("%s and %s", (one, other, isOther) => {
    expect(hasSizeConflict(wordingOf(one), wordingOf(other))).toBe(isOther);
  });
});
