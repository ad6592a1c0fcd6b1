import { isEqual, isNegative, isZero, negate } from "../money/index.ts";
import type { DecimalText } from "../money/index.ts";
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
  const pairs = new Map<number, number>();
  for (const [back, line] of lines.entries()) {
    const quantity = line.quantity?.value ?? null;
    if (quantity === null || !isNegative(quantity)) continue;
    const [best] = lines
      .map((other, at) => ({
        at,
        likeness: at > back || pairs.has(at) ? 0 : likenessOf(other, line, quantity),
      }))
      .filter(({ likeness }) => likeness >= leastRepeated)
      .toSorted((one, two) => two.likeness - one.likeness || two.at - one.at);
    if (best === undefined) continue;
    pairs.set(back, best.at).set(best.at, back);
  }
  return pairs;
}

/** How much of the words of a billed line its reversal repeats, 0 to 1; 0 where its figures are others. */
function likenessOf(billed: InvoiceLine, back: InvoiceLine, quantity: DecimalText): number {
  const own = billed.quantity?.value ?? null;
  const [price, other] = [billed.unitPrice?.value ?? null, back.unitPrice?.value ?? null];
  if (own === null || isZero(own) || !isEqual(own, negate(quantity))) return 0;
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
