import { afterEach, describe, expect, test } from "vitest";
import { frenchSentences } from "../../../../src-renderer/locale/catalogues/sentences-fr.ts";
import { germanSentences } from "../../../../src-renderer/locale/catalogues/sentences-de.ts";
import { frenchExamples } from "../../../../src-renderer/locale/catalogues/examples-fr.ts";
import { germanExamples } from "../../../../src-renderer/locale/catalogues/examples-de.ts";
import { frenchReasons } from "../../../../src-renderer/locale/catalogues/reasons-fr.ts";
import { germanReasons } from "../../../../src-renderer/locale/catalogues/reasons-de.ts";
import { frenchUnits } from "../../../../src-renderer/locale/catalogues/units-fr.ts";
import { germanUnits } from "../../../../src-renderer/locale/catalogues/units-de.ts";
import { loadLanguage } from "../../../../src-renderer/locale/language.ts";
import { sayReason, saySentence } from "../../../../src-renderer/locale/say-sentence.ts";
import { knownUnits } from "../../../../src-shared/model/index.ts";
import {
  fillSentence,
  isSameSentence,
  sentence,
  sentenceMessages,
  withoutRepeats,
} from "../../../../src-shared/text/index.ts";
import type { SentenceCode } from "../../../../src-shared/text/index.ts";

const placesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name = ""]) => name).toSorted();
const english: Readonly<Record<string, string>> = sentenceMessages;

afterEach(() => loadLanguage("en"));

const rate = sentence("finding/rate", {
  found: "1850.00",
  per: sentence("words/per", { unit: "square-metre" }),
  agreement: "MSA-014",
  agreed: "1500.00",
  basis: "",
  note: "",
});
const days = sentence("finding/outside", {
  days: sentence("words/days", { from: "2026-01-01", to: "2026-01-31" }),
  agreement: sentence("words/the-agreement", {}),
  span: sentence("words/from", { day: "2026-02-01" }),
});

test("English of the report keeps figures and dates as they stand", () => {
  expect(fillSentence(rate)).toBe("Rate is 1850.00 per square metre; MSA-014 says 1500.00.");
  expect(fillSentence(days)).toBe(
    "The invoice bills 2026-01-01 to 2026-01-31; the agreement holds from 2026-02-01.",
  );
});

test("the window says the same in its language, with that language's figures, days, units and lists", async () => {
  expect(saySentence(rate)).toBe("Rate is 1,850.00 per square metre; MSA-014 says 1,500.00.");
  await loadLanguage("de");
  expect(saySentence(rate)).toBe("Der Satz ist 1.850,00 je Quadratmeter; laut MSA-014 sind es 1.500,00.");
  expect(saySentence(days)).toBe(
    "Die Rechnung berechnet 1. Jan. 2026 bis 31. Jan. 2026; die Vereinbarung gilt ab 1. Feb. 2026.",
  );
  const lines = sentence("finding/ambiguous", { what: "“Travel”", terms: ["A", "B", "C"] });
  expect(saySentence(lines)).toBe("“Travel” könnte fallen unter A, B und C.");
  await loadLanguage("fr");
  const wanted = sentence("finding/currency", { printed: "USD", agreement: "C-7", wanted: ["EUR", "GBP"] });
  expect(saySentence(wanted)).toBe("La facture est en USD ; C-7 est en EUR ou GBP.");
});

test("reasons begin with a capital and write their figures and days as the language does", async () => {
  const fee = sentence("because/formula", { formula: "2026-03-31 + 14 = 2026-04-14; 3 × 12500.50" });
  expect(sayReason(fee)).toBe("31 Mar 2026 + 14 = 14 Apr 2026; 3 × 12,500.50");
  await loadLanguage("de");
  expect(sayReason(sentence("because/no-tax", {}))).toBe("Keine Steuer ist berechnet");
  expect(sayReason(fee)).toBe("31. März 2026 + 14 = 14. Apr. 2026; 3 × 12.500,50");
});

test("sentences are the same by code and facts, also within each other and in lists", () => {
  const limit = (names: readonly string[]) =>
    sentence("because/limit-unusable", { why: sentence("because/reasons", { reasons: names }) });
  expect(isSameSentence(limit(["a", "b"]), limit(["a", "b"]))).toBe(true);
  expect(isSameSentence(limit(["a", "b"]), limit(["a"]))).toBe(false);
  expect(isSameSentence(limit(["a"]), sentence("because/limit-unusable", { why: "a" }))).toBe(false);
  expect(isSameSentence(sentence("because/no-tax", {}), sentence("because/tax-billed", {}))).toBe(false);
  expect(withoutRepeats([limit(["a"]), limit(["b"]), limit(["a"])])).toEqual([limit(["a"]), limit(["b"])]);
});

test("a unit that a document made up keeps its word in every language", async () => {
  const units = sentence("words/units", { unit: "yurt" });
  expect(saySentence(units)).toBe(" yurts");
  await loadLanguage("fr");
  expect(saySentence(units)).toBe(" yurt");
});

describe.each([
  ["German", { ...germanSentences, ...germanReasons, ...germanExamples }, germanUnits],
  ["French", { ...frenchSentences, ...frenchReasons, ...frenchExamples }, frenchUnits],
])("%s", (_name, sentences, units) => {
  test("lacks no sentence of the checks", () => {
    expect(Object.keys(english).filter((code) => (sentences[code as SentenceCode] ?? "") === "")).toEqual([]);
  });

  test("fills the same facts as English, and says sentences otherwise", () => {
    for (const [code, text] of Object.entries(sentences))
      expect(placesOf(text), code).toEqual(placesOf(english[code] ?? ""));
    const same = Object.entries(sentences).filter(
      ([code, text]) =>
        text === english[code] && (text.replace(/\{[^}]*\}/g, "").match(/\p{L}+/gu) ?? []).length > 2,
    );
    expect(same).toEqual([]);
  });

  test("has a word for every unit that checks know", () => {
    expect(knownUnits.filter((unit) => units[unit] === undefined)).toEqual([]);
  });
});
