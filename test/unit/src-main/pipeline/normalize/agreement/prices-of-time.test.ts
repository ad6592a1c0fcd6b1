import { describe, expect, test } from "vitest";
import { agreementOf, valuesOf } from "./agreement-of.ts";

describe("a price that is called by the time it is for", () => {
  test.each([
    ["Prix de journée : 940,00 €", "day"],
    ["Tarif journée : 940,00 €", "day"],
    ["Prix de l'heure : 940,00 €", "hour"],
    ["Tagespreis: 940,00 €", "day"],
    ["Stundenverrechnungssatz: 940,00 €", "hour"],
    ["Dagprijs: € 940,00", "day"],
    ["Precio de la jornada: 940,00 €", "day"],
    ["Prezzo a giornata: 940,00 €", "day"],
    ["Valor da hora: 940,00 €", "hour"],
  ])("%s is a rate", (clause, unit) => {
    expect(valuesOf("rate", clause)).toMatchObject([{ unit, price: "940.00" }]);
  });

  test.each([
    ["A fitter is sent out at £285 for a day.", "day", "285"],
    ["Die Übersetzerin arbeitet nach Zeit, die Stunde zu 78,00 EUR.", "hour", "78.00"],
    ["Un tecnico si paga 52 € per un'ora.", "hour", "52"],
    ["El montador se factura aparte, la jornada a 300 €.", "day", "300"],
  ])("so is one for a day, or beside the day itself: %s", (clause, unit, price) => {
    expect(valuesOf("rate", clause)).toMatchObject([{ unit, price }]);
    expect(valuesOf("fixed-fee", clause)).toEqual([]);
  });

  test("two of them in a row keep their own prices", () => {
    expect(valuesOf("rate", "L'expertise est facturée à 80 € l'heure, la journée à 560 €.")).toMatchObject([
      { unit: "hour", price: "80" },
      { unit: "day", price: "560" },
    ]);
  });

  test("nor does a week take the day of the price before it", () => {
    expect(valuesOf("rate", "The smoker is let at £38 for a day and £150 for a week.")).toMatchObject([
      { unit: "day", price: "38" },
      { unit: "week", price: "150" },
    ]);
  });

  test("what is bought for a day is none", () => {
    expect(valuesOf("rate", "The crew costs £900 for a day of filming.")).toEqual([]);
  });

  test("what a thing costs on a day is none", () => {
    expect(valuesOf("rate", "Le gazole est facturé au prix du jour, 1,62 € le 3 mars.")).not.toMatchObject([
      { unit: "day" },
    ]);
  });
});

describe("an English article right behind a price", () => {
  test.each([
    ["Framing costs £28 a picture, glass included.", ["picture", "28"]],
    ["Tuning is £95 an instrument.", ["instrument", "95"]],
    ["Alterations are charged at £25 a wedding dress.", ["wedding dress", "25"]],
  ])("counts whatever noun follows: %s", (clause, wanted) => {
    expect(valuesOf("rate", clause).map(({ unit, price }) => [unit, price])).toEqual([wanted]);
  });

  test.each([
    "The Client pays $500 a retainer of the Provider being due then.",
    "The translation says: il costo è di € 500 a carico del cliente.",
  ])("but no other sum, and no words of other languages: %s", (clause) => {
    expect(valuesOf("rate", clause)).toEqual([]);
  });
});

describe("a French article right behind a price", () => {
  const french = (clause: string): string =>
    `CONTRAT DE PRESTATION\n\nEntre la société Alpha, SARL, ci-après le Prestataire, et la société Beta, SAS, ci-après le Client.\n\nArticle 2 – Prix. ${clause}\n`;
  const termsIn = (clause: string): readonly unknown[] =>
    agreementOf(french(clause))
      .terms.filter(({ type }) => type === "rate" || type === "tiers")
      .map(({ value }) => value);

  test("counts whatever noun follows", () => {
    expect(termsIn("La retouche coûte 14,00 € la veste.")).toMatchObject([{ unit: "veste", price: "14.00" }]);
  });

  test("and goes on to the next price of the same", () => {
    expect(
      termsIn("La confiture est livrée à 4,20 € le bocal jusqu'à 300 bocaux, puis à 3,90 € le bocal."),
    ).toMatchObject([
      {
        unit: "bocal",
        tiers: [
          { upTo: "300", price: "4.20" },
          { upTo: null, price: "3.90" },
        ],
      },
    ]);
  });

  test.each(["Le Client verse 500,00 € le lundi.", "Le Client verse 4 200,00 € la première année."])(
    "but no day and no first of several: %s",
    (clause) => expect(termsIn(clause)).toEqual([]),
  );
});

test("a price that begins anew behind a semicolon is no next band", () => {
  const clause = "Alarm attendance $62.00, first 30 minutes; then $0.90 per minute.";
  expect(valuesOf("tiers", clause)).toEqual([]);
});

