import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Literal } from "../literals/literal.ts";

export interface Increment {
  readonly value: DecimalText;
  readonly literal?: Literal;
}

/** Billing step in hours that a text says, with the literal behind it. */
export function hourIncrement(folded: string, literals: readonly Literal[]): Increment | null {
  for (const literal of literals) {
    const around = `${folded.slice(Math.max(0, literal.start - 34), literal.start)}#${folded.slice(literal.end, literal.end + 30)}`;
    const isStep =
      /increments? (?:of )?#|#[ -]?increments?|(?:nearest|next) #|(?:units|steps|blocks|intervals) of #|# (?:units|steps|blocks|intervals)|je angefangene[rn]? #|im #-?takt|#-?takt|tranches? de #|fractions of #/.test(
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
  const named =
    /(tenths?|quarters?|half|halves|sixths?|one[- ]tenth|one[- ]quarter|quarter|viertel|halben?|quart d'|demi-|cuartos? de|medias?|quarti d'|mezz[ae]|quartos? de|meias?|kwartier|half)(?:[- ]?(?:of (?:an|the) |)(?:hours?(?! equivalent)|stunden?|heures?|horas?|or[ae]|uur)|(?<=(?:in|nearest|next|full|whole) (?:tenths|quarters|halves|sixths))(?=\b))/.exec(
      folded,
    );
  if (
    named === null ||
    !/\b(?:increments?|steps?|rounded|nearest|next|kept|recorded|units|billed|measured|charged|angefangene\w*|begun|started|takt|entamee?s?|commencee?s?|iniciad\w*|fraccion\w*|comenzad\w*|iniziat\w*|frazion\w*|fracoes|begonnen|aangebroken)\b/.test(
      folded,
    )
  )
    return null;
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
