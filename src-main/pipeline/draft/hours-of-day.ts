import {
  addFractions,
  compareFractions,
  decimalToText,
  fraction,
  fractionToExactDecimal,
  minimumFraction,
  subtractFractions,
} from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { DraftGap } from "../../../src-shared/model/index.ts";
import { personKey, unitFactor } from "../../../src-shared/wording/index.ts";
import { openGap, whyUnusable } from "./draft-room.ts";
import type { BilledRecord, DraftRoom } from "./draft-room.ts";
import { converted } from "./record-price.ts";

/** Takes off what goes beyond the agreed hours of a person's day, latest record first. */
export function limitHours(
  records: readonly BilledRecord[],
  room: DraftRoom,
): { readonly records: readonly BilledRecord[]; readonly gaps: readonly DraftGap[] } {
  const rules = room
    .termsOf("time-rules")
    .find((term) => term.term.value.maxHoursPerDay !== undefined && whyUnusable(term) === null);
  const limit = rules?.term.value.maxHoursPerDay;
  if (rules === undefined || limit === undefined) return { records, gaps: [] };
  const used = new Map<string, Fraction>();
  const gaps: DraftGap[] = [];
  const kept = records.flatMap((entry): readonly BilledRecord[] => {
    const { record, day, quantity } = entry;
    const factor = record.kind === "time" ? unitFactor(record.unit ?? "hour", "hour") : undefined;
    if (factor === undefined || record.person === null) return [entry];
    const key = `${personKey(record.person)}|${day}`;
    const hours = converted(quantity, factor);
    const before = used.get(key) ?? fraction(0);
    const left = subtractFractions(limit, before);
    const taken = compareFractions(left, fraction(0)) <= 0 ? fraction(0) : minimumFraction(hours, left);
    used.set(key, addFractions(before, taken));
    if (compareFractions(taken, hours) === 0) return [entry];
    gaps.push(
      openGap(
        "drafting/hours-above-day",
        { person: record.person, day, limit, excess: shownQuantity(subtractFractions(hours, taken)) },
        [...rules.term.evidence, ...record.evidence],
      ),
    );
    return taken.numerator === 0n
      ? []
      : [{ ...entry, quantity: converted(taken, unitFactor("hour", record.unit ?? "hour") ?? fraction(1)) }];
  });
  return { records: kept, gaps };
}

/** Exact as a decimal, else as a fraction. */
export const shownQuantity = (value: Fraction): string => {
  const exact = fractionToExactDecimal(value);
  return exact === undefined ? `${value.numerator}/${value.denominator}` : decimalToText(exact);
};
