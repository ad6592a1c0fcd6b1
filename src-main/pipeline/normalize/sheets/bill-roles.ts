import { isTitleOfBill } from "../kind/title-lines.ts";
import { foldText } from "../values/fold.ts";
import type { ColumnRole } from "./column-roles.ts";
import type { GridCell } from "./grid.ts";

/** What plain titles mean in a table of bills: its "number" is that of the bill, its "date" the day of issue. */
const inBills: ReadonlyMap<ColumnRole, ColumnRole> = new Map([
  ["record-id", "invoice-number"],
  ["date", "issue-date"],
]);
/** Whether the cells of a column, those that hold anything, all call their row a bill: "Tax Invoice". */
export function namesBills(column: number, body: readonly (readonly GridCell[])[]): boolean {
  const kinds = new Set(body.flatMap((row) => row[column]?.text ?? []));
  kinds.delete("");
  return kinds.size > 0 && [...kinds].every((text) => isTitleOfBill(foldText(text)));
}

/**
 * Columns of a table of bills by what plain titles mean there: one whose rows all call themselves a bill, or that has
 * numbers and days of bills.
 */
export function withBillRoles(
  columns: ReadonlyMap<ColumnRole, number>,
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
): ReadonlyMap<ColumnRole, number> {
  const at = columns.get("document-kind");
  const calls = at !== undefined && namesBills(at, body);
  if (!calls && !(columns.has("invoice-number") && columns.has("issue-date"))) return columns;
  // "Debitor 10231" beside a name is the number of an account.
  const customer = columns.get("customer");
  const isNumbered = customer !== undefined && isAccountColumn(customer, body);
  return new Map(
    Array.from(columns).flatMap(([role, index]): readonly (readonly [ColumnRole, number])[] => {
      // Behind who sells, "name" without a side is who buys.
      const isName =
        role === "person" &&
        (isNumbered ? nameTitle.test(foldText(header[index]?.text ?? "")) : calls && columns.has("seller"));
      if (isName && (isNumbered || !columns.has("customer"))) return [["customer", index]];
      const meant = calls ? inBills.get(role) : undefined;
      if (role === "customer" && isNumbered && namedColumn(columns, header)) return [];
      return [[meant === undefined || columns.has(meant) ? role : meant, index]];
    }),
  );
}

const nameTitle = /^(?:name|nom|nombre|nome|naam|firma|kundenname|bezeichnung kunde)\s?\d?$/;
const namedColumn = (columns: ReadonlyMap<ColumnRole, number>, header: readonly GridCell[]): boolean =>
  nameTitle.test(foldText(header[columns.get("person") ?? -1]?.text ?? ""));

const isAccountColumn = (column: number, body: readonly (readonly GridCell[])[]): boolean => {
  const filled = body.map((row) => row[column]?.text ?? "").filter((text) => text !== "");
  return filled.length > 0 && filled.every((text) => /^\d+$/.test(text));
};
