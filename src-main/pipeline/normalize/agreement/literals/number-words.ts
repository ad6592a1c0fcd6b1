import { fractions, guarded, ordinals, scales, small, tens } from "./number-names.ts";

const guardedUnits =
  /^(?:mes|meses|mesi|mese|anos?|anni|anno|dias?|giorni|giorno|semanas?|settiman[ae]|horas?|or[ae]|maand|maanden|jaar|jaren|week|weken|dag|dagen|trimestr[ei]s?|lavorativi)$/;

/** The number that a guarded word is in front of that word. */
export const parseGuardedNumber = (word: string, next: string): number | null =>
  Object.hasOwn(guarded, word) && guardedUnits.test(next) ? (guarded[word] ?? null) : null;

/** Units and tens of German, for its one-word compounds. */
const germanUnits = ["", "ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun"];
const germanTens: readonly (readonly [string, number])[] = [
  ["zwanzig", 20],
  ["dreissig", 30],
  ["vierzig", 40],
  ["funfzig", 50],
  ["sechzig", 60],
  ["siebzig", 70],
  ["achtzig", 80],
  ["neunzig", 90],
];

const belowHundred: ReadonlyMap<string, number> = new Map([
  ...Object.entries(small),
  ...germanTens,
  ...germanTens.flatMap(([word, value]) =>
    germanUnits.flatMap((unit, digit) =>
      digit === 0 ? [] : [[`${unit}und${word}`, value + digit] as const],
    ),
  ),
  ...["drei", "vier", "funf", "fuenf", "acht", "neun"].map(
    (unit) => [`${unit}zehn`, 10 + (small[unit] ?? 0)] as const,
  ),
]);

/** "zweihundertfunfzig", "dreitausend": a German compound of one word; `null` for other words. */
function parseGermanCompound(word: string): number | null {
  const thousand = word.indexOf("tausend");
  if (thousand > 0) {
    const above = parseGermanCompound(word.slice(0, thousand));
    const below = thousand + 7 === word.length ? 0 : parseGermanCompound(word.slice(thousand + 7));
    return above === null || below === null ? null : above * 1000 + below;
  }
  const hundred = word.indexOf("hundert");
  if (hundred > 0) {
    const above = belowHundred.get(word.slice(0, hundred)) ?? null;
    const below =
      hundred + 7 === word.length
        ? 0
        : (belowHundred.get(word.slice(hundred + 7).replace(/^und/, "")) ?? null);
    return above === null || below === null || above > 9 ? null : above * 100 + below;
  }
  return belowHundred.get(word) ?? null;
}

type WordClass = { readonly kind: "small" | "tens" | "scale"; readonly value: number };

function classOf(word: string): WordClass | null {
  const scale = scales[word];
  if (scale !== undefined && Object.hasOwn(scales, word)) return { kind: "scale", value: scale };
  if (Object.hasOwn(tens, word)) return { kind: "tens", value: tens[word] ?? 0 };
  if (Object.hasOwn(small, word)) return { kind: "small", value: small[word] ?? 0 };
  const compound = word.length > 5 ? parseGermanCompound(word) : null;
  return compound === null ? null : { kind: "small", value: compound };
}

/** Whether a folded word can be part of a number in words. */
export const isNumberWord = (word: string): boolean => classOf(word) !== null;

export interface WordNumber {
  readonly value: number;
  /** Words that it takes. */
  readonly length: number;
}

/**
 * Reads the longest number in words at the start of a list of folded words; hyphens count as spaces between words.
 *
 * "and", "und" and "et" may stand inside ("one hundred and five"). `null` where no number starts.
 */
export function parseWordNumber(words: readonly string[]): WordNumber | null {
  let total = 0;
  let current = 0;
  let last = null as WordClass | null;
  let length = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const joins: boolean = (word === "and" || word === "und" || word === "et") && last !== null;
    const next: WordClass | null = joins ? classOf(words[index + 1] ?? "") : classOf(word);
    if (next === null || (joins && next.kind === "scale")) break;
    if (joins && !(last?.kind === "scale" || (last?.kind === "tens" && next.value === 1))) break;
    if (!canFollow(last, next, current)) break;
    if (next.kind === "scale") {
      if (next.value === 100) current = Math.max(1, current) * 100;
      else {
        total += Math.max(1, current) * next.value;
        current = 0;
      }
    } else if (last?.kind === "small" && last.value === 4 && next.value === 20) current = current - 4 + 80;
    else current += next.value;
    last = next;
    if (joins) index += 1;
    length = index + 1;
  }
  return last === null ? null : { value: total + current, length };
}

function canFollow(last: WordClass | null, next: WordClass, current: number): boolean {
  if (last === null) return next.kind !== "scale" || next.value >= 100;
  if (next.kind === "scale") return last.kind !== "scale" || next.value > last.value;
  if (next.kind === "tens")
    return last.kind === "scale" || (last.kind === "small" && last.value === 4 && next.value === 20);
  if (last.kind === "scale") return true;
  // French counts on above sixty and eighty: soixante-quinze, quatre-vingt-dix.
  if (last.kind === "tens")
    return next.value < 10 || (next.value < 20 && (current % 100 === 60 || current % 100 === 80));
  return last.value === 10 && next.value >= 7 && next.value <= 9;
}

/** Numerator and denominator of a fraction's name: "tenth" is 1 and 10. */
export const parseFractionName = (word: string): readonly [number, number] | null =>
  Object.hasOwn(fractions, word) ? (fractions[word] ?? null) : null;

/** 1 to 31 for an English ordinal in words; `null` otherwise. */
export function parseOrdinalWord(word: string): number | null {
  const index = ordinals.indexOf(word.replace(" ", "-"));
  return index < 0 ? null : index + 1;
}
export const ordinalWords: readonly string[] = ordinals;
