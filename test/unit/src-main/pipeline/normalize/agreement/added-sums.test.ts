import { describe, expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

describe("sums that come on top of a price", () => {
  test.each([
    ["Loads for the upper yard cost an extra £14.50 per trip.", "14.50", /upper yard/],
    ["Calls after 8 p.m. are subject to an additional $55.", "55", /Calls/],
    ["For crates over 25 kg add £6.", "6", /crates over 25 kg/],
    ["Transporte am Sonntag kosten 38,00 EUR extra.", "38", /Sonntag/],
    ["Für die Lieferung in den Keller kommen 16,00 EUR hinzu.", "16", /Keller/],
    ["La livraison avant 9 heures coûte 28 € de plus.", "28", /livraison/],
    ["Las recogidas en festivo llevan 22 euros adicionales.", "22", /festivo/],
    ["La consegna al piano costa 24 euro in più.", "24", /piano/],
    ["Voor levering op zaterdag rekenen wij € 19 extra.", "19", /zaterdag/],
  ])("%s", (clause, amount, on) => {
    const [surcharge, ...others] = valuesOf("surcharge", clause);
    expect(others).toEqual([]);
    expect(Number(surcharge?.amount)).toBe(Number(amount));
    expect(surcharge?.on).toMatch(on);
    expect(termsOf(clause).map(({ type }) => type)).not.toContain("fixed-fee");
  });

  test.each([
    ["Bei Eilsendungen erhöht sich der Preis um 45 %.", "45"],
    ["If a trailer must be unhitched, 8% is added.", "8"],
    ["Las visitas en festivo se incrementan un 35 %.", "35"],
    ["En urgence, le prix est augmenté de 18 %.", "18"],
  ])("%s", (clause, percent) => {
    expect(valuesOf("surcharge", clause)).toMatchObject([{ percent }]);
  });

  test.each([
    "Each additional user costs £11 per month.",
    "Above 300 sold seats the hall adds EUR 3.50 per seat.",
    "Each year the price goes up by 2%.",
    "Jedes Jahr erhöht sich die Gebühr um 3 %.",
    "Hora extra 90 €.",
    "A further 5% is taken off for orders above £2,000.",
  ])("%s has no sum on top", (clause) => {
    expect(valuesOf("surcharge", clause)).toEqual([]);
  });
});
