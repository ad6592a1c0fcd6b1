import { valueOf } from "../../../src-shared/model/index.ts";
import { addMonths, startOfMonth } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import type { ServiceInterval } from "../../../src-shared/wording/index.ts";
import type { InvoiceContext } from "./context.ts";

/** Whether a bill is for a day, by the days that it prints, else by its own day, which follows within two months. */
export function mayBill(
  day: LocalDate,
  interval: ServiceInterval | null,
  { invoice }: InvoiceContext,
): boolean {
  if (interval !== null) return interval.start <= day && day < interval.end;
  const issued = valueOf(invoice.issueDate);
  return issued !== null && day <= issued && issued < addMonths(startOfMonth(day), 2);
}
