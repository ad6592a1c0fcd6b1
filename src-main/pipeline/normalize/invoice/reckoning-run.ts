import type { Decimal } from "../../../../src-shared/money/index.ts";
import type { Entry } from "./reckoning-entries.ts";
import type { SumSet } from "./sum-set.ts";

/** A run of amounts that adds up: what is billed, what is put on it as tax, and what the paper prints as sums. */
export interface Reckoning {
  readonly items: readonly Entry[];
  readonly sums: readonly Entry[];
  readonly taxes: readonly Entry[];
  /** What is taken off the sum of the items behind it: no items, and none of `total`. */
  readonly reductions: readonly Entry[];
  /** What the items make, without the taxes. */
  readonly total: Decimal;
  /** Amounts under a name that says something else than their place. */
  readonly doubts: number;
}

/** Sums that labels name anywhere on a paper, in a box as well. */
export interface NamedSums {
  /** Net totals and sums of lines. */
  readonly net: SumSet;
  readonly gross: SumSet;
}
