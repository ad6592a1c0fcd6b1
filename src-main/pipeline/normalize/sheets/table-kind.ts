import type { DocumentKind } from "../../../../src-shared/model/index.ts";
import { foldText } from "../values/fold.ts";
import type { RecordTable } from "./record-table.ts";
import type { ColumnRole } from "./column-roles.ts";

export interface TableKind {
  readonly kind: DocumentKind;
  readonly confidence: number;
}

/** What a table of records is, from the columns that it has and lacks. */
export const tableKind = (table: RecordTable): TableKind | null => {
  const has = (...roles: readonly ColumnRole[]): boolean => roles.some((role) => table.columns.has(role));
  if (table.rows.length === 0) return null;
  if (table.mapping !== null) return { kind: table.mapping.kind, confidence: 0.99 };
  const hasMoney = has("line-amount", "line-gross", "total", "unit-price");
  const hasItem = has("description", "item", "item-code");
  if (has("invoice-number") && hasMoney && (has("issue-date", "customer", "due-date") || hasItem)) {
    const credits = table.rows.filter((row) =>
      /credit|gutschrift|avoir/.test(foldText(row.cells.get("document-kind")?.text ?? "")),
    ).length;
    return { kind: credits * 2 > table.rows.length ? "credit-note" : "invoice", confidence: 0.95 };
  }
  if (isStatement(table)) return { kind: "statement", confidence: 0.9 };
  if (has("balance-after", "debit") || (has("balance") && has("date") && has("credit", "line-amount")))
    return { kind: "statement", confidence: 0.85 };
  if (
    (has("hours", "minutes") || (has("start") && has("end"))) &&
    has("date", "week", "start") &&
    has("person", "task", "project", "notes", "description", "role", "first-name", "customer", "item")
  ) {
    return { kind: "timesheet", confidence: 0.93 };
  }
  if (has("hours") && has("person", "first-name", "role")) return { kind: "timesheet", confidence: 0.8 };
  if (has("milestone") && has("accepted-on", "approved", "approved-by", "status", "date") && !has("quantity"))
    return { kind: "acceptance", confidence: 0.85 };
  if (
    (has("merchant", "receipt") || namesExpenses(table)) &&
    has("line-amount", "line-gross", "total") &&
    has("date", "issue-date")
  )
    return { kind: "expense", confidence: 0.85 };
  if (has("quantity") && has("meter", "timestamp")) return { kind: "usage", confidence: 0.88 };
  if (
    has("quantity") &&
    (hasItem || has("task", "notes")) &&
    has("delivery-number", "ordered", "date", "approved-by") &&
    !has("line-amount")
  ) {
    return {
      kind: has("record-id") && !has("delivery-number") && has("person", "task") ? "work-order" : "delivery",
      confidence: 0.8,
    };
  }
  if (has("quantity") && hasItem && has("date") && !has("invoice-number"))
    return { kind: has("person") ? "work-order" : "delivery", confidence: 0.65 };
  if (has("email", "address") && has("customer") && !hasMoney && !has("quantity"))
    return { kind: "customer-list", confidence: 0.8 };
  return null;
};

const expenseTitle =
  /\b(?:expenses?|auslagen?|spesen(?:art)?|depenses?|frais|gastos?|spesa|spese|despesas?|onkosten)\b/;

/** Whether a column says itself that its rows are what somebody spent. */
const namesExpenses = ({ titles, columns }: RecordTable): boolean =>
  !columns.has("invoice-number") &&
  !columns.has("quantity") &&
  [...titles.values()].some((title) => expenseTitle.test(foldText(title)));

/** An account's movements: a date, an amount or two columns of them, and something that only an account has. */
const isStatement = ({ columns }: RecordTable): boolean => {
  const has = (...roles: readonly ColumnRole[]): boolean => roles.some((role) => columns.has(role));
  if (has("quantity", "unit-price", "hours", "invoice-number", "due-date", "tax-amount")) return false;
  const hasDate = has("booking-date", "value-date", "date", "issue-date");
  const hasAmount = has("line-amount", "total", "gross") || (has("debit") && has("credit"));
  const signs = [
    has("balance-after", "balance"),
    has("debit") && has("credit"),
    has("value-date"),
    has("direction"),
    has("counterparty-account"),
    has("remittance") && has("counterparty", "payee", "payer", "booking-date"),
  ];
  return hasDate && hasAmount && signs.some(Boolean);
};
