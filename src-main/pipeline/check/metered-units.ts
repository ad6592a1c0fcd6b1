import type { Unit } from "../../../src-shared/model/index.ts";

/** Units that a meter counts: what is used of them differs from period to period. */
export const meteredUnits: ReadonlySet<Unit> = new Set([
  "transaction",
  "message",
  "request",
  "call",
  "page",
  "kilowatt-hour",
  "megawatt-hour",
  "megabyte",
  "gigabyte",
  "terabyte",
  "cubic-metre",
]);
