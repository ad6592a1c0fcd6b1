import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("what is paid back of a night or a day away", () => {
  test.each([
    [
      "Hotel rooms are limited to £125 per night. Meals are limited to £30 per day.",
      [
        { types: ["lodging"], unitCap: "125" },
        { types: ["meals"], unitCap: "30" },
      ],
    ],
    ["L'hébergement est plafonné à 140 € par nuit.", [{ types: ["lodging"], unitCap: "140" }]],
    ["Maaltijden: ten hoogste € 35 per persoon per dag.", [{ types: ["meals"], unitCap: "35" }]],
    ["Hotelkosten trägt der Kunde bis zu 115 € pro Übernachtung.", [{ types: ["lodging"], unitCap: "115" }]],
  ])("reads the limit in %s", (clause, wanted) => {
    expect(valuesOf("expenses", clause)).toEqual(wanted);
  });

  test.each([
    ["Nothing over £45 is paid without a receipt for the expense.", "45"],
    ["Un justificatif est exigé pour toute dépense supérieure à 40 €.", "40"],
  ])("takes no threshold of receipts for a limit: %s", (clause, above) => {
    const [value] = valuesOf("expenses", clause);
    expect(value?.receiptAbove).toBe(above);
    expect(value?.totalCap).toBeUndefined();
  });
});

describe("hours of one day", () => {
  test.each([
    "Abgerechnet werden höchstens 9 Stunden pro Person und Tag.",
    "No more than 9 hours per person and day are billable.",
    "Aucun intervenant ne peut facturer plus de 9 heures dans une même journée.",
    "No se facturarán más de 9 horas por persona y día.",
  ])("limits the day and not the agreement: %s", (clause) => {
    expect(valuesOf("time-rules", clause)).toEqual([{ maxHoursPerDay: "9" }]);
    expect(valuesOf("cap", clause)).toEqual([]);
  });
});

describe("rates of tax beside other words", () => {
  test("take nothing from a price, and are no interest", () => {
    expect(valuesOf("fixed-fee", "Preis: 310,00 € monatlich zzgl. USt.")[0]?.amount).toBe("310.00");
    expect(valuesOf("late-fee", "Monthly in arrears, VAT 20% extra, 30 days from invoice date.")).toEqual([]);
  });
});

describe("who alone does the work", () => {
  test.each([
    "The work is done by Dana Reyes and Tom Okafor and by nobody else.",
    "El trabajo lo realizarán únicamente Marta Gil y Luis Ortega.",
  ])("is named in %s", (clause) => {
    expect(valuesOf("roster", clause)[0]?.people).toHaveLength(2);
  });
});
