import {
  agingBands,
  type AgingBand,
  type AgingRow,
  type OpenItem,
} from "../../../../src-shared/model/index.ts";
import {
  add,
  decimalToText,
  formatAmount,
  isZero,
  sum,
  zero,
  type Decimal,
} from "../../../../src-shared/money/index.ts";
import { daysBetween, type LocalDate } from "../../../../src-shared/time/index.ts";

/** Days after the due date; negative before it, `null` where none is known. */
export const daysLate = (item: OpenItem, asOf: LocalDate): number | null =>
  item.dueDate === null ? null : daysBetween(item.dueDate, asOf);

export const bandOf = (days: number | null): AgingBand => {
  if (days === null) return "no-due-date";
  if (days <= 0) return "not-due";
  if (days <= 30) return "1-30";
  if (days <= 60) return "31-60";
  return days <= 90 ? "61-90" : "over-90";
};

/** What is open by customer, currency and lateness; what is owed most stands first. */
export function ageOpenItems(items: readonly OpenItem[], asOf: LocalDate): readonly AgingRow[] {
  const groups = new Map<
    string,
    { readonly customer: string; readonly currency: string; readonly bands: Map<AgingBand, Decimal> }
  >();
  for (const item of items) {
    if (isZero(item.open)) continue;
    const key = `${item.customer}\n${item.currency}`;
    const group = groups.get(key) ?? {
      customer: item.customer,
      currency: item.currency,
      bands: new Map<AgingBand, Decimal>(),
    };
    groups.set(key, group);
    const band = bandOf(daysLate(item, asOf));
    group.bands.set(band, add(group.bands.get(band) ?? zero, item.open));
  }
  return [...groups.values()]
    .map(({ customer, currency, bands }): AgingRow => ({
      customer,
      currency,
      byBand: Object.fromEntries(
        agingBands.map((band) => [band, formatAmount(bands.get(band) ?? zero, currency)]),
      ) as AgingRow["byBand"],
      total: decimalToText(sum(bands.values())),
    }))
    .toSorted((first, second) =>
      first.customer < second.customer
        ? -1
        : first.customer > second.customer
          ? 1
          : first.currency < second.currency
            ? -1
            : 1,
    );
}
