import type { AgreementId, Delivery, TermId } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import type { BatchContext, InvoiceContext } from "./context.ts";
import { invoicesOfFamily } from "./covering-invoices.ts";
import { usableRates } from "./family-terms.ts";
import { rateOf } from "./rate-of-record.ts";

/** A record of an agreement that no line takes, with its day in the zone of the agreement. */
interface LeftRecord {
  readonly delivery: Delivery;
  readonly date: LocalDate;
  readonly familyId: AgreementId;
}

/**
 * Invoices for the day of a record that bill some records of a month, a paper and a price, and not this one. A line that
 * prints days of its own bills no others.
 */
export function halfBilledBy(
  { delivery, date, familyId }: LeftRecord,
  batch: BatchContext,
): readonly InvoiceContext[] {
  const rate = rateOf(delivery, usableRates(familyId, batch));
  if (rate === null) return [];
  const sort = sortOf(rate.term.id, delivery, date);
  const sorts = batch.once("sorts-billed", findSortsBilled);
  return invoicesOfFamily(familyId, batch)
    .covering(delivery)
    .flatMap(({ invoices }) => invoices.filter((invoice) => sorts.get(invoice)?.has(sort) === true));
}

/** What records of one month, paper, customer and price have in common. */
const sortOf = (termId: TermId, { documentId, customer }: Delivery, date: LocalDate): string =>
  JSON.stringify([termId, documentId, customer, date.slice(0, 7)]);

/** The sorts of records that each invoice bills on lines without days of their own; once for a batch. */
function findSortsBilled({ invoices, deliveries }: BatchContext): ReadonlyMap<InvoiceContext, Set<string>> {
  return new Map(
    invoices.map((invoice) => {
      const sorts = new Set<string>();
      for (const { terms, match, interval } of invoice.lines) {
        if (interval?.source === "line") continue;
        for (const { deliveryId } of match.deliveries) {
          const record = deliveries.get(deliveryId);
          if (record === undefined || record.date === null) continue;
          for (const { term } of terms) sorts.add(sortOf(term.id, record, record.date));
        }
      }
      return [invoice, sorts];
    }),
  );
}
