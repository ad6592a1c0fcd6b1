import { decimalToText, isEqual, isNegative, negate, withoutTrailingZeros } from "../money/index.ts";
import type { Numeric } from "../money/index.ts";
import type { InvoiceLine } from "../model/index.ts";
import { monthsNamed } from "./month-words.ts";
import { wordingOf } from "./words.ts";

/** Share of the words of a billed line that its reversal must repeat. */
const leastRepeated = 0.75;

/**
 * Lines of an invoice that another of its lines takes back whole, and those that do, as places by place.
 *
 * "Engineer, 4 Feb: 7 h" and "Correction: Engineer, 4 Feb: −7 h" come to nothing: the same count at the same price, in
 * the words of the line and with no number or month that it does not say. Each line takes back one at most, of
 * those above it.
 */
export function reversalsAmong(lines: readonly InvoiceLine[]): ReadonlyMap<number, number> {
  if (!lines.some(({ quantity }) => isBelowZero(quantity?.value ?? null))) return none;
  const pairs = new Map<number, number>();
  // Lines above by what they count: a credit note has thousands below zero, and few of one count.
  const billed = new Map<string, number[]>();
  for (const [back, line] of lines.entries()) {
    const quantity = line.quantity?.value ?? null;
    if (quantity === null) continue;
    if (!isBelowZero(quantity)) {
      const count = countKey(quantity);
      const places = billed.get(count);
      if (places === undefined) billed.set(count, [back]);
      else places.push(back);
      continue;
    }
    const [best] = (billed.get(countKey(negate(quantity))) ?? [])
      .flatMap((at) => {
        const other = pairs.has(at) ? undefined : lines[at];
        return other === undefined ? [] : [{ at, likeness: likenessOf(other, line) }];
      })
      .filter(({ likeness }) => likeness >= leastRepeated)
      .toSorted((one, two) => two.likeness - one.likeness || two.at - one.at);
    if (best === undefined) continue;
    pairs.set(back, best.at).set(best.at, back);
  }
  return pairs;
}

const none: ReadonlyMap<number, number> = new Map();

const isBelowZero = (quantity: Numeric | null): boolean => quantity !== null && isNegative(quantity);

/** A count as text, however many zeros it is printed with. */
const countKey = (quantity: Numeric): string => decimalToText(withoutTrailingZeros(quantity));

/** How much of the words of a billed line its reversal repeats, 0 to 1; 0 where its price or unit is another. */
function likenessOf(billed: InvoiceLine, back: InvoiceLine): number {
  const [price, other] = [billed.unitPrice?.value ?? null, back.unitPrice?.value ?? null];
  if (price === null || other === null || !isEqual(price, other)) return 0;
  if ((billed.unit?.value ?? null) !== (back.unit?.value ?? null)) return 0;
  const said = new Set(numbersIn(billed.description));
  if (numbersIn(back.description).some((number) => !said.has(number))) return 0;
  const months = monthsNamed(billed.description);
  if (monthsNamed(back.description).some((month) => !months.includes(month))) return 0;
  const [words, repeated] = [wordingOf(billed.description), wordingOf(back.description)];
  if (words.content.length === 0) return 1;
  return words.content.filter((word) => repeated.all.has(word)).length / words.content.length;
}

const numbersIn = (text: string): readonly string[] => text.match(/\d+/g) ?? [];
