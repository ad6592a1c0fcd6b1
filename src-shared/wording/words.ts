import { foldWording, splitWords } from "./fold.ts";
import { joinPhrases, synonymOf } from "./synonyms.ts";
import { genericWords, gradeWords, roleWords, shiftWords, shortForms, tradeWords } from "./word-lists.ts";

/** The words of a wording as they are compared: short forms spelled out, stemmed, generic words apart. */
export interface Wording {
  /** Words that tell items apart, stemmed, each once, in order. */
  readonly content: readonly string[];
  /** The same as a set, with grades and shifts. */
  readonly all: ReadonlySet<string>;
  /** Rank words among the content ("senior"). */
  readonly grades: readonly string[];
  /** Words of time and place of work ("overtime"). */
  readonly shifts: readonly string[];
  /** Role nouns among the content, stemmed ("engineer"). */
  readonly roles: readonly string[];
  /** Numbers with the word behind them ("20 yard"), for sizes and levels. */
  readonly sizes: readonly { readonly number: string; readonly of: string }[];
}

const suffixes = [
  "ations",
  "ation",
  "ements",
  "ement",
  "ments",
  "ment",
  "ancies",
  "ancy",
  "ungen",
  "ings",
  "ung",
  "ing",
  "ants",
  "ant",
  "ians",
  "ian",
  "ers",
  "er",
  "ors",
  "or",
  "ies",
  "es",
  "os",
  "as",
  "en",
  "ed",
  "al",
  "s",
  "e",
  "y",
  "a",
  "o",
  "i",
];

/** A word without its usual endings: consulting, consultant and consultancy share one stem. */
export function stemOf(word: string): string {
  // "Call" and "calls" are one word, as "control" and "controller" are.
  if (word.length < 5 || /\d/.test(word))
    return word.length === 4 ? withoutDouble(word.endsWith("s") ? word.slice(0, -1) : word) : word;
  let stem = word;
  for (let round = 0; round < 2; round += 1) {
    const suffix = suffixes.find((ending) => stem.endsWith(ending) && stem.length - ending.length >= 4);
    if (suffix === undefined) break;
    stem = stem.slice(0, -suffix.length);
  }
  // "Ricarica" and "ricariche", "bottega" and "botteghe": Italian writes the h of its plurals for the sound alone. What
  // stands before it does not tell the language, so "monatlich" and "monatliche" lose theirs alike.
  return withoutDouble(stem.length > 4 ? stem.replace(/(?<=[cg])h$/, "") : stem);
}

/** "exceptionnelles" and "exceptionnel", "controller" and "control": a double consonant at the end counts once. */
const withoutDouble = (stem: string): string =>
  /([b-df-hj-np-rtv-xz])\1$/.test(stem) ? stem.slice(0, -1) : stem;

const stemSet = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].map(stemOf));
const gradeStems = stemSet(gradeWords);
const shiftStems = stemSet(shiftWords);
const roleStems = stemSet(roleWords);
/** Role words that a compound may end in: "Tontechniker", "Obermonteur". */
const compoundRoles = [...roleWords].filter((word) => word.length >= 5);

/** Whether a word says what a person does: "Fitter", "Helfer", "Tontechniker", "peintre". */
export function namesTrade(word: string): boolean {
  const whole = foldWording(word).trim();
  if (whole === "" || whole.includes(" ")) return false;
  // German names women's trades by an ending: "Helferin".
  const folded = whole.length > 6 ? whole.replace(/erin$/, "er") : whole;
  return (
    tradeWords.has(folded) ||
    roleWords.has(folded) ||
    gradeWords.has(folded) ||
    compoundRoles.some((role) => folded.length > role.length + 1 && folded.endsWith(role))
  );
}

const levelWords = new Set([
  "level",
  "grade",
  "class",
  "tier",
  "band",
  "category",
  "type",
  "zone",
  "zona",
  "stufe",
  "niveau",
  "nivel",
  "livello",
  "klasse",
  "classe",
  "clase",
  "categoria",
  "kategorie",
  "fascia",
  "lohngruppe",
]);

/** Parts of a job that are told apart by their number alone: "stage 2" is not "stage 3". */
const stageWords: ReadonlySet<string> = new Set(
  "milestone milestones stage stages phase phases meilenstein abschnitt bauabschnitt teilabschnitt jalon jalons etape etapes tranche tranches hito hitos etapa etapas fase fases tappa tappe mijlpaal marco marcos instalment installment termijn".split(
    " ",
  ),
);

/** Whether a folded word is one for a part of a job: "milestone", "etape". */
export const isStageWord = (word: string): boolean => stageWords.has(word);

/** Papers that work is recorded on: "DDT 1109" is not for what "DDT 1125" says. */
const paperWords = new Set(
  "ddt ticket tickets docket dockets lieferschein regiezettel rapport arbeitsbericht einsatzbericht werkbon pakbon bon bl albaran parte guia waybill wo bolla rapportino".split(
    " ",
  ),
);

const joints = new Set("and und sowie et y e en".split(" "));

/** Where the numbers of papers stand: behind their word, and as long as the first in a list of them, "dockets 6071 and 6098". */
function papersIn(words: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, word] of words.entries()) {
    if (!figure.test(word)) continue;
    const last = joints.has(words[index - 1] ?? "") ? index - 2 : index - 1;
    const isListed = found.has(last) && words[last]?.length === word.length;
    if (isListed || paperWords.has(words[index - 1] ?? "")) found.add(index);
  }
  return found;
}

const wordings = new Map<string, Wording>();
const mostWordingsKept = 50_000;

/** The wording of a text; kept, since the same words come back on many lines. */
export function wordingOf(text: string): Wording {
  const known = wordings.get(text);
  if (known !== undefined) return known;
  if (wordings.size >= mostWordingsKept) wordings.clear();
  const wording = readWording(text);
  wordings.set(text, wording);
  return wording;
}

