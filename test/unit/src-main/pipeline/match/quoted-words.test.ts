import { describe, expect, it } from "vitest";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { CaseSpec } from "../../../../builders/billing-case.ts";
import { decimal, decimalText, decimalToText, multiply } from "../../../../../src-shared/money/index.ts";
import { besidePrice } from "../../../../../src-main/pipeline/match/bind-quoted-words.ts";

const evidence = (quote: string): readonly object[] => [
  { documentId: "doc-000000000001", role: "term", quote, at: { page: 1, box: [0.1, 0.1, 0.5, 0.02] } },
];

interface Sample {
  readonly quote: string;
  readonly item: string;
  readonly unit: string;
  readonly price: string;
  readonly line: string;
  readonly billed?: string;
}

/** Whether the only line of an invoice is under the only price of its agreement. */
function isBound({ quote, item, unit, price, line, billed = price }: Sample): boolean {
  const net = decimalToText(multiply(decimal(billed), decimal("4")));
  const batch = checkCase({
    agreements: [
      {
        from: "2026-01-01",
        to: "2027-01-01",
        terms: [
          { type: "rate", value: { item, unit, price }, evidence: evidence(quote) },
          { type: "rate", value: { item: "Archiving of boxes", unit: "box", price: "3.33" } },
        ],
      },
    ],
    invoices: [{ lines: [{ description: line, quantity: "4", unitPrice: billed, net }] }],
  } as unknown as CaseSpec);
  return batch.invoices.some(({ outcomes }) =>
    outcomes.some(({ check, outcome }) => check === "term.unbound" && outcome === "pass"),
  );
}

describe("a line that only the words of the clause know", () => {
  it.each<Sample>([
    {
      quote: "Each dispatch carries a truck charge of $65.00.",
      item: "dispatch",
      unit: "visit",
      price: "65.00",
      line: "Truck charge, tickets 5528 and 5541",
    },
    {
      quote: "As deslocações em viatura própria são pagas a € 0,36 por quilómetro.",
      item: "Cláusula 3.a",
      unit: "kilometre",
      price: "0.36",
      line: "Deslocações, viatura própria",
    },
    {
      quote: "Für das Aufstellen einer Absturzsicherung zahlt der Kunde 118,40 € je Einsatz",
      item: "der Kunde",
      unit: "visit",
      price: "118.40",
      line: "Absturzsicherung aufgestellt, Bon 617",
    },
    {
      quote: "00010 Java developer, on site 998314 120.0 MD 9,500.00 11,40,000.00",
      item: "Item 00010",
      unit: "each",
      price: "9500.00",
      line: "Java developer, on site",
    },
  ])("$line", (sample) => {
    expect(isBound(sample)).toBe(true);
  });

  it("is not under a clause at another figure, of another thing, or of the neighbor in the sentence", () => {
    const truck = {
      quote: "Each dispatch carries a truck charge of $65.00.",
      item: "dispatch",
      unit: "visit",
      price: "65.00",
    };
    expect(isBound({ ...truck, line: "Truck charge", billed: "68.00" })).toBe(false);
    expect(isBound({ ...truck, line: "Crane charge" })).toBe(false);
    expect(isBound({ ...truck, line: "Crane and truck hoist hire" })).toBe(false);
    const both = {
      quote: "Delivery by truck is $65.00 and by helicopter $650.00.",
      item: "Kilo",
      unit: "visit",
      price: "65.00",
    };
    expect(isBound({ ...both, line: "By helicopter" })).toBe(false);
    expect(isBound({ ...both, line: "By truck" })).toBe(true);
  });

  it("nor are added works, whatever they cost", () => {
    expect(
      isBound({
        quote: "The niche of the counter costs 430.00.",
        item: "Kilo",
        unit: "each",
        price: "430.00",
        line: "Variation order VO-1, niche of the counter",
      }),
    ).toBe(false);
  });
});

describe("what stands beside a price", () => {
  it.each([
    ["Van $65.00, helicopter $650.00 each way.", "65.00", "Van $ "],
    ["Van 1.065,00 € je Tag und Hubschrauber 6.500,00 €", "1065.00", "Van   € je Tag"],
    ["Nothing of the kind", "65.00", ""],
  ])("%s %s", (quote, price, words) => {
    expect(besidePrice(quote, decimalText(price)).replace(/\s+/g, " ").trim()).toBe(
      words.replace(/\s+/g, " ").trim(),
    );
  });
});
