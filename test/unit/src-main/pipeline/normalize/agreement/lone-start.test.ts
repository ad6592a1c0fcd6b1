import { describe, expect, test } from "vitest";
import { agreementOf } from "./agreement-of.ts";

describe("the only day on which a paper says that anything begins", () => {
  test.each([
    "From 1 October 2026 we place two officers at the gate for R 21 450,00 per month.",
    "We will be on site starting Thursday 1 October 2026.",
    "This letter applies to work done from 1 October 2026.",
    "Wir betreuen die Anlage ab dem 1. Oktober 2026.",
    "Les prestations sont assurées à compter du 1er octobre 2026.",
    "Los trabajos se prestarán a partir del 1 de octubre de 2026.",
    "L'assistenza decorre dal 1 ottobre 2026.",
    "Met ingang van 1 oktober 2026 verzorgen wij het onderhoud.",
  ])("is its first day: %s", (clause) => {
    expect(agreementOf(clause).from).toBe("2026-10-01");
  });

  test.each([
    "The warranty runs from 1 October 2026.",
    "VAT is charged at 20% from 1 October 2026.",
    "Rates increase by 3% from 1 October 2026.",
    "Site A is cleaned from 1 October 2026. Site B is cleaned from 1 November 2026.",
  ])("days of other things are none: %s", (clause) => {
    expect(agreementOf(clause).from).toBeNull();
  });
});

describe("a time of ending or renewing", () => {
  test.each([
    "Wir reinigen ab 1. Oktober 2026. Der Vertrag läuft auf unbestimmte Zeit und kann mit sechs Wochen zum Quartalsende gekündigt werden.",
    "From 1 October 2026 we clean the site. The contract may be extended by one year.",
  ])("is not how long the agreement lasts: %s", (clause) => {
    expect(agreementOf(clause)).toMatchObject({ from: "2026-10-01", to: null });
  });

  test("a length before it is", () => {
    const clause =
      "From 1 October 2026 we clean the site. The agreement lasts twelve months and either of us may give one month's notice.";
    expect(agreementOf(clause)).toMatchObject({ from: "2026-10-01", to: "2027-10-01" });
  });
});

test("the month of an edition is no life of the agreement", () => {
  const clause = "The master terms (v. 2025-09) govern this order. Services cost $90 per hour.";
  expect(agreementOf(clause).terms.map(({ type }) => type)).not.toContain("duration");
});
