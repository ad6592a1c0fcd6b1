import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Literal } from "../literals/literal.ts";

export interface Increment {
  readonly value: DecimalText;
  readonly literal?: Literal;
}

/** "In tenths", "quarters" alone: parts of an hour only where time is what is counted, and else of a year or a sum. */
const alone = (part: string): string =>
  `(?<=(?<!\\p{L})(?:time|hours?|labou?r) [^.;]{0,60})${part}(?= ?[,.;]| ?$)`;

/** Parts of an hour: their share of it, and their names in seven languages. */
const parts: readonly (readonly [share: string, names: string])[] = [
  [
    "0.1",
    `(?:one[- ])?tenths?(?: parts?)?(?: of (?:an|the) hour| hours?)|${alone("tenths?")}|zehntelstunden?|dixiemes? d'heure|decim(?:as?|os?|i) (?:de hora|d'ora)|tienden? van een uur`,
  ],
  [
    "0.25",
    `(?:one[- ])?quarters?[- ](?:of[- ](?:an|the)[- ])?hours?|${alone("quarters")}|viertel-?stunden?|viertelstund(?:lich|en)\\p{L}*|quarts? d'heure|cuartos? de hora|quart[oi] d'ora|quartos? de hora|kwartier(?:en)?`,
  ],
  [
    "0.5",
    "half[- ](?:(?:of[- ])?(?:an?|the)[- ])?hours?|half[- ]hourly|halbe[nr]? stunden?|halbstund(?:lich|en)\\p{L}*|demi-?heures?|medias? horas?|mezz(?:'|a |e )?or[ae]|meias? horas?|half ?uur|halve uren",
  ],
];

/** Time that has begun, or a part of it, in seven languages. */
const begun =
  "started|begun|commenced|part(?:s|ial|ly)?|fractions?|portions?|angefangene\\p{L}*|begonnene\\p{L}*|angebrochene\\p{L}*|entamee?s?|commencee?s?|iniciad\\p{L}*|comenzad\\p{L}*|empezad\\p{L}*|comecad\\p{L}*|fraccion\\p{L}*|frac(?:oes|ao)|iniziat\\p{L}*|frazion\\p{L}*|begonnen|aangebroken|aangevangen";
/** Words of keeping, counting or rounding time, in seven languages. */
const counts =
  "increments?|steps?|blocks?|intervals?|rounded|nearest|next|kept|records?|recorded|entered|logged|noted|units|bill(?:ed)?|invoiced|measured|charged?|charge(?:s|able)|counted|whole|full|gezahlt|geteld|contad[oa]s?|contat[oaie]|erfasst|aufgezeichnet|notiert|gerundet|aufgerundet|abgerechnet|berechnet|verrechnet|takt\\p{L}*|genau|voll\\p{L}*|arrondi\\p{L}*|comptabilis\\p{L}*|compte[es]{0,2}|decompt\\p{L}*|factur\\p{L}*|releve\\p{L}*|tranches?|redonde\\p{L}*|computa\\p{L}*|registra\\p{L}*|tramos?|arrotond\\p{L}*|fattur\\p{L}*|conteggi\\p{L}*|scatt[oi]|arredond\\p{L}*|contabiliz\\p{L}*|registad\\p{L}*|faturad\\p{L}*|blocos|afgerond|geregistreerd|gerekend|afgerekend|gefactureerd|heel|hele";
/** Names that count time by themselves: "viertelstündlich", "in tenths of an hour". */
const countsItself =
  /(?<!\p{L})(?:viertelstund(?:lich|en)|halbstund(?:lich|en))(?!\p{L}{0,2} )\p{L}*|\bin (?:tenths|quarters|halves|sixths) of (?:an|the) hour\b|\bim (?:viertel|halb)stunden-?takt/u;
const countsTime = new RegExp(`(?<!\\p{L})(?:${begun}|${counts})(?!\\p{L})`, "u");
/** A whole unit is charged once it is begun: "je angefangene Stunde", "or part thereof". */
const wholeBegun =
  /(?<![\p{L}])(?:(?:angefangene\p{L}*|begonnene\p{L}*|started|commenced|begun|begonnen|aangebroken) (?!viertel|half|halb|quarter|kwartier|periode|period)\p{L}{3,}|\p{L}{3,} (?:entamee?|commencee?|iniciad[ao]|comenzad[ao]|empezad[ao]|iniziat[ao])|(?:or|and) (?:any )?part(?: (?:of (?:an?|the) \p{L}+|thereof|\p{L}+))?|or fraction(?: thereof)?|oder (?:teil davon|angefangene\p{L}*)|ou fraction|o fraccion|o frazione|ou fra[cç]ao|of (?:een )?(?:gedeelte|deel) (?:daarvan|ervan))(?![\p{L}])/u;
/** An hour that counts whole once it has begun: "any part of an hour", "toute heure entamée". */
const hourBegun =
  /(?<!\p{L})(?:(?:started|begun|commenced|part|partial) hours?|(?:any |each |every |a )?(?:part|fraction|portion)s? of (?:an|the|any) hour|(?:angefangene|begonnene|angebrochene)[rn]? (?:arbeits)?stunden?|heures? (?:entamee|commencee)s?|horas? (?:iniciad|comenzad|empezad|comecad)as?|or[ae] iniziat[ae]|(?:begonnen|aangebroken|aangevangen) u(?:ur|ren))(?!\p{L})/u;
const named = (names: string): string => `(?<!\\p{L})(?:${names})(?!\\p{L})`;
const partsNamed = parts.map(([share, names]) => ({ share, pattern: new RegExp(named(names), "u") }));
/** Names of parts of an hour, and of one that has begun. */
export const hourParts = new RegExp(
  `${named(parts.map(([, names]) => names).join("|"))}|${hourBegun.source}`,
  "u",
);

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
  const part = partsNamed.find(({ pattern }) => pattern.test(folded));
  if (part !== undefined)
    return countsTime.test(folded) || countsItself.test(folded) ? { value: decimalText(part.share) } : null;
  return hourBegun.test(folded) ? { value: decimalText("1") } : null;
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
