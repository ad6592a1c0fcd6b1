import { foldWording } from "./fold.ts";

/** Names and usual abbreviations of the months, folded. Source: CLDR 48 for en, de, fr, nl, es, it, pt, with regional forms. */
export const monthNames: readonly (readonly string[])[] = [
  [
    "january",
    "jan",
    "januar",
    "janner",
    "jaenner",
    "jaen",
    "janvier",
    "janv",
    "januari",
    "enero",
    "ene",
    "gennaio",
    "gen",
    "janeiro",
  ],
  [
    "february",
    "feb",
    "februar",
    "feber",
    "fevrier",
    "fevr",
    "fev",
    "februari",
    "febrero",
    "febbraio",
    "febb",
    "fevereiro",
  ],
  ["march", "mar", "marz", "maerz", "mrz", "mars", "maart", "mrt", "marzo", "marco"],
  ["april", "apr", "avril", "avr", "abril", "abr", "aprile"],
  ["may", "mai", "mei", "mayo", "maggio", "mag", "maio"],
  ["june", "jun", "juni", "juin", "junio", "giugno", "giu", "junho"],
  ["july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho"],
  ["august", "aug", "aout", "augustus", "agosto", "ago"],
  [
    "september",
    "sep",
    "sept",
    "septembre",
    "septiembre",
    "setiembre",
    "settembre",
    "sett",
    "set",
    "setembro",
  ],
  ["october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out"],
  ["november", "nov", "novembre", "noviembre", "novembro"],
  ["december", "dec", "dezember", "dez", "decembre", "diciembre", "dic", "dicembre", "dezembro"],
];

/** Names that are told from other words in a sentence: written out, or the short names of May, which has no longer ones. */
const isPlainName = (name: string): boolean => name.length > 3 || ["may", "mai", "mei"].includes(name);

const months = new Map(
  monthNames.flatMap((names, index) => names.filter(isPlainName).map((name) => [name, index + 1] as const)),
);

/** Months that a text names, 1 to 12, each once and in order. English "may" is one with its capital only. */
export function monthsNamed(text: string): readonly number[] {
  const found = text.split(/[^\p{L}]+/u).flatMap((word) => {
    const folded = foldWording(word);
    return folded === "may" && word === "may" ? [] : (months.get(folded) ?? []);
  });
  return [...new Set(found)].toSorted((first, second) => first - second);
}

const allMonths = new Set(monthNames.flat());

/** Ordinals before the word for a quarter or a half of a year, folded: "third quarter", "2. Halbjahr". */
const ordinalOfPart =
  /^(?:first|second|third|fourth|erste[snr]?|zweite[snr]?|dritte[snr]?|vierte[snr]?|premiere?|deuxieme|troisieme|quatrieme|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|prim[oa]|second[oa]|terz[oa]|quart[oa]|eerste|tweede|derde|vierde|primeir[oa]|terceir[oa])$/;
const partOfYear = /^(?:quarter|half|quartals?|halbjahre?s?|trimestre|semestre|kwartaal|halfjaar)$/;

/** A text without what only names its period: months with their usual short forms, and which part of a year it is. */
export function withoutPeriodNames(text: string): string {
  const words = text.split(/(\p{L}+)/u);
  const folded = words.map((word) => foldWording(word).trim());
  return words
    .map((word, at) => {
      const name = folded[at] ?? "";
      const isOrdinal = ordinalOfPart.test(name) && partOfYear.test(folded[at + 2] ?? "");
      return isOrdinal || partOfYear.test(name) || allMonths.has(name) ? " " : word;
    })
    .join("");
}
