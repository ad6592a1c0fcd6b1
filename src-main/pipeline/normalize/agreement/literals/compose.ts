import { add, decimalText, decimalToText, multiply } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { parseMonth } from "../../values/month.ts";
import { timeUnits, unitOfWord } from "../lexicon/unit-words.ts";
import { attachPerUnits } from "./attach-per-units.ts";
import { withBound, withRanges } from "./bounds.ts";
import { currencyAfter, currencyBefore, wholeMark } from "./currency-marks.ts";
import { findDates } from "./dates.ts";
import { promoteListedPrices, withBarePrices } from "./listed-prices.ts";
import type { Literal, MoneyLiteral, NumberStyle, QuantityLiteral, Span } from "./literal.ts";
import { countedPrice } from "./counted-price.ts";
import { findMultipliers } from "./multipliers.ts";
import { findNumberAtoms, ratioToDecimal } from "./number-atoms.ts";
import { parseWordNumber } from "./number-words.ts";
import type { NumberAtom } from "./number-atoms.ts";
import { findPerUnits } from "./per-unit.ts";

/** All typed literals of a unit's text, in order, composed from its numbers. */
export function parseLiterals(text: string, folded: string, style: NumberStyle): readonly Literal[] {
  const dates = findDates(folded, style);
  const multipliers = findMultipliers(folded);
  const taken: Span[] = [...dates, ...multipliers];
  const isFree = (span: Span): boolean =>
    !taken.some((other) => other.start < span.end && span.start < other.end);
  const composed: Literal[] = [...dates, ...multipliers];
  for (const atom of findNumberAtoms(text, folded, style)) {
    if (!isFree(atom) || /\bno\/$|and \d{1,2}\/$/.test(folded.slice(Math.max(0, atom.start - 8), atom.start)))
      continue;
    const literal = composeAtom(text, folded, atom);
    composed.push(literal);
    taken.push(literal);
  }
  composed.sort((one, other) => one.start - other.start || other.end - one.end);
  const merged = withoutSpelledSums(joinRepeats(composed, folded), folded).map((literal) =>
    withBound(literal, folded),
  );
  const perUnits = findPerUnits(text, folded, style).filter(
    (per) =>
      !merged.some(
        (literal) =>
          literal.start <= per.span.start && per.span.end <= literal.end && literal.type !== "quantity",
      ),
  );
  const attached = attachPerUnits(withBarePrices(merged, text, style), perUnits, folded);
  return withRanges(promoteListedPrices(attached, perUnits, text), folded).map((literal, _, all) =>
    countedPrice(literal, all, folded),
  );
}

/** "5.640,00 € (cinco mil seiscientos cuarenta euros)": the words in brackets say the sum again, and no other. */
function withoutSpelledSums(literals: readonly Literal[], folded: string): readonly Literal[] {
  const spelled = literals.flatMap((literal) => {
    const brackets =
      literal.type === "money" ? /^ ?\([^()\d]{6,140}\)/.exec(folded.slice(literal.end)) : null;
    return brackets === null ? [] : [{ start: literal.end, end: literal.end + brackets[0].length }];
  });
  return literals.filter(
    (literal) => !spelled.some(({ start, end }) => literal.start >= start && literal.end <= end),
  );
}

const base = (atom: NumberAtom, start = atom.start, end = atom.end) => ({
  start,
  end,
  wording: atom.wording,
  rivals: atom.rivals,
  bound: null,
  rangeWith: null,
});

/** "Absatz 2 sind sechs Stunden": the number of a clause counts nothing. */
export const refersTo =
  /(?:\b(?:absatz|abs\.|ziff(?:er|\.)|clauses?|sections?|article|artikel|art\.?|articulo|articolo|artigo|clausula|apartado|paragraph|para\.?|schedule|annex|exhibit|appendix|anlage|beilage|anexo|annexe|bijlage|allegato)|§) ?$/;

function composeAtom(text: string, folded: string, atom: NumberAtom): Literal {
  const rest = folded.slice(atom.end, atom.end + 60);
  const percent =
    /^ ?-?(?:%|percent(?:age)?(?: points?)?|per ?cent(?: points?)?|pct\.?|prozent(?:punkte)?|v\. ?h\.|vom hundert|por ciento|por cento|per cento|procent|pour ?cent|points? de pourcentage|basis points|bps?\b)/.exec(
      rest,
    );
  if (percent !== null && !(atom.value.length > 7)) return composePercent(folded, atom, percent[0]);
  const before = currencyBefore(text, atom.start);
  const hundredths = /^(?: dollars)? and (?:\d{1,2}|no)\/100/.exec(rest)?.[0].length ?? 0;
  const after = currencyAfter(text, folded, atom.end + hundredths);
  if (before !== null || after !== null) return composeMoney(folded, atom, before, after);
  const quantity = refersTo.test(folded.slice(Math.max(0, atom.start - 16), atom.start))
    ? null
    : composeQuantity(folded, atom);
  return quantity ?? { type: "number", value: atom.value, per: [], ...base(atom) };
}

