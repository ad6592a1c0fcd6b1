import { addFractions, fraction, multiplyFractions, toFraction } from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { Delivery, Unit } from "../../../src-shared/model/index.ts";
import { unitFactor } from "../../../src-shared/wording/index.ts";
import { dayOfRecord } from "./record-day.ts";

/** How much records count together in a unit; `null` where one of them has no figure or counts something else. */
export function recordedQuantity(records: readonly Delivery[], unit: Unit): Fraction | null {
  let sum = fraction(0);
  for (const { quantity, unit: own, kind } of records) {
    const counted = own ?? (kind === "time" ? "hour" : null);
    const factor = counted === null ? undefined : unitFactor(counted, unit);
    if (quantity === null || factor === undefined) return null;
    sum = addFractions(sum, multiplyFractions(toFraction(quantity), factor));
  }
  return sum;
}

/** What records of one paper and month have in common: what a fee of the month includes is counted over them. */
export const monthOnPaper = (record: Delivery): string =>
  `${record.documentId}|${dayOfRecord(record)?.slice(0, 7) ?? ""}`;
