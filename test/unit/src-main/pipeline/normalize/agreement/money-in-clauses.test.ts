import { describe, expect, test } from "vitest";
import { agreementOf, valuesOf } from "./agreement-of.ts";

const head = 'This Agreement is made between Alder Copy Ltd ("Supplier") and Penn Library ("Client").\n\n';
const saidOf = (text: string, type: string): readonly string[] =>
  agreementOf(`${head}${text}`).terms.flatMap((term) => {
    if (term.type !== type) return [];
    const value: Readonly<Record<string, unknown>> = { ...term.value };
    return [String(value["percent"] ?? value["rate"] ?? value["amount"] ?? value["quantity"])];
  });

describe("a share of a sum and what is left of it", () => {
  test.each([
    ["Half of the price of $900 is due at signature and half at hand-over.", ["50", "50"]],
    ["40 % du prix à la commande, le solde à la livraison.", ["40", "60"]],
    ["Un quart à la commande, un quart à la livraison, le solde à la réception.", ["25", "25", "50"]],
    ["Die Hälfte ist bei Auftragserteilung fällig, der Rest nach Abnahme.", ["50", "50"]],
  ])("%s", (text, shares) => {
    expect(saidOf(text, "milestone")).toEqual(shares);
  });

  test("half a month, half of the visits and what is unpaid are no stages", () => {
    expect(saidOf("A rack held for half a month is charged for half a month.", "milestone")).toEqual([]);
    expect(saidOf("Half of the visits take place at night, the rest by day.", "milestone")).toEqual([]);
    expect(saidOf("After that 1.5% per month accrues on the unpaid balance.", "milestone")).toEqual([]);
  });
});

describe("reductions by verbs and by further steps", () => {
  test.each([
    ["Ab 40 Besuchen im Monat ermäßigt sich das Entgelt um 6 %.", ["6"]],
    ["Si el cliente supera 90 visitas al mes se le descuenta un 6 %.", ["6"]],
    ["Oltre le 90 visite la tariffa è ridotta del 6%.", ["6"]],
    ["Vanaf 90 bezoeken wordt het tarief verlaagd met 6%.", ["6"]],
    ["Orders over 300 copies earn 4% off, those over 900 copies 6%.", ["4", "6"]],
  ])("%s", (text, shares) => {
    expect(saidOf(text, "discount")).toEqual(shares);
  });
});

test.each([
  "Bei kurzfristigen Besuchen erhöht sich der Preis um 25 %.",
  "Wird die Zahl gekürzt, steigt der Preis um 25 %.",
])("a rise is no reduction, though something else is short: %s", (text) => {
  expect(saidOf(text, "discount")).toEqual([]);
});

describe("what comes on top", () => {
  test.each([
    ["Per le copie urgenti entro 48 ore si aggiunge il 15%.", ["15"]],
    ["O serviço prestado entre as 20h e as 8h é acrescido de 15%.", ["15"]],
    ["Rush copies are charged at 1.15 times these prices.", ["15"]],
  ])("%s", (text, shares) => {
    expect(saidOf(text, "surcharge")).toEqual(shares);
  });

  test("a price at a share of another price is no addition", () => {
    expect(saidOf("Wiederholungen: 30 % des Seitenpreises\n", "surcharge")).toEqual([]);
  });
});

describe("least and most, by denial and by name", () => {
  test.each([
    ["minimum", "El importe facturado cada mes no será inferior a 500 €."],
    ["minimum", "Die Monatsrechnung wird 500 EUR nicht unterschreiten."],
    ["minimum", "No monthly bill will be less than £500."],
    ["minimum", "The Agency does not bill less than £500 in any month."],
    ["minimum", "Il corrispettivo mensile non sarà in nessun caso inferiore a 500 €."],
    ["minimum", "De maandfactuur zal niet lager zijn dan € 500."],
    ["minimum", "In no month shall the charges for guarding come to less than £500."],
    ["minimum", "In keinem Monat wird weniger als 500 EUR berechnet."],
    ["minimum", "Die Vergütung wird in keinem Monat weniger als 500 EUR betragen."],
    ["cap", "El límite anual de trabajos extraordinarios se fija en 500 €."],
  ])("%s: %s", (type, text) => {
    expect(saidOf(text, type)).toEqual(["500"]);
    expect(saidOf(text, "fixed-fee")).toEqual([]);
  });
});

test.each([
  "We do not charge for copies under £4.",
  "No order is accepted under £40.",
  "Nous ne facturons pas les copies de moins de 4 €.",
])("what is not done below a sum has no least: %s", (text) => {
  expect(saidOf(text, "minimum")).toEqual([]);
});

describe("the least that is counted", () => {
  test.each([
    ["No inspection is billed at less than two hours.", "2", "hour", null],
    ["The Depositor pays for storage of not fewer than 800 boxes.", "800", "box", null],
    ["Each trip is charged with no fewer than three hours.", "3", "hour", null],
    ["Der Kunde bestellt mindestens vier Führungen im Jahr.", "4", "fuhrungen", "year"],
    ["The Client buys at least 300 crates a year.", "300", "crates", "year"],
  ])("%s", (text, quantity, unit, per) => {
    expect(valuesOf("minimum", text)).toEqual([expect.objectContaining({ quantity, unit, per })]);
  });

  test("a minimum of minutes beside their price is part of it", () => {
    const text = "Each finished minute costs £940, and no film is charged as less than two minutes.";
    expect(valuesOf("rate", text)).toEqual([expect.objectContaining({ minimumQuantity: "2" })]);
  });

  test.each(["At least three quotes are obtained each year.", "The Provider names at least two references."])(
    "what is not ordered has none: %s",
    (text) => {
      expect(valuesOf("minimum", text)).toEqual([]);
    },
  );
});

