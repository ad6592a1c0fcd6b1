import { describe, expect, test } from "vitest";
import { agreementOf, termsOf } from "./agreement-of.ts";

/** What a clause says, one line a term: its type, its figures and, for prices, what they are for. */
const saidBy = (clause: string): readonly string[] =>
  termsOf(clause).map(({ type, value, absent }) => {
    if (absent === true) return `no ${type}`;
    const slots = value as Readonly<Record<string, string | number | undefined>>;
    const named = [
      "percent",
      "amount",
      "price",
      "quantity",
      "index",
      "deemedAfterDays",
      "totalCap",
      "unitCap",
      "rate",
    ] as const;
    const figures = named.flatMap((slot) => (slots[slot] === undefined ? [] : [String(slots[slot])]));
    const unit = type === "rate" || type === "overage" ? [`/${String(slots["unit"])}`] : [];
    return [type, ...figures].join(" ") + unit.join("");
  });

describe("a share of the customer's own money is a surcharge on it", () => {
  test.each([
    ["The fee is calculated at 15 % of the gross advertising spend placed in the month.", "15"],
    ["For permanent placements the Agency charges 22 percent of the first-year base salary.", "22"],
    ["Das Honorar beträgt 12 % der anrechenbaren Baukosten.", "12"],
    ["Les honoraires de gestion s'élèvent à 7 % des loyers encaissés.", "7"],
    ["Los honorarios de agencia ascienden al 10 % de la inversión publicitaria.", "10"],
    ["La provvigione è pari al 6% del valore degli ordini conclusi.", "6"],
    ["De bemiddelingsvergoeding bedraagt 18 % van het bruto jaarsalaris.", "18"],
  ])("%s", (clause, percent) => {
    expect(saidBy(clause)).toEqual([`surcharge ${percent}`]);
  });

  test.each([
    "Royalties are 5 % of net sales.",
    "Liability is limited to 100 % of the sum insured.",
    "A penalty of 1 % of the order value is due for each week of delay.",
  ])("%s bills nothing", (clause) => {
    expect(saidBy(clause).filter((said) => said.startsWith("surcharge"))).toEqual([]);
  });
});

describe("the least that is charged", () => {
  test.each([
    ["No consignment is carried for less than £38.", "38"],
    ["Jobs below $150 are billed at $150.", "150"],
    ["The least we charge for any call-out is £95.", "95"],
    ["Pro Einsatz werden mindestens 89,00 € berechnet.", "89.00"],
    ["Un minimum de facturation de 75 € s'applique à chaque intervention.", "75"],
    ["Se aplicará una facturación mínima de 60 € por visita.", "60"],
    ["Importo minimo fatturabile per intervento: € 80,00.", "80.00"],
    ["Per rit wordt minimaal € 55,- in rekening gebracht.", "55"],
    ["A faturação mínima por deslocação é de 45,00 €.", "45.00"],
  ])("%s", (clause, amount) => {
    expect(saidBy(clause)).toEqual([`minimum ${amount}`]);
  });
});

describe("what is in the price, and what is beyond it", () => {
  test.each([
    [
      "Your plan comes with 40 licences, and extra licences are $12 each per month.",
      ["included 40", "overage 12/license"],
    ],
    [
      "Die Grundgebühr umfasst 5.000 Buchungssätze je Monat; darüber hinaus werden 0,12 € je Buchungssatz berechnet.",
      ["included 5000", "overage 0.12/buchungssatz"],
    ],
    [
      "La cuota incluye 15 horas mensuales de soporte; las horas adicionales se facturarán a 55 €.",
      ["included 15", "overage 55/hour"],
    ],
    [
      "Il canone comprende 8 interventi l'anno; ogni intervento ulteriore costa € 120,00.",
      ["included 8", "overage 120.00/visit"],
    ],
  ])("%s", (clause, wanted) => {
    expect(saidBy(clause)).toEqual(wanted);
  });
});

test("a period is not what is priced, and the count that comes with a fee keeps its period", () => {
  const [fee, included] = termsOf("A avença mensal é de 230,00 € e inclui até 150 lançamentos por mês.");
  expect(fee?.value).toMatchObject({ amount: "230.00", per: "month" });
  expect(fee?.value).not.toMatchObject({ item: "mês" });
  expect(included?.value).toMatchObject({ quantity: "150", per: "month" });
});

describe("costs that are passed on, or are not", () => {
  test.each([
    ["Travel is recharged at cost against receipts, up to $2,500 for the project.", "expenses 2500"],
    ["Expenses are covered by the day rate and will not be billed separately.", "no expenses"],
    ["Nebenkosten sind mit dem Stundensatz abgegolten.", "no expenses"],
    ["Les débours sont refacturés à l'identique.", "expenses"],
    ["Onkosten worden tegen kostprijs doorberekend.", "expenses"],
    ["As despesas de deslocação são debitadas ao custo, mediante comprovativo.", "expenses"],
  ])("%s", (clause, wanted) => {
    expect(saidBy(clause)).toEqual([wanted]);
  });
});

describe("what counts as accepted", () => {
  test.each([
    ["The Client has 10 days to review; if we hear nothing, the work counts as approved.", "acceptance 10"],
    ["Erfolgt innerhalb von 14 Tagen keine Rüge, gilt die Leistung als abgenommen.", "acceptance 14"],
    ["À défaut de réserves sous 8 jours, la prestation est réputée acceptée.", "acceptance 8"],
    ["Transcurridos 5 días sin observaciones, el entregable se considerará aceptado.", "acceptance 5"],
    ["Indien binnen 10 dagen geen bezwaar is gemaakt, geldt het werk als aanvaard.", "acceptance 10"],
    ["Decorsi 15 giorni senza contestazioni il lavoro si intende accettato.", "acceptance 15"],
  ])("%s", (clause, wanted) => {
    expect(saidBy(clause)).toEqual([wanted]);
  });

  test("by whose signature", () => {
    expect(
      termsOf("Acceptance takes place when the Client's project manager signs the handover sheet.").map(
        ({ value }) => value,
      ),
    ).toEqual([{ by: ["Client's project manager"] }]);
  });
});

