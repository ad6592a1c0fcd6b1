import { isEqual } from "../../../src-shared/money/index.ts";
import type { Invoice } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { wordingOf, wordingSimilarity } from "../../../src-shared/wording/index.ts";
import type { InvoiceContext } from "./context.ts";

/** The same printed days and order, and several lines that all read alike at the same amounts. */
export function isRepeated(first: InvoiceContext, second: InvoiceContext): boolean {
  const [one, other] = [first.invoice, second.invoice];
  const isSameDay = (earlier: LocalDate | null, later: LocalDate | null): boolean =>
    earlier !== null && earlier === later;
  return (
    one.lines.length > 1 &&
    isSameDay(valueOf(one.periodStart), valueOf(other.periodStart)) &&
    isSameDay(valueOf(one.periodEnd), valueOf(other.periodEnd)) &&
    valueOf(one.orderReference) === valueOf(other.orderReference) &&
    areLinesAlike(one, other) &&
    one.lines.every(({ net }, at) => valueOf(net) === valueOf(other.lines[at]?.net ?? null))
  );
}

/** As many lines, each reading like its counterpart, and at least half of the amounts equal. */
export function areLinesAlike({ lines: first }: Invoice, { lines: second }: Invoice): boolean {
  if (first.length === 0 || first.length !== second.length) return false;
  let equal = 0;
  for (let index = 0; index < first.length; index += 1) {
    const [line, other] = [first[index], second[index]];
    if (line === undefined || other === undefined) return false;
    if (!readsAlike(line.description, other.description)) return false;
    const [one, two] = [valueOf(line.net), valueOf(other.net)];
    if (one !== null && two !== null && isEqual(one, two)) equal += 1;
  }
  return equal * 2 >= first.length;
}

const readsAlike = (first: string, second: string): boolean =>
  first === second || wordingSimilarity(wordingOf(first), wordingOf(second)) >= 0.9;

/**
 * Whether two lines without a day of their own are worded alike: only within one invoice such lines are twins.
 *
 * `latest` holds the invoice that said something last, for all invoices that are looked through one after the other.
 */
export function repeatsWords(context: InvoiceContext, latest: Map<string, InvoiceContext>): boolean {
  for (const { description, serviceDate } of context.invoice.lines) {
    if (serviceDate !== null) continue;
    const words = description.trim();
    if (latest.get(words) === context) return true;
    latest.set(words, context);
  }
  return false;
}
