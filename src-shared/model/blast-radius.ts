import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { CheckId, Route } from "./check.ts";
import type { InvoiceId, TermId } from "./ids.ts";

/** Money that the findings of one invoice speak of, by direction; over and under are never netted. */
export interface DirectedMoney {
  readonly over: DecimalText;
  readonly under: DecimalText;
}

/** One invoice whose findings are not the same after a change of a term. */
export interface AffectedInvoice {
  readonly invoiceId: InvoiceId;
  readonly number: string | null;
  readonly issueDate: LocalDate | null;
  readonly currency: string | null;
  readonly before: DirectedMoney & { readonly route: Route };
  readonly after: DirectedMoney & { readonly route: Route };
  /** Checks that speak now and would be silent, and the other way round. */
  readonly resolved: readonly CheckId[];
  readonly raised: readonly CheckId[];
  /** Already approved or handed over: it cannot change any more without a correction. */
  readonly isDecided: boolean;
}

/** What a change of one term does to the invoices of its agreement, before it is made. */
export interface BlastRadius {
  readonly termId: TermId;
  /** Invoices of the agreement that were compared. */
  readonly compared: number;
  /** In order of issue date and number. */
  readonly invoices: readonly AffectedInvoice[];
  /** Sums over the affected invoices, by currency. */
  readonly totals: Readonly<
    Record<string, { readonly before: DirectedMoney; readonly after: DirectedMoney }>
  >;
}
