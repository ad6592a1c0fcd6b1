import { describe, expect, test } from "vitest";
import { agreementOf } from "./agreement-of.ts";

const pricesOf = (text: string): readonly string[] =>
  agreementOf(text).terms.flatMap(({ type, value }) => {
    if (type === "rate") {
      const { price, unit, priceBase } = value as { price: string; unit: string; priceBase?: string };
      return [`${price} ${priceBase === undefined ? "" : `${priceBase} `}${unit}`];
    }
    return type === "fixed-fee"
      ? [`${(value as { amount: string }).amount} once per ${(value as { per: string }).per}`]
      : type === "tiers"
        ? ["tiers"]
        : [];
  });

describe("lists of prices", () => {
  test("are rows of their own in a letter, whatever currency and base they end in", () => {
    const text = `RATES 2026\nKaveri Offset Press Pvt Ltd for Vasant Schools Trust\n\nExercise books, 96 pages: Rs. 1,850.00 per 100\nAnswer booklets, 16 pages: Rs. 420.00 per 100\nPlate making: Rs. 350.00 per plate\n`;
    expect(pricesOf(text)).toEqual(["1850.00 100 each", "420.00 100 each", "350.00 plate"]);
  });

  test("count each thing anew in a period that the unit names", () => {
    const { terms } = agreementOf(
      "# Storage agreement\n\n## Charges\n\n| Charge | Unit | Rate (NZD) |\n| Skip rental | per skip per month | 48.00 |\n| Storage | per pallet per week | 3.85 |\n| Dispatch | per pallet | 6.20 |\n",
    );
    expect(terms.filter(({ type }) => type === "rate").map(({ value }) => value)).toEqual([
      { item: "Skip rental", unit: "skip", price: "48.00", per: "month" },
      { item: "Storage", unit: "pallet", price: "3.85", per: "week" },
      { item: "Dispatch", unit: "pallet", price: "6.20" },
    ]);
  });

  test.each([
    [
      "# Vereinbarung\n\n## Entgelt\n\n| Bereitschaft, je Kalendermonat | 290,- Euro |\n| Einsatz, pro Ausrückung | 62,- Euro |\n| Splitt | 19,- Euro je 100 kg |\n",
      ["290 once per month", "62 visit", "19 100 kilogram"],
    ],
    [
      "# Mandat\n\n## Honorar\n\n| Funktion | CHF pro Stunde |\n| Mandatsleitung | 220.00 |\n| Sekretariat | 90.00 |\n",
      ["220.00 hour", "90.00 hour"],
    ],
    [
      "# Contrat\n\n## Tarifs\n\n| Prestation | € / jour |\n| Chef de projet | 640,00 |\n| Développeur | 520,00 |\n",
      ["640.00 day", "520.00 day"],
    ],
    [
      "# Contrato\n\n## Precios\n\n| Concepto | MXN por turno |\n| Guardia | 890.00 |\n| Supervisor | 1,150.00 |\n",
      ["890.00 shift", "1150.00 shift"],
    ],
    [
      "# SERVICE LEVEL AGREEMENT\n\n## Charges\n\n| Service | Charge |\n| Officer, day | R 612.00 per shift |\n| Panic button | R 1 450.00 per month |\n",
      ["612.00 shift", "1450.00 once per month"],
    ],
    [
      "# Overeenkomst\n\n## Prijzen\n\n| Dienst | Eenheid | Prijs |\n| Werkpost | toestel | € 34,00 |\n| Poort | aansluiting | € 9,00 |\n",
      ["34.00 device", "9.00 aansluiting"],
    ],
  ])("%s", (text, wanted) => expect(pricesOf(text)).toEqual(wanted));

  test("bands of a way or a weight say which price holds and multiply nothing", () => {
    const zones =
      "# Rahmenvereinbarung\n\nFrachten je Stellplatz:\n\n| Zone | Entfernung | EUR je Stellplatz |\n| 1 | bis 100 km | 38,50 |\n| 2 | 101-250 km | 54,00 |\n| 3 | über 250 km | 71,50 |\n";
    expect(pricesOf(zones)).toEqual(["38.50 seat", "54.00 seat", "71.50 seat"]);
    const weights =
      "# Frete\n\n| Peso | Frete por kg |\n| até 100 kg | R$ 1,90 |\n| de 101 a 500 kg | R$ 1,45 |\n| acima de 500 kg | R$ 1,10 |\n";
    expect(pricesOf(weights)).toEqual(["tiers"]);
  });

  test("a table of service levels has no prices", () => {
    const levels =
      "# SERVICE LEVEL AGREEMENT\n\n## Service levels\n\n| Priority | Response | Credit |\n| 1 | 1 hour | $500.00 |\n| 2 | 4 hours | $250.00 |\n";
    expect(pricesOf(levels)).toEqual([]);
  });
});

