import { unitInTitle } from "./measure-titles.ts";
import { titleKey } from "./title-key.ts";
import { meaningsByTitle, type TitleMeaning } from "./column-roles.ts";
import { rolesByConcepts } from "./title-concepts.ts";
import { rolesByParts } from "./title-parts.ts";
import { rolesByWords } from "./title-patterns.ts";

const currencySuffix =
  /\s*(?:\((?:eur|usd|gbp|chf|cad|aud|€|\$|£|r|[a-z]{3})\)|in (?:eur|usd|gbp|chf)|[€$£]|(?:eur|usd|gbp|chf))$/;

/** "Line total ex VAT", "Montant HTVA", "Gesamtpreis netto": that a sum is without tax, as the sums of records are anyway. */
const withoutTax =
  /[ ,]+\(?(?:(?:ex(?:cl)?\.?|excluding|without|net of|before|ohne|exkl\.?|zzgl\.?|hors|sans|sin|senza|esclusa|escl\.?|sem|s\/|zonder) ?(?:vat|tax(?:es)?|gst|hst|mwst\.?|ust\.?|tva|iva|btw)|htva|ht|h\.t\.|hors taxe|iva escl(?:usa|\.)?|netto|net)\)?$/;

/** Ranks of meanings that only the words of a title suggest: behind every listed one. */
export const rankByWords = 1_000;

/** A folded title without its currency, and without the words that its sums are without tax: "Cost ex VAT (GBP)". */
export const bareTitle = (key: string): string => key.replace(currencySuffix, "").replace(withoutTax, "");

const exactMeanings = (key: string): readonly TitleMeaning[] => {
  for (const candidate of [
    key,
    key.replace(currencySuffix, ""),
    key.replace(/\s*\([^)]*\)$/, ""),
    key.replace(/[.#?]+$/, "").trim(),
    // Exports that hold a party as an object flatten it: "seller name", "buyer.name".
    key.replace(/[ .]name$/, ""),
  ]) {
    const exact = meaningsByTitle.get(candidate);
    if (exact !== undefined) return exact;
  }
  // The currency stands on either side of it: "Amount ex VAT (GBP)", "Betrag EUR netto".
  const withTax = bareTitle(key);
  const meanings = meaningsByTitle.get(withTax) ?? meaningsByTitle.get(withTax.replace(currencySuffix, ""));
  // A bare "total" without tax is no other total: only what a line comes to is meant either way.
  return withTax !== key.replace(currencySuffix, "") && meanings?.[0]?.role === "line-amount" ? meanings : [];
};

/** What a span of time is counted in, where the title has its unit in brackets: "Durée (min)", "Dauer (Tage)". */
const countedIn = (text: string, meanings: readonly TitleMeaning[]): readonly TitleMeaning[] => {
  if (meanings[0]?.role !== "hours" || !/[([]/.test(text)) return meanings;
  const unit = unitInTitle(text);
  if (unit === null || unit === "hour") return meanings;
  const role = unit === "minute" ? "minutes" : "quantity";
  return [{ role, rank: 0 }, ...meanings.filter((one) => one.role !== role && one.role !== "hours")];
};

const known = new Map<string, readonly TitleMeaning[]>();
const mostKnown = 4_000;

/** What a column title may mean: listed titles first, then what its words say, the likeliest first. */
export const meaningsOf = (text: string): readonly TitleMeaning[] => {
  // Most cells of a sheet are figures.
  if (/^[\d.,]+$/.test(text)) return [];
  const key = titleKey(text);
  if (key === "" || key.length > 48 || /^[\d.,]+$/.test(key)) return [];
  const before = known.get(key);
  if (before !== undefined) return before;
  const listed = exactMeanings(key);
  const parts = rolesByParts(key).map((role, rank): TitleMeaning => ({ role, rank }));
  const concepts = rolesByConcepts(key).map((role, rank): TitleMeaning => ({ role, rank }));
  const exact =
    [listed, parts, exactMeanings(key.replace(withoutTax, "")), concepts].find((one) => one.length > 0) ?? [];
  const plain = key.replace(/\s*\([^)]*\)$/, "");
  const words =
    key.split(" ").length > 5
      ? []
      : [...new Set([...rolesByWords(key), ...(plain === "" ? [] : rolesByWords(plain))])];
  const meanings = countedIn(text, [
    ...exact,
    ...words
      .filter((role) => !exact.some((meaning) => meaning.role === role))
      .map((role, place) => ({ role, rank: rankByWords + place })),
  ]);
  if (known.size < mostKnown) known.set(key, meanings);
  return meanings;
};

/** Whether a list gave the meanings of a title, so that it counts fully as the title of a column. */
export const isListedMeaning = ([likeliest]: readonly TitleMeaning[]): boolean =>
  (likeliest?.rank ?? rankByWords) < rankByWords;

/** Whether a list holds the title. */
export const isListedTitle = (text: string): boolean => isListedMeaning(meaningsOf(text));
