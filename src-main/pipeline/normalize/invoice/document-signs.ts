import type { LocalDate } from "../../../../src-shared/time/index.ts";
import {
  dateOrderOf,
  findDates,
  foldText,
  numberConventionOf,
  openConvention,
  parseAmount,
} from "../values/index.ts";
import type { CurrencyReading } from "../values/index.ts";
import type { LabelLanguage } from "../labels/index.ts";
import { countryOf, countryOfCityLine } from "./legal-names.ts";
import type { Layout } from "./layout.ts";
import type { LabelIndex } from "./printed-labels.ts";
import type { Conventions } from "./spans.ts";

/** What the whole document says about its language, place and way of writing. */
export interface DocumentSigns {
  readonly conventions: Conventions;
  readonly language: LabelLanguage | null;
  readonly countries: readonly string[];
  /** The order of day and month rests on a habit of the country alone. */
  readonly orderIsPrior: boolean;
}

const functionWords: Readonly<Record<LabelLanguage, readonly string[]>> = {
  en: ["the", "of", "and", "for", "to", "your", "please", "with", "by", "this", "is"],
  de: [
    "und",
    "der",
    "die",
    "das",
    "von",
    "für",
    "fur",
    "mit",
    "bitte",
    "den",
    "zum",
    "ist",
    "wir",
    "ihre",
    "nach",
  ],
  fr: ["et", "le", "la", "les", "des", "du", "pour", "votre", "par", "une", "sur", "nous", "est"],
  nl: ["en", "het", "een", "van", "voor", "uw", "met", "wij", "op", "te", "binnen", "bedrag"],
  es: ["el", "los", "las", "del", "por", "para", "con", "su", "una", "y", "nuestra"],
  it: ["il", "della", "di", "per", "con", "dei", "alla", "vostra", "del", "nostro", "ed"],
  pt: ["os", "da", "do", "para", "com", "dos", "seu", "uma", "em", "pelo"],
  sv: ["och", "av", "till", "vid", "ej", "efter", "oss", "ert", "skatt"],
  da: ["og", "af", "til", "ved", "ikke", "efter", "os", "deres", "venligst"],
  // No "nr": it is as German, Dutch and northern as it is Polish.
  pl: ["oraz", "na", "przelew", "dnia", "prosimy", "ze", "ul", "za"],
};

const languagesByWord: ReadonlyMap<string, readonly LabelLanguage[]> = (() => {
  const found = new Map<string, LabelLanguage[]>();
  for (const [language, words] of Object.entries(functionWords)) {
    for (const word of words) found.set(word, [...(found.get(word) ?? []), language as LabelLanguage]);
  }
  return found;
})();

export function readSigns(layout: Layout, labels: LabelIndex, asOf: LocalDate): DocumentSigns {
  const texts = layout.rows.flatMap((row) => row.segments.map((segment) => segment.text));
  const open = { number: openConvention, date: { order: null, asOf } };
  const dated = texts.map((text) => withoutDates(text, asOf));
  const number = numberConventionOf(dated.flatMap(numbersOfText));
  const language = languageOf(layout, labels);
  const countries = countriesOf(layout, texts);
  const proven = dateOrderOf(texts, asOf);
  // Only the United States write the month first as a rule.
  const places = proven === "month-first" && countries.length === 0 ? ["US"] : countries;
  const order =
    proven ??
    orderOfLanguage(language) ??
    orderOfCountry(countries, language) ??
    orderOfTax(countries, texts);
  return {
    conventions: { ...open, number, date: { order, asOf } },
    language,
    countries: places,
    orderIsPrior: proven === null && orderOfLanguage(language) === null && order !== null,
  };
}

function withoutDates(text: string, asOf: LocalDate): string {
  let rest = text;
  for (const match of findDates(text, { order: null, asOf }).toReversed())
    rest = `${rest.slice(0, match.start)} ${rest.slice(match.end)}`;
  return rest;
}

