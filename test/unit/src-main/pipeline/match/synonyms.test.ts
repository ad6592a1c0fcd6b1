import { describe, expect, test } from "vitest";
import type { Agreement, LineMatch } from "../../../../../src-shared/model/index.ts";
import { buildCase, checkCase } from "../../../../builders/billing-case.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

function bind(terms: readonly TermSpec[], lines: readonly LineSpec[]): readonly string[] {
  const built = buildCase({ agreements: [{ terms }], invoices: [{ lines }] });
  return (built.matching.invoices[0]?.lines ?? []).map((line) => nameOf(line, built.agreements[0]));
}

function nameOf({ state, bindings }: LineMatch, agreement: Agreement | undefined): string {
  if (state !== "bound") return state;
  const value = agreement?.terms.find(({ id }) => id === bindings[0]?.termId)?.value as Record<
    string,
    string
  >;
  return value["item"] ?? value["name"] ?? "another";
}

const rate = (item: string, price: string, unit: string): TermSpec => ({
  type: "rate",
  value: { item, unit, price },
});
const fee = (item: string, amount: string, per: string = "once", rest: Partial<TermSpec> = {}): TermSpec => ({
  type: "fixed-fee",
  value: { item, amount, per, timing: null },
  ...rest,
});
const line = (description: string, unitPrice: string, rest: Partial<LineSpec> = {}): LineSpec => ({
  description,
  quantity: "1",
  unit: null,
  unitPrice,
  net: unitPrice,
  ...rest,
});

describe("names of one thing", () => {
  test.each([
    ["Wegegeld", "Anfahrt vom 21.09."],
    ["Voorrijkosten", "Voorrijtarief"],
    ["Déplacement", "Frais de déplacement"],
    ["Call-out", "Trip charge"],
    ["Installazione", "Posa e installazione"],
    ["Reparación", "Reparaciones varias"],
    ["Limpeza", "Serviço de limpeza"],
    ["Gerüst auf- und abbauen", "Gerüststellung"],
    ["Horas extraordinarias", "Horas extra"],
    ["Ore straordinarie", "Straordinario"],
  ])("%s is billed as %s, at another price", (agreed, billed) => {
    const other = fee("Pflanzenlieferung", "77.00");
    expect(bind([fee(agreed, "42.00"), other], [line(billed, "45.00")])).toEqual([agreed]);
  });

  test.each([
    ["Montage", "Demontage"],
    ["Mowing", "Pruning"],
    ["Time on the way", "Trip charge"],
  ])("%s is not %s", (agreed, billed) => {
    expect(bind([fee(agreed, "42.00"), fee("Kleinteile", "77.00")], [line(billed, "45.00")])).toEqual([
      "unbound",
    ]);
  });

  test("a word within a longer one", () => {
    const terms = [rate("Tonziegel rot", "38.00", "square-metre"), rate("Dachrinne", "24.00", "metre")];
    expect(bind(terms, [line("Dachziegel", "40.00", { unit: "square-metre", quantity: "22" })])).toEqual([
      "unbound",
    ]);
    expect(bind([rate("Ziegel", "38.00", "square-metre")], [line("Dachziegel", "40.00")])).toEqual([
      "Ziegel",
    ]);
  });
});

