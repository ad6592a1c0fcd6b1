import { decimalText } from "../../../../../src-shared/money/index.ts";
import { multipleOf } from "../../../../../src-shared/wording/index.ts";
import type { PerUnit } from "./literal.ts";
import { small } from "./number-names.ts";
import { oneOf } from "./one-of.ts";

const partOfHour =
  /(?:\/ ?|\b(?:per|for each|for every|each|every|an?|je|pro|par|por|al|ogni|elke?) )(?:started |commenced |begun |full |angefangene[rn]? |begonnen )?(?:(quarter(?: of an)?[- ]hour|viertelstunde|quart d'heure|cuarto de hora|quarto d'ora|quarto de hora|kwartier)|(half[- ](?:an )?hour|halbe(?: stunde)?(?<=stunde)|demi-heure|media hora|mezz'ora|meia hora|half uur))(?![a-z])/g;

/** "£12 per quarter of an hour": the price of an hour's part, not of three months. */
export const partsOfHours = (folded: string): readonly PerUnit[] =>
  [...folded.matchAll(partOfHour)].map((match) => ({
    unit: "hour",
    base: decimalText(match[1] === undefined ? "0.5" : "0.25"),
    cadence: null,
    isArticle: false,
    span: { start: match.index, end: match.index + match[0].length },
  }));

/** "$175 each way", "einfache Fahrt", "aller simple": one way is a trip. */
const oneWay =
  /(?<![a-z])(?:(?:each|per|one) way|(?:je|pro) (?:weg|strecke|richtung)|(?:je )?einfache (?:fahrt|strecke)|par trajet simple|aller simple|por trayecto|solo ida|per tratta|solo andata|so ida|enkele reis|per enkele rit)(?![a-z])/g;

export const waysOf = (folded: string): readonly PerUnit[] =>
  [...folded.matchAll(oneWay)].map((match) => ({
    ...oneOf("trip", { start: match.index, end: match.index + match[0].length }),
    isArticle: true,
  }));

/** "390 € cada una", "CHF 3.80 pièce", "€ 4,- per stuk", "2,50 cad.": one of the thing itself. */
const onePiece =
  /(?<!\b(?:je|pro|per|par|por|pour|por cada|voor) [\d.,' ]*\d )(?<=[\d€$£.,–-] ?(?:(?:ht|htva|netto|chf|eur|usd|gbp) )?)(?:cada un[oa]|cada(?= ?(?:[.,;)]|$))|cada pieza|(?:la |a la |por |per |al |le |je |pro |das |die )?(?:piece|pieza|unidad|unidade|unite|stuck|stuk|pezzo|peca)|l'unite|l'un[oa]?|ciascun[oa]|cadaun[oa]|chacune?|cad\.?|c\/u|c\.u\.|ud\.?|pce\.?|pcs?\.?|stk\.?|st\.)(?![a-z\d])/g;

export const piecesOf = (folded: string): readonly PerUnit[] =>
  [...folded.matchAll(onePiece)].map((match) => ({
    ...oneOf("each", { start: match.index, end: match.index + match[0].length }),
    isArticle: true,
  }));

const bareBase =
  /(?:\/ ?|\b(?:per|pro|je|par|por|al?) |(?<=[\d€$£] ?)(?:le|el|il|das) )(100|1[.,' ]?000|hundred|thousand|hundert|tausend|tsd|cent|mille|mil|millar|migliaio|milheiro|cien|cento|cem|honderd|duizend|million|mio)(?=$|[ .,;)](?!\d)(?! ?(?:[\p{L}²³]{2}|[glmt](?!\p{L}))))/gu;

/** "$48 per 500": any round count right behind a price; "per 10 m" measures. */
const bareCount =
  /(?<=[\d€$£][ ,-]{0,2})(?:per|pro|je|par|por) (\d0|\d{1,2}[05]0|25|[2-9][.,' ]?000|\d0[.,' ]?000)(?=$|[ .,;)](?!\d)(?! ?(?:[\p{L}²³]{2}|[glmt](?!\p{L}))))/gu;
/** "5 per cento", "5 por cien": a share, where no currency says that the figure is a price. */
const isShare = (folded: string, { index, 0: printed }: RegExpExecArray): boolean =>
  /^(?:per|por|pro) (?:cento|cien|cent)$/.test(printed) &&
  /(?<![\d.,])(?<!(?:[$€£]|eur|chf|usd|gbp) ?)\d[\d.,]* $/.test(folded.slice(Math.max(0, index - 24), index));

const baseOf = (words: string): string =>
  /^\d/.test(words) ? words.replace(/[.,' ]/g, "") : String(multipleOf(words)?.count ?? 1);

/** "$436 per 100", "310,00/mil", "520,00 € le mille": so many of the thing itself. */
export const hundredsOf = (folded: string): readonly PerUnit[] =>
  [...folded.matchAll(bareBase), ...folded.matchAll(bareCount)]
    .filter((match) => !isShare(folded, match))
    .map((match) => ({
      unit: "each",
      base: decimalText(baseOf(match[1] ?? "")),
      cadence: null,
      isArticle: false,
      span: { start: match.index, end: match.index + match[0].length },
    }));

const someMonths =
  /(?<![a-z])(?:every|each|per|alle|je|tous les|cada|ogni|om de|elke|iedere) (?:(\d{1,2})|([a-z]+)) (?:calendar months?|months?|monate|mois|meses|mesi|maanden)(?![a-z])/g;
const periodOfMonths: Readonly<Record<number, string>> = {
  1: "month",
  3: "quarter",
  6: "half-year",
  12: "year",
};

/** "Every six months", "alle 3 Monate", "cada dos meses": a period that has a name, else so many months. */
export const monthsOf = (folded: string): readonly PerUnit[] =>
  [...folded.matchAll(someMonths)].flatMap((match): readonly PerUnit[] => {
    const [, digits, word = ""] = match;
    const count = digits === undefined ? small[word] : Number(digits);
    if (count === undefined || count < 1) return [];
    const span = { start: match.index, end: match.index + match[0].length };
    const period = periodOfMonths[count];
    return period === undefined
      ? [{ ...oneOf("month", span), base: decimalText(String(count)), cadence: null }]
      : [oneOf(period, span)];
  });

const someWeeks =
  /(?:\/ ?|\b(?:per|every|each) )(?:(\d{1,2})|(two|three|four|six|eight|twelve))[ -](days?|weeks?)(?: (?:periods?|hire|rental))?(?![\p{L}\d])/gu;

/** "Per four weeks", "per 4-week period", "/28 days": so many days or weeks at one price, as hire is priced. */
export const weeksOf = (folded: string): readonly PerUnit[] =>
  [...folded.matchAll(someWeeks)].flatMap((match): readonly PerUnit[] => {
    const [, digits, word = "", unit = ""] = match;
    const count = digits === undefined ? small[word] : Number(digits);
    const span = { start: match.index, end: match.index + match[0].length };
    const name = unit.startsWith("day") ? "day" : "week";
    return count === undefined || count < 2
      ? []
      : [{ ...oneOf(name, span), base: decimalText(String(count)), cadence: null }];
  });
