import type { Field, Invoice, InvoiceLine } from "../../../src-shared/model/index.ts";
import type { ComposedLine, ComposedTruth } from "../../builders/composed-invoice.ts";

/** One value that was printed, what was read for it, and how sure the reader was. */
export interface ScoredValue {
  readonly name: string;
  readonly printed: string | null;
  readonly read: string | null;
  /** 0 where nothing was read. */
  readonly confidence: number;
  readonly basis: string | null;
  readonly part: "head" | "line";
}

export const isRight = ({ printed, read }: ScoredValue): boolean => printed === read;

/** A value above this is said to be sure. */
export const sureFrom = 0.95;

/** Head values and lines of an invoice against what its paper says. Several invoices of one paper count as none. */
export function scoreInvoice(
  truth: ComposedTruth,
  invoices: readonly Invoice[],
): { readonly values: readonly ScoredValue[]; readonly lines: number; readonly rightLines: number } {
  const invoice = invoices.length === 1 ? invoices[0]! : null;
  const field = (
    part: "head" | "line",
    name: string,
    printed: string | null,
    read?: Field<string> | null,
  ): ScoredValue => ({
    name,
    part,
    printed,
    read: read?.value ?? null,
    confidence: read?.value === null ? 0 : (read?.confidence ?? 0),
    basis: read?.basis ?? null,
  });
  const party = (
    name: string,
    printed: string,
    read?: { readonly name: string; readonly confidence: number } | null,
  ): ScoredValue => ({
    name,
    part: "head",
    printed,
    read: read?.name ?? null,
    confidence: read?.confidence ?? 0,
    basis: null,
  });
  const head: readonly ScoredValue[] = [
    field("head", "number", truth.number, invoice?.number),
    field("head", "issueDate", truth.issueDate, invoice?.issueDate),
    field("head", "dueDate", truth.dueDate, invoice?.dueDate),
    field("head", "orderReference", truth.orderReference, invoice?.orderReference),
    field("head", "currency", truth.currency, invoice?.currency),
    party("seller", truth.seller, invoice?.seller),
    party("buyer", truth.buyer, invoice?.buyer),
    field("head", "net", truth.net, invoice?.net),
    field("head", "tax", truth.tax, invoice?.tax),
    field("head", "gross", truth.gross, invoice?.gross),
    field("head", "iban", truth.iban, invoice?.bankAccount),
  ];
  const values = head.filter(({ printed, read }) => printed !== null || read !== null);
  const read = invoice?.lines ?? [];
  const scored = pairLines(truth.lines, read).map(([line, found]) => {
    const own = [
      field("line", "quantity", line.quantity, found?.quantity),
      field("line", "price", line.price, found?.unitPrice),
      field("line", "amount", line.amount, found?.net),
    ];
    values.push(...own);
    return own.every(isRight) && lettersOf(found?.description ?? "") === lettersOf(descriptionOf(line));
  });
  const areComplete = read.length === truth.lines.length;
  return {
    values,
    lines: truth.lines.length,
    rightLines: areComplete ? scored.filter(Boolean).length : 0,
  };
}

const descriptionOf = ({ description, wrapped }: ComposedLine): string =>
  wrapped === null ? description : `${description} ${wrapped}`;

/**
 * Printed lines with those that were read for them, in order: one that was passed over must not make all below it look
 * misread.
 */
function pairLines(
  printed: readonly ComposedLine[],
  read: readonly InvoiceLine[],
): readonly (readonly [ComposedLine, InvoiceLine | undefined])[] {
  const likeness = (line: ComposedLine, found: InvoiceLine): number =>
    [
      found.quantity?.value === line.quantity,
      found.unitPrice?.value === line.price,
      found.net?.value === line.amount,
      lettersOf(found.description).startsWith(lettersOf(line.description).slice(0, 5)),
    ].filter(Boolean).length;
  const best: number[][] = Array.from({ length: printed.length + 1 }, () => Array(read.length + 1).fill(0));
  const from = (row: number, column: number): number => best[row]?.[column] ?? 0;
  for (let row = printed.length - 1; row >= 0; row -= 1)
    for (let column = read.length - 1; column >= 0; column -= 1)
      best[row]![column] = Math.max(
        from(row + 1, column),
        from(row, column + 1),
        from(row + 1, column + 1) + likeness(printed[row]!, read[column]!),
      );
  const pairs: (readonly [ComposedLine, InvoiceLine | undefined])[] = [];
  let column = 0;
  for (const [row, line] of printed.entries()) {
    while (column < read.length && from(row, column) === from(row, column + 1)) column += 1;
    const isPaired = column < read.length && from(row, column) > from(row + 1, column);
    pairs.push([line, isPaired ? read[column] : undefined]);
    if (isPaired) column += 1;
  }
  return pairs;
}

/** Descriptions are compared by their letters and digits: a lost comma changes no meaning. */
const lettersOf = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
