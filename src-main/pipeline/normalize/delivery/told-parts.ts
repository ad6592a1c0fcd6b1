import { decimalText } from "../../../../src-shared/money/index.ts";
import { isDistance } from "../../../../src-shared/wording/index.ts";
import { foldText } from "../values/fold.ts";
import { parseAmount, type NumberConvention } from "../values/number.ts";
import { figuresOf, type LineQuantity } from "./line-figures.ts";

/** A count of a sentence with the words that say what it is of. */
export interface ToldPart {
  readonly count: LineQuantity;
  readonly words: string;
}

/** What the whole letter or chat tells its sentences. */
export interface PartsContext {
  readonly numbers: NumberConvention;
  readonly isHours: boolean;
  readonly isChat: boolean;
}

const nothingDone =
  /(?<![a-z])(?:off sick|sick|holiday|vacation|nothing|urlaub|krank|frei|nichts|conge|malade|rien|vakantie|ziek|niets|vacaciones|enfermo|nada|ferie|malattia|niente|feriado|doente)(?![a-z])/;
const bareHours = /^[\s:=–—-]*(\d{1,2}(?:[.,]\d{1,2})?)(?![\d:%€$£]|[.,]\d|\s?(?:\p{L}{0,2}\d|€|uhr|uur))/u;
const bareThings = /(?:^|[:–-]\s)\s*(\d{1,4})\s+(?=\p{L}{3})/u;

/** What a sentence counts: hours, or several of them with the words between; else what has a unit; else things. */
export function partsOf(words: string, { numbers, isHours, isChat }: PartsContext): readonly ToldPart[] {
  const figures = figuresOf(words, numbers);
  if (nothingDone.test(foldText(words)) && figures.quantities.length === 0) return [];
  const times = figures.quantities.filter(({ unit }) => unit === "hour");
  if (times.length > 1 && isChat)
    return times.map((count, index) => ({
      count,
      words: figures.words.slice(count.end, times[index + 1]?.start ?? figures.words.length),
    }));
  const [time] = times;
  if (time !== undefined && times.length === 1) {
    // "2 hours, and 58 km there and back": what was driven stands beside what it took.
    const driven = figures.quantities.filter(({ unit }) => isDistance(unit));
    const [distance] = driven;
    return distance === undefined || driven.length > 1 || distance.start < time.start
      ? [{ count: time, words: figures.words }]
      : [
          { count: time, words: figures.words.slice(0, distance.start) },
          { count: distance, words: figures.words.slice(distance.end) },
        ];
  }
  if (time !== undefined) return [];
  if (figures.shift !== null) return [{ count: figures.shift, words: figures.words }];
  const bare = isHours && !isChat ? bareHours.exec(words.replace(/^\s+/, "")) : null;
  const hours = bare === null ? null : (parseAmount(bare[1] ?? "", numbers)?.value ?? null);
  if (bare !== null && hours !== null) {
    const rest = words.replace(/^\s+/, "").slice(bare[0].length);
    return [{ count: { value: hours, unit: "hour", start: 0, end: bare[0].length }, words: rest }];
  }
  if (isChat || figures.money.length > 0) return [];
  const [other] = figures.quantities;
  if (other !== undefined) return [{ count: other, words: figures.words }];
  const things = bareThings.exec(words);
  const value = things === null ? null : (parseAmount(things[1] ?? "", numbers)?.value ?? null);
  return things === null || value === null || value === decimalText("0")
    ? []
    : [{ count: { value, unit: "piece", start: things.index, end: things.index + things[0].length }, words }];
}