/** "Aufzug A", "Block C": a capital behind a noun tells one of several from the others. */
const lettered = /(\p{L}{3,}) ([A-H])(?=$|[\s,;:.)(/–-])/gu;

function lettersIn(text: string): { readonly number: string; readonly of: string }[] {
  const isCapitals = text === text.toUpperCase();
  return [...text.matchAll(lettered)].flatMap(({ 0: all, 1: noun = "", 2: letter = "", index }) =>
    // In capitals "A" is as well an article, but never the last word.
    isCapitals && index + all.length < text.trimEnd().length
      ? []
      : [{ number: letter.toLowerCase(), of: stemOf(foldWording(noun).trim()) }],
  );
}

/** "Monday to Saturday", "Mo–Sa", "du lundi au samedi": the days of ordinary work, and no Saturday that has a price of its own. */
const weekFromMonday =
  /\b(?:mon(?:day)?s?|mo|montags?|lundis?|lun|lunes|lunedi|maandag|ma|segunda(?:-feira)?)\.? ?(?:to|through|thru|bis|au?|al|tot(?: en met)?|t\/m|ate|[-–—]) ?(?:sat(?:urday)?s?|sun(?:day)?s?|sa|so|samstags?|sonnabends?|sonntags?|samedis?|sam|dimanches?|dim|sabado|sab|domingo|dom|sabato|domenica|zaterdag|za|zondag|zo)\b/g;

/** A whole number, or one with a mark that stands as "p". */
const figure = /^\d+(?:p\d+)?$/;

function readWording(text: string): Wording {
  const words = expand(
    splitWords(
      joinPhrases(
        foldWording(text)
          .replace(/after[\s-]hours?/g, "afterhours")
          .replace(/on[\s-]call/g, "oncall")
          .replace(weekFromMonday, " ")
          // What is off the peak is none of it.
          .replace(/off[\s-]?(peak|net)/g, "off$1")
          // "1,500" is one figure, and so is "7.5": its mark would part it.
          .replace(/(?<![\d.,])(\d{1,3})[.,](\d{3})(?![\d.,])/g, "$1$2")
          .replace(/(?<![\d.,])(\d+)[.,](\d{1,2})(?![\d.,])/g, "$1p$2")
          // What stands behind a dash is not what the number before it counts: "Pump NKP 80 – pages".
          .replace(/(?<=\d) [–—] (?=\p{L})/gu, " of "),
      ),
    ),
  );
  const content: string[] = [];
  const sizes: { readonly number: string; readonly of: string }[] = lettersIn(text);
  const papers = papersIn(words);
  for (const [index, word] of words.entries()) {
    const glued = /^(\d+(?:p\d+)?)(\p{L}+)$/u.exec(word);
    if (glued?.[1] !== undefined && glued[2] !== undefined)
      sizes.push({ number: glued[1], of: stemOf(glued[2]) });
    const before = words[index - 1];
    if (/^[a-h]$/.test(word) && before !== undefined && levelWords.has(before)) {
      sizes.push({ number: word, of: before });
      continue;
    }
    if (figure.test(word)) {
      const after = words[index + 1];
      if (before !== undefined && levelWords.has(before)) sizes.push({ number: word, of: before });
      else if (papers.has(index)) sizes.push({ number: word, of: "paper" });
      else if (before !== undefined && stageWords.has(before)) sizes.push({ number: word, of: "stage" });
      else if (after !== undefined && !/^\d/.test(after) && !genericWords.has(after))
        sizes.push({ number: word, of: stemOf(after) });
      continue;
    }
    if (genericWords.has(word) || levelWords.has(word)) continue;
    const own = synonymOf(word);
    const stem = stemOf(own === word ? synonymOf(withoutTail(word)) : own);
    if (!content.includes(stem)) content.push(stem);
  }
  return {
    content,
    all: new Set(content),
    grades: content.filter((word) => gradeStems.has(word)),
    shifts: content.filter((word) => shiftStems.has(word)),
    roles: content.filter((word) => roleStems.has(word)),
    sizes,
  };
}

/** Nouns of billing at the end of a German or Dutch compound, which tell no item from another. */
const compoundTail =
  /^(.{4,}?)(?:s|en|n)?(?:pauschalen?|gebuhr(?:en)?|kosten|stunden?|stundenlohn|lohn|satze?|preise?|entgelte?|honorare?|leistung(?:en)?|arbeit(?:en)?|zuschlage?|einsatze?|uren|uur|tarief|tarieven|toeslag|vergoeding|prijs|werkzaamheden)$/;

/** "wartungspauschale" is about "wartung", "monteurstunden" about the "monteur". */
function withoutTail(word: string): string {
  return word.length < 9 ? word : (compoundTail.exec(word)?.[1] ?? word);
}

function expand(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const long = shortForms[word];
    return long === undefined ? [word] : long.split(" ");
  });
}

/** Share of words that two wordings have in common, 0 to 1 (Jaccard); 1 for two without content. */
export function wordingSimilarity(first: Wording, second: Wording): number {
  if (first.content.length === 0 && second.content.length === 0) return 1;
  const shared = first.content.filter((word) => second.all.has(word)).length;
  return shared / (first.content.length + second.content.length - shared);
}

/** Whether a size of one contradicts the other: both name a number of the same thing, and none agrees. */
export function hasSizeConflict(first: Wording, second: Wording): boolean {
  return first.sizes.some(({ of }) => {
    const ours = first.sizes.filter((size) => size.of === of);
    const theirs = second.sizes.filter((size) => size.of === of);
    return theirs.length > 0 && !ours.some(({ number }) => theirs.some((size) => size.number === number));
  });
}
