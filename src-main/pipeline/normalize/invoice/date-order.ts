import { addDays, daysBetween } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { DateReading } from "../values/index.ts";
import { greatestOf } from "./layout.ts";

export type DateOrder = "day-first" | "month-first";

/** A printed date under both orders of day and month; twice the same where its figures leave no choice. */
interface BothWays {
  readonly "day-first": LocalDate;
  readonly "month-first": LocalDate;
}

const orders: readonly DateOrder[] = ["day-first", "month-first"];

/** The longest stretch of work that one invoice bills, and the longest that it gives to pay, in days. */
const longestStretch = 200;

/**
 * Which order of day and month the dates of an invoice prove among themselves, beside what their figures say: the due
 * date comes as long after the issue date as the terms say, or after it at all; the rows of a log go forward in time
 * and end by the issue date. `null` where both orders fit, or none.
 *
 * @param prior the order that the readings were decided by on a habit of the country alone; `null` if they are open
 */
export function proveDateOrder(
  printed: {
    readonly issue: DateReading | null;
    readonly due: DateReading | null;
    readonly rows: readonly DateReading[];
    readonly termDays: number | null;
  },
  prior: DateOrder | null,
): DateOrder | null {
  const bothWays = (reading: DateReading | null): BothWays | null => {
    const [first, second] = reading?.readings ?? [];
    if (first === undefined) return null;
    if (second === undefined) return { "day-first": first, "month-first": first };
    return prior === "month-first"
      ? { "day-first": second, "month-first": first }
      : { "day-first": first, "month-first": second };
  };
  const [issue, due] = [bothWays(printed.issue), bothWays(printed.due)];
  const rows = printed.rows.flatMap((reading) => bothWays(reading) ?? []);
  const only = (fits: (order: DateOrder) => boolean): DateOrder | null => {
    const [order, other] = orders.filter(fits);
    return other === undefined ? (order ?? null) : null;
  };
  if (issue === null) return null;
  if (due !== null) {
    const { termDays } = printed;
    const byTerms =
      termDays === null ? null : only((order) => addDays(issue[order], termDays) === due[order]);
    if (byTerms !== null) return byTerms;
    const byOrder = only((order) => isWithin(issue[order], due[order]));
    if (byOrder !== null) return byOrder;
  }
  if (new Set(rows.map((row) => row["day-first"])).size < 2) return null;
  const isLog = (order: DateOrder): boolean =>
    rows.every((row, index) => {
      const before = rows[index - 1];
      return isWithin(row[order], issue[order]) && (before === undefined || before[order] <= row[order]);
    });
  const byLog = only(isLog);
  if (byLog !== null || prior === null || !isLog(prior)) return byLog;
  // Days in a row before the invoice under the habit of the country, and the same day of months far apart otherwise.
  const reach = (order: DateOrder): number =>
    greatestOf(rows.map((row) => daysBetween(row[order], issue[order])));
  const other = prior === "day-first" ? "month-first" : "day-first";
  return reach(other) > 4 * (reach(prior) + 7) ? prior : null;
}

const isWithin = (from: LocalDate, to: LocalDate): boolean =>
  from <= to && daysBetween(from, to) <= longestStretch;
