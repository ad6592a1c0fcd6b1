import type {
  FixedFeeValue,
  IncludedValue,
  MinimumValue,
  OverageValue,
  RateValue,
  TiersValue,
} from "../../../../../src-shared/model/index.ts";
import { isEqual } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { exactPriceOfOne } from "../../../../../src-shared/pricing/index.ts";
import type { Candidate } from "../engine/frame.ts";
import { readingOfPart } from "../engine/reading-of-part.ts";
import type { Reading } from "../engine/reading.ts";
import { countedNoun, periodIn } from "../frames/usage.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import { parseLiterals } from "../literals/compose.ts";
import { isCount } from "../literals/literal.ts";
import type { Literal, MoneyLiteral, NumberStyle, Span } from "../literals/literal.ts";
import type { TextPart } from "../structure/unit.ts";
import { otherMore, pastIt } from "./past-included.ts";

/** So many of a thing that cost nothing of their own, where they are said. */
interface Count {
  readonly quantity: DecimalText;
  readonly unit: string;
  readonly item: string;
  readonly per: IncludedValue["per"];
}

/** A price with the words that say what it is of. */
interface Priced {
  readonly item: string;
  readonly unit: string;
  readonly price: DecimalText;
}

/** A word of "past" right before a count: "over 60", "oltre i 300", "in excess of ten (10)", "beyond the first 5". */
const pastCount =
  /(?<![\p{L}])(?:over|above|beyond|past|in excess of|more than|exceeding|exceeds?|uber|mehr als|au-dela (?:de|des|du)|depassant|plus de|mas de|por encima de|exced\p{L}* (?:de|das?|os)|que (?:superen|excedan|rebasen)|oltre|piu di|eccedent[ei]|boven|meer dan|acima d[eao]s?|alem d[eao]s?|mais de)(?: (?:the|these|those|first|included|les?|las?|los|i|gli|le|de|den|die|der|das|of|os|as|premi\p{L}+|prim\p{L}+|ersten|eerste)){0,3} ?$/u;

/** A count that is a floor, a wait or a step, and comes with nothing. */
const notGiven =
  /(?<![\p{L}])(?:minim\p{L}*|min\.?|at least|not less than|mindest\p{L}*|after|within|every|each|per|nach|innerhalb|apres|tras|dopo|na|binnen|rounded|notice|for(?: the)?(?: first)?)(?: of)? ?$/u;

/**
 * More of a thing has a price of its own: what is not more costs nothing of its own, and is included.
 *
 * The price names the count that it goes past ("calls over 250,000 in a month"), or the count stands before it and the
 * price is of one more of the same ("up to 140 cm; each centimetre beyond, $95"). No word for "included" is needed.
 */
export function withImpliedInclusions(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
  style: NumberStyle,
): readonly Candidate[] {
  const readingOf = readingOfPart(readings);
  const result: Candidate[] = [];
  for (const candidate of candidates) {
    const priced = pricedOf(candidate);
    const count = priced === null ? null : countOf(candidate, priced, readingOf, style);
    if (priced === null || count === null || isPricedItself(candidates, candidate, count)) {
      result.push(candidate);
      continue;
    }
    const isKnown = (other: Candidate): boolean => isSameInclusion(other, count);
    if (!candidates.some(isKnown) && !result.some(isKnown)) result.push(inclusionOf(candidate, count));
    result.push(overageOf(candidate, priced, count));
  }
  return result;
}

function pricedOf({ type, value, absent }: Candidate): Priced | null {
  if (absent === true) return null;
  if (type === "overage") {
    const { item, unit, price } = value as OverageValue;
    return { item, unit, price };
  }
  if (type === "rate") {
    const { item, unit, price, ceiling } = value as RateValue;
    return ceiling === true ? null : { item, unit, price };
  }
  const fee = value as FixedFeeValue;
  return type === "fixed-fee" && fee.per === "once"
    ? { item: fee.item, unit: "each", price: fee.amount }
    : null;
}

function countOf(
  { parts }: Candidate,
  priced: Priced,
  readingOf: (part: TextPart) => Reading | null,
  style: NumberStyle,
): Count | null {
  const [first] = parts;
  const reading = first === undefined ? null : readingOf(first);
  if (reading !== null) {
    const { previous } = reading.unit;
    return countInSentence(reading, previous === null ? null : readingOf(previous), priced);
  }
  // Cells of a row: the one that says past how many the price begins.
  for (const part of parts) {
    const text = part.prepared.text.slice(part.start, part.end);
    const folded = part.prepared.folded.slice(part.start, part.end);
    if (text.length > 160 || otherMore.test(folded)) continue;
    const literals = parseLiterals(text, folded, style);
    const named = literals.find((literal) => isPastCount(folded, literal));
    if (named !== undefined) return countFrom(named, folded, priced);
  }
  return null;
}