describe("what is taken off for each day of delay", () => {
  test.each([
    "For each day of delay the price falls by £240, at most £3,000.",
    "If the stand is late, the price is reduced by £240 for each day, up to £3,000.",
    "Für jeden Tag der Verspätung mindert sich der Preis um 240,00 EUR, höchstens um 3.000,00 EUR.",
  ])("is a credit, and its most is no limit of the fees: %s", (text) => {
    expect(valuesOf("service-credit", text)).toEqual([
      expect.objectContaining({ amount: expect.stringMatching(/^240/) as string }),
    ]);
    expect([...valuesOf("rate", text), ...valuesOf("cap", text)]).toEqual([]);
  });
});

test("a rebate is none on top, though it is of a handling charge", () => {
  const text =
    "If handling comes to more than £70,000 in a year, a rebate of 3 % of the amount above that figure is credited.";
  expect(valuesOf("surcharge", text)).toEqual([]);
  expect(valuesOf("discount", text)).toEqual([expect.objectContaining({ percent: "3", threshold: "70000" })]);
});

test.each([
  "Where more than 90 plates are sent, those above that number are tested at 15 % below these prices.",
  "From the sixth day on, the rate is 15 % lower.",
])("a share below the prices comes off: %s", (text) => {
  expect(saidOf(text, "discount")).toEqual(["15"]);
});

test("a share below a rate of interest does not", () => {
  expect(saidOf("Overdue sums bear interest at 2 % below the base rate.", "discount")).toEqual([]);
});

describe("a sum that the price holds already", () => {
  test.each([
    "The contract price contains £3,400 for ironmongery.",
    "The lump sum includes an allowance of £3,400 for tiles.",
    "Im Festpreis sind 3.400,00 EUR für Armaturen enthalten.",
    "Le forfait comprend une provision de 3 400,00 € pour la serrurerie.",
    "In de aanneemsom is € 3.400,00 voor tegelwerk opgenomen.",
  ])("is no fee of its own: %s", (text) => {
    expect(saidOf(text, "fixed-fee")).toEqual([]);
  });
});

describe("how long at most what has a price may be", () => {
  test.each([
    "A night of no more than ten hours is charged at £290.",
    "A visit of at most 40 minutes costs £35.",
  ])("is no limit of what is billed: %s", (text) => {
    expect(saidOf(text, "cap")).toEqual([]);
  });
});

test("counts that a label says are included are covered by the fee", () => {
  const rows =
    "Platform fee             $300.00 per month\nIncluded copies          8,000 per month\nExtra copies             $0.05 per copy\nSet-up                   $90.00 one-off\n";
  expect(saidOf(rows, "included")).toEqual(["8000"]);
});

describe("the reverse charge", () => {
  test("where it applies", () => {
    expect(agreementOf(`${head}The reverse charge applies.\n`).terms).toContainEqual(
      expect.objectContaining({ type: "tax", value: expect.objectContaining({ category: "AE" }) }),
    );
  });

  test.each([
    "The reverse charge does not apply; VAT of 20 % is shown.",
    "Die Steuerschuldnerschaft des Leistungsempfängers findet keine Anwendung, die Umsatzsteuer beträgt 20 %.",
    "L'inversione contabile non si applica; l'IVA è addebitata al 20%.",
  ])("where it does not: %s", (text) => {
    expect(saidOf(text, "tax")).toEqual(["20"]);
  });
});

test("of columns of old and new charges the new ones hold", () => {
  const rows =
    "Copying work              Old charge        New charge\nColour page, per page     $0.30             $0.34\nBinding, per hour         $21.00            $23.00\n";
  const prices = agreementOf(`${head}${rows}`).terms.flatMap(({ type, value }) =>
    type === "rate" ? [value.price] : [],
  );
  expect(prices).toEqual(["0.34", "23.00"]);
});

test("a least sum that moves is the new one", () => {
  const text = "The minimum monthly charge increases from £140.00 to £155.00.";
  expect(saidOf(text, "minimum")).toEqual(["155.00"]);
  expect(saidOf(text, "fixed-fee")).toEqual([]);
});

test("a share that somebody obtains past a mark comes off", () => {
  expect(saidOf("Above 4,000 copies in a month the Client gets 7% on all copies.", "discount")).toEqual([
    "7",
  ]);
});

test("a price for any round count of the thing", () => {
  const [rate] = agreementOf(`${head}Flyers: $48 per 250.\n`).terms.filter(({ type }) => type === "rate");
  expect(rate?.value).toMatchObject({ price: "48", priceBase: "250" });
});

test("what comes off the bill for work not done is a credit", () => {
  expect(
    saidOf(
      "Should fewer than 85% of calls be answered within 30 seconds, the Supplier credits 3% of that month's charges.",
      "service-credit",
    ),
  ).toEqual(["3"]);
});
