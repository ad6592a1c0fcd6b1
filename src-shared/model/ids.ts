declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** One imported file or one member of it: `doc-` and twelve hex digits of its content hash and path. */
export type DocumentId = Branded<"DocumentId">;
/** One agreement document with its terms: `agr-…`. An amendment has its own and names the one that it amends. */
export type AgreementId = Branded<"AgreementId">;
/** One term of one agreement: `trm-…`. */
export type TermId = Branded<"TermId">;
/** One row of delivered work, goods or usage: `dlv-…`. */
export type DeliveryId = Branded<"DeliveryId">;
/** One invoice or credit note: `inv-…`. */
export type InvoiceId = Branded<"InvoiceId">;
/** One finding: `fnd-…`, stable for the same check, subject and reason. */
export type FindingId = Branded<"FindingId">;
/** One event of the decision log: `evt-…`. */
export type EventId = Branded<"EventId">;
/** One movement of money of one statement or payout file: `pay-…`. */
export type PaymentId = Branded<"PaymentId">;
/** One bank statement, payout or list of payments: `stm-…`. */
export type StatementId = Branded<"StatementId">;
/** One approved batch: `bat-…`. */
export type BatchId = Branded<"BatchId">;
/** One draft of an invoice: `drf-…`, the same for the same agreement, period and records. */
export type DraftId = Branded<"DraftId">;
