/** Number words, folded, of English, German, French, Spanish, Italian, Portuguese and Dutch. */
const small: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  null: 0,
  ein: 1,
  eins: 1,
  eine: 1,
  einem: 1,
  einen: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  funf: 5,
  fuenf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwolf: 12,
  zwoelf: 12,
  sechzehn: 16,
  siebzehn: 17,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  dos: 2,
  cuatro: 4,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  trece: 13,
  catorce: 14,
  quince: 15,
  tre: 3,
  quattro: 4,
  cinque: 5,
  sette: 7,
  otto: 8,
  nove: 9,
  dieci: 10,
  undici: 11,
  dodici: 12,
  quattordici: 14,
  quindici: 15,
  dois: 2,
  duas: 2,
  quatro: 4,
  oito: 8,
  dez: 10,
  doze: 12,
  twee: 2,
  drie: 3,
  vijf: 5,
  zes: 6,
  zeven: 7,
  negen: 9,
  tien: 10,
  twaalf: 12,
  veertien: 14,
  vijftien: 15,
  seis: 6,
  tres: 3,
  cinco: 5,
};

const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  zwanzig: 20,
  dreissig: 30,
  vierzig: 40,
  funfzig: 50,
  fuenfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  nonante: 90,
  veinte: 20,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
  venti: 20,
  trenta: 30,
  quaranta: 40,
  cinquanta: 50,
  sessanta: 60,
  settanta: 70,
  ottanta: 80,
  novanta: 90,
  vinte: 20,
  trinta: 30,
  quarenta: 40,
  cinquenta: 50,
  sessenta: 60,
  oitenta: 80,
  twintig: 20,
  dertig: 30,
  veertig: 40,
  vijftig: 50,
  zestig: 60,
  zeventig: 70,
  tachtig: 80,
  negentig: 90,
};

const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  hundert: 100,
  cent: 100,
  cents: 100,
  thousand: 1000,
  tausend: 1000,
  mille: 1000,
  million: 1_000_000,
  millions: 1_000_000,
  millionen: 1_000_000,
};

/** Words that are a number only before a unit of time: "due mesi" is two months, "payment due" is none. */
const guarded: Readonly<Record<string, number>> = {
  due: 2,
  once: 11,
  sei: 6,
  uno: 1,
  una: 1,
  um: 1,
  uma: 1,
  een: 1,
  sete: 7,
  onze: 11,
};
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

const fractions: Readonly<Record<string, readonly [number, number]>> = {
  half: [1, 2],
  halves: [1, 2],
  third: [1, 3],
  thirds: [1, 3],
  quarter: [1, 4],
  quarters: [1, 4],
  fourth: [1, 4],
  fifth: [1, 5],
  fifths: [1, 5],
  tenth: [1, 10],
  tenths: [1, 10],
  hundredth: [1, 100],
  hundredths: [1, 100],
  halbe: [1, 2],
  halber: [1, 2],
  halbes: [1, 2],
  halben: [1, 2],
  halfte: [1, 2],
  drittel: [1, 3],
  viertel: [1, 4],
  zehntel: [1, 10],
  demi: [1, 2],
  moitie: [1, 2],
  tiers: [1, 3],
  quart: [1, 4],
  dixieme: [1, 10],
};

/** Numerator and denominator of a fraction's name: "tenth" is 1 and 10. */
export const parseFractionName = (word: string): readonly [number, number] | null =>
  Object.hasOwn(fractions, word) ? (fractions[word] ?? null) : null;

const ordinals = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
  "thirteenth",
  "fourteenth",
  "fifteenth",
  "sixteenth",
  "seventeenth",
  "eighteenth",
  "nineteenth",
  "twentieth",
  "twenty-first",
  "twenty-second",
  "twenty-third",
  "twenty-fourth",
  "twenty-fifth",
  "twenty-sixth",
  "twenty-seventh",
  "twenty-eighth",
  "twenty-ninth",
  "thirtieth",
  "thirty-first",
];

/** 1 to 31 for an English ordinal in words; `null` otherwise. */
export function parseOrdinalWord(word: string): number | null {
  const index = ordinals.indexOf(word.replace(" ", "-"));
  return index < 0 ? null : index + 1;
}
export const ordinalWords: readonly string[] = ordinals;
