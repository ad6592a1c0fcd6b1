import { afterEach, expect, test } from "vitest";
import { fieldInSentence, measured, nameOfTax, wordOf } from "../../../../src-renderer/locale/code-words.ts";
import { loadLanguage } from "../../../../src-renderer/locale/language.ts";
import { decimalText } from "../../../../src-shared/money/index.ts";

afterEach(() => loadLanguage("en"));

const unitOf = (quantity: string, unit: string): string => measured(decimalText(quantity), unit).unit;

test("a quantity has its unit in one or several, as the language forms them", async () => {
  expect([unitOf("1", "day"), unitOf("1.00", "day"), unitOf("20", "day")]).toEqual(["day", "day", "days"]);
  expect([unitOf("3", "square-foot"), unitOf("3", "box"), unitOf("3", "each")]).toEqual([
    "square feet",
    "boxes",
    "each",
  ]);
  await loadLanguage("de");
  expect([unitOf("1", "day"), unitOf("20", "day")]).toEqual(["Tag", "Tage"]);
  await loadLanguage("fr");
  expect(unitOf("2", "hour")).toBe("heures");
});

test("codes of a term are words of the language", async () => {
  expect([wordOf("half-year"), wordOf("month"), wordOf("on-completion")]).toEqual([
    "half-year",
    "month",
    "on completion",
  ]);
  await loadLanguage("de");
  expect([wordOf("half-year"), wordOf("month"), wordOf("advance")]).toEqual([
    "Halbjahr",
    "Monat",
    "im Voraus",
  ]);
  expect(fieldInSentence("issueDate")).toBe("Rechnungsdatum");
  await loadLanguage("fr");
  expect([wordOf("agreement"), wordOf("arrears")]).toEqual(["contrat", "à terme échu"]);
});

test("short names of taxes are capitals, others begin with one", () => {
  expect(["vat", "GST", "sales tax", "umsatzsteuer"].map(nameOfTax)).toEqual([
    "VAT",
    "GST",
    "Sales tax",
    "Umsatzsteuer",
  ]);
});
