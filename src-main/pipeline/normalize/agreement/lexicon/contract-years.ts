import { parseWordNumber } from "../literals/number-words.ts";

/** Ordinals up to the fifth, folded, in seven languages. */
const ordinals: readonly RegExp[] = [
  /^(?:first|erste[nrsm]?|premiere?|premier|primer[oa]?|prim[oa]|primeir[oa]|eerste)$/,
  /^(?:second|zweite[nrsm]?|deuxieme|seconde?|segund[oa]|second[oa]|tweede)$/,
  /^(?:third|dritte[nrsm]?|troisieme|tercer[oa]?|terz[oa]|terceir[oa]|derde)$/,
  /^(?:fourth|vierte[nrsm]?|quatrieme|cuart[oa]|quart[oa]|vierde)$/,
  /^(?:fifth|funfte[nrsm]?|cinquieme|quint[oa]|vijfde)$/,
];

const positionOf = (word: string): number => ordinals.findIndex((pattern) => pattern.test(word)) + 1;

/** Whether a folded word says the place of something in a row: "la première année" counts no years. */
export const isOrdinal = (word: string): boolean => positionOf(word) > 0;

const year =
  "(?:(?:contract|agreement|option|lease|term|service)[- ]?)?(?:year|jahr(?:es)?|vertragsjahr(?:es)?|annee|ano|anno|(?:contract|overeenkomst)?jaar)";
const behind = new RegExp(
  `(?<![\\p{L}])(?:contract |agreement |option |lease |term |vertrags)?(?:${year}) (\\d|one|two|three|four|five)(?![\\p{L}\\d.,])`,
  "u",
);
const before = new RegExp(
  `(?<![\\p{L}\\d])(?:(\\d)(?:st|nd|rd|th|\\.|e|er|ere|eme|o|a|º|ª|°)|(\\p{L}+)) (?:contract |agreement |lease )?(?:${year})(?![\\p{L}])`,
  "gu",
);

/** Which year of an agreement words name: "year 2", "the second contract year", "el tercer año"; `null` for none. */
export function contractYearIn(folded: string): number | null {
  const word = behind.exec(folded)?.[1];
  if (word !== undefined) return /\d/.test(word) ? Number(word) : (parseWordNumber([word])?.value ?? null);
  for (const [, digit, name] of folded.matchAll(before)) {
    const position = digit === undefined ? positionOf(name ?? "") : Number(digit);
    if (position > 0) return position;
  }
  return null;
}
