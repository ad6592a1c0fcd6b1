import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("a sentence beside a table that says of what all its prices are", () => {
  const table = `| Grade | 2026 |
|---|---|
| Surveyor | 68.40 |
| Draughtsman | 54.75 |
| Chainman | 39.10 |`;

  test.each([
    ["All rates are per hour worked, before tax.", "hour"],
    ["Prices shown are per visit.", "visit"],
    ["Rates quoted are daily.", "day"],
    ["(All prices in EUR/m²)", "square-metre"],
    ["Die Sätze verstehen sich je geleistete Stunde zuzüglich USt.", "hour"],
    ["Tous les prix sont indiqués par mètre carré.", "square-metre"],
    ["Genoemde tarieven zijn per uur, exclusief btw.", "hour"],
    ["Todos los precios son por hora, sin IVA.", "hour"],
  ])("%s", (note, unit) => {
    const rate = { item: "Surveyor", price: "68.40", unit };
    expect(valuesOf("rate", `${note}\n\n${table}`)).toContainEqual(expect.objectContaining(rate));
    expect(valuesOf("rate", `${table}\n\n${note}`)).toContainEqual(expect.objectContaining(rate));
  });

  test("a unit of the row's own goes before", () => {
    const rows = "| Item | Price |\n|---|---|\n| Operator | 42.00/hr |\n| Compressor | 90.00/day |";
    expect(valuesOf("rate", `${rows}\n\nRates are per week.`)).toMatchObject([
      { unit: "hour" },
      { unit: "day" },
    ]);
  });
});

describe("a period of several months", () => {
  test.each([
    ["A service fee of $500 is due every six months.", "half-year"],
    ["The audit fee is 900 USD every 3 months.", "quarter"],
    ["Die Wartungspauschale beträgt 1.860,00 € je Halbjahr.", "half-year"],
    ["Für die Prüfung fallen alle drei Monate 300,00 € an.", "quarter"],
    ["La redevance est de 300 € HT tous les trois mois.", "quarter"],
    ["La cuota de mantenimiento es de 600 € cada seis meses.", "half-year"],
    ["Il canone di noleggio è di euro 150 ogni tre mesi.", "quarter"],
  ])("%s", (clause, per) => {
    expect(valuesOf("fixed-fee", clause)).toMatchObject([{ per }]);
  });

  test("without a name of its own is so many months", () => {
    expect(valuesOf("rate", "The inspection is charged at $300 every two months.")).toMatchObject([
      { price: "300", unit: "month", priceBase: "2" },
    ]);
  });
});

test("how often a job is done is not for how long its price is", () => {
  const rows = `| Prestation | Fréquence | Prix HT |
|---|---|---|
| Bureaux | 5 fois par semaine | 1 480,00 € / mois |
| Atelier | hebdomadaire | 310,00 € / mois |`;
  expect(valuesOf("fixed-fee", rows)).toMatchObject([{ per: "month" }, { per: "month" }]);
});

describe("what the sentence before gives free", () => {
  test.each([
    "The first 2,000 scans in a month are included. Scans 2,001 through 10,000 are charged at $0.12 each; every scan beyond 10,000 at $0.08.",
    "Die ersten 2.000 Belege im Monat sind in der Pauschale enthalten. Von 2.001 bis 10.000 kostet jeder Beleg 0,12 €, darüber 0,08 €.",
    "Les 2 000 premiers envois du mois sont compris. De 2 001 à 10 000, l'envoi est facturé 0,12 € ; au-delà de 10 000, 0,08 €.",
  ])("is the lowest of the bands: %s", (clause) => {
    expect(valuesOf("included", clause)).toEqual([]);
    expect(valuesOf("tiers", clause)).toMatchObject([
      {
        method: "graduated",
        tiers: [
          { upTo: "2000", price: "0" },
          { upTo: "10000", price: "0.12" },
          { upTo: null, price: "0.08" },
        ],
      },
    ]);
  });
});

test("hours over sums, where no other column has prices, are what those prices are for", () => {
  const rows = `|  | Normal hours | After hours | Unit |
|---|---|---|---|
| Climber | 92.00 | 138.00 | hour |
| Groundsman | 61.00 | 91.50 | hour |`;
  expect(valuesOf("rate", rows).map(({ price, unit }) => `${price} ${unit}`)).toEqual([
    "92.00 hour",
    "138.00 hour",
    "61.00 hour",
    "91.50 hour",
  ]);
});