describe("sums with marks", () => {
  test.each([
    ["Der Einsatz kostet 62,- Euro je Stunde.", "62 hour"],
    ["Cars are charged at Rs. 14/- per km.", "14 kilometre"],
    ["Payroll is charged at R62 per payslip.", "62 payslip"],
    ["Management accounts are charged at R18 000 per quarter.", "18000 once per quarter"],
    ["Mileage is charged at 45p a mile.", "0.45 mile"],
    ["Support is charged at EUR95 per hour.", "95 hour"],
  ])("%s", (clause, wanted) => expect(pricesOf(`# AGREEMENT\n\n## Fees\n\n${clause}\n`)).toEqual([wanted]));

  test.each(["Drawings follow revision R3.", "The quality system follows ISO9001 and EUR1 forms."])(
    "names: %s",
    (clause) => expect(pricesOf(`# AGREEMENT\n\n## Fees\n\n${clause}\n`)).toEqual([]),
  );
});

describe("tax in headings", () => {
  const basisOf = (text: string): readonly boolean[] =>
    agreementOf(text).terms.flatMap(({ type, value }) =>
      type === "price-basis" ? [(value as { includesTax: boolean }).includesTax] : [],
    );
  test.each([
    ["## Charges (excluding VAT)\n\nCleaning costs £30.00 per hour.", [false]],
    ["## Entgelte (netto)\n\nMiete 86,00 € monatlich", [false]],
    ["## Preços (IVA incluído)\n\nLimpeza: 30,00 € por hora.", [true]],
    [
      "## Tarifs\n\n| Prestation | Prix unitaire HT | Prix TTC |\n| Pose | 50,00 € | 60,00 € |\n| Dépose | 20,00 € | 24,00 € |",
      [false],
    ],
    ["## Zahlung: netto 30 Tage\n\nReinigung kostet 30,00 € je Stunde.", []],
    ["## Insurance, before tax\n\nCleaning costs £30.00 per hour.", []],
  ])("%s", (text, wanted) => expect(basisOf(`# AGREEMENT\n\n${text}\n`)).toEqual(wanted));
});

test("insurance among prices leaves the others what they are", () => {
  expect(pricesOf("# Storage agreement\n\n## Charges\n\nTransport £400.00, insurance £120.00.\n")).toContain(
    "400.00 once per once",
  );
});

test.each([
  ["Hourly rate, developer | €98.00", "hour"],
  ["Daily rate, trainer | €640.00", "day"],
  ["Taux horaire, soudeur | 52,00 €", "hour"],
  ["Tarifa diaria de montador | 310,00 €", "day"],
])("a row that is called by the time of its price is priced by it: %s", (row, unit) => {
  const { terms } = agreementOf(
    `SERVICES AGREEMENT\n\nbetween Fairlight Consulting Ltd ("Contractor") and Moorland Dairy plc ("Client")\n\nFees\n\nItem | Price\n${row}\nOnboarding | €400.00\n`,
  );
  expect(terms.find(({ type }) => type === "rate")).toMatchObject({ value: { unit } });
});
