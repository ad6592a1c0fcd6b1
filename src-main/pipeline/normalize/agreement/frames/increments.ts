import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Literal } from "../literals/literal.ts";

export interface Increment {
  readonly value: DecimalText;
  readonly literal?: Literal;
}

/** Words of keeping, counting or rounding time, in seven languages. */
const countsTime =
  /(?<![\p{L}])(?:increments?|steps?|rounded|nearest|next|kept|records?|recorded|units|bill(?:ed)?|measured|charged?|counted|started|begun|commenced|angefangene\p{L}*|begonnene\p{L}*|erfasst|aufgezeichnet|notiert|gerundet|aufgerundet|abgerechnet|berechnet|verrechnet|takt\p{L}*|entamee?s?|commencee?s?|arrondi\p{L}*|comptabilis\p{L}*|decompt\p{L}*|factur\p{L}*|releve\p{L}*|iniciad\p{L}*|fraccion\p{L}*|comenzad\p{L}*|empezad\p{L}*|redonde\p{L}*|computa\p{L}*|registra\p{L}*|iniziat\p{L}*|frazion\p{L}*|arrotond\p{L}*|fattur\p{L}*|conteggi\p{L}*|fracoes|fracao|arredond\p{L}*|contabiliz\p{L}*|registad\p{L}*|faturad\p{L}*|begonnen|aangebroken|afgerond|geregistreerd|gerekend|gefactureerd|halbstundlich|viertelstundlich)(?![\p{L}])/u;
/** A whole unit is charged once it is begun: "je angefangene Stunde", "or part thereof". */
const wholeBegun =
  /(?<![\p{L}])(?:(?:angefangene\p{L}*|begonnene\p{L}*|started|commenced|begun|begonnen|aangebroken) (?!viertel|half|halb|quarter|kwartier|periode|period)\p{L}{3,}|\p{L}{3,} (?:entamee?|commencee?|iniciad[ao]|comenzad[ao]|empezad[ao]|iniziat[ao])|(?:or|and) (?:any )?part(?: (?:of (?:an?|the) \p{L}+|thereof|\p{L}+))?|or fraction(?: thereof)?|oder (?:teil davon|angefangene\p{L}*)|ou fraction|o fraccion|o frazione|ou fra[cç]ao|of (?:een )?(?:gedeelte|deel) (?:daarvan|ervan))(?![\p{L}])/u;

/** "In tenths of an hour" counts time by itself. */
const inParts = /\bin (?:tenths|quarters|halves|sixths) of (?:an|the) hour\b/;

/** The step of one whole unit, where a clause charges it once it is begun. */
export const wholeStep = (folded: string): boolean => wholeBegun.test(folded);

/** Billing step in hours that a text says, with the literal behind it. */
export function hourIncrement(folded: string, literals: readonly Literal[]): Increment | null {
  for (const literal of literals) {
    const around = `${folded.slice(Math.max(0, literal.start - 34), literal.start)}#${folded.slice(literal.end, literal.end + 30)}`;
    const isStep =
      /increments? (?:of )?#|#[ -]?increments?|(?:nearest|next) #|(?:units|steps|blocks|intervals) of #|# (?:units|steps|blocks|intervals)|je angefangene[rn]? #|im #-?takt|#-?takt|in #[ -](?:steps|blocks|units|increments)|tranches? de #|fractions of #|(?:schritten|einheiten|takten|abschnitten) (?:von|zu) #|(?:pas|unites|fractions) de #|(?:fracciones|tramos|unidades) de #|(?:frazioni|scatti|unita) di #|(?:stappen|blokken|eenheden) van #|(?:fracoes|blocos|unidades) de #/.test(
        around,
      );
    if (!isStep || literal.type === "date") continue;
    if (literal.type === "quantity" && literal.unit === "minute") {
      const share = minutesToHours(literal.value);
      if (share !== null) return { value: share, literal };
    }
    if (literal.type === "quantity" && literal.unit === "hour") return { value: literal.value, literal };
    if (
      literal.type === "number" &&
      /^(?: of an hour| hour)/.test(folded.slice(literal.end, literal.end + 12))
    )
      return { value: literal.value, literal };
  }
  if (/\bviertelstundlich|\bim viertelstunden-?takt/.test(folded)) return { value: decimalText("0.25") };
  if (/\bhalbstundlich|im halbstundentakt/.test(folded)) return { value: decimalText("0.5") };
  const named =
    /(tenths?|quarters?|half|halves|sixths?|one[- ]tenth|one[- ]quarter|quarter|viertel|halben?|quart d'|demi-|cuartos? de|medias?|quarti d'|mezz[ae]|quartos? de|meias?|kwartier|half)(?:[- ]?(?:of (?:an|the) |)(?:hours?(?! equivalent)|stunden?|heures?|horas?|or[ae]|uur)|(?<=(?:in|nearest|next|full|whole) (?:tenths|quarters|halves|sixths))(?=\b))/.exec(
      folded,
    );
  if (named === null || !(countsTime.test(folded) || inParts.test(folded))) return null;
  const word = named[1] ?? "";
  const text = /tenth/.test(word)
    ? "0.1"
    : /quarter|viertel|quart|cuarto|kwartier/.test(word)
      ? "0.25"
      : /half|halves|halbe|demi|media|mezz|meia/.test(word)
        ? "0.5"
        : null;
  return text === null ? null : { value: decimalText(text) };
}

const minuteShares: Readonly<Record<string, string>> = {
  "3": "0.05",
  "5": "",
  "6": "0.1",
  "10": "",
  "12": "0.2",
  "15": "0.25",
  "20": "",
  "30": "0.5",
  "45": "0.75",
  "60": "1",
};

const minutesToHours = (minutes: string): DecimalText | null => {
  const text = minuteShares[minutes];
  return text === undefined || text === "" ? null : decimalText(text);
};
