import type { InvoiceMatch } from "../../../src-shared/model/index.ts";
import { dayOf } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { namesDay } from "../../../src-shared/wording/index.ts";
import { compareDelivery } from "./compare-delivery.ts";
import type { ProvenLine } from "./compare-delivery.ts";
import type { DeliveryIndex } from "./delivery-index.ts";

/**
 * Days that the words of a line name, of those on which there are records that may prove it.
 *
 * "After-hours call 22/10, docket 904" is for the call of that day, also where another one was never billed.
 */
export function daysNamedBy(
  proven: ProvenLine,
  familyId: InvoiceMatch["agreementId"],
  interval: { readonly start: LocalDate; readonly end: LocalDate } | null,
  index: DeliveryIndex,
): ReadonlySet<LocalDate> {
  const { description } = proven.line;
  const numbers = new Set(description.match(/\d+/g)?.map(Number) ?? []);
  const named = new Map<LocalDate, boolean>();
  if (interval === null || numbers.size === 0) return new Set();
  for (const delivery of index.find(familyId, interval.start, interval.end)) {
    const { date } = delivery;
    if (date === null || named.get(date) === true || !numbers.has(dayOf(date))) continue;
    if (!named.has(date)) named.set(date, false);
    if (namesDay(description, date) && compareDelivery(proven, delivery) !== null) named.set(date, true);
  }
  return new Set([...named].flatMap(([date, isNamed]) => (isNamed ? [date] : [])));
}