function composePercent(folded: string, atom: NumberAtom, mark: string): Literal {
  let end = atom.end + mark.length;
  let start = atom.start;
  let value = atom.value;
  let { wording, rivals } = atom;
  const isBasisPoints = /basis|bp/.test(mark);
  if (isBasisPoints) value = scaleBy(value, "0.01");
  // "half of one percent" stands before its percent.
  const half = /(?:one[- ]half|half|a half|one quarter|a quarter) of $/.exec(
    folded.slice(Math.max(0, start - 20), start),
  );
  if (half !== null && /^1(?:\.0+)?$/.test(value)) {
    value = decimalText(half[0].includes("quarter") ? "0.25" : "0.5");
    start -= half[0].length;
  }
  const repeated = /^ ?[([] ?(\d+(?:[.,]\d+)?|\d+\/\d+) ?%? ?[)\]](?: ?%)?/.exec(folded.slice(end, end + 24));
  if (repeated !== null) {
    const digits = (repeated[1] ?? "").replace(",", ".");
    const [numerator, denominator] = digits.split("/");
    const second =
      denominator === undefined
        ? decimalText(digits)
        : ratioToDecimal(Number(numerator), Number(denominator));
    const agrees = trimmed(second) === trimmed(value);
    rivals = agrees ? rivals : [...rivals, value];
    wording = agrees ? "agree" : "differ";
    value = second;
    end += repeated[0].length;
  }
  return {
    type: "percent",
    value,
    isPoints: /points?/.test(mark) && !isBasisPoints,
    per: [],
    ...base({ ...atom, wording, rivals }, start, end),
  };
}

const trimmed = (value: DecimalText): string => (value.includes(".") ? value.replace(/\.?0+$/, "") : value);

const scaleBy = (value: DecimalText, factor: string): DecimalText =>
  decimalText(trimmed(decimalToText(multiply(value, decimalText(factor)))));

type Mark = ReturnType<typeof currencyBefore>;

function composeMoney(folded: string, atom: NumberAtom, before: Mark, after: Mark): MoneyLiteral {
  const start = before?.start ?? atom.start;
  const minor = /^(?: dollars)? and (\d{1,2}|no)\/100(?: dollars| euros| pounds)?/.exec(
    folded.slice(atom.end, atom.end + 40),
  );
  let end = Math.max(after?.end ?? atom.end, atom.end + (minor?.[0].length ?? 0));
  const mark =
    before !== null && before.code !== null
      ? before
      : after !== null && after.code !== null
        ? after
        : (before ?? after);
  const spelled =
    minor === null && after?.isCents !== true ? spelledMinor(folded.slice(end, end + 60)) : null;
  if (spelled !== null) end += spelled.length;
  let value = after?.isCents === true ? scaleBy(atom.value, "0.01") : atom.value;
  if (minor !== null && minor[1] !== "no")
    value = decimalToText(add(value, scaleBy(decimalText(minor[1] ?? "0"), "0.01")));
  if (spelled !== null)
    value = decimalToText(add(value, scaleBy(decimalText(String(spelled.value)), "0.01")));
  const trailing = wholeMark.exec(folded.slice(end, end + 4));
  if (trailing !== null) end += trailing[0].length;
  return {
    type: "money",
    value,
    currency: mark?.code ?? null,
    symbol: mark?.symbol ?? null,
    per: [],
    ...base(atom, start, end),
    rivals: after?.isCents === true ? atom.rivals.map((rival) => scaleBy(rival, "0.01")) : atom.rivals,
  };
}

/** " and forty cents" behind a sum in words: the hundredths of it. */
function spelledMinor(rest: string): { readonly value: number; readonly length: number } | null {
  const match =
    /^ ?(?:and|und|et|con|y|e|en|mit|com) ([\p{L}-]+(?: [\p{L}-]+){0,2}?) ?(?:cents?|pence|pennies|centimes?|centimos?|centesimi|centavos?|rappen)(?![\p{L}])/u.exec(
      rest,
    );
  const words = (match?.[1] ?? "").split(/[ -]/);
  const read = match === null ? null : parseWordNumber(words);
  return match === null || read === null || read.length < words.length || read.value > 99
    ? null
    : { value: read.value, length: match[0].length };
}

