import { decimalText, isEqual } from "../../../src-shared/money/index.ts";
import type { Invoice, InvoiceLine } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { isTimeUnit, wordingOf } from "../../../src-shared/wording/index.ts";
import { compareWithTerm } from "./compare-line.ts";
import { printedWordsOf } from "./compared-line.ts";
import type { Comparison } from "./compared-line.ts";
import { hasSamePrice } from "./line-attributes.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

/** A price as it stands to a line, on the days of its service. */
export interface Ranked {
  readonly priced: PricedTerm;
  readonly comparison: Comparison;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/**
 * A price that says little of what it is for ("each colony, 215.00") and that is the line's to the cent, where the price
 * that is worded more like the line is another: which of them is meant, words alone do not say.
 */
export function rivalAtPrice(
  best: Ranked,
  top: readonly Ranked[],
  others: readonly Ranked[],
): Ranked | undefined {
  if (top.some(({ comparison }) => comparison.reasons.includes("price"))) return undefined;
  const rivals = others.filter(
    ({ priced, comparison }) =>
      comparison.reasons.includes("price") &&
      priced.governing.term.type === best.priced.governing.term.type &&
      isOfOneKind(priced, best.priced) &&
      priced.wordings.some(({ content, sizes }) => content.length <= 1 && sizes.length === 0),
  );
  return rivals.length === 1 ? rivals[0] : undefined;
}

/** Whether another line bills the price at its very figure, so that this one is for something else. */
export const isBilledByAnother = (
  { priced }: Ranked,
  line: InvoiceLine,
  invoice: Invoice,
  pool: TermPool,
): boolean =>
  invoice.lines.some((other) => {
    if (other === line || !hasSamePrice(other, priced)) return false;
    return compareWithTerm(other, printedWordsOf(other), priced, pool)?.isEligible === true;
  });

/**
 * Of several that fit alike, those that something beside the words speaks for; `null` where nothing does.
 *
 * A price of its own goes before the sum of a schedule that lists the same work. Where sizes are told apart by figures
 * that no reading puts in order ("2.5 to under 7.5 cm"), the very price says which is meant; where ranks or hours of
 * the day are, it does not: junior work at the senior price is what the check is for.
 */
export function toldApart(line: InvoiceLine, top: readonly Ranked[]): readonly Ranked[] | null {
  if (top.length < 2) return null;
  const priced = top.filter(({ priced: { governing } }) => governing.term.type !== "schedule-of-values");
  if (priced.length > 0 && priced.length < top.length) return priced;
  const stepped = steppedAmong(top);
  if (stepped !== null) return [stepped];
  // A change that sets a price for what the line names goes before the price that the changed agreement had for it.
  const changed = top.filter(({ priced }) => isOfChange(priced));
  const [change] = changed;
  if (
    change !== undefined &&
    changed.length === 1 &&
    top.every((other) => other === change || hasOwnWord(change.priced, other.priced, line.description))
  )
    return changed;
  const isSized = top.every(({ priced: { wordings } }) => wordings.some(({ sizes }) => sizes.length > 0));
  const atPrice = top.filter(({ comparison }) => comparison.reasons.includes("price"));
  const [only] = atPrice;
  if (only === undefined || atPrice.length > 1) return null;
  return isSized || isTie(only, top, line) ? atPrice : null;
}

/**
 * The price in steps whose first step stands as a price of its own beside it: "Gravel 18.40", and "from 51 t on 16.90". The
 * list gives where the steps begin, and the steps say what holds.
 */
function steppedAmong(top: readonly Ranked[]): Ranked | null {
  const [steps, ...more] = top.filter(({ priced }) => priced.governing.term.type === "tiers");
  const term = steps?.priced.governing.term;
  if (steps === undefined || term?.type !== "tiers" || more.length > 0) return null;
  const prices = term.value.tiers.flatMap(({ price }) => price ?? []);
  const isStep = ({ priced }: Ranked): boolean => {
    const other = priced.governing.term;
    if (other.type !== "rate" || other.value.unit !== term.value.unit) return false;
    return prices.some((price) => isEqual(price, other.value.price));
  };
  return top.every((other) => other === steps || isStep(other)) ? steps : null;
}

/** How far apart words may be that fit alike: a word more in common is worth more than that. */
const tieMargin = 0.1;

/**
 * No other fits better by its words, none is of another rank or hour of the day, and something of the line is this one's
 * alone: a word, or the unit. What both have in common ("engineer" in London and in Leeds) leaves open which is meant.
 */
const isTie = (only: Ranked, top: readonly Ranked[], { description }: InvoiceLine): boolean =>
  top.every(
    (other) =>
      other === only ||
      (other.comparison.rank - only.comparison.rank < tieMargin &&
        (isOfOneKind(other.priced, only.priced) || isFeeBesideTime(only.priced, other.priced)) &&
        (hasOwnWord(only.priced, other.priced, description) || hasOwnUnit(only, other))),
  );

const changeRanks: ReadonlySet<string> = new Set(["change-order", "amendment"]);

/** Whether a change of an agreement sets the price, and not the agreement itself. */
export const isOfChange = ({ governing: { agreement } }: PricedTerm): boolean =>
  changeRanks.has(agreement.rank);

const hasOwnWord = (one: PricedTerm, other: PricedTerm, text: string): boolean => {
  const { all } = wordingOf(text);
  return one.wordings.some(({ content }) =>
    content.some((word) => all.has(word) && !other.wordings.some((wording) => wording.all.has(word))),
  );
};

const hasOwnUnit = ({ comparison: one }: Ranked, { comparison: other }: Ranked): boolean =>
  one.reasons.includes("unit") && !other.reasons.includes("unit");

const kindOf = ({ wordings }: PricedTerm): string =>
  wordings.map(({ grades, shifts, roles }) => [...grades, ...shifts, ...roles].join(" ")).join("|");
const isOfOneKind = (first: PricedTerm, second: PricedTerm): boolean => kindOf(first) === kindOf(second);

/** A fee beside a price of time: ranks tell prices of time apart, and a fee has none, whatever trade its name speaks of. */
const isFeeBesideTime = ({ governing: { term } }: PricedTerm, other: PricedTerm): boolean =>
  term.type === "fixed-fee" && other.governing.term.type === "rate" && isTimeUnit(other.unit);

/**
 * Whether a line of several at a price of its own is for something else than a fee that another line bills at its very
 * sum: 3.75 at 85 "outside the package" is no package.
 */
export function isBesideFee(
  entry: Ranked,
  line: InvoiceLine,
  { invoice, pool }: { readonly invoice: Invoice; readonly pool: TermPool },
): boolean {
  const quantity = line.quantity?.value ?? null;
  return (
    entry.priced.governing.term.type === "fixed-fee" &&
    line.unit === null &&
    line.unitPrice !== null &&
    quantity !== null &&
    !isEqual(quantity, one) &&
    !entry.comparison.reasons.includes("price") &&
    isBilledByAnother(entry, line, invoice, pool)
  );
}

const one = decimalText("1");
