import { isTitleOfBill } from "../kind/title-lines.ts";
import { foldText } from "../values/fold.ts";
import type { ColumnRole } from "./column-roles.ts";
import type { GridCell } from "./grid.ts";
import { titleKey } from "./title-key.ts";

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
  return withBillRolesOf(withPlainNumber(withTaxIds(columns, header), header, body), header, body);
}

const plainNumber = /^(?:number|numero|num\.?|nr\.?|no\.?|nummer|n°|nº|n\.)$/;
const billed: readonly ColumnRole[] = ["line-amount", "line-gross", "total"];

/** "Numero" beside a day of issue, two parties or a due date, and sums: that of the bill. */
function withPlainNumber(
  columns: ReadonlyMap<ColumnRole, number>,
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
): ReadonlyMap<ColumnRole, number> {
  const isBill =
    columns.has("issue-date") &&
    (columns.has("due-date") || (columns.has("seller") && columns.has("customer"))) &&
    billed.some((role) => columns.has(role));
  const column = header.findIndex(({ text }) => plainNumber.test(titleKey(text)));
  const isCode = body.some(
    (row) => /\D/.test(row[column]?.text ?? "") || (row[column]?.text ?? "").length > 3,
  );
  if (!isBill || column < 0 || !isCode || columns.has("invoice-number")) return columns;
  return new Map([...[...columns].filter(([, at]) => at !== column), ["invoice-number", column]]);
}

const taxIdTitle =
  /^(?:(?:vat|gst|tax|btw|tva|ust|mwst)[ -]?(?:id|no|nr|number|nummer|reg(?:istration)?(?: no)?|idnr|id[ -]?nr)\.?|p\.? ?iva|partita iva|nif|cif|nipc|siret|siren|abn|uid|ust-?id(?:nr)?\.?|tva intracom\.?|n° tva|kvk|ein)$/;

/** "Supplier | VAT number": a number for tax that names no side is that of the party right before it. */
function withTaxIds(
  columns: ReadonlyMap<ColumnRole, number>,
  header: readonly GridCell[],
): ReadonlyMap<ColumnRole, number> {
  const found = new Map(columns);
  for (const [column, { text }] of header.entries()) {
    if (!taxIdTitle.test(titleKey(text))) continue;
    const role: ColumnRole | null =
      columns.get("seller") === column - 1
        ? "seller-tax-id"
        : columns.get("customer") === column - 1
          ? "customer-tax-id"
          : null;
    if (role === null || found.has(role)) continue;
    for (const [other, at] of found) if (at === column) found.delete(other);
    found.set(role, column);
  }
  return found;
}

function withBillRolesOf(
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
