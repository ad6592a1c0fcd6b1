import { describe, expect, it } from "vitest";
import {
  numberConventionOf,
  openConvention,
  parseAmount,
  parsePercent,
} from "../../../../../../src-main/pipeline/normalize/values/index.ts";
import type { NumberConvention } from "../../../../../../src-main/pipeline/normalize/values/index.ts";

const point: NumberConvention = { decimal: ".", basis: "evidence" };
const comma: NumberConvention = { decimal: ",", basis: "evidence" };

describe("printed amounts", () => {
  it("case 23: reads what is plain and leaves a bare 1.234 open", () => {
    expect(parseAmount("1.234,56", comma)?.value).toBe("1234.56");
    expect(parseAmount("1.234,56")?.value).toBe("1234.56");
    expect(parseAmount("1'234.50")?.value).toBe("1234.50");
    expect(parseAmount("(123.45)")?.value).toBe("-123.45");
    expect(parseAmount("123.45-")?.value).toBe("-123.45");
    expect(parseAmount("12,34,567.89")?.value).toBe("1234567.89");
    const bare = parseAmount("1.234", openConvention);
    expect(bare?.value).toBeNull();
    expect(bare?.readings).toEqual(["1234", "1.234"]);
  });

  it.each([
    ["1.234", comma, "1234"],
    ["1.234", point, "1.234"],
    ["1,234", point, "1234"],
    ["0.123", openConvention, "0.123"],
    ["1234,567", openConvention, "1234.567"],
    ["1 234,50", openConvention, "1234.50"],
    ["1\u202f234,50", openConvention, "1234.50"],
    ["1’234.50", openConvention, "1234.50"],
    ["1.234.567", openConvention, "1234567"],
    ["120.–", openConvention, "120.00"],
    ["120,--", openConvention, "120.00"],
    ["-12,50 €", openConvention, "-12.50"],
    ["€ -12,50", openConvention, "-12.50"],
    ["−12,50", openConvention, "-12.50"],
    ["EUR1.234,00", openConvention, "1234.00"],
    ["1,234.00 USD", openConvention, "1234.00"],
    ["CHF 120.-", openConvention, "120.00"],
    ["US$ 1,234.00", openConvention, "1234.00"],
    ["($1,234.00)", openConvention, "-1234.00"],
    ["$(1,234.00)", openConvention, "-1234.00"],
    ["***1,234.00", openConvention, "1234.00"],
    ["50,00 CR", openConvention, "-50.00"],
    ["2½", openConvention, "2.5"],
    ["1 1/2", openConvention, "1.5"],
    ["0,0034", openConvention, "0.0034"],
    [".50", openConvention, "0.50"],
    ["12.345,6", openConvention, "12345.6"],
  ])("reads %s", (text, convention, value) => {
    expect(parseAmount(text, convention)?.value).toBe(value);
  });

  it.each([
    "1.2.2026",
    "12/3",
    "12,34.56,78",
    "1..5",
    "RE-1001",
    "",
    "€",
    "12 34",
    "1,23,45",
    "10:30",
    "1.234,567.00",
  ])("does not take %s for a number", (text) => {
    expect(parseAmount(text)).toBeNull();
  });

  it("keeps the currency it was printed with", () => {
    expect(parseAmount("$ 12.00")?.currency?.code).toBeNull();
    expect(parseAmount("12,00 €")?.currency?.code).toBe("EUR");
    expect(parseAmount("GBP 12.00")?.currency?.code).toBe("GBP");
  });

  it("reads percentages", () => {
    expect(parsePercent("19 %")?.value).toBe("19");
    expect(parsePercent("8.25%")?.value).toBe("8.25");
    expect(parsePercent("19,00 v.H.")?.value).toBe("19.00");
    expect(parsePercent("19 €")).toBeNull();
  });
});

describe("decimal mark of a document", () => {
  it("is what both marks in one number say", () => {
    expect(numberConventionOf(["1.234,56", "12"])).toEqual({ decimal: ",", basis: "evidence" });
    expect(numberConventionOf(["1,234.56"])).toEqual({ decimal: ".", basis: "evidence" });
  });
  it("is what repeated group marks say", () => {
    expect(numberConventionOf(["1.234.567"])).toEqual({ decimal: ",", basis: "evidence" });
  });
  it("stays open for 1.234 alone and for dates", () => {
    expect(numberConventionOf(["1.234", "01.02.2026", "5"]).decimal).toBeNull();
  });
  it("stays open when both sides speak", () => {
    expect(numberConventionOf(["12,50", "13,50", "12.50", "14.75"])).toEqual({
      decimal: null,
      basis: "mixed",
    });
  });
  it("does not follow one stray version number", () => {
    expect(numberConventionOf(["12,50", "1.250,00", "2.1"]).decimal).toBe(",");
  });
});