describe("pairs, zones and papers by their codes", () => {
  test("languages by their codes", () => {
    const terms = [
      rate("Traduzione inglese > italiano", "0.11", "word"),
      rate("Traduzione tedesco > italiano", "0.13", "word"),
    ];
    const billed = line("Manuale MB-400, EN>IT", "0.12", { quantity: "14250", unit: "word" });
    expect(bind(terms, [billed])).toEqual(["Traduzione inglese > italiano"]);
  });

  test("zones by their letters", () => {
    const terms = [rate("Zona A", "38.00", "pallet"), rate("Zona B", "52.00", "pallet")];
    const billed = line("Bologna, zona B, bancali", "54.00", { quantity: "5", unit: "pallet" });
    expect(bind(terms, [billed])).toEqual(["Zona B"]);
    expect(bind(terms, [line("Bologna, zona C", "54.00", { quantity: "5", unit: "pallet" })])).toEqual([
      "unbound",
    ]);
  });

  test("a decimal is one figure", () => {
    const terms = [rate("Post 1.5 m", "12.00", "piece"), rate("Post 2.5 m", "17.00", "piece")];
    expect(bind(terms, [line("Post 2,5 m", "18.00", { quantity: "8", unit: "piece" })])).toEqual([
      "Post 2.5 m",
    ]);
  });

  test("a record of another paper proves nothing", () => {
    const { invoices } = checkCase({
      agreements: [{ terms: [rate("Zona B", "52.00", "pallet")] }],
      invoices: [
        {
          lines: [
            line("DDT 1125 Bologna, zona B", "52.00", { quantity: "4", unit: "pallet", net: "208.00" }),
          ],
        },
      ],
      deliveries: [
        { kind: "goods", item: "DDT 1125 Orsi, zona B", quantity: "4", unit: "pallet" },
        { kind: "goods", item: "DDT 1109 Fabbri, zona B", quantity: "1", unit: "pallet" },
      ],
    });
    expect(invoices[0]?.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});

describe("a sum for the whole", () => {
  test("is not under a price by the hour that shares its words", () => {
    const terms = [
      fee("Vergütung", "540.00", "quarter"),
      rate("Einsätze ausserhalb der Wartung", "76.00", "hour"),
    ];
    expect(bind(terms, [line("Wartungspauschale 4. Quartal", "590.00")])).toEqual(["Vergütung"]);
  });

  test("hours stay under it", () => {
    const terms = [
      fee("Vergütung", "540.00", "quarter"),
      rate("Einsätze ausserhalb der Wartung", "76.00", "hour"),
    ];
    expect(
      bind(terms, [line("Einsatz ausserhalb der Wartung", "78.00", { quantity: "3", unit: "hour" })]),
    ).toEqual(["Einsätze ausserhalb der Wartung"]);
  });
});

describe("a clause with a question", () => {
  const open = fee("Lot plow, 15 cm and up", "365.00", "once", { questions: ["right-needs-exercise"] });

  test("keeps a line that is worded like it from a worse price", () => {
    expect(
      bind([open, rate("Salting of lot", "95.00", "application")], [line("Lot plow 15 cm and up", "365.00")]),
    ).toEqual(["unbound"]);
  });

  test("takes nothing from a line that another price fits better", () => {
    expect(bind([open, rate("Salting of lot", "95.00", "application")], [line("Salting", "95.00")])).toEqual([
      "Salting of lot",
    ]);
  });
});

describe("a price to the cent that is left on both sides", () => {
  const terms = [rate("Fascia board", "38.50", "metre"), rate("Gutter", "24.00", "metre")];

  test("binds without a word in common", () => {
    expect(bind(terms, [line("Timber trim", "38.50", { quantity: "12" })])).toEqual(["Fascia board"]);
  });

  test.each([
    ["a round figure", [rate("Trip", "40.00", "trip")], [line("Sundries", "40.00")]],
    ["two lines at the figure", terms, [line("Timber trim", "38.50"), line("Sundries", "38.50")]],
    ["a unit that contradicts", terms, [line("Surveying", "38.50", { unit: "hour" })]],
  ])("not for %s", (_, agreed, billed) => {
    expect(bind(agreed, billed)).not.toContain("Fascia board");
    expect(bind(agreed, billed)).not.toContain("Trip");
  });

  test("a round figure between the lines before and after it", () => {
    const list = [
      rate("Posts", "31.00", "piece"),
      rate("Rails", "40.00", "piece"),
      rate("Gate", "310.00", "piece"),
    ];
    expect(
      bind(list, [line("Posts", "31.00"), line("Horizontal timbers", "40.00"), line("Gate", "310.00")]),
    ).toEqual(["Posts", "Rails", "Gate"]);
  });
});

describe("two lines of which one took the price of the other by a word", () => {
  const terms = [rate("Clauses", "17.50", "hour"), rate("Weekdays and", "24.00", "hour")];
  const saturday = line("Extra hours Saturday", "24.00", { quantity: "4.5" });

  test("are each under their own price", () => {
    const working = line("Extra hours weekdays", "17.50", { quantity: "2" });
    expect(bind(terms, [saturday, working])).toEqual(["Weekdays and", "Clauses"]);
  });

  test("stay as they are where one is at no agreed price", () => {
    const working = line("Extra hours weekdays", "18.00", { quantity: "2" });
    expect(bind(terms, [saturday, working])).toEqual(["unbound", "Weekdays and"]);
  });
});

describe("an agreement that names nobody", () => {
  const agreement = {
    number: null,
    seller: null,
    buyer: null,
    parties: [],
    terms: [rate("Plumber", "62.50", "hour"), rate("Boiler", "1480.00", "piece")],
  };
  const billed = [
    line("Plumber", "62.50", { quantity: "5", unit: "hour", net: "312.50" }),
    line("Boiler", "1480.00", { unit: "piece" }),
  ];

  test("governs the invoice that bills its prices, and leaves who it is with to a person", () => {
    const { invoices } = checkCase({ agreements: [agreement], invoices: [{ lines: billed }] });
    expect(invoices[0]?.agreementId).not.toBeNull();
    expect(invoices[0]?.route).toBe("review");
  });

  test("governs no invoice at other prices", () => {
    const other = billed.map((one) => ({ ...one, unitPrice: "99.90" }));
    const { invoices } = checkCase({ agreements: [agreement], invoices: [{ lines: other }] });
    expect(invoices[0]?.agreementId).toBeNull();
  });
});
