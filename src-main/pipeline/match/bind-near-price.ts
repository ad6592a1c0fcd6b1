import { compareFractions, multiplyFractions, toFraction } from "../../../src-shared/money/index.ts";
import { decimalText } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Invoice, InvoiceLine, LineMatch } from "../../../src-shared/model/index.ts";
import {
  lineKindOf,
  readsLikeExtraWork,
  serviceIntervalOf,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import type { Wording } from "../../../src-shared/wording/index.ts";
import { bindingOf } from "./bind-special.ts";
import { clip } from "./clip-term.ts";
import { compareWithTerm } from "./compare-line.ts";
import { isOpenFor } from "./term-pool.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

/**
 * Lines that too few words bind, under the one price that has one of their words to itself and is near to their own.
 *
 * "Manual NKP, 412 standard lines" at 1.58 shares a word with nothing but the standard line at 1.38: what is wrong with
 * it is its price. A figure far from the agreed one says that something else is meant.
 */
export function bindNearPrice(
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] {
  if (!matches.some(({ state }) => state === "unbound")) return matches;
  return matches.map((match, position) => {
    const line = invoice.lines[position];
    if (match.state !== "unbound" || line === undefined) return match;
    if (lineKindOf(line) !== "fee" || readsLikeExtraWork(line.description)) return match;
    const only = onlyNamesake(line, pool);
    const days = only === null ? null : clip(only.governing, serviceIntervalOf(invoice, line));
    return only === null || days === null
      ? match
      : {
          ...match,
          state: "bound",
          bindings: [bindingOf(only.governing, ["item"], 0.6, days.from, days.to)],
          candidates: [],
        };
  });
}

/** The price that alone shares words with a line, where unit, rank and size do not contradict and the figure is near. */
function onlyNamesake(line: InvoiceLine, pool: TermPool): PricedTerm | null {
  const wording = wordingOf(line.description);
  const sharing = pool.priced.filter((priced) => sharesWord(wording, priced));
  const [first] = sharing;
  if (first === undefined || sharing.some(({ governing }) => governing.term.id !== first.governing.term.id))
    return null;
  const fits = sharing.find((priced) => {
    if (isOpenFor(line, priced) || !isNear(line, priced)) return false;
    const words = { text: line.description, role: line.role, isAlias: false };
    const comparison = compareWithTerm(line, words, priced, pool);
    return comparison !== null && !comparison.isOtherRole;
  });
  return fits ?? null;
}

const sharesWord = ({ all }: Wording, { wordings }: PricedTerm): boolean =>
  wordings.some(({ content }) => content.some((word) => all.has(word)));

/** Within a third of the agreed price, by the piece or as a whole; a surcharge by its word is near at any percentage. */
function isNear(line: InvoiceLine, { price, governing: { term } }: PricedTerm): boolean {
  if (term.type === "surcharge") return /\d ?%/.test(line.description);
  const isSum = term.type === "fixed-fee";
  if (term.type !== "rate" && term.type !== "overage" && !isSum) return false;
  const billed = line.unitPrice?.value ?? (isSum ? (line.net?.value ?? null) : null);
  return price !== null && billed !== null && isWithinAThird(billed, price);
}

function isWithinAThird(billed: DecimalText, agreed: DecimalText): boolean {
  const scaled = (share: string) => multiplyFractions(agreed, decimalText(share));
  const found = toFraction(billed);
  return compareFractions(found, scaled("0.66")) >= 0 && compareFractions(found, scaled("1.34")) <= 0;
}
