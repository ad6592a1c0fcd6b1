import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("the step that time is charged in", () => {
  test.each([
    ["Any part of an hour counts as a full one.", "1"],
    ["Part half-hours are counted whole.", "0.5"],
    ["Time is logged in tenths of an hour.", "0.1"],
    ["Hours are billed in quarters.", "0.25"],
    ["Die Zeit wird nach Viertelstunden gezählt.", "0.25"],
    ["De tijd wordt per kwartier geteld.", "0.25"],
    ["Die Abrechnung erfolgt halbstundengenau.", "0.5"],
    ["Jede angebrochene Viertelstunde zählt voll.", "0.25"],
    ["Chaque demi-heure commencée est facturée entière.", "0.5"],
    ["Toute heure entamée est due.", "1"],
    ["Las fracciones de cuarto de hora se computan enteras.", "0.25"],
    ["Ogni mezz'ora iniziata si conteggia per intero.", "0.5"],
    ["Een begonnen kwartier telt als heel.", "0.25"],
    ["Cada meia hora começada é faturada por inteiro.", "0.5"],
  ])("%s", (clause, increment) => {
    expect(valuesOf("time-rules", clause)).toEqual([{ increment }]);
  });

  test.each([
    "The technician arrives within half an hour.",
    "The office is closed for a quarter of an hour at noon.",
    "La pause dure une demi-heure.",
    "The subscription is billed by quarters.",
    "The retention is one tenth, billed last.",
  ])("is not said by: %s", (clause) => {
    expect(valuesOf("time-rules", clause)).toEqual([]);
  });
});

describe("hours past a number of them", () => {
  test.each([
    ["Hours past nine in a day cost one and a half times the usual rate.", "1.5"],
    ["After 8 hours in a day time and a half applies.", "1.5"],
    ["Ab der neunten Stunde erhöht sich der Satz um 30 %.", "1.3"],
  ])("%s", (clause, overtimeMultiplier) => {
    expect(valuesOf("time-rules", clause)).toEqual([{ overtimeMultiplier }]);
    expect(valuesOf("escalator", clause)).toEqual([]);
  });

  test("half of the way there is charged", () => {
    expect(valuesOf("time-rules", "Half of the journey time is chargeable.")).toEqual([
      { travelMultiplier: "0.5" },
    ]);
  });
});
