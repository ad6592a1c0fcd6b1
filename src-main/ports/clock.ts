import type { LocalDate } from "../../src-shared/time/index.ts";

/** What time it is. Only shells and services ask; pure rooms get the answer passed in. */
export interface Clock {
  /** The civil date of this machine. */
  readonly today: () => LocalDate;
  /** UTC, ISO 8601 with milliseconds. */
  readonly now: () => string;
  /** Milliseconds that only move forward, for measuring. */
  readonly monotonicMs: () => number;
}
