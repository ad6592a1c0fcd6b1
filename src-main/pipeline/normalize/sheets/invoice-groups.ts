import { foldText } from "../values/fold.ts";
import type { RecordRow, RecordTable } from "./record-table.ts";

/** The rows of one invoice in a table, and what holds them together. */
export interface RowGroup {
  readonly key: string;
  readonly rows: RecordRow[];
}

/** Kinds of posting in a list of transactions that are no invoice: money that moved, and entries of the ledger. */
const otherPostings =
  /^(?:(?:receive |bill |customer )?payment\b.*|deposit|check|cheque|expense|transfer|journal(?: entry)?|statement charge|zahlung|paiement|betaling|pago|pagamento|recibo|sr|sa|pa|pp|br|bp|jc|jd)$/;

/**
 * Rows of one invoice: by number, else by customer and date; blank header cells continue the row above.
 *
 * Two suppliers may give their bills one number: where a table names suppliers, they part the rows.
 */
export const groupRows = (table: RecordTable): readonly RowGroup[] => {
  const groups = new Map<string, RowGroup>();
  let lastKey: string | null = null;
  for (const row of table.rows) {
    if (otherPostings.test(foldText(row.cells.get("document-kind")?.text ?? "").trim())) continue;
    const number = row.cells.get("invoice-number")?.text ?? "";
    const customer = row.cells.get("customer")?.text ?? "";
    const date = row.cells.get("issue-date")?.text ?? row.cells.get("date")?.text ?? "";
    const seller = foldText(row.cells.get("seller")?.text ?? "");
    let key: string;
    const numbered = `n|${number}|${foldText(row.cells.get("document-kind")?.text ?? "")}`;
    if (number !== "")
      key =
        seller === "" && lastKey?.startsWith(`${numbered}|`) === true
          ? lastKey
          : seller === ""
            ? numbered
            : `${numbered}|${seller}`;
    else if (lastKey !== null && customer === "" && date === "") key = lastKey;
    else if (table.columns.has("invoice-number") && lastKey !== null && number === "") key = lastKey;
    else key = `c|${foldText(customer)}|${date}`;
    lastKey = key;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
};
