import { isEqual } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import {
  normalizeInvoiceNumber,
  partyNameOf,
  wordingOf,
  wordingSimilarity,
} from "../../../src-shared/wording/index.ts";
import type { BatchContext, InvoiceContext, LineContext } from "./context.ts";
import { findDuplicates } from "./duplicates.ts";
import { netOfLine } from "./line-figures.ts";

/** Lines that a credit note on their invoice takes back at their very amount. No term has a say. */
export function findCreditedLines(batch: BatchContext): ReadonlySet<LineContext> {
  const { invoices } = batch;
  const duplicates = batch.once("duplicates", findDuplicates);
  const credited = new Set<LineContext>();
  const credits = invoices.filter(
    (context) =>
      context.isCredit && valueOf(context.invoice.precedingInvoice) !== null && !duplicates.has(context),
  );
  if (credits.length === 0) return credited;
  // Of an invoice that was issued anew under its number the first is the one that was credited.
  const firstByNumber = new Map<string, InvoiceContext>();
  for (const context of invoices) {
    const number = valueOf(context.invoice.number);
    if (context.isCredit || number === null || context.invoice.kind === "proforma") continue;
    const key = keyOf(context, number);
    if (!firstByNumber.has(key)) firstByNumber.set(key, context);
  }
  for (const credit of credits) {
    const named = valueOf(credit.invoice.precedingInvoice);
    const original = named === null ? undefined : firstByNumber.get(keyOf(credit, named));
    if (original === undefined) continue;
    const isWhole = isSameFigure(valueOf(credit.invoice.net), valueOf(original.invoice.net));
    for (const back of isWhole ? original.lines : credit.lines) {
      const line = isWhole ? back : original.lines.find((one) => !credited.has(one) && isSameLine(one, back));
      if (line !== undefined) credited.add(line);
    }
  }
  return credited;
}

const keyOf = ({ invoice }: InvoiceContext, number: string): string =>
  `${invoice.buyer === null ? "" : partyNameOf(invoice.buyer.name).core}|${normalizeInvoiceNumber(number)}`;

const isSameFigure = (
  one: Parameters<typeof isEqual>[0] | null,
  other: Parameters<typeof isEqual>[0] | null,
): boolean => one !== null && other !== null && isEqual(one, other);

const isSameLine = (one: LineContext, other: LineContext): boolean =>
  isSameFigure(netOfLine(one), netOfLine(other)) &&
  wordingSimilarity(wordingOf(one.line.description), wordingOf(other.line.description)) >= 0.9;