describe("two prices of one unit, each with what it is for", () => {
  test.each([
    ["Per lathe the Client pays £64 for the annual test and £23 for a spot check.", ["test", "spot check"]],
    [
      "Je Pumpe zahlt der Kunde 64 EUR für die jährliche Wartung und 23 EUR für eine Sichtprüfung.",
      ["jährliche Wartung", "Sichtprüfung"],
    ],
    [
      "Par pompe, le Client verse 64 € pour la révision annuelle et 23 € pour une visite intermédiaire.",
      ["révision annuelle", "visite intermédiaire"],
    ],
    [
      "Per pomp betaalt de opdrachtgever € 64,00 voor de jaarlijkse keuring en € 23,00 voor een tussentijdse controle.",
      ["jaarlijkse keuring", "tussentijdse controle"],
    ],
  ])("are two rates, and neither is paid by the year: %s", (clause, items) => {
    expect(valuesOf("rate", clause).map(({ item }) => item)).toEqual(items);
    expect(valuesOf("fixed-fee", clause)).toEqual([]);
  });
});

test.each([
  "For standing by from 18:30 to 07:00 the Practice pays £90 per night.",
  "For standing by from 18:30 to 07:00 the Client pays £90 per night.",
])("a time of the clock does not cut what is paid for: %s", (clause) => {
  expect(valuesOf("rate", clause)).toMatchObject([
    { item: "standing by from 18:30 to 07:00", unit: "night" },
  ]);
});

test.each([
  ["Un atelier d'une heure et demie coûte 240 € HT.", "atelier d'une heure et demie"],
  ["A night of no more than ten hours on the premises is charged at £290.", "night"],
])("how long a thing is belongs to it, and does not stand for it: %s", (clause, item) => {
  expect(valuesOf("fixed-fee", clause)).toMatchObject([{ item }]);
});

describe("days that say how much is ordered", () => {
  test.each([
    "Pour cinq jours au moins, une remise de 6 % s'applique.",
    "Ab fünf Tagen gewähren wir 6 % Rabatt.",
    "Para cinco días o más se aplica un descuento del 6 %.",
  ])("are no days of payment: %s", (clause) => {
    expect(valuesOf("payment-terms", clause)).toEqual([]);
    expect(valuesOf("discount", clause)).toMatchObject([{ percent: "6" }]);
  });
});

describe("a minimum of some of the charges", () => {
  test.each([
    ["For cold storage there is a minimum of €900.00 per month.", "cold storage"],
    ["A minimum of €900.00 per month applies to transport.", "transport"],
    ["Für die Lagerung gilt ein Mindestbetrag von 900,00 € je Monat.", "lagerung"],
    ["Voor opslag geldt een minimum van € 900,00 per kalendermaand.", "opslag"],
    ["Un minimum de 900,00 € par mois s'applique au stockage ; la différence est facturée.", "stockage"],
    ["Per il deposito si applica un minimo di 900,00 € al mese.", "deposito"],
  ])("keeps what it is of: %s", (clause, scope) => {
    expect(valuesOf("minimum", clause)).toMatchObject([{ amount: "900.00", per: "month", scope }]);
  });

  test("is of all of them where its words tell none apart", () => {
    expect(
      valuesOf("minimum", "Für den Vertrag gilt ein Mindestbetrag von 900,00 € je Monat."),
    ).toMatchObject([{ scope: "agreement" }]);
  });
});

test("a price below one with three decimals does not make points of thousands decimal", () => {
  const clause =
    "Der Grundpreis beträgt 360,00 € pro Quartal.\n\nEnthalten sind 15.000 Seiten pro Quartal.\n\nWeitere Seiten kosten 0,062 € je Seite.";
  expect(valuesOf("included", clause)).toMatchObject([{ quantity: "15000" }]);
});

test("a sentence about a substitute names nobody", () => {
  const clause =
    "Die Leistungen erbringen ausschließlich die genannten Personen. Ein Ersatz bedarf der Zustimmung des Auftraggebers.";
  expect(valuesOf("roster", clause)).toEqual([]);
});

test("tax that comes on top of a deposit makes no surcharge of it", () => {
  const clause = "Anticipo de 900,00 € más IVA a la aceptación.";
  expect(valuesOf("deposit", clause)).toMatchObject([{ amount: "900.00" }]);
  expect(valuesOf("surcharge", clause)).toEqual([]);
});

test("slips of wages that an accountant makes are no wages", () => {
  const clause = "Salaires : CHF 26.00 par bulletin de salaire.";
  expect(valuesOf("rate", clause)).toMatchObject([{ price: "26.00" }]);
});

test.each([
  ["Prix de journée, formateur | 640,00 €", "day"],
  ["Precio hora, soldador | 52,00 €", "hour"],
])("a row is priced by the time that its label names: %s", (row, unit) => {
  expect(valuesOf("rate", `Item | Price\n${row}\nTraining | 400,00 €`)[0]).toMatchObject({ unit });
});

test.each([
  ["Man-day", "day"],
  ["Half-day", "half-day"],
])("a head of two joined words is the unit of its prices: %s", (head, unit) => {
  expect(valuesOf("rate", `Grade | ${head}\nFitter | $210.00\nWelder | $235.00`)).toEqual([
    expect.objectContaining({ unit, price: "210.00" }),
    expect.objectContaining({ unit, price: "235.00" }),
  ]);
});

test("metres before a thing measure it, and only counts of use are millions", () => {
  const of = (clause: string): unknown =>
    valuesOf("rate", clause).map(({ unit, priceBase }) => [unit, priceBase ?? "1"]);
  expect(of("Hoarding costs $48.00 per 2 m panel.")).toEqual([["panel", "1"]]);
  expect(of("Conduit costs $4.20 per 10 m run.")).toEqual([["metre", "10"]]);
  expect(of("Messages cost $3.00 per 1M messages.")).toEqual([[expect.anything(), "1000000"]]);
});
