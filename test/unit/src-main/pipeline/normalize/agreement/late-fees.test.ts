import { describe, expect, it } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("what late payment costs, by the words of each language", () => {
  it.each([
    ["Mahnspesen 12,00 €.", { amount: "12.00", per: "once" }],
    ["Interés moratorio 3% mensual.", { percent: "3", per: "month" }],
    ["Nalatigheidsinterest 10 % per jaar.", { percent: "10", per: "year" }],
    ["Verzugszinsen 9 % jährlich.", { percent: "9", per: "year" }],
  ])("%s", (clause, value) => {
    expect(valuesOf("late-fee", clause)).toEqual([expect.objectContaining(value)]);
  });

  it("takes a fine once and the interest beside it by the month", () => {
    expect(
      valuesOf("late-fee", "Atraso: multa de 2% e juros de mora de 1% ao mês.").map(({ per }) => per),
    ).toEqual(expect.arrayContaining(["once"]));
  });

  it.each(["Die Mahnung erfolgt schriftlich.", "Moratorio de obras: 3 meses."])("is none in %s", (clause) => {
    expect(valuesOf("late-fee", clause)).toEqual([]);
  });
});
