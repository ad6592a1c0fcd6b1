import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  maximumFraction,
  minimumFraction,
  minorDigits,
  multiplyFractions,
  percentToFraction,
  subtractFractions,
  toDecimal,
} from "../money/index.ts";
import type { Exact, Fraction, Numeric } from "../money/index.ts";
import { nthMonthFrom, wholeMonthsBetween } from "../time/index.ts";
import type { LocalDate } from "../time/index.ts";
import { computeAmount, shownAmount, shownNumber } from "./computed.ts";
import type { Computed, Precision, Reading } from "./computed.ts";
import { shownAddedPercent, shownChange } from "./discount.ts";

/** "compound": every step raises the price reached. "simple": every step adds the same share of the first price. */
export type EscalationMethod = "compound" | "simple";

/**
 * A price after its yearly steps: "187.50 × (1 + 3 %) × (1 + 3 %) = 198.91875 ≈ 198.92".
 *
 * Compounds on unrounded prices; the result is rounded once, to the scale of the agreed price or of its
 * currency, whichever is finer.
 */
export function escalatedPrice(
  price: Numeric,
  percents: readonly Numeric[],
  method: EscalationMethod,
  precision: Precision,
): Computed {
  const shown = shownAmount(price, precision);
  const atScale = priceScale(price, precision);
  if (percents.length === 0) return computeAmount(shown, price, atScale);
  if (method === "compound") {
    const factor = percents.reduce<Fraction>(
      (product, percent) => multiplyFractions(product, growth(percent)),
      fraction(1),
    );
    return computeAmount(`${shown} × ${steps(percents)}`, multiplyFractions(price, factor), atScale);
  }
  const share = percents.reduce<Fraction>(
    (all, percent) => addFractions(all, percentToFraction(percent)),
    fraction(0),
  );
  const added = percents.map(shownAddedPercent).join("");
  return computeAmount(
    `${shown} × (1${added})`,
    multiplyFractions(price, addFractions(fraction(1), share)),
    atScale,
  );
}

/** Both methods, and the price with one step fewer, as steps are most often forgotten. */
export function escalationReadings(
  price: Numeric,
  percents: readonly Numeric[],
  precision: Precision,
): readonly Reading<"compound" | "simple" | "one step fewer" | "no step">[] {
  return [
    { reading: "compound", computed: escalatedPrice(price, percents, "compound", precision) },
    { reading: "simple", computed: escalatedPrice(price, percents, "simple", precision) },
    ...(percents.length > 1
      ? ([
          {
            reading: "one step fewer",
            computed: escalatedPrice(price, percents.slice(0, -1), "compound", precision),
          },
        ] as const)
      : []),
    { reading: "no step", computed: escalatedPrice(price, [], "compound", precision) },
  ];
}

/** Yearly steps that took effect on or before a service date: 0 before the first. 29 February steps on the 28th. */
export function countEscalationSteps(first: LocalDate, serviceStart: LocalDate): number {
  return serviceStart < first ? 0 : Math.floor(wholeMonthsBetween(first, serviceStart) / 12) + 1;
}

/** The day on which step n (from 1) takes effect. */
export function escalationStepDate(first: LocalDate, step: number): LocalDate {
  return nthMonthFrom(first, (step - 1) * 12);
}

export interface IndexChange {
  /** Index value of the base month, as published. */
  readonly base: Numeric;
  /** Index value that applies now; its lag is the caller's. */
  readonly current: Numeric;
  /** Points in percent that are added to the movement ("RPI + 1.5 %"). */
  readonly added?: Numeric | null;
  /** Share of the movement that counts, in percent ("80 % of index movement"). */
  readonly portion?: Numeric | null;
  /** Least change in percent: 0 means that prices never fall. */
  readonly floor?: Numeric | null;
  /** Greatest change in percent. */
  readonly cap?: Numeric | null;
}

/** price × current ÷ base within floor and cap: "1000.00 × 121.3 ÷ 118.7 = 1021.903959… ≈ 1021.90". */
export function indexedPrice(price: Numeric, index: IndexChange, precision: Precision): Computed {
  const shown = shownAmount(price, precision);
  const { change, limit } = indexChangeOf(index);
  const exact = multiplyFractions(price, addFractions(fraction(1), change));
  const isPlain = isBlank(index.added) && isBlank(index.portion);
  const movement = `${shownNumber(index.current)} ÷ ${shownNumber(index.base)}`;
  const scaled = isBlank(index.portion)
    ? `${movement} − 1`
    : `(${movement} − 1) × ${shownNumber(index.portion)} %`;
  const raised = isBlank(index.added) ? scaled : `${scaled} + ${shownNumber(index.added)} %`;
  const free = isPlain ? `${shown} × ${movement}` : `${shown} × (1 + ${raised})`;
  return computeAmount(
    limit === undefined ? free : `${shown} × ${shownChange(limit)}`,
    exact,
    priceScale(price, precision),
  );
}

/** The change of an index in percent as it counts, and which limit it met. */
export function indexMovement(index: IndexChange): {
  readonly change: Fraction;
  readonly met: "floor" | "cap" | null;
} {
  const { change, met } = indexChangeOf(index);
  return { change, met };
}

function indexChangeOf(index: IndexChange): {
  readonly change: Fraction;
  readonly met: "floor" | "cap" | null;
  readonly limit: Numeric | undefined;
} {
  const movement = subtractFractions(divideFractions(index.current, index.base), fraction(1));
  const counted = isBlank(index.portion)
    ? movement
    : multiplyFractions(movement, percentToFraction(index.portion));
  const free = isBlank(index.added) ? counted : addFractions(counted, percentToFraction(index.added));
  const raised = isBlank(index.floor) ? free : maximumFraction(free, percentToFraction(index.floor));
  const change = isBlank(index.cap) ? raised : minimumFraction(raised, percentToFraction(index.cap));
  const order = compareFractions(change, free);
  if (order > 0) return { change, met: "floor", limit: index.floor ?? undefined };
  if (order < 0) return { change, met: "cap", limit: index.cap ?? undefined };
  return { change, met: null, limit: undefined };
}

function isBlank(value: Numeric | null | undefined): value is null | undefined {
  return value === null || value === undefined;
}

function growth(percent: Exact): Fraction {
  return addFractions(fraction(1), percentToFraction(percent));
}

function steps(percents: readonly Numeric[]): string {
  return percents.map((percent) => shownChange(percent)).join(" × ");
}

// A price agreed as "150" is one of 150.00: its scale is never below that of its currency.
function priceScale(price: Numeric, precision: Precision): Precision {
  const scale = Math.max(toDecimal(price).scale, minorDigits(precision.currency));
  return { ...precision, places: precision.places ?? scale };
}
