import {
  absolute,
  addFractions,
  compare,
  fraction,
  fractionToDecimal,
  isPositive,
  minorDigits,
  multiplyFractions,
  negate,
  percentToFraction,
  subtractFractions,
  toFraction,
  zero,
} from "../money/index.ts";
import type { DecimalText, Exact, Fraction, Numeric } from "../money/index.ts";
import { computeAmount, operand, shownAmount, shownPercent } from "./computed.ts";
import type { Computed, Precision, Reading } from "./computed.ts";

/** A reduction by a share of what it is taken from, or by an amount. Negative ones are surcharges. */
export type Reduction = { readonly percent: Numeric } | { readonly amount: Numeric };

/** "cascade": each is taken from what the one before left. "added": all percents are of the original base. */
export type Stacking = "cascade" | "added";

/** "round-once": exact until the end. "round-each-step": every reduction is an amount of its own (EN 16931). */
export type ReductionRounding = "round-once" | "round-each-step";

export interface ReductionMethod {
  readonly stacking?: Stacking;
  readonly rounding?: ReductionRounding;
}

/** What is left of a base after its reductions in order, unrounded unless each step rounds. */
export function reduceExactly(
  base: Exact,
  reductions: readonly Reduction[],
  precision: Precision,
  method: ReductionMethod = {},
): Fraction {
  const isStepped = method.rounding === "round-each-step";
  const round = (value: Exact): Fraction => {
    const digits = precision.places ?? minorDigits(precision.currency);
    return isStepped ? toFraction(fractionToDecimal(value, digits, precision.rounding)) : toFraction(value);
  };
  const start = round(base);
  let rest = start;
  for (const reduction of reductions) {
    const from = method.stacking === "added" ? start : rest;
    const part =
      "amount" in reduction
        ? reduction.amount
        : multiplyFractions(from, percentToFraction(reduction.percent));
    rest = subtractFractions(rest, round(part));
  }
  return rest;
}

/** A base after its discounts: "200.00 × (1 − 10 %) × (1 − 5 %) = 171.00". */
export function discounted(
  base: Numeric,
  reductions: readonly Reduction[],
  precision: Precision,
  method: ReductionMethod = {},
): Computed {
  const expression = withReductions(shownAmount(base, precision), reductions, precision, method);
  return computeAmount(expression, reduceExactly(base, reductions, precision, method), precision);
}

/** The discount itself: "1000.00 × 10 % = 100.00", or the base less what is left of it. */
export function discountAmount(
  base: Numeric,
  reductions: readonly Reduction[],
  precision: Precision,
  method: ReductionMethod = {},
): Computed {
  const [only] = reductions;
  const exact = subtractFractions(base, reduceExactly(base, reductions, precision, method));
  const shown = shownAmount(base, precision);
  if (reductions.length === 1 && only !== undefined && "percent" in only) {
    return computeAmount(`${operand(shown)} × ${operand(shownPercent(only.percent))}`, exact, precision);
  }
  const left = withReductions(shown, reductions, precision, method);
  return computeAmount(`${shown} − (${left})`, exact, precision);
}

/** What is left of a base under every stacking and rounding of its discounts. */
export function discountReadings(
  base: Numeric,
  reductions: readonly Reduction[],
  precision: Precision,
): readonly Reading<"discounts in cascade" | "discounts added up">[] {
  return [
    {
      reading: "discounts in cascade",
      computed: discounted(base, reductions, precision, { stacking: "cascade" }),
    },
    {
      reading: "discounts added up",
      computed: discounted(base, reductions, precision, { stacking: "added" }),
    },
  ];
}

/** Completes the expression of a base, which is one product, by its reductions. */
export function withReductions(
  base: string,
  reductions: readonly Reduction[],
  precision: Precision,
  method: ReductionMethod = {},
): string {
  const isAdded = method.stacking === "added";
  const shares = reductions.flatMap((reduction) => ("percent" in reduction ? [reduction.percent] : []));
  const ordered = isAdded ? reductions.filter((reduction) => "amount" in reduction) : reductions;
  const start =
    isAdded && shares.length > 0 ? `${base} × (1${shares.map(shownTakenPercent).join("")})` : base;
  return ordered.reduce(
    ({ shown, isSum }, reduction) => {
      if ("amount" in reduction) {
        return { shown: `${shown} − ${operand(shownAmount(reduction.amount, precision))}`, isSum: true };
      }
      const factor = isSum ? `(${shown})` : shown;
      return { shown: `${factor} × (1${shownTakenPercent(reduction.percent)})`, isSum: false };
    },
    { shown: start, isSum: false },
  ).shown;
}

/** Cost with a markup: "200.00 × (1 + 10 %) = 220.00". */
export function markedUp(cost: Numeric, percent: Numeric, precision: Precision): Computed {
  const factor = addFractions(fraction(1), percentToFraction(percent));
  const expression = `${operand(shownAmount(cost, precision))} × (1 + ${operand(shownPercent(percent))})`;
  return computeAmount(expression, multiplyFractions(cost, factor), precision);
}

/** A share of an amount, as of a milestone, deposit or surcharge: "80000.00 × 30 % = 24000.00". */
export function shareOf(base: Numeric, percent: Numeric, precision: Precision): Computed {
  const expression = `${operand(shownAmount(base, precision))} × ${operand(shownPercent(percent))}`;
  return computeAmount(expression, multiplyFractions(base, percentToFraction(percent)), precision);
}

/** The factor of a percent change as text: 3 becomes "(1 + 3 %)", −2 becomes "(1 − 2 %)". */
export function shownChange(percent: Numeric): string {
  return `(1${shownAddedPercent(percent)})`;
}

/** A percent change after another term: " + 3 %", " − 2 %". */
export function shownAddedPercent(percent: Numeric): string {
  return shownTakenPercent(negate(percent));
}

function shownTakenPercent(percent: Numeric): string {
  return `${isPositive(percent) ? " − " : " + "}${shownPercent(absolute(percent))}`;
}

/** What an agreement grants: a share or a sum, from a threshold on where it names one. */
export interface GrantedDiscount {
  readonly percent?: DecimalText;
  readonly amount?: DecimalText;
  readonly threshold?: DecimalText;
  readonly thresholdInclusive?: boolean;
}

/** Whether a sum comes to the threshold of a discount; without one it always does. */
export function reachesThreshold({ threshold, thresholdInclusive }: GrantedDiscount, base: Numeric): boolean {
  if (threshold === undefined) return true;
  const order = compare(base, threshold);
  return thresholdInclusive === true ? order >= 0 : order > 0;
}

/** Of steps of one scale ("5 % above 1,000, 10 % above 5,000") only the highest that is reached applies. */
export function highestSteps<T extends { readonly term: { readonly value: GrantedDiscount } }>(
  reached: readonly T[],
): readonly T[] {
  const stepped = reached.filter(({ term }) => term.value.threshold !== undefined);
  if (stepped.length < 2) return reached;
  const best = stepped.reduce((highest, other) =>
    compare(other.term.value.threshold ?? zero, highest.term.value.threshold ?? zero) > 0 ? other : highest,
  );
  return reached.filter((one) => one.term.value.threshold === undefined || one === best);
}

/** The step of a reckoning that a discount makes. */
export const reductionOf = ({ percent, amount }: GrantedDiscount): Reduction =>
  percent === undefined ? { amount: amount ?? zero } : { percent };
