import type { ListRow } from "./find-arrived.ts";

/** Titles of the column that numbers transactions in lists of ledgers: hledger, QuickBooks, Xero, MYOB. */
const transactionTitle =
  /^(?:txnidx|trans(?:action)? ?(?:#|no\.?|number|id)|journal ?(?:no\.?|number|id)|entry ?no\.?)$/i;

/**
 * A list with its transactions as rows.
 *
 * A ledger lists postings, several for one invoice: the customer, the income, the tax. A column numbers the transaction
 * that they belong to; its postings count as one row with the cells of all.
 */
export function joinPostings(rows: readonly ListRow[]): readonly ListRow[] {
  const head = rows.findIndex((row) => row.some((cell) => transactionTitle.test(cell.trim())));
  if (head === -1) return rows;
  const column = (rows[head] ?? []).findIndex((cell) => transactionTitle.test(cell.trim()));
  const joined: ListRow[] = rows.slice(0, head + 1);
  const places = new Map<string, number>();
  for (const row of rows.slice(head + 1)) {
    const transaction = (row[column] ?? "").trim();
    const place = places.get(transaction);
    if (transaction !== "") places.set(transaction, place ?? joined.length);
    if (transaction === "" || place === undefined) joined.push(row);
    else joined[place] = [...(joined[place] ?? []), ...row];
  }
  return joined;
}

const transactionLine = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s/;

/** Lines of a journal in plain text (hledger, Ledger, Beancount) with the postings of a transaction behind its head. */
export function joinJournalLines(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let isInTransaction = false;
  for (const line of lines) {
    if (isInTransaction && /^\s+\S/.test(line)) joined.push(`${joined.pop() ?? ""}\t${line.trim()}`);
    else {
      joined.push(line);
      isInTransaction = transactionLine.test(line);
    }
  }
  return joined;
}
