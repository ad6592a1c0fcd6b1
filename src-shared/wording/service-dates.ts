import type { Invoice, InvoiceLine } from "../model/index.ts";
import { addDays } from "../time/index.ts";
import type { LocalDate } from "../time/index.ts";

/** The days on which what a line bills was delivered. */
export interface ServiceInterval {
  readonly start: LocalDate;
  /** Exclusive. */
  readonly end: LocalDate;
  /** Where the days are printed; "invoice" is the service period of the whole document. */
  readonly source: "line" | "invoice";
}

/** Printed service date or period of a line, else of the invoice; `null` when neither is printed or readable. */
export function serviceIntervalOf(invoice: Invoice, line: InvoiceLine | null): ServiceInterval | null {
  const own = line === null ? null : lineIntervalOf(line);
  if (own !== null) return own;
  const start = invoice.periodStart?.value ?? null;
  const end = invoice.periodEnd?.value ?? null;
  if (start !== null && end !== null && start < end) return { start, end, source: "invoice" };
  const only = start ?? (end === null ? null : addDays(end, -1));
  return only === null ? null : { start: only, end: addDays(only, 1), source: "invoice" };
}

/** Service date or period that a line prints itself. */
export function lineIntervalOf(line: InvoiceLine): ServiceInterval | null {
  const start = line.periodStart?.value ?? null;
  const end = line.periodEnd?.value ?? null;
  if (start !== null && end !== null && start < end) return { start, end, source: "line" };
  const day = line.serviceDate?.value ?? start ?? (end === null ? null : addDays(end, -1));
  return day === null ? null : { start: day, end: addDays(day, 1), source: "line" };
}

/** All days that an invoice bills, from its own period and the days of its lines; `null` when none is printed. */
export function wholeServiceInterval(invoice: Invoice): ServiceInterval | null {
  let whole = serviceIntervalOf(invoice, null);
  for (const line of invoice.lines) {
    const own = lineIntervalOf(line);
    if (own === null) continue;
    whole =
      whole === null
        ? own
        : {
            start: own.start < whole.start ? own.start : whole.start,
            end: own.end > whole.end ? own.end : whole.end,
            source: whole.source,
          };
  }
  return whole;
}
