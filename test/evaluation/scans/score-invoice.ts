import type { Field, Invoice } from "../../../src-shared/model/index.ts";
import type { ComposedTruth } from "../../builders/composed-invoice.ts";

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
  let rightLines = 0;
  const read = invoice?.lines ?? [];
  for (const [at, line] of truth.lines.entries()) {
    const found = read[at];
    const own = [
      field("line", "quantity", line.quantity, found?.quantity),
      field("line", "price", line.price, found?.unitPrice),
      field("line", "amount", line.amount, found?.net),
    ];
    values.push(...own);
    const description = line.wrapped === null ? line.description : `${line.description} ${line.wrapped}`;
    const sameText = lettersOf(found?.description ?? "") === lettersOf(description);
    if (own.every(isRight) && sameText && read.length === truth.lines.length) rightLines += 1;
  }
  return { values, lines: truth.lines.length, rightLines };
}

/** Descriptions are compared by their letters and digits: a lost comma changes no meaning. */
const lettersOf = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
