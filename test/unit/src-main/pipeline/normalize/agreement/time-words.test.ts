import { describe, expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

describe("hours that cost more or less", () => {
  test.each([
    ["An Sonn- und Feiertagen erhöht sich der Stundensatz um 30 %.", "30"],
    ["Ab 22 Uhr 50 % Zuschlag auf Personal.", "50"],
    ["Les dimanches et jours fériés, le taux horaire est majoré de 100 %.", "100"],
    ["Los sábados y festivos la tarifa se incrementa un 40 %.", "40"],
    ["Nei giorni festivi la tariffa è maggiorata del 50 %.", "50"],
    ["Buiten kantooruren geldt een toeslag van 50 % op het tarief.", "50"],
    ["Aos feriados a tarifa tem um acréscimo de 50 %.", "50"],
  ])("a share added at a time is a surcharge of it: %s", (clause, percent) =>
    expect(valuesOf("surcharge", clause).map((value) => value.percent)).toEqual([percent]),
  );

  test.each([
    ["Reisezeit wird mit 50 % des Stundensatzes vergütet.", { travelMultiplier: "0.5" }],
    ["Le temps de trajet est facturé à 50 % du taux horaire.", { travelMultiplier: "0.5" }],
    ["At weekends the hourly rate is multiplied by 1.5.", { afterHoursMultiplier: "1.5" }],
    ["Holiday hours count double.", { afterHoursMultiplier: "2" }],
    [
      "Outside Monday to Friday, 7 am to 5 pm, drives cost twice the ordinary charge.",
      { afterHoursMultiplier: "2" },
    ],
    [
      "Außerhalb von Montag bis Freitag wird der doppelte Stundensatz berechnet.",
      { afterHoursMultiplier: "2" },
    ],
    ["An Feiertagen zählen die Stunden doppelt.", { afterHoursMultiplier: "2" }],
    ["Le samedi et la nuit, les heures sont comptées double.", { afterHoursMultiplier: "2" }],
    ["Los festivos las horas se cuentan dobles.", { afterHoursMultiplier: "2" }],
    [
      "Overtime is billed at one and one-half (1½) times the regular bill rate.",
      { overtimeMultiplier: "1.5" },
    ],
  ])("%s", (clause, wanted) => expect(valuesOf("time-rules", clause)).toEqual([wanted]));

  test.each([
    ["No technician works more than 11 hours a day on site.", "11"],
    ["Nenhum técnico trabalha mais de 11 horas por dia na obra.", "11"],
    ["Kein Monteur arbeitet mehr als 11 Stunden am Tag auf der Baustelle.", "11"],
    ["Ningún técnico trabaja más de 11 horas al día en la planta.", "11"],
  ])("nobody may do more: %s", (clause, maxHoursPerDay) =>
    expect(valuesOf("time-rules", clause)).toEqual([{ maxHoursPerDay }]),
  );

  test("a condition is whole", () => {
    const [term] = termsOf(
      "Werktags zwischen 18 und 7 Uhr sowie samstags beträgt der Zuschlag 50 % auf den Stundensatz.",
    );
    expect(term?.value).toMatchObject({ on: "Werktags zwischen 18 und 7 Uhr sowie samstags" });
  });

  test.each([
    "Die Preise steigen ab 2027 um 3 % im Jahr.",
    "Preços por quarto e noite, com IVA incluído à taxa de 6%.",
    "Support is available at weekends; uptime is 99 % of the time.",
    "Interest of 5 % is charged on overdue amounts at night.",
  ])("no rule of time: %s", (clause) => expect(valuesOf("time-rules", clause)).toEqual([]));
});

describe("steps and limits of time", () => {
  test.each([
    ["Die Zeit wird in Viertelstunden erfasst.", { increment: "0.25" }],
    ["El tiempo se registra por fracciones de media hora.", { increment: "0.5" }],
    ["Le temps est décompté par quart d'heure entamé.", { increment: "0.25" }],
    ["Mehr als acht Stunden am Tag werden nur mit Zustimmung vergütet.", { maxHoursPerDay: "8" }],
    ["No more than 10 hours a day may be billed without consent.", { maxHoursPerDay: "10" }],
    ["Au maximum 9 heures par jour sont facturées sans accord.", { maxHoursPerDay: "9" }],
  ])("%s", (clause, wanted) => expect(valuesOf("time-rules", clause)).toEqual([wanted]));

  test("rules of one paper are one rule", () => {
    expect(
      valuesOf(
        "time-rules",
        "Time is recorded in units of six minutes. Travelling time is charged at half the hourly rate.",
      ),
    ).toEqual([{ increment: "0.1", travelMultiplier: "0.5" }]);
  });

  test.each([
    ["Installation costs €84.00 per hour, each started hour.", "1"],
    ["Monteurstunden werden mit 84,00 € je Stunde berechnet, angefangene Stunden halbstündlich.", "0.5"],
    ["Extra work is £48 an hour, charged in quarter hours.", "0.25"],
    ["Storage is £12.00 per week or part week.", "1"],
  ])("%s", (clause, increment) => expect(valuesOf("rate", clause)[0]?.increment).toBe(increment));

  test("what is passed on without a markup makes no absent surcharge, and no Skonto no absent discount", () => {
    const absent = termsOf(
      "Fremdkosten werden gegen Beleg ohne Zuschlag weitergegeben. Zahlbar in 14 Tagen, kein Skonto.",
    ).filter((term) => term.absent === true);
    expect(absent.map(({ type }) => type)).toEqual([]);
  });
});

test.each([
  "Der Stundensatz beträgt 80,00 EUR. Stunden an Sonntagen werden nicht doppelt gezählt.",
  "Het uurtarief bedraagt € 80,00. Uren op zondag tellen niet dubbel.",
  "Le taux horaire est de 80 €. Les heures du dimanche ne comptent pas double.",
  "Le taux horaire est de 80 €. Les heures du dimanche ne sont pas facturées en double.",
  "The hourly rate is £80. Sunday hours do not count double.",
])("what is denied to count double does not: %s", (clause) => {
  expect(valuesOf("time-rules", clause)).toEqual([]);
});
