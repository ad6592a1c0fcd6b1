import type { DocumentKind } from "./document.ts";

/** What a column of a table of records holds, whichever program wrote the table. */
export const tableFields = [
  "invoice-number",
  "document-kind",
  "issue-date",
  "due-date",
  "customer",
  "customer-tax-id",
  "seller",
  "seller-tax-id",
  "currency",
  "description",
  "item",
  "item-code",
  "quantity",
  "unit",
  "unit-price",
  "price-base",
  "discount-percent",
  "discount-amount",
  "line-amount",
  "line-gross",
  "tax-rate",
  "tax-amount",
  "subtotal",
  "total",
  "total-tax",
  "balance",
  "order-reference",
  "agreement-reference",
  "project",
  "period-start",
  "period-end",
  "payment-terms",
  "preceding-invoice",
  "bank-account",
  "date",
  "person",
  "role",
  "task",
  "notes",
  "hours",
  "minutes",
  "start",
  "end",
  "break",
  "billable",
  "approved",
  "approved-by",
  "record-id",
  "timestamp",
  "delivery-number",
  "ordered",
  "meter",
  "milestone",
  "accepted-on",
  "merchant",
  "receipt",
  "debit",
  "credit",
  "balance-after",
  "email",
  "address",
  "status",
  "first-name",
  "last-name",
  "week",
  "period",
  "reading-before",
  "reading-after",
  "rate",
  "booking-date",
  "value-date",
  "counterparty",
  "counterparty-account",
  "payer",
  "payee",
  "account",
  "remittance",
  "direction",
  "fee",
  "gross",
  "net-amount",
  "payment-id",
  "payment-kind",
  "payment-status",
  "payout-reference",
] as const;

export type TableField = (typeof tableFields)[number];

/** What the rows of a table can be. */
export const mappedKinds = [
  "invoice",
  "credit-note",
  "timesheet",
  "work-order",
  "delivery",
  "usage",
  "expense",
  "payment",
  "statement",
] as const satisfies readonly DocumentKind[];

export type MappedKind = (typeof mappedKinds)[number];

/**
 * How the tables of one source are read: which column holds what, and how its numbers and dates are written.
 *
 * It fits a table whose header row holds all of `signature`. Titles are compared without case, marks and accents.
 */
export interface TableMapping {
  /** Stable: the id of a preset, or `own-` and a hash of the header that a person mapped. */
  readonly id: string;
  /** What a person calls the source ("Harvest: detailed time"). */
  readonly title: string;
  readonly kind: MappedKind;
  /** Titles that must all be there. */
  readonly signature: readonly string[];
  /** Column title → what it holds. Columns that are not named here are not read. */
  readonly columns: Readonly<Record<string, TableField>>;
  /** `null` where the values of each file decide. */
  readonly decimalMark: "." | "," | null;
  readonly dateOrder: "day-first" | "month-first" | null;
}
