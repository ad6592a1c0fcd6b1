import type { InvoiceLine } from "../../../src-shared/model/index.ts";
import type { Weekday } from "../../../src-shared/time/index.ts";
import { weekdaysNamedIn, wordingOf } from "../../../src-shared/wording/index.ts";

/** A holiday is priced like a Sunday on whatever weekday it falls, and a night belongs to two days. */
const anyDay = ["holiday", "night"].flatMap((word) => wordingOf(word).shifts);

/**
 * For each line that names weekdays, those that other lines name and it does not: what was done on a Saturday is of the
 * line for Saturdays, and not of the one for Monday to Friday, whichever of them asks first.
 */
export function weekdaysOfOthers(lines: readonly InvoiceLine[]): readonly ReadonlySet<Weekday>[] {
  const named = lines.map(({ description }) => weekdaysNamedIn(description));
  const all = new Set(named.flatMap((days) => [...days]));
  return named.map((own, place) => {
    const { shifts } = wordingOf(lines[place]?.description ?? "");
    const isOfAny = own.size === 0 || shifts.some((shift) => anyDay.includes(shift));
    return isOfAny ? new Set() : new Set([...all].filter((day) => !own.has(day)));
  });
}
