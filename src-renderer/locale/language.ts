import { einvoiceSentences } from "../../src-shared/text/einvoice-messages.ts";
import { unitMultiple } from "../../src-shared/text/unit-multiple.ts";
import type { Message } from "../../src-shared/text/index.ts";
import { pseudoLocalize } from "./pseudo-locale.ts";

/** Languages that the window speaks, by BCP 47 tag. `pseudo` lengthens and accents English: what is cut off shows. */
export const languages = ["en", "de", "fr", "pseudo"] as const;
export type Language = (typeof languages)[number];

type Catalogue = Readonly<Partial<Record<string, string>>>;

type Units = Readonly<Record<string, readonly [one: string, several: string]>>;

let language: Language = "en";
let catalogue: Catalogue = {};
let sentences: Catalogue = {};
let units: Units = {};
let gaps: Catalogue = {};
let program: Readonly<Partial<Record<string, Message>>> = {};

/** Tag for Intl: numbers, dates and plurals follow it, as the catalogue does. */
export const displayLanguage = (): string => (language === "pseudo" ? "en" : language);

/** Loads a language before the window is drawn. What it does not say yet, English says. */
export async function loadLanguage(chosen: Language): Promise<void> {
  language = chosen;
  [catalogue, sentences, units, gaps, program] = [{}, {}, {}, {}, {}];
  if (chosen === "de") {
    catalogue = (await import("./catalogues/de.ts")).german;
    sentences = {
      ...(await import("./catalogues/sentences-de.ts")).germanSentences,
      ...(await import("./catalogues/reasons-de.ts")).germanReasons,
      ...(await import("./catalogues/examples-de.ts")).germanExamples,
    };
    units = (await import("./catalogues/units-de.ts")).germanUnits;
    gaps = (await import("./catalogues/gaps-de.ts")).germanGaps;
    program = {
      ...(await import("./catalogues/steps-de.ts")).germanSteps,
      ...(await import("./catalogues/problems-de.ts")).germanProblems,
      ...(await import("./catalogues/readiness-de.ts")).germanReadiness,
      ...(await import("./catalogues/handoff-de.ts")).germanHandoff,
      ...(await import("./catalogues/money-de.ts")).germanMoney,
      ...einvoiceSentences((await import("./catalogues/einvoice-de.ts")).germanEinvoices),
    };
  } else if (chosen === "fr") {
    catalogue = (await import("./catalogues/fr.ts")).french;
    sentences = {
      ...(await import("./catalogues/sentences-fr.ts")).frenchSentences,
      ...(await import("./catalogues/reasons-fr.ts")).frenchReasons,
      ...(await import("./catalogues/examples-fr.ts")).frenchExamples,
    };
    units = (await import("./catalogues/units-fr.ts")).frenchUnits;
    gaps = (await import("./catalogues/gaps-fr.ts")).frenchGaps;
    program = {
      ...(await import("./catalogues/steps-fr.ts")).frenchSteps,
      ...(await import("./catalogues/problems-fr.ts")).frenchProblems,
      ...(await import("./catalogues/readiness-fr.ts")).frenchReadiness,
      ...(await import("./catalogues/handoff-fr.ts")).frenchHandoff,
      ...(await import("./catalogues/money-fr.ts")).frenchMoney,
      ...einvoiceSentences((await import("./catalogues/einvoice-fr.ts")).frenchEinvoices),
    };
  }
}

/** The sentence of the chosen language for an English one. */
export function translate(id: string, english: string): string {
  if (language === "pseudo") return pseudoLocalize(english);
  return catalogue[id] ?? english;
}

/** The sentence of a check in the chosen language for an English one. Words within one are not marked twice. */
export function translateSentence(code: string, english: string): string {
  if (language === "pseudo") return code.startsWith("words/") ? english : pseudoLocalize(english);
  return sentences[code] ?? english;
}

/** What the program says by this code, in another language than English; `undefined` where English says it. */
export const programMessage = (code: string): Message | undefined => program[code];

/** What a draft lacks, in another language than English; `undefined` where English says it. */
export const gapTemplate = (code: string): string | undefined => gaps[code];

const alike = new Set(["each", "percent", "dozen"]);

function severalInEnglish(unit: string, words: string): string {
  if (alike.has(unit)) return words;
  return words.endsWith("foot")
    ? words.replace(/foot$/, "feet")
    : `${words}${/[sx]$/.test(words) ? "es" : "s"}`;
}

/** One and several of a unit; a word that a document made up stays. */
export function sentenceWords(unit: string): readonly [one: string, several: string] {
  const known = units[unit];
  if (known !== undefined) return known;
  // "1000 call" is so many of a unit that count as one: said as "× 1000 calls".
  const multiple = unitMultiple(unit);
  if (multiple !== null) {
    const several = `${multiple.count} ${sentenceWords(multiple.of)[1]}`;
    return [several, `× ${several}`];
  }
  const words = unit.replaceAll("-", " ");
  return [words, displayLanguage() === "en" ? severalInEnglish(unit, words) : words];
}
