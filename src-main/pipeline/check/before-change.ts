import type { CheckedInvoice, CheckId, InvoiceId } from "../../../src-shared/model/index.ts";

/** Results of the same batch but for one price, and what that price can reach. */
export interface BeforeChange {
  readonly checkedById: ReadonlyMap<InvoiceId, CheckedInvoice>;
  /** Lines that the price can reach, by their places. */
  readonly nearLines: ReadonlyMap<InvoiceId, ReadonlySet<number>>;
  /** Checks whose answers stay as they were, since nobody asks for them. */
  readonly isSetAside: (check: CheckId) => boolean;
}
