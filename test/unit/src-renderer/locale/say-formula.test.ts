import { globSync, readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { loadLanguage } from "../../../../src-renderer/locale/language.ts";
import { formulaMessages } from "../../../../src-renderer/locale/formula-messages.ts";
import { sayFormula } from "../../../../src-renderer/locale/say-formula.ts";

afterEach(() => loadLanguage("en"));

test("words between figures are said in the language of the window", async () => {
  const due = "end of month of 2026-03-31 + 30 days (2026-04-30) = 2026-04-30, next business day 2026-05-01";
  await loadLanguage("de");
  expect(sayFormula(due)).toBe(
    "Monatsende nach 31. März 2026 + 30 Tage (30. Apr. 2026) = 30. Apr. 2026, nächster Werktag 1. Mai 2026",
  );
  expect(sayFormula("the whole net amount of 6000.00 USD is billed twice")).toBe(
    "der ganze Nettobetrag von 6.000,00 USD ist doppelt berechnet",
  );
  expect(sayFormula("2026-10-31 to 2026-11-21 = 21 days; lines 1, 3 = 6000.00")).toBe(
    "31. Okt. 2026 bis 21. Nov. 2026 = 21 Tage; Positionen 1, 3 = 6.000,00",
  );
  await loadLanguage("fr");
  expect(sayFormula("the fee is 640.00; 690.00 − 640.00 = 50.00")).toBe(
    "les honoraires sont de 640,00; 690,00 − 640,00 = 50,00",
  );
  expect(sayFormula("1087.50 billed before")).toBe("1\u202f087,50 facturés auparavant");
});

test("English formulas stay as they were written, with their figures grouped", () => {
  expect(sayFormula("the whole amount of 18000.00")).toBe("the whole amount of 18,000.00");
});

/** Every formula of a golden, wherever it stands. */
function formulasIn(value: unknown): readonly string[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "formula" && typeof inner === "string" ? [inner] : formulasIn(inner),
  );
}

test("no formula of a golden holds an English word that other languages do not say", async () => {
  const files = globSync("test/golden/*/**/expected*.json");
  const formulas = new Set(files.flatMap((file) => formulasIn(JSON.parse(readFileSync(file, "utf8")))));
  expect(formulas.size).toBeGreaterThan(50);
  await loadLanguage("de");
  const english = new Set(
    Object.values(formulaMessages).flatMap((text) => text.replaceAll(/\{\w+\}/g, "").match(/[a-z]+/g) ?? []),
  );
  // Functions of sheets are the same words everywhere; codes of currencies are capitals.
  const everywhere = new Set(["max", "min"]);
  const known = (await import("../../../../src-renderer/locale/catalogues/formulas-de.ts")).germanFormulas;
  const german = new Set(Object.values(known).flatMap((text) => text.match(/\p{L}+/gu) ?? []));
  const unsaid = [...formulas].flatMap((formula) =>
    (sayFormula(formula).match(/(?<![\p{L}\d])\p{Ll}{2,}(?![\p{L}\d])/gu) ?? []).filter(
      (word) => english.has(word) || (!german.has(word) && !everywhere.has(word)),
    ),
  );
  expect(unsaid).toEqual([]);
});
