import { err, ok } from "../result/index.ts";
import type { Result } from "../result/index.ts";
import {
  compare,
  isZero,
  minimum,
  multiply,
  roundFraction,
  divideFractions,
  subtract,
  sum,
  zero,
} from "../money/index.ts";
import type { Decimal, Numeric } from "../money/index.ts";
import { computeAmount, operand, shownAmount, shownNumber } from "./computed.ts";
import type { Computed, Precision, Reading } from "./computed.ts";

/** One step of a price table. `upTo` is the last quantity in it, inclusive; `null` above the last bound. */
export interface PriceTier {
  readonly upTo: Numeric | null;
  /** Per unit, or per package. */
  readonly price: Numeric;
  /** Due once when the tier is reached; the first tier is reached by any quantity, zero too. */
  readonly flat?: Numeric;
}

/** "graduated": each tier prices its own units. "volume": the tier reached prices all. "package": started packages. */
export type TierMethod = "graduated" | "volume" | "package";

export interface TierTable {
  /** In order of their bounds. */
  readonly tiers: readonly PriceTier[];
  /** Units in a package; needed by "package" alone. */
  readonly packageSize?: Numeric | null;
}

/** The price of a quantity under a named method. A quantity above the last bound has no price: it is an error. */
export function tieredAmount(
  method: TierMethod,
  table: TierTable,
  quantity: Numeric,
  precision: Precision,
): Result<Computed, TierError> {
  const tiers = table.tiers;
  const bounds = tiers.map(({ upTo }) => upTo);
  const isOrdered = bounds.every((bound, index) => {
    const before = bounds[index - 1];
    return (
      index === 0 ||
      (before !== null && before !== undefined && (bound === null || compare(before, bound) < 0))
    );
  });
  if (tiers.length === 0 || !isOrdered) return err({ code: "pricing/tiers-out-of-order" });
  const reached = tiers.findIndex(({ upTo }) => upTo === null || compare(quantity, upTo) <= 0);
  if (reached < 0) return err({ code: "pricing/quantity-above-tiers" });
  if (method === "volume") return ok(volume(tiers[reached], quantity, precision));
  if (method === "graduated") return ok(graduated(tiers.slice(0, reached + 1), quantity, precision));
  const size = table.packageSize;
  if (size === null || size === undefined || isZero(size))
    return err({ code: "pricing/package-size-unknown" });
  return ok(packages(tiers.slice(0, reached + 1), quantity, size, precision));
}

export type TierError =
  | { readonly code: "pricing/tiers-out-of-order" }
  | { readonly code: "pricing/quantity-above-tiers" }
  | { readonly code: "pricing/package-size-unknown" };

/** What every method gives that can be applied, so that a check can name the one that explains an invoice. */
export function tierReadings(
  table: TierTable,
  quantity: Numeric,
  precision: Precision,
): readonly Reading<TierMethod | "volume, bound in the upper tier">[] {
  const methods: readonly TierMethod[] = ["graduated", "volume", "package"];
  const readings: Reading<TierMethod | "volume, bound in the upper tier">[] = [];
  for (const method of methods) {
    const computed = tieredAmount(method, table, quantity, precision);
    if (computed.ok) readings.push({ reading: method, computed: computed.value });
  }
  const upper = table.tiers.findIndex(({ upTo }) => upTo !== null && compare(quantity, upTo) === 0) + 1;
  const tier = table.tiers[upper];
  if (upper > 0 && tier !== undefined) {
    readings.push({
      reading: "volume, bound in the upper tier",
      computed: volume(tier, quantity, precision),
    });
  }
  return readings;
}

/** ⌈(used − free) ÷ size⌉ × price: "⌈(12345 − 10000) ÷ 1000⌉ × 2.00 = 6.00". Nothing within what is free. */
export function packageAmount(
  usage: {
    readonly used: Numeric;
    readonly free?: Numeric | null;
    readonly size: Numeric;
    readonly price: Numeric;
  },
  precision: Precision,
): Computed {
  const { used, free, size, price } = usage;
  const isFree = free === null || free === undefined || isZero(free);
  const charged = subtract(used, free ?? zero);
  const shown = isFree ? shownNumber(used) : `(${shownNumber(used)} − ${shownNumber(free)})`;
  const count = compare(charged, zero) > 0 ? startedPackages(charged, size) : zero;
  const steps = `⌈${shown} ÷ ${shownNumber(size)}⌉`;
  const priceText = operand(shownAmount(price, precision));
  const expression =
    compare(charged, zero) < 0 ? `max(0, ${steps}) × ${priceText}` : `${steps} × ${priceText}`;
  return computeAmount(expression, multiply(count, price), precision);
}

interface Part {
  readonly amount: Decimal;
  readonly shown: string;
}

function volume(tier: PriceTier | undefined, quantity: Numeric, precision: Precision): Computed {
  if (tier === undefined) throw new RangeError("No tier is reached");
  return join([unitPart(quantity, tier.price, precision), ...flatPart(tier, precision)], precision);
}

function graduated(tiers: readonly PriceTier[], quantity: Numeric, precision: Precision): Computed {
  const parts = unitsByTier(tiers, quantity).flatMap(({ tier, units }) => [
    ...(isZero(units) ? [] : [unitPart(units, tier.price, precision)]),
    ...flatPart(tier, precision),
  ]);
  const [first] = tiers;
  const isNothing = parts.length === 0 && first !== undefined;
  return join(isNothing ? [unitPart(quantity, first.price, precision)] : parts, precision);
}

function packages(
  tiers: readonly PriceTier[],
  quantity: Numeric,
  size: Numeric,
  precision: Precision,
): Computed {
  const parts = unitsByTier(tiers, quantity).map(({ tier, units }) => {
    const count = startedPackages(units, size);
    const shown = `⌈${shownNumber(units)} ÷ ${shownNumber(size)}⌉ × ${operand(shownAmount(tier.price, precision))}`;
    return [{ amount: multiply(count, tier.price), shown }, ...flatPart(tier, precision)];
  });
  return join(parts.flat(), precision);
}

function unitsByTier(
  tiers: readonly PriceTier[],
  quantity: Numeric,
): readonly { readonly tier: PriceTier; readonly units: Decimal }[] {
  return tiers.map((tier, index) => {
    const lower = tiers[index - 1]?.upTo ?? zero;
    const upper = tier.upTo === null ? quantity : minimum(quantity, tier.upTo);
    return { tier, units: subtract(upper, lower) };
  });
}

function unitPart(units: Numeric, price: Numeric, precision: Precision): Part {
  return {
    amount: multiply(units, price),
    shown: `${shownNumber(units)} × ${operand(shownAmount(price, precision))}`,
  };
}

function flatPart({ flat }: PriceTier, precision: Precision): readonly Part[] {
  return flat === undefined || isZero(flat)
    ? []
    : [{ amount: multiply(flat, { units: 1n, scale: 0 }), shown: operand(shownAmount(flat, precision)) }];
}

function startedPackages(units: Numeric, size: Numeric): Decimal {
  return { units: roundFraction(divideFractions(units, size), "ceiling"), scale: 0 };
}

function join(parts: readonly Part[], precision: Precision): Computed {
  const expression = parts.map(({ shown }) => shown).join(" + ");
  return computeAmount(expression, sum(parts.map(({ amount }) => amount)), precision);
}