const quantityTail =
  /^(?: |-)?(?:\( ?[a-z\d -]{1,24} ?\) )?((?:[\p{L}][\p{L}\d²³]*(?:-[\p{L}]+)*))(?:[ ]((?:[\p{L}][\p{L}²³]*(?:-[\p{L}]+)*)))?(?:[ ]((?:[\p{L}][\p{L}²³]*(?:-[\p{L}]+)*)))?/u;

const quantityStops =
  /^(?:sind|ist|est|sont|son|sono|sao|zijn|werden|wird|worden|wordt|of|and|or|to|per|the|a|an|in|for|at|on|by|as|is|are|if|with|from|after|before|prior|above|below|und|oder|et|ou|shall|will|each|plus|times|inclusive|net|je|pro|par|por|cada|chaque|elke|iedere|ogni|al|alla|im|fur|con|met|mit|avec)$/;

/** A number that is followed, at most two words on, by a noun that counts. */
function composeQuantity(folded: string, atom: NumberAtom): QuantityLiteral | null {
  const tail = quantityTail.exec(folded.slice(atom.end, atom.end + 70));
  if (tail === null) return null;
  const nouns = tail.slice(1).filter((word): word is string => word !== undefined);
  const modifiers: string[] = [];
  for (const [index, noun] of nouns.entries()) {
    if (quantityStops.test(noun) || (index === 0 && noun.length > 2 && parseMonth(noun) !== null))
      return null;
    const unit = unitOfWord(noun);
    const next = nouns[index + 1];
    const nextUnit = next === undefined || quantityStops.test(next) ? null : unitOfWord(next);
    const isLast = nextUnit === null || (unit !== null && timeUnits.has(unit));
    if (unit !== null && isLast && !(noun.length < 2 && index > 0)) {
      const modifier = modifiers.join(" ");
      const offset = positionOfWord(tail[0], noun, index);
      return {
        type: "quantity",
        value: atom.value,
        unit,
        modifier,
        isTime: timeUnits.has(unit),
        isBusiness:
          /\b(?:business|working|banking|werk|arbeits|ouvres?|ouvrables?)\b/.test(modifier) ||
          /^(?:werktage?n?|arbeitstage?n?|bankarbeitstage?n?)$/.test(noun) ||
          / (?:ouvres?|ouvrables?)\b/.test(
            folded.slice(atom.end + offset + noun.length, atom.end + offset + noun.length + 12),
          ),
        per: [],
        ...base(atom, atom.start, atom.end + offset + noun.length),
      };
    }
    modifiers.push(noun);
  }
  return null;
}

function positionOfWord(text: string, word: string, nth: number): number {
  let at = -1;
  const pattern = /[\p{L}][\p{L}\d²³]*(?:-[\p{L}]+)*/gu;
  // A bracket between number and noun holds the number again, not the noun.
  const from = text.indexOf(")") >= 0 && text.indexOf(")") < text.indexOf(word) ? text.indexOf(")") : 0;
  pattern.lastIndex = from;
  for (let index = 0; index <= nth; index += 1) at = pattern.exec(text)?.index ?? at;
  return Math.max(at, text.indexOf(word, from));
}

/** "forty thousand dollars ($40,000)" is one literal; where both differ, two readings. */
function joinRepeats(literals: readonly Literal[], folded: string): readonly Literal[] {
  const joined: Literal[] = [];
  for (const literal of literals) {
    const before = joined.at(-1);
    if (
      before !== undefined &&
      before.type === literal.type &&
      literal.type !== "date" &&
      before.type !== "date"
    ) {
      const gap = folded.slice(before.end, literal.start);
      const close = /^[^()]{0,4}\)/.exec(folded.slice(literal.end, literal.end + 6));
      const isRepeat = /^ ?[([] ?$/.test(gap) && close !== null && before.wording !== literal.wording;
      if (
        isRepeat &&
        (literal.type === "money" || literal.type === "percent" || literal.type === "quantity")
      ) {
        const digits = literal.wording === "words" ? before : literal;
        const spelled = literal.wording === "words" ? literal : before;
        const agrees = trimmed(digits.value) === trimmed(spelled.value);
        joined[joined.length - 1] = {
          ...literal,
          ...digits,
          start: before.start,
          end: literal.end + (close?.[0].length ?? 0),
          wording: agrees ? "agree" : "differ",
          rivals: agrees ? [] : [spelled.value],
        } as Literal;
        continue;
      }
    }
    joined.push(literal);
  }
  return joined;
}
