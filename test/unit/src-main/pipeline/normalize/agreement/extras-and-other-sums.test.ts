import { describe, expect, test } from "vitest";
import { agreementOf, termsOf, valuesOf } from "./agreement-of.ts";

describe("shares that come on top", () => {
  test.each([
    ["Participation à l'indexation carburant : 4 % du montant des rotations.", "4"],
    ["Für Porti und Telefon wird eine Kleinspesenpauschale von 3 % auf dem Honorar verrechnet.", "3"],
    ["Ad valorem de 0,30% sobre o valor da nota fiscal.", "0.30"],
    ["FUEL percent of linehaul, all loads ............. 18 %", "18"],
    ["Fuel 12% of runs, rush included.", "12"],
    ["Rush (48 hours): plus 50% of the sample price.", "50"],
    ["Urgenza, consegna entro 24 ore: maggiorazione del 25% sulla tariffa.", "25"],
    ["Servicio urgente: recargo del 40 % sobre el precio del análisis.", "40"],
  ])("%s", (clause, percent) =>
    expect(valuesOf("surcharge", clause)).toEqual([expect.objectContaining({ percent })]),
  );

  test("goes on in the next sentence, quarter by quarter", () => {
    const clause =
      "Auf die Frachten wird ein Dieselzuschlag erhoben. Er beträgt im 1. Quartal 2026 6,5 %; für das 2. Quartal 2026 sind 7,2 % vereinbart.";
    expect(valuesOf("surcharge", clause).map(({ percent }) => percent)).toEqual(["6.5", "7.2"]);
  });

  test("one sum on top", () => {
    expect(valuesOf("surcharge", "Benne non conforme : supplément de 250,00 €.")).toEqual([
      expect.objectContaining({ amount: "250.00" }),
    ]);
  });

  test.each([
    "Fuel is included in the rates.",
    "Interest of 5 % on the overdue amount is charged.",
    "A 5 % discount applies to fuel.",
  ])("no surcharge: %s", (clause) => expect(valuesOf("surcharge", clause)).toEqual([]));
});

describe("discounts in seven languages", () => {
  test.each([
    [
      "Si contratáis dos jornadas o más os hago un 10 % en las jornadas.",
      { percent: "10", scope: "jornadas", condition: "Si contratáis dos jornadas o más" },
    ],
    [
      "Ab 60 Stellplätzen im Kalendermonat gewährt der Spediteur 3 % auf die Frachten.",
      { percent: "3", scope: "Frachten", threshold: "60" },
    ],
    [
      "Comissão da agência: 8% sobre o alojamento, deduzida na fatura.",
      { percent: "8", scope: "alojamento" },
    ],
  ])("%s", (clause, wanted) =>
    expect(valuesOf("discount", clause)).toEqual([expect.objectContaining(wanted)]),
  );
});

describe("sums that are no prices", () => {
  test.each([
    "Ab 400,00 € je Einsatz ist vorher die Zustimmung des Auftraggebers einzuholen.",
    "Schmierstoffe und Kleinmaterial bis 20,00 € je Wartung sind eingeschlossen.",
    "Je nicht besetzte Schicht schuldet die Firma eine Gutschrift von 100 CHF je Objekt.",
    "We may charge £25 for each reminder.",
    "Mahnspesen 12,00 €.",
    "En cas de rejet de prélèvement : 15 €.",
    "Los recibos devueltos devengarán un gasto de 12,00 €.",
    "Por cada turno no cubierto se descontarán $400.00.",
    "Repairs above £250 per visit need your approval first.",
  ])("%s", (clause) =>
    expect(termsOf(clause).filter(({ type }) => type === "rate" || type === "fixed-fee")).toEqual([]),
  );

  test.each([
    ["An approved repair costs £90.00 per hour.", "90.00"],
    ["Reminders by text message cost £0.12 per message and are part of the service.", null],
    ["Callouts at night cost £140.00 per visit.", "140.00"],
  ])("prices stay prices: %s", (clause, price) => {
    const prices = valuesOf("rate", clause).map((rate) => rate.price);
    if (price !== null) expect(prices).toEqual([price]);
  });
});

describe("parts of one sum", () => {
  const table =
    "| Element | € |\n| Walls | 21,600.00 |\n| Ceilings | 14,400.00 |\n| Sub-contract sum | 36,000.00 |\n";
  const typesOf = (text: string): readonly string[] => agreementOf(text).terms.map(({ type }) => type);

  test("are a schedule of values where work is billed as it goes on", () => {
    const text = `# SUB-CONTRACT ORDER\n\nFor the fixed sum below:\n\n${table}\n\nApplications are made monthly on the value of work complete.\n`;
    expect(typesOf(text)).toContain("schedule-of-values");
    expect(typesOf(text)).not.toContain("fixed-fee");
  });

  test("are fees elsewhere", () => {
    expect(typesOf(`# ORDER\n\nFor the sums below:\n\n${table}\n`)).not.toContain("schedule-of-values");
  });
});
