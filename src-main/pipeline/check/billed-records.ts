import type { DeliveryId, DocumentId } from "../../../src-shared/model/index.ts";
import type { BatchContext, InvoiceContext } from "./context.ts";

/** The records that a line of any invoice takes; found once for a batch. */
export const billedRecordsIn = (batch: BatchContext): ReadonlySet<DeliveryId> =>
  batch.once("billed-records", ({ invoices }) => {
    const ids = invoices.flatMap(({ lines }) =>
      lines.flatMap(({ match }) => match.deliveries.map(({ deliveryId }) => deliveryId)),
    );
    return new Set(ids);
  });

/** The papers on which the records of an invoice stand. */
export const papersBehind = ({ lines, batch }: InvoiceContext): ReadonlySet<DocumentId> =>
  new Set(
    lines.flatMap(({ match }) =>
      match.deliveries.flatMap(({ deliveryId }) => batch.deliveries.get(deliveryId)?.documentId ?? []),
    ),
  );
