import type { Delivery } from "../../../src-shared/model/index.ts";
import { addMonths, startOfMonth } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";

/** The day of a record, or the first of the days that it counts where these lie within one month. */
export function dayOfRecord({ date, periodStart, periodEnd }: Delivery): LocalDate | null {
  if (date !== null || periodStart === null) return date;
  return periodEnd !== null && periodEnd <= addMonths(startOfMonth(periodStart), 1) ? periodStart : null;
}
