import { compareFractions, fraction, toFraction } from "../../../src-shared/money/index.ts";
import type { InvoiceMatch } from "../../../src-shared/model/index.ts";
import { dayOf } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { namesDay, serviceDaysIn } from "../../../src-shared/wording/index.ts";
import { compareDelivery } from "./compare-delivery.ts";
import type { ProvenLine } from "./compare-delivery.ts";
import type { DeliveryIndex } from "./delivery-index.ts";

/**
 * Days that the words of a line name: all that they tell for sure, and of those that may be one the ones on which there
 * are records that may prove it.
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
  if (interval === null || numbers.size === 0) return new Set();
  const asked = new Map<LocalDate, boolean>();
  const isNamed = (date: LocalDate): boolean => {
    const known = asked.get(date) ?? namesDay(description, date);
    asked.set(date, known);
    return known;
  };
  const { ofWork, ofOthers } = serviceDaysIn(description, interval);
  const days = new Set(ofWork);
  for (const delivery of index.find(familyId, interval.start, interval.end)) {
    const { date } = delivery;
    if (date === null || days.has(date) || !numbers.has(dayOf(date))) continue;
    if (ofOthers.has(date) || !isNamed(date)) continue;
    if (compareDelivery(proven, delivery) !== null) days.add(date);
  }
  return holdsHours(proven, days.size) ? days : new Set();
}

/** No day has more hours than 24: what bills more is not for the days that its words name alone. */
function holdsHours({ line, unit }: ProvenLine, days: number): boolean {
  const quantity = line.quantity?.value ?? null;
  return (
    unit !== "hour" || quantity === null || compareFractions(toFraction(quantity), fraction(days * 24)) <= 0
  );
}
