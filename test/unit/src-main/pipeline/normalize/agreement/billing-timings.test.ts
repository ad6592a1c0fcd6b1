import { expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

const timings = (clause: string): readonly unknown[] =>
  valuesOf("billing", clause).map(({ timing }) => timing);
const feeTimings = (clause: string): readonly unknown[] =>
  valuesOf("fixed-fee", clause).map(({ timing }) => timing);

test.each([
  "Line rental: $210.00 per month. Line rental is billed one month in advance and call charges are billed in arrears.",
  "Hosting: $210.00 per month. We bill hosting in advance and excess traffic in arrears each month.",
  "Die Grundgebühr beträgt 49,00 EUR pro Monat. Die Grundgebühr wird monatlich im Voraus, der Verbrauch nachträglich berechnet.",
  "L'abonnement est de 49,00 EUR par mois. L'abonnement est facturé d'avance chaque mois et les consommations à terme échu.",
])("a clause with two timings says two things, and fees are billed as what is no use: %s", (clause) => {
  expect(timings(clause)).toEqual(["advance", "arrears"]);
  expect(feeTimings(clause)).toEqual(["advance"]);
});

test("one timing holds for all, also where another is denied", () => {
  expect(feeTimings("Care: $90.00 per month. All fees are billed monthly in arrears.")).toEqual(["arrears"]);
  expect(
    feeTimings("Care: $90.00 per month. All fees are billed monthly in advance, not in arrears."),
  ).toEqual(["advance"]);
});
