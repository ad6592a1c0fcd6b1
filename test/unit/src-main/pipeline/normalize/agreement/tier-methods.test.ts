import { describe, expect, test } from "vitest";
import { foldText } from "../../../../../../src-main/pipeline/normalize/values/fold.ts";
import { tierMethodOf } from "../../../../../../src-main/pipeline/normalize/agreement/tables/tier-method.ts";
import { agreementOf } from "./agreement-of.ts";

const head = 'This Agreement is made between Alder Copy Ltd ("Supplier") and Penn Library ("Client").\n\n';
const tiersOf = (text: string): readonly string[] =>
  agreementOf(`${head}${text}`).terms.flatMap(({ type, value }) =>
    type === "tiers"
      ? [
          `${value.item} ${value.method ?? "?"} ${value.tiers.map(({ upTo, price }) => `${upTo ?? "*"}:${price}`).join(" ")}`,
        ]
      : [],
  );

describe("how tiers are read, in whatever words", () => {
  test.each([
    "The rate of the step reached holds for all copies of the quarter.",
    "The cheaper rate is then charged for every copy, back to the first.",
    "Der günstigere Satz gilt dann für sämtliche Kopien der Bestellung.",
    "Le tarif réduit s'applique à la totalité des copies de la commande.",
    "El precio del tramo alcanzado rige para todas las unidades del pedido.",
    "Il prezzo dello scaglione raggiunto vale per tutti i pezzi dell'ordine.",
    "De lagere prijs geldt voor alle stuks van de bestelling.",
    "O preço do escalão atingido aplica-se a todas as unidades.",
  ])("for all of a quantity: %s", (text) => {
    expect(tierMethodOf(foldText(text))).toBe("volume");
  });

  test.each([
    "Elke doos wordt berekend tegen de prijs van de schijf waarin zij valt.",
    "Jede Sendung wird zum Preis der Stufe berechnet, in die sie fällt.",
    "Cada caja se factura al precio del tramo en el que cae.",
    "Ogni cassa è fatturata al prezzo dello scaglione in cui ricade.",
    "De staffel werkt per schijf.",
  ])("for each at the price of its band: %s", (text) => {
    expect(tierMethodOf(foldText(text))).toBe("graduated");
  });

  test.each([
    "The cheaper rate is confined to the copies above 200.",
    "Der günstigere Satz gilt nur für den übersteigenden Teil.",
    "Le tarif réduit ne vaut que pour la tranche concernée.",
    "El precio menor se aplica únicamente a las unidades que superen el tramo.",
    "Il prezzo ridotto vale soltanto per i pezzi eccedenti.",
    "De lagere prijs geldt alleen voor het meerdere.",
    "O preço menor aplica-se apenas à parte excedente.",
  ])("for a part alone: %s", (text) => {
    expect(tierMethodOf(foldText(text))).toBe("graduated");
  });

  test("all of something else says nothing of it", () => {
    expect(tierMethodOf("all prices exclude tax")).toBeNull();
    expect(tierMethodOf("prices for all further copies")).toBeNull();
  });

  test("the sentence behind decides, though the bands sound as if each were for itself", () => {
    expect(
      tiersOf(
        "Colour copies cost $0.30 each up to 200 copies and beyond that $0.24 each. The price of the step reached applies to all copies of the order.\n",
      ),
    ).toEqual(["Colour copies volume 200:0.30 *:0.24"]);
  });

  test("what comes last may be everything that lies beyond", () => {
    expect(
      tiersOf(
        "Colour copies cost $0.30 for the first 200 copies, $0.24 for the next 300 copies and $0.20 for everything beyond.\n",
      ),
    ).toEqual(["Colour copies graduated 200:0.30 500:0.24 *:0.20"]);
  });

  test("prices per hundred are kept as prices for one", () => {
    expect(
      tiersOf("Stamped cards cost $9.00 up to 500 pieces and above 500 pieces $7.50 per 100 pieces.\n"),
    ).toEqual(["Stamped cards ? 500:0.09 *:0.075"]);
  });
});
