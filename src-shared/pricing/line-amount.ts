import { compare, divideFractions, isZero, maximum, multiply, subtract, toDecimal } from "../money/index.ts";
import type { Decimal, Fraction, Numeric } from "../money/index.ts";
import { computeAmount, operand, shownAmount, shownDivisor, shownNumber } from "./computed.ts";
import type { Computed, Precision } from "./computed.ts";
import { reduceExactly, withReductions } from "./discount.ts";
import type { Reduction, ReductionMethod } from "./discount.ts";

/** What one line is computed from. Missing parts are absent or `null`; nothing is taken as zero. */
export interface LinePricing {
  readonly quantity: Numeric;
  readonly unitPrice: Numeric;
  /** Units that the price is for: 100, 1000. */
  readonly priceBase?: Numeric | null;
  /** Of overtime, travel and the like; one multiplier, never a chain of them. */
  readonly multiplier?: Numeric | null;
  /** Discounts and charges of the line in order. */
  readonly reductions?: readonly Reduction[];
}

/** round(quantity × price ÷ base × (1 − discount)): "12345 × 12.34 ÷ 1000 = 152.3373 ≈ 152.34". */
export function lineAmount(line: LinePricing, precision: Precision, method: ReductionMethod = {}): Computed {
  const { quantity, unitPrice, priceBase, multiplier, reductions = [] } = line;
  const factor =
    multiplier === null || multiplier === undefined ? "" : ` × ${operand(shownNumber(multiplier))}`;
  const price = operand(shownAmount(unitPrice, precision));
  const gross = `${shownNumber(quantity)} × ${price}${shownDivisor(priceBase)}${factor}`;
  const expression = withReductions(gross, reductions, precision, method);
  return computeAmount(expression, reduceExactly(exactGross(line), reductions, precision, method), precision);
}

/** What a difference in price costs: "40 × (165.00 − 150.00) = 600.00"; positive when billed above agreed. */
export function priceDifference(
  quantity: Numeric,
  billedPrice: Numeric,
  agreedPrice: Numeric,
  precision: Precision,
  priceBase?: Numeric | null,
): Computed {
  const prices = `(${shownAmount(billedPrice, precision)} − ${operand(shownAmount(agreedPrice, precision))})`;
  const expression = `${shownNumber(quantity)} × ${prices}${shownDivisor(priceBase)}`;
  const unitPrice = subtract(billedPrice, agreedPrice);
  return computeAmount(
    expression,
    exactGross({ quantity, unitPrice, priceBase: priceBase ?? null }),
    precision,
  );
}

/** What a difference in quantity costs: "(42 − 40) × 150.00 = 300.00"; positive when billed above evidence. */
export function quantityDifference(
  billedQuantity: Numeric,
  evidencedQuantity: Numeric,
  unitPrice: Numeric,
  precision: Precision,
  priceBase?: Numeric | null,
): Computed {
  const quantities = `(${shownNumber(billedQuantity)} − ${operand(shownNumber(evidencedQuantity))})`;
  const expression = `${quantities} × ${operand(shownAmount(unitPrice, precision))}${shownDivisor(priceBase)}`;
  const quantity = subtract(billedQuantity, evidencedQuantity);
  return computeAmount(
    expression,
    exactGross({ quantity, unitPrice, priceBase: priceBase ?? null }),
    precision,
  );
}

/** A quantity rounded up to whole steps and to a minimum, as the agreement bills it. */
export function billableQuantity(
  worked: Numeric,
  rules: { readonly increment?: Numeric | null; readonly minimumQuantity?: Numeric | null },
): Decimal {
  const { increment, minimumQuantity } = rules;
  const stepped =
    increment === null || increment === undefined ? toDecimal(worked) : roundUpToStep(worked, increment);
  if (minimumQuantity === null || minimumQuantity === undefined || isZero(worked)) return stepped;
  return maximum(stepped, minimumQuantity);
}

/** Whole steps that hold a quantity, away from zero: 0.32 in steps of 0.1 is 0.4. */
export function roundUpToStep(quantity: Numeric, step: Numeric): Decimal {
  return multiply(step, { units: startedSteps(quantity, step), scale: 0 });
}

/** Minutes as billed hours: 19 minutes in steps of 6 are 0.4 hours. The increment is in minutes. */
export function minutesToBilledHours(minutes: Numeric, increment: Numeric): Fraction {
  return divideFractions(roundUpToStep(minutes, increment), { units: 60n, scale: 0 });
}

/** The billed amount beyond an agreed price that is only a ceiling: nothing when below. */
export function isAboveCeiling(billedPrice: Numeric, ceiling: Numeric): boolean {
  return compare(billedPrice, ceiling) > 0;
}

function exactGross({ quantity, unitPrice, priceBase, multiplier }: LinePricing): Fraction {
  const product = multiply(multiply(quantity, unitPrice), multiplier ?? one);
  return divideFractions(product, priceBase ?? one);
}

function startedSteps(quantity: Numeric, step: Numeric): bigint {
  const { numerator, denominator } = divideFractions(quantity, step);
  const isNegative = numerator < 0n;
  const magnitude = isNegative ? -numerator : numerator;
  const steps = (magnitude + denominator - 1n) / denominator;
  return isNegative ? -steps : steps;
}

const one: Decimal = { units: 1n, scale: 0 };
