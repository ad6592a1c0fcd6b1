import type { Field } from "../../../../src-shared/model/index.ts";
import { addDays } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { daysNamedIn } from "../../../../src-shared/wording/index.ts";
import { textOf } from "./layout.ts";
import type { RawLine } from "./raw-line.ts";

/** Days that the lines of an invoice may be of. */
export interface BilledDays {
  readonly start: LocalDate;
  /** Exclusive. */
  readonly end: LocalDate;
}

/** How far back the work of an invoice without a period reaches: lines of three months ago print their year. */
export const reachOfWork = 92;

/** The billed period, else the time before the invoice was written; `null` where neither is known. */
export function billedDaysOf(
  period: { readonly start: Field<LocalDate> | null; readonly end: Field<LocalDate> | null } | null,
  issueDate: Field<LocalDate> | null,
): BilledDays | null {
  const [start, end] = [period?.start?.value ?? null, period?.end?.value ?? null];
  if (start !== null && end !== null && start < end) return { start, end };
  const issued = issueDate?.value ?? null;
  return issued === null ? null : { start: addDays(issued, -reachOfWork), end: addDays(issued, 1) };
}

/** The one day of those billed that a cell without a year names ("04/05", "Mon 4 May"); `null` for none or several. */
export function yearlessDay({ dayWords }: RawLine, days: BilledDays | null): LocalDate | null {
  if (days === null || dayWords.length === 0 || dayWords.length > 4) return null;
  const [day, ...others] = daysNamedIn(textOf(dayWords), days.start, addDays(days.end, -1));
  return day === undefined || others.length > 0 ? null : day;
}
