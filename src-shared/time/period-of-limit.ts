import type { LocalDate } from "./local-date.ts";
import { calendarPeriod, periodAt } from "./period.ts";
import type { CalendarStep, Period } from "./period.ts";

/**
 * The period that a limit "per month" or "per year" counts a day in.
 *
 * Weeks and months are those of the calendar, as invoices bill them; longer periods run from the start of the agreement,
 * and from January where none is known.
 */
export function periodOfLimit(step: CalendarStep, day: LocalDate, from: LocalDate | null): Period {
  return step === "week" || step === "month" || from === null
    ? calendarPeriod(step, day)
    : periodAt(from, step, day);
}
