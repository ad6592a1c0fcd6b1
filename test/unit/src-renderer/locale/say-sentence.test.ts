import { afterEach, describe, expect, test } from "vitest";
import { frenchSentences } from "../../../../src-renderer/locale/catalogues/sentences-fr.ts";
import { germanSentences } from "../../../../src-renderer/locale/catalogues/sentences-de.ts";
import { frenchUnits } from "../../../../src-renderer/locale/catalogues/units-fr.ts";
import { germanUnits } from "../../../../src-renderer/locale/catalogues/units-de.ts";
import { loadLanguage } from "../../../../src-renderer/locale/language.ts";
import { saySentence } from "../../../../src-renderer/locale/say-sentence.ts";
import { knownUnits } from "../../../../src-shared/model/index.ts";
import { fillSentence, findingMessages, sentence } from "../../../../src-shared/text/index.ts";

const placesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name = ""]) => name).toSorted();
const english: Readonly<Record<string, string>> = findingMessages;

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
    "Die Rechnung berechnet 1 Jan. 2026 bis 31 Jan. 2026; die Vereinbarung gilt ab 1 Feb. 2026.",
  );
  const lines = sentence("finding/ambiguous", { what: "“Travel”", terms: ["A", "B", "C"] });
  expect(saySentence(lines)).toBe("“Travel” könnte fallen unter A, B und C.");
  await loadLanguage("fr");
  const wanted = sentence("finding/currency", { printed: "USD", agreement: "C-7", wanted: ["EUR", "GBP"] });
  expect(saySentence(wanted)).toBe("La facture est en USD ; C-7 est en EUR ou GBP.");
});

test("a unit that a document made up keeps its word in every language", async () => {
  const units = sentence("words/units", { unit: "yurt" });
  expect(saySentence(units)).toBe(" yurts");
  await loadLanguage("fr");
  expect(saySentence(units)).toBe(" yurt");
});

describe.each([
  ["German", germanSentences, germanUnits],
  ["French", frenchSentences, frenchUnits],
])("%s", (_name, sentences, units) => {
  test("fills the same facts as English, and says sentences otherwise", () => {
    for (const [code, text] of Object.entries(sentences))
      expect(placesOf(text), code).toEqual(placesOf(english[code] ?? ""));
    const same = Object.entries(sentences).filter(
      ([code, text]) => text === english[code] && text.replace(/\{[^}]*\}/g, "").split(" ").length > 3,
    );
    expect(same).toEqual([]);
  });

  test("has a word for every unit that checks know", () => {
    expect(knownUnits.filter((unit) => units[unit] === undefined)).toEqual([]);
  });
});
