import { describe, expect, it } from "vitest";
import {
  findIbans,
  findTaxIds,
  isIban,
  parseClock,
  parseQuantity,
  parseTaxId,
  parseUnit,
} from "../../../../../../src-main/pipeline/normalize/values/index.ts";

describe("accounts", () => {
  it("finds an IBAN with blanks and does not swallow the BIC", () => {
    expect(findIbans("IBAN: DE89 3704 0044 0532 0130 00 BIC COBADEFFXXX")[0]).toMatchObject({
      iban: "DE89370400440532013000",
      isValid: true,
    });
    expect(isIban("GB82 WEST 1234 5698 7654 32")).toBe(true);
    expect(isIban("GB82 WEST 1234 5698 7654 33")).toBe(false);
  });
  it("says when check digits fail", () => {
    expect(findIbans("DE88 3704 0044 0532 0130 00")[0]?.isValid).toBe(false);
  });
});

describe("tax ids", () => {
  it.each([
    ["DE136695976", "DE", true],
    ["DE136695977", "DE", false],
    ["ATU13585627", "AT", true],
    ["BE0428759497", "BE", true],
    ["NL004495445B01", "NL", true],
    ["FR83404833048", "FR", true],
    ["ES B58378431", "ES", true],
    ["IT00743110157", "IT", true],
    ["PT501964843", "PT", true],
    ["CHE-100.155.212 MWST", "CH", true],
    ["GB980780684", "GB", true],
    ["DK13585628", "DK", true],
    ["FI20774740", "FI", true],
    ["LU15027442", "LU", true],
    ["PL8567346215", "PL", true],
    ["27AAPFU0939F1ZV", "IN", true],
    ["83 914 571 673", "AU", true],
  ])("reads %s", (text, country, isValid) => {
    expect(parseTaxId(text)).toMatchObject({ country, isValid });
  });
  it("finds them in a line", () => {
    expect(
      findTaxIds("USt-IdNr.: DE 136 695 976 Steuernummer 12/345/67890").map((found) => found.id),
    ).toEqual(["DE136695976"]);
  });
});

describe("units and quantities", () => {
  it.each([
    ["Std.", "hour"],
    ["HUR", "hour"],
    ["per hour", "hour"],
    ["Stück", "piece"],
    ["m²", "square-metre"],
    ["Tage", "day"],
    ["mois", "month"],
    ["uds", "unit"],
    ["pauschal", "lot"],
  ])("knows %s", (word, unit) => {
    expect(parseUnit(word)).toBe(unit);
  });
  it("does not take short words for units outside of unit cells", () => {
    expect(parseUnit("m", "anywhere")).toBeNull();
    expect(parseUnit("hours", "anywhere")).toBe("hour");
  });
  it("reads quantities with units and clock times", () => {
    expect(parseQuantity("10 h")).toMatchObject({ unit: "hour", number: { value: "10" } });
    expect(parseQuantity("3,00 Stk.")).toMatchObject({ unit: "piece", number: { value: "3.00" } });
    expect(parseQuantity("7:30")).toMatchObject({ unit: "hour", number: { value: "7.5" } });
    expect(parseClock("7h30")).toBe("7.5");
    expect(parseQuantity("2 x")).toMatchObject({ unit: null, number: { value: "2" } });
    expect(parseQuantity("3 Widgets")).toMatchObject({ unit: "widgets", unitWord: "Widgets" });
  });
});