function countInSentence(reading: Reading, previous: Reading | null, said: Priced): Count | null {
  const { folded, literals, unit } = reading;
  if (!zones.has(unit.zone) || folded.length > 500) return null;
  const price = literals.find((literal) => literal.type === "money" && isPriceOf(literal, said));
  if (price?.type !== "money") return null;
  // "Slips beyond the 400 that the fee covers cost £1.95 apiece": of one, whatever noun stands nearest.
  const priced = price.per.some(({ unit: per }) => ofItself.has(per)) ? { ...said, unit: "each" } : said;
  const before = literals.findLast(({ type, end }) => type === "money" && end <= price.start)?.end ?? 0;
  const start = Math.max(before, folded.slice(0, price.start).search(/[.;](?= )[^.;]*$/) + 1);
  const lead = folded.slice(start, price.start);
  const tail = /^[^.;]{0,60}/.exec(folded.slice(price.end))?.[0] ?? "";
  if (otherMore.test(lead) || otherMore.test(tail) || movesPrice.test(`${lead}#${tail}`)) return null;
  const own = literals.filter(
    (literal) => literal.start >= start && literal.end <= price.end + tail.length && literal !== price,
  );
  const named = own.find((literal) => isPastCount(folded, literal));
  if (named !== undefined && isOrdered(folded, named)) return null;
  if (named !== undefined) return countFrom(named, folded, priced);
  const past = pastIt.exec(lead);
  if (past === null && !pastIt.test(tail)) return null;
  // "For a further $420.00": another sum, and no further thing.
  if (past !== null && /^\W*$/u.test(lead.slice(past.index + past[0].length))) return null;
  const end = past === null ? price.start : start + past.index;
  return (
    givenBefore(reading, end, priced) ?? (previous === null ? null : givenBefore(previous, Infinity, priced))
  );
}

/** "While more than 5,000 are held, the price falls to 21p for all": past a count all of them have the price. */
const movesPrice =
  /(?<!\p{L})(?:falls?|drops?|goes|comes? down|reduces|becomes?|(?:is|are) (?:reduced|lowered)|sinkt|fallt|ermassigt sich|verringert sich|baisse|passe|tombe|baja|pasa|scende|passa|daalt|zakt|desce)(?: \p{L}+)? (?:to|auf|a|ad|naar|para)(?!\p{L})|#[^#]*(?:for|on|fur|auf|pour|sur|para|per|su|voor|op) (?:all|alle|tou(?:s|tes)|todos|todas|tutt[ie])(?!\p{L})/u;

/** "Where more than ten are ordered together": how many are bought at once, and none of them comes with anything. */
const ordered =
  /^(?: [\p{L}-]+){0,3} (?:are|is|were|be|werden|sont|son|sono|worden|sao) (?:[\p{L}-]+ ){0,2}?(?:ordered|bought|taken|hired|booked|purchased|bestellt|gekauft|abgenommen|gebucht|gemietet|command|achet|lou|reserv|pedid|encargad|comprad|contratad|ordinat|acquistat|prenotat|besteld|afgenomen|gehuurd|encomendad)/u;
const isOrdered = (folded: string, { end }: Span): boolean => ordered.test(folded.slice(end, end + 60));

/** The printed price, or so many times it where it is printed for so many: "0.90 per 1,000" is 0.0009. */
const isPriceOf = ({ value, per }: MoneyLiteral, { price }: Priced): boolean =>
  isEqual(value, price) ||
  per.some(({ base }) => {
    const one = exactPriceOfOne(value, base);
    return one !== null && isEqual(one, price);
  });

/** The last count before a place that comes with nothing of its own and is of the thing priced. */
function givenBefore(reading: Reading, end: number, priced: Priced): Count | null {
  const given = reading.literals.findLast(
    (literal) => literal.end <= end && isGiven(reading, literal) && isSameThing(reading, literal, priced),
  );
  if (given?.type !== "quantity" && given?.type !== "number") return null;
  const counted = given.type === "quantity" ? given : countedNoun(reading, given);
  const per = periodIn(around(reading.folded, given));
  // "Ten days after delivery" wait for something; so many in a period are given.
  if (counted === null || (timed.has(counted.unit) && per === null && end === Infinity)) return null;
  return {
    quantity: given.value,
    unit: counted.unit,
    item: counted.modifier === "" ? priced.item : counted.modifier,
    per,
  };
}

const zones: ReadonlySet<string> = new Set(["body", "pricing", "payment"]);

const isPastCount = (folded: string, literal: Literal): boolean =>
  isCount(literal) && pastCount.test(folded.slice(Math.max(0, literal.start - 40), literal.start));

/** A count that nothing prices or bounds from below. */
function isGiven(reading: Reading, literal: Literal): boolean {
  if (!isCount(literal) || literal.bound === ">" || literal.bound === ">=") return false;
  const lead = reading.before(literal, 24);
  return !notGiven.test(lead) && !/[$€£] ?[\d.,]* ?$|\d ?(?:%|x) ?$/u.test(lead);
}

