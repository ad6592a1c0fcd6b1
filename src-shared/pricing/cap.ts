import {
  add,
  compare,
  decimalToText,
  divideFractions,
  isZero,
  maximum,
  multiply,
  subtract,
  sum,
  zero,
} from "../money/index.ts";
import type { Decimal, DecimalText, Numeric } from "../money/index.ts";
import { computeAmount, shownNumber, shownSum } from "./computed.ts";
import type { Computed, Precision } from "./computed.ts";

/** A limit and everything that counts against it. Credits given are negative amounts in `billed`. */
export interface CapUse {
  readonly limit: Numeric;
  /** Approved changes, which may lower it. */
  readonly changes?: readonly Numeric[];
  readonly billed: readonly Numeric[];
  readonly drafts?: readonly Numeric[];
  readonly current: Numeric;
}

export interface CapBalance {
  /** limit + Σ changes. */
  readonly effectiveLimit: DecimalText;
  /** billed + drafts + this. */
  readonly used: Computed;
  /** max(0, used − limit). */
  readonly excess: Computed;
  /** limit − used; negative when exceeded. */
  readonly remaining: DecimalText;
  /** How far the limit is used up by this document. */
  readonly level: CapLevel;
  /** The level before this document: a notice is due when it rises. */
  readonly levelBefore: CapLevel;
}

/** Notices are due from 80 % and from 90 % of the limit; exactly the limit is not exceeded. */
export type CapLevel = "below" | "near-80" | "near-90" | "exceeded";

/** Where a limit stands with this document: billed + drafts + this ≤ limit + Σ changes. */
export function capBalance(use: CapUse, precision: Precision): CapBalance {
  const limit = sum([use.limit, ...(use.changes ?? [])]);
  const earlier = [...use.billed, ...(use.drafts ?? [])];
  const before = sum(earlier);
  const used = add(before, use.current);
  const usedText = shownSum(
    earlier.length > 12 ? [before, use.current] : [...earlier, use.current],
    precision,
  );
  const limitText = shownSum([use.limit, ...(use.changes ?? [])], precision);
  const excess = maximum(subtract(used, limit), zero);
  const isWithin = isZero(excess);
  const shownLimit = limitText.includes(" ") ? `(${limitText})` : limitText;
  return {
    effectiveLimit: decimalToText(limit),
    used: computeAmount(usedText, used, precision),
    excess: computeAmount(
      isWithin ? `max(0, ${usedText} − ${shownLimit})` : `${usedText} − ${shownLimit}`,
      excess,
      precision,
    ),
    remaining: decimalToText(subtract(limit, used)),
    level: levelOf(used, limit),
    levelBefore: levelOf(before, limit),
  };
}

/** Percent of a limit that is used, in whole percent rounded down: "93"; undefined for a limit of zero. */
export function capUsedPercent(balance: CapBalance): string | undefined {
  if (isZero(balance.effectiveLimit)) return undefined;
  const { numerator, denominator } = divideFractions(balance.used.exact, balance.effectiveLimit);
  return shownNumber({ units: (numerator * 100n) / denominator, scale: 0 });
}

function levelOf(used: Decimal, limit: Decimal): CapLevel {
  if (compare(used, limit) > 0) return "exceeded";
  const reaches = (percent: bigint): boolean =>
    compare(used, zero) > 0 && compare(used, multiply(limit, { units: percent, scale: 2 })) >= 0;
  if (reaches(90n)) return "near-90";
  return reaches(80n) ? "near-80" : "below";
}
