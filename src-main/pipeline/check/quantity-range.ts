import { add, decimalText, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { foldWording, isTimeUnit, relateUnits, wordingOf } from "../../../src-shared/wording/index.ts";
import type { Governing, LineContext } from "./context.ts";

/** "25-49 bags": from how many pieces on, and up to how many, a discount holds. Both ends belong to it. */
export interface QuantityRange {
  readonly least: DecimalText;
  /** `null` without an upper end. */
  readonly most: DecimalText | null;
  /** What is counted, as worded. */
  readonly of: string;
  /** Set where the lower end itself is too few. */
  readonly isAbove?: boolean;
}

const count = "(\\d{1,3}(?:[ ,.]\\d{3})+|\\d+)";
const noun = "([a-z][a-z ]*)";
const patterns = [
  new RegExp(`^(?:from )?${count} ?(?:-|–|to|bis|a|through) ?${count} ${noun}$`),
  new RegExp(`^${count} ?(?:\\+|or more|and more|and above|and over|and up|oder mehr|et plus) ?${noun}$`),
  new RegExp(`^${count} ${noun} (?:or more|and more|and above|and over|oder mehr|et plus)$`),
] as const;
const money = /\b(usd|eur|gbp|dollars?|euros?|pounds?|percent)\b/;

const kept = new WeakMap<object, QuantityRange | null>();

/** The range of pieces that the condition of a discount names; `null` where it names something else. */
export function quantityRangeOf({ term }: Governing<"discount">): QuantityRange | null {
  const known = kept.get(term);
  if (known !== undefined) return known;
  const counted = rangeFromThreshold(term.value);
  if (counted !== null) {
    kept.set(term, counted);
    return counted;
  }
  const texts = new Set(
    [...(term.conditions ?? []), term.value.condition ?? ""].filter((text) => text !== ""),
  );
  const [text] = texts;
  const range = texts.size === 1 && text !== undefined ? parseRange(text) : null;
  kept.set(term, range);
  return range;
}

/** A threshold that counts things is the lower end of a range without an upper one. */
function rangeFromThreshold(value: Governing<"discount">["term"]["value"]): QuantityRange | null {
  const { threshold, thresholdOf, thresholdInclusive } = value;
  if (threshold === undefined || thresholdOf === undefined) return null;
  return {
    least: threshold,
    most: null,
    of: thresholdOf,
    ...(thresholdInclusive !== true && { isAbove: true }),
  };
}

function parseRange(text: string): QuantityRange | null {
  const folded = foldWording(text).replace(/\s+/g, " ").trim();
  if (money.test(folded) || /[$€£%]/.test(text)) return null;
  const bare = (figure: string): DecimalText => decimalText(figure.replace(/[ ,.]/g, ""));
  for (const [index, pattern] of patterns.entries()) {
    const match = pattern.exec(folded);
    if (match?.[1] === undefined) continue;
    const most = index === 0 && match[2] !== undefined ? bare(match[2]) : null;
    return { least: bare(match[1]), most, of: match.at(-1) ?? "" };
  }
  return null;
}

/** Pieces of the lines that a range counts: those of its unit, or of no unit; `null` where one cannot be read. */
export function countIn(lines: readonly LineContext[], { of }: QuantityRange): Decimal | null {
  const wanted = wordingOf(of).content;
  let total: Decimal = zero;
  for (const { line, terms } of lines) {
    const term = terms[0]?.term;
    const agreed = term?.type === "rate" ? term.value.unit : null;
    const unit = valueOf(line.unit) ?? agreed;
    // Days and hours are units alone, and no words of what a line is for.
    const isCounted = isTimeUnit(of)
      ? relateUnits(unit, of) === "same"
      : unit === null || wanted.length === 0
        ? !isTimeUnit(unit)
        : wordingOf(unit.replaceAll("-", " ")).content.some((word) => wanted.includes(word)) ||
          wordingOf(line.description).content.some((word) => wanted.includes(word));
    if (!isCounted) continue;
    const quantity = valueOf(line.quantity);
    if (quantity === null) return null;
    total = add(total, quantity);
  }
  return total;
}