function numbersOfText(text: string): readonly string[] {
  const whole = parseAmount(text);
  if (whole !== null && text.includes(" ")) return [text];
  return text.split(" ").filter((word) => /\d[.,']\d/.test(word) && !/%/.test(word));
}

function languageOf(layout: Layout, labels: LabelIndex): LabelLanguage | null {
  const votes = new Map<LabelLanguage, number>();
  const vote = (language: LabelLanguage, weight: number): void => {
    votes.set(language, (votes.get(language) ?? 0) + weight);
  };
  for (const own of labels.values()) {
    for (const label of own) {
      const [meaning] = label.meanings;
      if (meaning === undefined || meaning.languages.length > 2) continue;
      for (const language of meaning.languages) vote(language, 2 / meaning.languages.length);
    }
  }
  for (const row of layout.rows) {
    for (const word of foldText(row.text).split(/[^a-z]+/)) {
      for (const language of languagesByWord.get(word) ?? []) vote(language, 0.5);
    }
  }
  const [first, second] = [...votes.entries()].sort(
    (one, two) => two[1] - one[1] || (one[0] < two[0] ? -1 : 1),
  );
  if (first === undefined || first[1] < 2) return null;
  return second !== undefined && second[1] > 0.85 * first[1] ? null : first[0];
}

function countriesOf(layout: Layout, texts: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const code = countryOf(text.trim()) ?? countryOfCityLine(text.trim());
    if (code !== null) found.add(code);
  }
  for (const row of layout.rows) {
    const text = row.text;
    if (/\b(?:SIRET|SIREN)\b/.test(text)) found.add("FR");
    if (/\bABN\b/.test(text)) found.add("AU");
    if (/\b(?:GSTIN|CGST|SGST|IGST)\b/.test(text)) found.add("IN");
    if (/\b(?:HST|QST|TVQ|TPS)\b/.test(text)) found.add("CA");
    if (/\b(?:EIN|Federal Tax ID|Sales\s+Tax|ABA|Routing (?:No|Number|#))\b/i.test(text)) found.add("US");
    if (/\bRFC\b|\bCFDI\b|\bM\.N\./.test(text)) found.add("MX");
    if (/\bCNPJ\b|\bNFS-?e\b/i.test(text)) found.add("BR");
    if (/\bUEN\b/.test(text)) found.add("SG");
    if (/\(pty\)\.? (?:ltd|limited)\b/i.test(text)) found.add("ZA");
    else if (/\bpty\.? (?:ltd|limited)\b/i.test(text)) found.add("AU");
    if (/\b(?:pvt|private)\.? (?:ltd|limited)\b/i.test(text)) found.add("IN");
    if (/\bNZBN\b|\bGST(?: (?:No|Reg|Number))?\.?:? \d{2,3}-\d{3}-\d{3}\b/i.test(text)) found.add("NZ");
    if (/\b(?:ATCUD|NIPC|Contribuinte)\b/.test(text)) found.add("PT");
    if (/\b(?:P\. ?IVA|Partita IVA|Codice Fiscale)\b/i.test(text)) found.add("IT");
    if (/\bKvK\b/i.test(text)) found.add("NL");
    if (/\b(?:CVR|SE)-?nr\b/i.test(text)) found.add("DK");
    if (/\b(?:Bankgiro|Plusgiro|F-skatt|Momsreg)/i.test(text)) found.add("SE");
    if (/\bNIP:? ?\d|\bREGON\b/.test(text)) found.add("PL");
    if (/\bATU\d{8}\b/.test(text)) found.add("AT");
    if (/\bCHE-?\d{3}\.?\d{3}/.test(text)) found.add("CH");
    if (/\bBE ?[01]\d{3}\.?\d{3}\.?\d{3}\b|\bRPR\b|\bTVA BE\b/.test(text)) found.add("BE");
    if (/\bUSt-?Id(?:Nr)?\b|\bDE ?\d{9}\b/.test(text)) found.add("DE");
    if (/\b(?:sort code|companies house|company registered in england)\b/i.test(text)) found.add("GB");
  }
  return [...found].sort();
}

/** Countries of several languages, or of another one than their paper: all write the day first. */
const dayFirstElsewhere = [
  "BE",
  "CH",
  "LU",
  "NL",
  "DE",
  "AT",
  "FR",
  "IT",
  "ES",
  "PT",
  "BR",
  "MX",
  "DK",
  "SE",
  "PL",
];

/** Everywhere these languages are written, the day comes first. */
function orderOfLanguage(language: LabelLanguage | null): "day-first" | null {
  return language === null || language === "en" ? null : "day-first";
}

function orderOfCountry(
  countries: readonly string[],
  language: LabelLanguage | null,
): "day-first" | "month-first" | null {
  if (language !== "en" && language !== null) return null;
  if (countries.includes("US")) return countries.every((country) => country === "US") ? "month-first" : null;
  const dayFirst = ["GB", "IE", "AU", "NZ", "IN", "ZA", "SG", ...dayFirstElsewhere];
  return countries.length > 0 && countries.every((country) => dayFirst.includes(country))
    ? "day-first"
    : null;
}

/** Wherever English papers bear a value added tax, the day comes first; the United States have none. */
const orderOfTax = (countries: readonly string[], texts: readonly string[]): "day-first" | null =>
  countries.length === 0 && texts.some((text) => /\bVAT\b/.test(text)) ? "day-first" : null;

/** The one currency that a shared symbol stands for, by the places the document names; `null` if several fit. */
export function codeOfSymbol(
  reading: CurrencyReading,
  countries: readonly string[],
  language: LabelLanguage | null,
): string | null {
  if (reading.code !== null) return reading.code;
  const byCountry: Readonly<Record<string, string>> = {
    US: "USD",
    CA: "CAD",
    AU: "AUD",
    NZ: "NZD",
    SG: "SGD",
    MX: "MXN",
    GB: "GBP",
    SE: "SEK",
    NO: "NOK",
    DK: "DKK",
    JP: "JPY",
    IN: "INR",
    ZA: "ZAR",
    CH: "CHF",
    LI: "CHF",
    BR: "BRL",
  };
  const fitting = [...new Set(countries.map((country) => byCountry[country]))].filter(
    (code) => code !== undefined && reading.candidates.includes(code),
  );
  const [only] = fitting;
  if (fitting.length === 1 && only !== undefined) return only;
  if (reading.symbol === "£") return "GBP";
  if (reading.candidates.length === 1) return reading.candidates[0] ?? null;
  if (/^Rs\.?$/.test(reading.symbol)) return "INR";
  return fitting.length === 0 && language === "de" && reading.symbol.startsWith("Fr") ? "CHF" : null;
}