describe("prices that rise", () => {
  test.each([
    ["On each anniversary the monthly fee is multiplied by 1.04.", "escalator 4"],
    ["Le loyer sera majoré de 2 % à chaque date anniversaire.", "escalator 2"],
    [
      "Die Preise werden jährlich an die Entwicklung des Verbraucherpreisindex angepasst.",
      "escalator Verbraucherpreisindex",
    ],
  ])("%s", (clause, wanted) => {
    expect(saidBy(clause)).toEqual([wanted]);
  });
});

describe("money that is held back by the payer is not what the tax office is owed", () => {
  test.each([
    ["The Client keeps 5% of each invoice until the final inspection passes.", ["retention 5"]],
    ["De cada certificación se retendrá un 5 % en concepto de garantía.", ["retention 5"]],
    ["Se practicará una retención del 15 % en concepto de IRPF.", []],
    [
      "A los honorarios se les aplicará el IVA del 21 % y la retención de IRPF del 15 %.",
      ["price-basis", "tax 21"],
    ],
    ["Sul compenso è operata la ritenuta d'acconto del 20%.", []],
  ])("%s", (clause, wanted) => {
    expect(saidBy(clause)).toEqual(wanted);
  });
});

describe("part payments under an announcement of stages", () => {
  test.each([
    [
      "Work is paid in three stages: Discovery $8,000; Build $22,000; Launch $10,000.",
      ["Discovery", "Build", "Launch"],
    ],
    [
      "The contract price is payable as follows: $15,000 when the frames are up and $25,000 when the roof is watertight.",
      ["frames are up", "roof is watertight"],
    ],
    [
      "Règlement : 4 000 € à la signature, 6 000 € à la livraison de la maquette et 5 000 € à la recette définitive.",
      ["signature", "livraison de la maquette", "recette définitive"],
    ],
    [
      "Betaling in termijnen: € 5.000 bij opdracht, € 7.500 bij levering en € 2.500 na oplevering.",
      ["opdracht", "levering", "oplevering"],
    ],
  ])("%s", (clause, names) => {
    expect(termsOf(clause).map(({ type, value }) => `${type} ${(value as { name?: string }).name}`)).toEqual(
      names.map((name) => `milestone ${name}`),
    );
  });
});

describe("what a price is for", () => {
  const priced = (clause: string): readonly string[] =>
    termsOf(clause).map(({ value }) => {
      const { item, price, unit } = value as Record<"item" | "price" | "unit", string>;
      return `${item} ${price}/${unit}`;
    });

  test.each([
    [
      "Window cleaning, as and when ordered by the Client, is billed at $310 per visit.",
      ["Window cleaning 310/visit"],
    ],
    [
      "Grundreinigungen, soweit vom Auftraggeber beauftragt, werden mit 4,20 € je Quadratmeter berechnet.",
      ["Grundreinigungen 4.20/square-metre"],
    ],
    [
      "Le nettoyage des vitres, lorsqu'il est demandé, est facturé 2,10 € par m².",
      ["nettoyage des vitres 2.10/square-metre"],
    ],
    ["The transfer runs at $175 each way.", ["transfer 175/trip"]],
    [
      "Excavator: $420 per day, $1,680 per week, $4,900 per month.",
      ["Excavator 420/day", "Excavator 1680/week", "Excavator 4900/month"],
    ],
    [
      "Zusatzarbeiten berechnen wir mit 54,50 € je Facharbeiterstunde und 41,00 € je Helferstunde.",
      ["Facharbeiter 54.50/hour", "Helfer 41.00/hour"],
    ],
  ])("%s", (clause, wanted) => {
    expect(priced(clause)).toEqual(wanted);
  });
});

test("an offer that bills what is measured binds no count", () => {
  const offer = (sentence: string): string =>
    `# ANGEBOT Nr. 12\n\n| Leistung | Menge | Einheit | EP | GP |\n|---|---|---|---|---|\n| Wandfliesen verlegen | 40,00 | m² | 62,00 € | 2.480,00 € |\n\n${sentence}\n`;
  const counts = (text: string): readonly (readonly string[])[] =>
    agreementOf(text, "estimate")
      .terms.filter(({ type }) => type === "rate")
      .map(({ conditions }) => conditions ?? []);
  expect(counts(offer("Die Preise gelten bis Jahresende."))).toEqual([["quantity 40.00 square-metre"]]);
  expect(counts(offer("Abgerechnet wird nach tatsächlichem Aufmaß."))).toEqual([[]]);
});

test("a position that the total leaves out is not agreed", () => {
  const offer =
    "# ANGEBOT Nr. 13\n\n| Leistung | Menge | Einheit | EP | GP |\n|---|---|---|---|---|\n| Wandfliesen verlegen | 40,00 | m² | 62,00 € | 2.480,00 € |\n| Eventualposition: Sockelleisten | 30,00 | m | 9,00 € | 270,00 € |\n";
  expect(agreementOf(offer, "estimate").terms.map(({ value }) => value)).toMatchObject([
    { item: "Wandfliesen verlegen", price: "62.00" },
  ]);
});
