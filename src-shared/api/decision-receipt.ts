/** What a step did, and what it refused. */
export interface DecisionReceipt {
  readonly applied: readonly string[];
  /** Invoices that refused, each with a sentence. */
  readonly refused: readonly { readonly invoiceId: string; readonly because: string }[];
  readonly group: string | null;
}
