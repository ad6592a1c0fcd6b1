import { lineKinds } from "../kind/title-lines.ts";
import { foldText } from "../values/fold.ts";
import type { ColumnRole } from "./column-roles.ts";
import type { GridCell } from "./grid.ts";

/** What plain titles mean in a table of bills: its "number" is that of the bill, its "date" the day of issue. */
const inBills: ReadonlyMap<ColumnRole, ColumnRole> = new Map([
  ["record-id", "invoice-number"],
  ["date", "issue-date"],
]);
/** From here on a cell is the word for a bill and nothing else. */
const plain = 0.9;

const isBill = (text: string): boolean =>
  lineKinds(foldText(text)).some(
    ({ kind, fit }) => (kind === "invoice" || kind === "credit-note") && fit >= plain,
  );

/** Whether the cells of a column, those that hold anything, all call their row a bill: "Tax Invoice". */
export function namesBills(column: number, body: readonly (readonly GridCell[])[]): boolean {
  const kinds = new Set(body.flatMap((row) => row[column]?.text ?? []));
  kinds.delete("");
  return kinds.size > 0 && [...kinds].every(isBill);
}

/** Columns of a table whose rows all call themselves a bill, by what plain titles mean there. */
export function withBillRoles(
  columns: ReadonlyMap<ColumnRole, number>,
  body: readonly (readonly GridCell[])[],
): ReadonlyMap<ColumnRole, number> {
  const at = columns.get("document-kind");
  if (at === undefined || !namesBills(at, body)) return columns;
  return new Map(
    Array.from(columns, ([role, index]) => {
      // Behind who sells, "name" without a side is who buys.
      const meant = role === "person" && columns.has("seller") ? "customer" : inBills.get(role);
      return [meant === undefined || columns.has(meant) ? role : meant, index] as const;
    }),
  );
}
