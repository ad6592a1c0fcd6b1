import { valueOf, type Invoice, type InvoiceId } from "../../../src-shared/model/index.ts";
import { absolute, isDecimalText, isEqual, type DecimalText } from "../../../src-shared/money/index.ts";
import { normalizeReference } from "../../../src-shared/wording/index.ts";

/** The cells of one row of a list. */
export type ListRow = readonly string[];

/** What a list of the target holds of an export. */
export interface Arrived {
  readonly confirmed: readonly InvoiceId[];
  readonly missing: readonly InvoiceId[];
  readonly doubled: readonly InvoiceId[];
  readonly differing: readonly InvoiceId[];
}

/** Amounts in a cell, as text: "1,081.34", "(30.00)", "$ 85.00", "1.081,34". All readings count, for the cell is only compared. */
const amountsIn = (cell: string): readonly DecimalText[] => {
  const bare = cell.replaceAll(/[^\d.,]/g, "");
  if (!/\d/.test(bare)) return [];
  const readings = [
    bare.replaceAll(",", ""),
    bare.replaceAll(".", "").replace(",", "."),
    bare.replace(",", "."),
  ];
  return [...new Set(readings)].filter(isDecimalText);
};

interface Sought {
  readonly invoice: Invoice;
  readonly number: string;
  readonly amounts: readonly DecimalText[];
  /** Rows if the list has one for each line. */
  readonly lines: number;
}

const soughtOf = (invoice: Invoice): Sought => ({
  invoice,
  number: normalizeReference(valueOf(invoice.number) ?? ""),
  amounts: [
    invoice.gross,
    invoice.payable,
    invoice.net,
    invoice.subtotal,
    ...invoice.lines.map((line) => line.net),
  ]
    .map(valueOf)
    .filter((value): value is DecimalText => value !== null),
  lines: invoice.lines.length + invoice.allowanceCharges.length,
});

/**
 * Compares an export with a list: number by number, then amount, then how often.
 *
 * A list has one row for each invoice or one for each line; which, is what fits more of the invoices. An invoice
 * with twice its rows is doubled; one whose rows hold none of its amounts differs.
 */
export const findArrived = (invoices: readonly Invoice[], rows: readonly ListRow[]): Arrived => {
  const sought = invoices.map(soughtOf);
  const numbers = new Set(sought.map(({ number }) => number));
  const rowsByNumber = new Map<string, ListRow[]>();
  for (const row of rows) {
    const keys = new Set(row.map((cell) => normalizeReference(cell.trim())));
    for (const key of keys)
      if (key !== "" && numbers.has(key)) rowsByNumber.set(key, [...(rowsByNumber.get(key) ?? []), row]);
  }
  const countOf = (each: Sought): number => rowsByNumber.get(each.number)?.length ?? 0;
  const asInvoices = sought.filter((each) => countOf(each) === 1).length;
  // Rows of lines differ from one another; the same row twice is the same invoice twice.
  const areDistinct = (each: Sought): boolean =>
    new Set((rowsByNumber.get(each.number) ?? []).map((row) => row.join("\t"))).size === countOf(each);
  const asLines = sought.filter(
    (each) => each.lines > 1 && countOf(each) === each.lines && areDistinct(each),
  ).length;
  const areLines =
    asLines > 0 && asLines >= sought.filter((each) => each.lines > 1 && countOf(each) === 1).length;
  const expected = (each: Sought): number => (areLines || asInvoices === 0 ? Math.max(1, each.lines) : 1);
  const confirmed: InvoiceId[] = [];
  const missing: InvoiceId[] = [];
  const doubled: InvoiceId[] = [];
  const differing: InvoiceId[] = [];
  for (const each of sought) {
    const own = rowsByNumber.get(each.number) ?? [];
    const { id } = each.invoice;
    if (own.length === 0) missing.push(id);
    else if (own.length >= 2 * expected(each)) doubled.push(id);
    else if (holdsAmount(own, each)) confirmed.push(id);
    else differing.push(id);
  }
  return { confirmed, missing, doubled, differing };
};

const holdsAmount = (rows: readonly ListRow[], { amounts, number }: Sought): boolean =>
  rows.some((row) =>
    row
      .filter((cell) => normalizeReference(cell.trim()) !== number)
      .flatMap(amountsIn)
      .some((found) => amounts.some((amount) => isEqual(absolute(amount), found))),
  );
