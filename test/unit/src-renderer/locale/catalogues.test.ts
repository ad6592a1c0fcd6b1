import { afterEach, describe, expect, test } from "vitest";
import { french } from "../../../../src-renderer/locale/catalogues/fr.ts";
import { german } from "../../../../src-renderer/locale/catalogues/de.ts";
import { formatAmount, formatDate } from "../../../../src-renderer/locale/display.ts";
import { loadLanguage } from "../../../../src-renderer/locale/language.ts";
import { messages } from "../../../../src-renderer/locale/messages.ts";
import { pseudoLocalize } from "../../../../src-renderer/locale/pseudo-locale.ts";
import { say } from "../../../../src-renderer/locale/say.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";

const english: Readonly<Record<string, string>> = messages;
const placesOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?<!\b(?:zero|one|two|few|many|other) )\{(\w+)(?=\}|, plural)/g)].map(
    ([, name = ""]) => name,
  );
const onlyAddresses = new Set(["assistant.addressHelp"]);

afterEach(() => loadLanguage("en"));

describe.each([
  ["German", german],
  ["French", french],
])("%s", (_name, catalogue) => {
  test("says only what English says, with the same places for facts", () => {
    for (const [id, text] of Object.entries(catalogue)) {
      expect(english[id], id).toBeDefined();
      expect(new Set(placesOf(text)), id).toEqual(new Set(placesOf(english[id] ?? "")));
      if (/plural,/.test(text)) expect(text, id).toMatch(/other \{/);
    }
  });

  test("lacks no word, and says most of them otherwise than English does", () => {
    const ids = Object.keys(english);
    expect(ids.filter((id) => catalogue[id] === undefined || catalogue[id] === "")).toEqual([]);
    // Names, signs and figures are the same in every language; sentences are not.
    const sentences = ids.filter((id) => (english[id] ?? "").split(" ").length > 5);
    expect(sentences.filter((id) => catalogue[id] === english[id] && !onlyAddresses.has(id))).toEqual([]);
  });
});

test("numbers, dates and plurals follow the language", async () => {
  const amount = "1087.50" as DecimalText;
  await loadLanguage("de");
  expect(formatAmount(amount, "EUR").replaceAll("\u00a0", " ")).toBe("1.087,50 €");
  expect(formatDate("2026-03-31")).toBe("31. März 2026");
  expect(say("queue.caseCount", { count: 1 })).toBe("1 Rechnung");
  expect(say("queue.caseCount", { count: 1200 })).toBe("1.200 Rechnungen");
  expect(say("audit.job")).toBe("Prüfspur nachprüfen");
  await loadLanguage("fr");
  expect(say("queue.caseCount", { count: 0 })).toBe("0 facture");
});

test("the pseudo language is longer, ends with its bracket, and keeps the places for facts", () => {
  const text = pseudoLocalize("Approved {count, plural, one {# invoice} other {# invoices}}.");
  expect(text.length).toBeGreaterThan(80);
  expect(text).toMatch(/^\[Áppróvéd \{count, plural, one \{# invoice\} other \{# invoices\}\}\.~+\]$/);
});
