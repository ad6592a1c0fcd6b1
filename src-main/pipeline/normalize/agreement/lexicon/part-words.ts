import { numberOfWord } from "../../../../../src-shared/wording/index.ts";

/** Names of the half, folded, in seven languages; they need no numerator. */
const half = "half|halves|halfte|moitie|mitad|meta|metade|helft";

/** Names of the n-th part, by n. "Third" and the like also order things: they are parts behind a numerator only. */
const denominators: readonly (readonly [number, string])[] = [
  [3, "thirds?|drittel|tiers|tercios?|terc(?:era|eras) partes?|terz[oi]|tercos?|derden?"],
  [4, "quarters?|fourths?|viertel|quarts?|cuart(?:o|os|as? partes?)|quart[oi]|quartos?|kwart(?:en)?"],
  [5, "fifths?|funftel|cinquiemes?|quint[oi]s?|vijfden?"],
  [6, "sixths?|sechstel|siximes?|sixiemes?|sext[oi]s?|sest[oi]|zesden?"],
  [8, "eighths?|achtel|huitiemes?|octavos?|ottav[oi]|oitavos?|achtsten?"],
  [10, "tenths?|zehntel|dixiemes?|decim[oi]s?|tienden?"],
];

const article = "an?|one|eine?[rsmn]?|une?|un[oa]|um|een";
/** Numerators in words; an article counts one. */
const numerators = `${article}|two|zwei|deux|dos|due|dois|duas|twee|three|drei|trois|tres|tre|drie|four|vier|quatre|cuatro|quattro|quatro|five|funf|cinq|cinco|cinque|vijf|six|sechs|seis|sei|zes|seven|sieben|sept|siete|sette|sete|zeven|nine|neun|neuf|nueve|nove|negen`;

const wholeDenominators = denominators.map(
  ([value, names]) => [value, new RegExp(`^(?:${names})$`, "u")] as const,
);
const denominatorOf = (word: string): number =>
  wholeDenominators.find(([, pattern]) => pattern.test(word))?.[0] ?? 2;

const denominatorNames = denominators.map(([, names]) => names).join("|");
const fraction = new RegExp(
  `(?<![\\p{L}\\d'-]|(?:time|one|two|three|four|eins?|zwei|une?|deux|\\d) (?:and|und|et|y) (?:(?:one|a) )?)(?:(${numerators})[ -](${denominatorNames})|(?:(?:${article})[ -])?(${half})|(\\d)/(\\d{1,2})(?![\\d/]))(?![\\p{L}\\d]|-?(?:hour|day|year|month|yearly)| (?:an? |of an? )?(?:hour|day|week|month|year)(?![\\p{L}]))`,
  "gu",
);

/** What is left of a whole: "the balance", "der Rest", "le solde". */
export const restWords =
  /(?<![\p{L}])(?:balance|remainder|rest|restbetrag|restzahlung|restsumme|schlussrate|solde|surplus|reste|resto|restante|rimanente|rimanenza|saldo|remanescente|restant|restbedrag|overige)(?![\p{L}])/u;

export interface NamedFraction {
  readonly start: number;
  readonly end: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** Fractions in words or figures: "two fifths", "a quarter", "die Hälfte", "1/3". */
export function fractionsIn(folded: string): readonly NamedFraction[] {
  return [...folded.matchAll(fraction)].flatMap((match) => {
    const [printed, count, name, , above, below] = match;
    const numerator =
      above !== undefined ? Number(above) : count !== undefined ? (numberOfWord(count) ?? 1) : 1;
    const denominator = below !== undefined ? Number(below) : name !== undefined ? denominatorOf(name) : 2;
    return numerator > 0 && numerator < denominator
      ? [{ start: match.index, end: match.index + printed.length, numerator, denominator }]
      : [];
  });
}
