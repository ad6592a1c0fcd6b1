import { describe, expect, test } from "vitest";
import {
  compareNames,
  hasSizeConflict,
  isPlaceholder,
  normalizeInvoiceNumber,
  normalizeReference,
  relateUnits,
  unitFactor,
  wordingOf,
} from "../../../../src-shared/wording/index.ts";

describe("legal names", () => {
  test.each([
    ["ACME Services, L.L.C.", "Acme Services LLC", "same"],
    ["Müller & Söhne GmbH", "Muller and Sohne GmbH", "same"],
    ["Northfield Limited", "Northfield Ltd.", "same"],
    ["Northfield", "Northfield Ltd", "form-missing"],
    ["Northfield LLC", "Northfield Inc.", "form-differs"],
    ["Acm\u0435 Ltd", "Acme Ltd", "look-alike"],
    ["Acme\u200b Ltd", "Acme Ltd", "look-alike"],
    ["Acme Facilities Holding Inc.", "Acme Facilities Inc.", "similar"],
    ["Zenith Logistics GmbH", "Acme Facilities Inc.", "different"],
  ] as const)("%s and %s: %s", (first, second, relation) => {
    expect(compareNames(first, second)).toBe(relation);
  });
});

describe("numbers of documents", () => {
  test.each([
    ["INV-001042", "inv 1042"],
    ["RE-2026/0O7", "RE 2026 007"],
    ["Invoice No. 1042", "1042"],
    ["2026/0017", "2026-17"],
    ["INV-26-004-A", "INV 26/4/A"],
  ])("%s is %s", (first, second) => {
    expect(normalizeInvoiceNumber(first)).toBe(normalizeInvoiceNumber(second));
  });

  test("other numbers stay apart", () => {
    expect(normalizeInvoiceNumber("INV-1042")).not.toBe(normalizeInvoiceNumber("INV-1043"));
    expect(normalizeReference("MSA-014")).not.toBe(normalizeReference("SOW-014"));
  });

  test.each(["TBC", "n/a", "0000", "-", "xxx", "To be confirmed"])("%s says nothing", (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });
  test.each(["PO-77812", "1000", "4500118822"])("%s is a number", (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});

describe("words of items", () => {
  test.each([
    ["call", "calls"],
    ["cell", "cells"],
    ["wall", "walls"],
    ["ricarica", "ricariche"],
    ["bottega", "botteghe"],
    ["branche", "branches"],
    ["fläche", "flächen"],
    ["gründlich", "gründliche"],
    ["technische", "technischer"],
  ])("%s is the one of %s", (one, many) => {
    expect(wordingOf(one).content).toEqual(wordingOf(many).content);
  });

  test("short forms and endings are one word, ranks stay apart", () => {
    expect(wordingOf("Sr. consulting").content).toEqual(wordingOf("Senior Consultant").content);
    expect(wordingOf("Jr. consultant").content).not.toEqual(wordingOf("Senior Consultant").content);
  });

  test("sizes of one thing contradict each other", () => {
    expect(hasSizeConflict(wordingOf("20 yard container"), wordingOf("Container 30 yard"))).toBe(true);
    expect(hasSizeConflict(wordingOf("20 yard container"), wordingOf("Container, 20 yard, delivered"))).toBe(
      false,
    );
  });
});

describe("units", () => {
  test("hours hold sixty minutes, a quarter three months; how long a day is, nobody said", () => {
    expect(unitFactor("minute", "hour")).toEqual({ numerator: 1n, denominator: 60n });
    expect(unitFactor("quarter", "month")).toEqual({ numerator: 3n, denominator: 1n });
    expect(unitFactor("day", "hour")).toBeUndefined();
    expect(relateUnits("each", "visit")).toBe("countable");
    expect(relateUnits("hour", "visit")).toBe("different");
  });
});

test("what is off the peak is not what is at it", () => {
  expect(wordingOf("Off-peak usage").content).not.toEqual(wordingOf("Peak usage").content);
  expect(wordingOf("Off peak usage").content).toEqual(wordingOf("Off-peak usage").content);
});

test.each(["Black and white copies", "B/W copies", "Black & white copies"])("%s are mono", (text) => {
  expect(wordingOf(text).content).toEqual(wordingOf("Mono copies").content);
});