function isSameThing(reading: Reading, literal: Literal, { unit }: Priced): boolean {
  const counted = literal.type === "quantity" ? literal : countedNoun(reading, literal);
  if (counted === null) return false;
  return counted.unit === unit || (ofItself.has(unit) && !calendar.has(counted.unit));
}

/** Prices of one of the thing, whatever it is. */
const ofItself: ReadonlySet<string> = new Set(["each", "piece", "unit"]);
const calendar: ReadonlySet<string> = new Set(["day", "week", "month", "quarter", "year"]);

/** What a count is of: its own noun, or the one before the word of "past": "vehicles over 60". */
function countFrom(literal: Literal, folded: string, { unit, item }: Priced): Count | null {
  if (literal.type !== "quantity" && literal.type !== "number") return null;
  const said = around(folded, literal);
  const per = periodIn(said);
  const counted =
    literal.type === "quantity" ? literal.unit : nounBefore(folded.slice(0, literal.start), unit);
  // "Waiting over 30 minutes, $40 an hour" begins late and is counted in something else.
  const isSame = counted === unit || (ofItself.has(unit) && counted !== null && !measured.has(counted));
  if (counted === null || calendar.has(counted) || !isSame) return null;
  // "Over 8 hours" and "above 10 kg" say which price holds, unless they are so many in a time.
  const isInTime = counted === "hour" ? per !== null && per !== "week" : per !== null || perDay.test(said);
  if (measured.has(counted) && !isInTime) return null;
  const modifier = literal.type === "quantity" ? literal.modifier : "";
  return { quantity: literal.value, unit: counted, item: modifier === "" ? item : modifier, per };
}

/** The unit among the last words before the word of "past", or for a price of one the noun right there; `null` for neither. */
const nounBefore = (folded: string, unit: string): string | null => {
  const words = (folded.replace(pastCount, "").match(/\p{L}{3,}/gu) ?? []).slice(-4);
  const isNamed = words.some((word) => unitOfWord(word) === unit || word === unit || word === `${unit}s`);
  if (isNamed) return unit;
  if (!ofItself.has(unit)) return null;
  return (
    words.map((word) => unitOfWord(word)).findLast((word) => word !== null) ??
    words.at(-1)?.replace(/s$/u, "") ??
    null
  );
};

const measured: ReadonlySet<string> = new Set([
  "hour",
  "minute",
  "kilogram",
  "gram",
  "tonne",
  "ton",
  "pound",
  "kilometre",
  "mile",
  "metre",
  "centimetre",
  "inch",
  "foot",
  "litre",
]);
const timed: ReadonlySet<string> = new Set(["minute", "hour", "day", "week", "month"]);
const perDay =
  /(?<![\p{L}])(?:a day|per day|daily|am tag|pro tag|par jour|journee|al dia|jornada|al giorno|giornata|per dag|por dia)(?![\p{L}])/u;

const around = (folded: string, { start, end }: Span): string =>
  folded.slice(Math.max(0, start - 50), end + 50);

/** The first so many have a price, too: steps of a price, and nothing that comes with it. */
const isPricedItself = (
  candidates: readonly Candidate[],
  candidate: Candidate,
  { quantity }: Count,
): boolean =>
  candidates.some((other) => {
    if (other === candidate) return false;
    if (other.type === "tiers")
      return (other.value as TiersValue).tiers.some(({ upTo }) => upTo !== null && isEqual(upTo, quantity));
    const least =
      other.type === "minimum"
        ? (other.value as MinimumValue).quantity
        : other.type === "rate"
          ? (other.value as RateValue).minimumQuantity
          : undefined;
    return least !== undefined && isEqual(least, quantity);
  });

const isSameInclusion = ({ type, value, absent }: Candidate, { quantity }: Count): boolean =>
  type === "included" && absent !== true && isEqual((value as IncludedValue).quantity, quantity);

const inclusionOf = (candidate: Candidate, { item, quantity, unit, per }: Count): Candidate<"included"> => ({
  type: "included",
  key: `included|${unit}|${item.toLowerCase()}`,
  value: { item, quantity, unit, per },
  from: candidate.from,
  to: candidate.to,
  confidence: Math.min(candidate.confidence, 0.75),
  parts: candidate.parts,
  order: candidate.order - 0.000_01,
  clause: candidate.clause,
  ...(per === null && { questions: ["included-period-unsaid"] }),
});

function overageOf(candidate: Candidate, { item, price, unit }: Priced, count: Count): Candidate {
  const isWrong = candidate.type === "overage" && unit !== count.unit;
  if (candidate.type === "overage" && !isWrong) return candidate;
  const counted = isWrong || ofItself.has(unit) ? count.unit : unit;
  return {
    ...candidate,
    type: "overage",
    key: `overage|${counted}|${item.toLowerCase()}`,
    value: { item, unit: counted, price },
  };
}
