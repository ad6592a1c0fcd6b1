import { expect, test } from "vitest";
import { languageOf, toldLanguage } from "../../../../../../src-main/pipeline/read/raster/page-language.ts";

const words = (text: string): readonly string[] => text.split(" ");

test.each([
  ["eng", "Invoice for the hire of two pumps, payment is due by 3 May"],
  ["deu", "Rechnungsnummer 4 Menge Einzelpreis Summe netto"],
  ["fra", "Désignation Quantité Prix unitaire Montant HT"],
  ["nld", "Factuurnummer Omschrijving Aantal Bedrag btw"],
  ["spa", "Descripción Cantidad Precio Importe Vencimiento Fecha"],
  ["ita", "Descrizione Prezzo Scadenza Imponibile Fattura"],
  ["por", "Descrição Preço Fatura Vencimento Contribuinte"],
] as const)("%s is told by a few heads of fields", (language, text) => {
  expect(toldLanguage(words(text))).toBe(language);
});

test("accents that the network of another language passes over tell as much", () => {
  expect(toldLanguage(words("Stuck fur Ubergabe werden auf"))).toBe("deu");
});

test("names and figures tell nothing, and two languages at once neither", () => {
  expect(toldLanguage(words("Kimble Harrow 4811 Lund 27.05"))).toBeNull();
  expect(toldLanguage(words("Invoice Rechnung Amount Betrag Date Datum"))).toBeNull();
});

test("the usual language stays while nothing is clearly ahead of it", () => {
  expect(languageOf(words("Kimble Harrow Datum"), "fra")).toBe("fra");
  expect(languageOf(words("Rechnungsnummer Menge Betrag netto"), "fra")).toBe("deu");
});
