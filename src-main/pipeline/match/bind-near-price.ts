import {
  compareFractions,
  decimalText,
  multiplyFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Invoice, InvoiceLine, LineMatch } from "../../../src-shared/model/index.ts";
import { readsLikeExtraWork, wordingOf } from "../../../src-shared/wording/index.ts";
import type { Wording } from "../../../src-shared/wording/index.ts";
import { billedTerms, bindUnbound, isUncontradicted, onlyTermOf } from "./bind-unbound.ts";
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
  const billed = billedTerms(matches);
  return bindUnbound(matches, invoice, (line) => {
    const only = readsLikeExtraWork(line.description) ? null : onlyNamesake(line, pool);
    return only === null || isSpent(only, billed)
      ? null
      : { priced: only, reasons: ["item"], confidence: 0.6 };
  });
}

/** The price that alone shares words with a line, where unit, rank and size do not contradict and the figure is near. */
function onlyNamesake(line: InvoiceLine, pool: TermPool): PricedTerm | null {
  const wording = wordingOf(line.description);
  const sharing = pool.priced.filter((priced) => sharesWord(wording, priced));
  if (onlyTermOf(sharing) === null) return null;
  return sharing.find((priced) => isNear(line, priced) && isUncontradicted(line, priced, pool)) ?? null;
}

/** A sum that is due once and that another line bills: what shares a word with it is something else. */
const isSpent = ({ governing: { term } }: PricedTerm, billed: ReadonlySet<string>): boolean =>
  term.type === "fixed-fee" && term.value.per === "once" && billed.has(term.id);

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

const [lowest, highest] = [decimalText("0.66"), decimalText("1.34")];

function isWithinAThird(billed: DecimalText, agreed: DecimalText): boolean {
  const found = toFraction(billed);
  return (
    compareFractions(found, multiplyFractions(agreed, lowest)) >= 0 &&
    compareFractions(found, multiplyFractions(agreed, highest)) <= 0
  );
}
