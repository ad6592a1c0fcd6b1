import { afterUnits, isMoney } from "../literals/literal.ts";
import type { Literal, MoneyLiteral } from "../literals/literal.ts";
import type { Reading } from "./reading.ts";

/** A price in a row of prices for one thing: "$78 per hour on weekdays, $84 on nights and $92 on weekends". */
export interface SeriesPlace {
  /** The first price of the row: what stands before it says what all of them are for. */
  readonly head: MoneyLiteral;
  /** When or where this one holds ("nights"); `null` where nothing behind it says. */
  readonly qualifier: string | null;
  /** Its name where the row has as many names as prices: "partners, associates and clerks … respectively". */
  readonly name: string | null;
}

const joined = /^(?: ?(?:,|;|and|und|et|y|e|en|or|oder|ou|o|of|bzw\.?))+ ?(?:then )?$/u;
const qualifierBehind =
  /^ ?(?:each )?(?:on|at|during|in|by|after|before|from|when|am|an|bei|nachts|tagsuber|le|les|la|en|di|op|nei|nel|nos|nas|aos) ((?:the |a |an |public |el |los |las |il |lo |het |de |der |den |die )?\p{L}[\p{L} &'-]{2,34}?)(?=[,;.)]| (?:and|und|et|y|e|en|or|oder) |$)/u;
const notQualifier =
  /\b(?:invoice|receipt|request|demand|top|addition|advance|arrears|total|all|average|month|account|each|every|agreement|contract|behalf)\b/;
const respective =
  /\b(?:respectively|in that order|resp\.|jeweils|beziehungsweise|respectivement|respectivamente|rispettivamente|respectievelijk)(?:\b|$)/;

/** The qualifier right behind a price, as printed. */
function qualifierOf(reading: Reading, literal: MoneyLiteral, next: MoneyLiteral | undefined): string | null {
  const from = afterUnits(literal);
  const rest = reading.folded.slice(from, next?.start ?? reading.folded.length);
  const words = qualifierBehind.exec(rest)?.[1];
  if (words === undefined || notQualifier.test(words)) return null;
  const at = from + rest.indexOf(words);
  return reading.text
    .slice(at, at + words.length)
    .replace(/^(?:the|a|an|el|los|las|il|lo|het|de|der|den|die) /iu, "");
}

/** Whether a price goes on from the one before it without a thing of its own. */
function goesOn(reading: Reading, before: MoneyLiteral, here: MoneyLiteral): boolean {
  const gap = reading.folded.slice(afterUnits(before), here.start);
  const qualifier = qualifierBehind.exec(gap)?.[0] ?? "";
  return joined.test(gap.slice(qualifier.length)) || joined.test(gap);
}

/** The place of a price in such a row; `null` where it stands alone or names its own thing. */
export function seriesPlace(reading: Reading, anchor: Literal): SeriesPlace | null {
  const prices = reading.literals.filter(isMoney);
  const at = prices.findIndex((price) => price === anchor);
  const here = prices[at];
  if (here === undefined || prices.length < 2) return null;
  let first = at;
  for (let index = at; index > 0; index -= 1) {
    const [before, price] = [prices[index - 1], prices[index]];
    if (before === undefined || price === undefined || !goesOn(reading, before, price)) break;
    first = index - 1;
  }
  let last = at;
  for (let index = at; index + 1 < prices.length; index += 1) {
    const [price, next] = [prices[index], prices[index + 1]];
    if (price === undefined || next === undefined || !goesOn(reading, price, next)) break;
    last = index + 1;
  }
  const head = prices[first];
  if (head === undefined || first === last) return null;
  const row = prices.slice(first, last + 1);
  const own = row.map((price, index) => qualifierOf(reading, price, row[index + 1]));
  const isRespective = respective.test(reading.folded);
  const names = isRespective ? namesBefore(reading, head, row.length) : null;
  if (names !== null) return { head, qualifier: null, name: names[at - first] ?? null };
  const said = own.filter((qualifier) => qualifier !== null).length;
  // "$420 per day, $1,680 per week": one thing at several units.
  const units = row.map(({ per }) => per[0]?.unit);
  if (said === 0 && units.every((unit) => unit !== undefined) && new Set(units).size === units.length)
    return { head, qualifier: null, name: null };
  // Prices that nothing tells apart are one price said twice, or readings of it.
  if (said === 0 && !isRespective) return null;
  const inherited = said === 0 ? qualifiersOfPrevious(reading, row.length) : null;
  const qualifier = inherited === null ? (own[at - first] ?? null) : (inherited[at - first] ?? null);
  return { head, qualifier, name: null };
}

/** "Partners, associates and clerks are billed at": as many names before the row as it has prices. */
function namesBefore(reading: Reading, head: MoneyLiteral, count: number): readonly string[] | null {
  const before = reading.text.slice(0, head.start);
  const subject =
    /^(.{4,120}?) (?:is|are|will be|shall be|werden|wird|sont|est|son|se facturan|sono|worden|cost|costs|kosten)\b/iu.exec(
      before,
    )?.[1];
  const names = (subject ?? "")
    .split(/, (?:and |und |et |y |e |en )?| (?:and|und|et|y|e|en) /u)
    .map((name) => name.replace(/^(?:the|our|an?|die|der|les?|los|las|i|gli|de) /iu, "").trim());
  return names.length === count && names.every((name) => /\p{L}{2}/u.test(name)) ? names : null;
}

/** The qualifiers of the sentence before, where it has as many prices. */
function qualifiersOfPrevious({ unit }: Reading, count: number): readonly string[] | null {
  const previous = unit.previous;
  if (previous === null) return null;
  const found = [
    ...previous.folded.matchAll(
      /\d(?: ?(?:€|eur|usd|gbp))?(?: (?:per|an?|each|\/|je|pro|par|por) ?\p{L}+)? (?:on|at|during|in|by|am|an|bei|le|les|la|en|di|op) ((?:the )?\p{L}[\p{L} '-]{2,24}?)(?=[,;.]| (?:and|und|et|y|e|en) )/gu,
    ),
  ].map((match) => {
    const at = match.index + match[0].length - (match[1] ?? "").length;
    return previous.text.slice(at, at + (match[1] ?? "").length);
  });
  return found.length === count ? found : null;
}
