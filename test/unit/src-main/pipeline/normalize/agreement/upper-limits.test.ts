import { describe, expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

describe("a limit of what is billed, whatever words deny more", () => {
  test.each([
    ["Our invoices will in no calendar year add up to more than £31,000.", "31000", "year"],
    ["The Client will not owe more than £42,500 for this work.", "42500", "agreement"],
    ["Total compensation, excluding reimbursable travel, may not go beyond $88,000.", "88000", "agreement"],
    ["Monthly charges stay within $4,200.", "4200", "month"],
    ["Das Gesamthonorar ist auf 27.500,00 EUR begrenzt.", "27500", "agreement"],
    ["Im Monat werden nicht mehr als 3.800,00 EUR berechnet.", "3800", "month"],
    ["La facturation annuelle est limitée à 36 000 €.", "36000", "year"],
    ["Il compenso totale non potrà eccedere 19.000,00 euro.", "19000", "agreement"],
    ["De kosten blijven onder € 14.000,00.", "14000", "agreement"],
    ["Het totaal van de vergoedingen zal niet uitstijgen boven € 64.000,00.", "64000", "agreement"],
    ["Piano tuning comes at £45.00 per hour and not more than £270.00 in any month.", "270", "month"],
    ["Mehr als 6.200,00 EUR dürfen insgesamt nicht in Rechnung gestellt werden.", "6200", "agreement"],
    ["Er wordt in totaal hoogstens € 5.100,00 gefactureerd.", "5100", "agreement"],
    ["The bills for the whole year may not exceed $64,000.", "64000", "year"],
    ["Beyond €2,400 in any year nothing is charged.", "2400", "year"],
    ["Über 1.900,00 EUR im Jahr hinaus wird nichts verrechnet.", "1900", "year"],
    ["Como máximo se facturarán 17.500,00 €.", "17500", "agreement"],
    [
      "El precio es orientativo, sin que lo facturado pueda exceder en ningún caso 33.000,00 €.",
      "33000",
      "agreement",
    ],
    ["Os trabalhos extra não podem ultrapassar 1.800,00 € em cada ano.", "1800", "year"],
    ["The fees payable in any twelve months shall not exceed €48,000.", "48000", "year"],
    ["O valor total não poderá ultrapassar 8.500,00 €.", "8500", "agreement"],
  ])("%s", (clause, amount, scope) => {
    expect(valuesOf("cap", clause)).toMatchObject([{ scope }]);
    expect(Number(valuesOf("cap", clause)[0]?.amount)).toBe(Number(amount));
    expect(termsOf(clause).map(({ type }) => type)).not.toContain("fixed-fee");
    expect(termsOf(clause).map(({ type }) => type)).not.toContain("expenses");
  });

  test.each([
    ["The work costs $95 per hour, and never for more than 45 hours in a month.", "45", "month"],
    ["The work is limited to 72 hours in total.", "72", "agreement"],
    ["Insgesamt dürfen höchstens 260 Stunden verrechnet werden.", "260", "agreement"],
    ["Il ne sera pas facturé plus de 35 heures par mois.", "35", "month"],
    ["Se facturarán como máximo 120 horas.", "120", "agreement"],
    ["Per maand wordt niet meer dan 50 uur in rekening gebracht.", "50", "month"],
  ])("%s", (clause, quantity, scope) => {
    expect(valuesOf("cap", clause)).toMatchObject([{ quantity, unit: "hour", scope }]);
  });

  test.each([
    "No repair costing more than £350 is begun without the Client's order.",
    "We will not incur any outlay above £500 before asking you.",
    "No delivery charge applies to orders over £60.",
    "Die Haftung ist auf 75.000 EUR je Schadensfall begrenzt.",
    "La responsabilité du prestataire est limitée à 90 000 €.",
    "A discount of 4% applies to invoices above £3,000.",
    "Where the Charges in a calendar quarter exceed £60,000 the Supplier allows a rebate of 2% on them.",
    "Technicians cost £70 per hour; a visit takes no more than three hours.",
  ])("%s limits nothing that is billed", (clause) => {
    expect(valuesOf("cap", clause)).toEqual([]);
  });

  test("a share that is denied more is the most that a price may rise by", () => {
    const clause =
      "The Monthly Fee rises each year on 1 March in line with the Consumer Prices Index, but never by more than 4%.";
    expect(valuesOf("escalator", clause)).toMatchObject([{ cap: "4" }]);
  });

  test("a sum before the limit of all is a price", () => {
    const clause = "Les journées sont facturées 720 € par jour dans la limite de 21 600 € pour la mission.";
    expect(valuesOf("rate", clause)).toMatchObject([{ price: "720", unit: "day" }]);
    expect(valuesOf("cap", clause)).toMatchObject([{ amount: "21600" }]);
  });

  test("what stands behind the price of an hour is how much, not what", () => {
    const [rate] = valuesOf("rate", "The Provider charges $640 per day for at most 12 days.");
    expect(rate?.item).not.toMatch(/most/);
  });
});

test.each([
  [
    "Charges in any calendar month shall not exceed $41,000 exclusive of tax.",
    { amount: "41000", scope: "month" },
  ],
  ["Fees in any billing month will not exceed $9,400.", { amount: "9400", scope: "month" }],
])("the period that a limit begins anew in is nothing that it is on: %s", (clause, value) => {
  const [cap] = valuesOf("cap", clause);
  expect(cap).toMatchObject(value);
  expect(cap).not.toHaveProperty("item");
});
