import type { Field, Unit } from "../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";

/** Things of which there are no thousandths. */
export const discreteUnits: ReadonlySet<Unit> = new Set<Unit>([
  "message",
  "seat",
  "user",
  "page",
  "call",
  "request",
  "transaction",
  "document",
  "word",
  "license",
  "piece",
  "each",
  "box",
  "pallet",
  "carton",
  "bag",
  "bottle",
]);

/** Whether what a number counts has no parts, so that a mark in it can only part its thousands; things without a unit have none. */
export const hasNoParts = (unit: Unit | null): boolean => unit === null || discreteUnits.has(unit);

/** How sure it is that three figures behind a mark are thousands, where what they count has no parts. */
const confidence = 0.92;

/** A quantity of whole things: "2.400 pcs" may be read in two ways, and of pieces only one of them is whole. */
export function wholeOf(quantity: Field<DecimalText>, unit: Unit | null): Field<DecimalText> {
  if (quantity.value !== null || unit === null || !discreteUnits.has(unit)) return quantity;
  const readings = (quantity.alternatives ?? []).flatMap(({ value }) => value ?? []);
  const whole = readings.filter((value) => /^\d+$/.test(value));
  const parts = readings.filter((value) => /\.\d{3}$/.test(value));
  const [value] = whole;
  if (value === undefined || whole.length > 1 || readings.length !== whole.length + parts.length)
    return quantity;
  const { alternatives: _readings, contradictions: _doubts, ...rest } = quantity;
  return { ...rest, value, confidence };
}
