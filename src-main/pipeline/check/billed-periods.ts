import { fraction } from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { Cadence } from "../../../src-shared/model/index.ts";
import { lengthInDays, monthsPer, wholeMonthsIn } from "../../../src-shared/time/index.ts";
import type { ServiceInterval } from "../../../src-shared/wording/index.ts";
import type { LineContext } from "./context.ts";

/** How many of its periods a fee is billed for; `null` for a part of one, `undefined` where no days are printed. */
export function periodsBilled(per: Cadence, context: LineContext): Fraction | null | undefined {
  if (per === "once") return fraction(1);
  const { interval, owner } = context;
  // A single day is the day of an event, not a period that was billed.
  if (interval === null || lengthInDays(interval) === 1) return undefined;
  if (per === "week") {
    const days = lengthInDays(interval);
    return days % 7 === 0 ? fraction(days / 7) : null;
  }
  const months = wholeMonthsIn(interval);
  const each = monthsPer(per) ?? 1;
  if (months === undefined) return null;
  if (months % each === 0) return fraction(months / each);
  // A fee whose own period is billed as well ("the windows each quarter") is no part of a month.
  return isBilledEvery(months, owner) && !isBilledEvery(each, owner) ? fraction(months, each) : null;
}

/** A yearly fee that the agreement bills by the month is due in twelfths. */
function isBilledEvery(months: number, owner: LineContext["owner"]): boolean {
  return owner.termsOf("billing").some(({ term }) => monthsPer(term.value.frequency) === months);
}

const longest: Readonly<Record<Exclude<Cadence, "once">, number>> = {
  week: 7,
  month: 31,
  quarter: 92,
  "half-year": 184,
  year: 366,
};

/** Whether days are more than one period: how much of what each period includes was used in it, they do not say. */
export const exceedsPeriod = (per: Cadence | null, interval: ServiceInterval | null): boolean =>
  per !== null && per !== "once" && interval !== null && lengthInDays(interval) > longest[per];
