import type { ColumnRole } from "./column-roles.ts";

/** Columns whose cells hold numbers of money, quantity or percent, and vote on the decimal mark. */
export const numberColumns: readonly ColumnRole[] = [
  "quantity",
  "unit-price",
  "price-base",
  "line-amount",
  "line-gross",
  "tax-amount",
  "tax-rate",
  "subtotal",
  "total",
  "total-tax",
  "balance",
  "hours",
  "discount-amount",
  "discount-percent",
  "debit",
  "credit",
  "rate",
  "minutes",
  "balance-after",
  "fee",
  "gross",
  "net-amount",
  "reading-before",
  "reading-after",
];
/** Columns whose cells hold days, and vote on the order of day and month. */
export const dateColumns: readonly ColumnRole[] = [
  "issue-date",
  "due-date",
  "date",
  "period-start",
  "period-end",
  "accepted-on",
  "timestamp",
  "booking-date",
  "value-date",
];
