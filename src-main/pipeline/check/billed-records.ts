import type { DeliveryId, DocumentId } from "../../../src-shared/model/index.ts";
import type { BatchContext, InvoiceContext } from "./context.ts";

/** The records that a line of any invoice takes; found once for a batch. */
export const billedRecordsIn = (batch: BatchContext): ReadonlySet<DeliveryId> =>
  batch.once("billed-records", ({ invoices }) => {
    const ids = new Set<DeliveryId>();
    for (const { lines } of invoices)
      for (const { match } of lines) for (const { deliveryId } of match.deliveries) ids.add(deliveryId);
    return ids;
  });

/** The papers on which the records of an invoice stand. */
export const papersBehind = ({ lines, batch }: InvoiceContext): ReadonlySet<DocumentId> =>
  new Set(
    lines.flatMap(({ match }) =>
      match.deliveries.flatMap(({ deliveryId }) => batch.deliveries.get(deliveryId)?.documentId ?? []),
    ),
  );
