import { isEqual } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { decimalToText, withoutTrailingZeros } from "../../../src-shared/money/index.ts";
import type { DocumentId, ImportedFile, Invoice, InvoiceId } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { dateToDayNumber, daysBetween, monthOf, yearOf } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import {
  normalizeInvoiceNumber,
  numberSimilarity,
  partyNameOf,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import type { BatchContext, InvoiceContext } from "./context.ts";
import { pushTo } from "./keyed-values.ts";
import { areLinesAlike, isRepeated } from "./repeated-lines.ts";
import { rememberUnchanged } from "./unchanged.ts";

/** Which rule of the catalogue found a pair. */
export type DuplicateRule = "D1" | "D2" | "D3" | "D4" | "D5" | "judged";

export interface DuplicateHit {
  readonly rule: DuplicateRule;
  /** The earlier one. */
  readonly twin: InvoiceContext;
}

interface Keyed {
  readonly context: InvoiceContext;
  readonly number: string | null;
  readonly seller: string;
  readonly customer: string;
  readonly total: string | null;
  readonly date: LocalDate | null;
  /** The date as the number of its day. */
  readonly day: number | null;
  readonly group: "credit" | "proforma" | "invoice";
  readonly lines: string;
}

const known =
  rememberUnchanged<ReadonlyMap<InvoiceId, { readonly rule: DuplicateRule; readonly twin: InvoiceId }>>(3);

/** For every invoice the earlier one that it repeats. No term has a say: the answer stands while the invoices do. */
export function findDuplicates(batch: BatchContext): ReadonlyMap<InvoiceContext, DuplicateHit> {
  const { files, verdicts, policy } = batch.input;
  const invoices = batch.invoices.map(({ invoice }) => invoice);
  const pairs = known.recall([invoices, files, verdicts, policy.customers, [policy.fiscalYearStart]], () => {
    const hits = [...searchDuplicates(batch)];
    return new Map(
      hits.map(([{ invoice }, { rule, twin }]) => [invoice.id, { rule, twin: twin.invoice.id }]),
    );
  });
  const contextOf = (id: InvoiceId): InvoiceContext => batch.invoicesById.get(id) as InvoiceContext;
  return new Map([...pairs].map(([id, { rule, twin }]) => [contextOf(id), { rule, twin: contextOf(twin) }]));
}

/**
 * Pairs by the strongest rule, looked for anew.
 *
 * Candidates come from hashed keys: number, total and date, lines. A band of similar numbers is looked through only
 * among invoices of one customer with equal total or lines, at most seven days apart.
 */
export function searchDuplicates(batch: BatchContext): ReadonlyMap<InvoiceContext, DuplicateHit> {
  const hits = new Map<InvoiceContext, DuplicateHit>();
  const files = new Map(batch.input.files.map((file) => [file.id, file] as const));
  const verdicts = new Map(
    batch.input.verdicts.map(
      (verdict) => [pairKey(verdict.invoiceId, verdict.otherId), verdict.verdict] as const,
    ),
  );
  const voids = findVoids(batch);
  const copied = new Set(batch.input.files.flatMap(({ copyOf }) => copyOf ?? []));
  const wordsKeyOf = createWordsKeys();
  const buckets = new Map<string, Keyed[]>();
  for (const context of batch.invoices) {
    const keyed = keysOf(context, batch, wordsKeyOf);
    const { documentId } = context.invoice;
    const original = files.get(documentId)?.copyOf ?? (copied.has(documentId) ? documentId : null);
    const keys = bucketKeys(keyed, original);
    let best: DuplicateHit | null = null;
    for (const key of keys) {
      const bucket = buckets.get(key);
      if (bucket === undefined) {
        buckets.set(key, [keyed]);
        continue;
      }
      const isBand = key.startsWith("total|") || key.startsWith("lines|");
      for (let index = bucket.length - 1; index >= Math.max(0, bucket.length - mostCompared); index -= 1) {
        const earlier = bucket[index] as Keyed;
        // What these two keys lead to lies within a week, and the bucket is in the order of dates.
        if (isBand && isMoreThanAWeek(earlier, keyed)) break;
        const rule = comparePair(earlier, keyed, key, { verdicts, voids, files, batch });
        if (rule !== null && (best === null || strengthOf(rule) <= strengthOf(best.rule)))
          best = { rule, twin: earlier.context };
      }
      bucket.push(keyed);
    }
    if (best !== null) hits.set(context, best);
  }
  return hits;
}

/** Of one bucket only the latest are compared: equal keys of more than these are a series, not copies. */
const mostCompared = 40;

const isMoreThanAWeek = (earlier: Keyed, later: Keyed): boolean =>
  earlier.day !== null && later.day !== null && later.day - earlier.day > 7;

const strengthOf = (rule: DuplicateRule): number => (rule === "judged" ? 0 : Number(rule.slice(1)));

const pairKey = (first: string, second: string): string =>
  first < second ? `${first}+${second}` : `${second}+${first}`;

function keysOf(
  context: InvoiceContext,
  batch: BatchContext,
  wordsKeyOf: (description: string) => string,
): Keyed {
  const { invoice } = context;
  const number = valueOf(invoice.number);
  const date = valueOf(invoice.issueDate);
  const total = valueOf(invoice.gross) ?? valueOf(invoice.payable) ?? valueOf(invoice.net);
  return {
    context,
    number: number === null ? null : normalizeInvoiceNumber(number),
    seller: invoice.seller === null ? "" : partyNameOf(invoice.seller.name).core,
    customer: customerKey(invoice, batch),
    total: total === null ? null : decimalToText(withoutTrailingZeros(total)),
    date,
    day: date === null ? null : dateToDayNumber(date),
    group: invoice.kind === "credit-note" ? "credit" : invoice.kind === "proforma" ? "proforma" : "invoice",
    lines: invoice.lines.map(({ description }) => wordsKeyOf(description)).join("|"),
  };
}

/** Short keys of descriptions, equal where their content words are, in whatever order; "" where there are none. */
function createWordsKeys(): (description: string) => string {
  const byDescription = new Map<string, string>();
  const byWords = new Map<string, string>([["", ""]]);
  return (description) => {
    const known = byDescription.get(description);
    if (known !== undefined) return known;
    const words = wordingOf(description).content.toSorted().join(" ");
    const key = byWords.get(words) ?? String(byWords.size);
    byWords.set(words, key);
    byDescription.set(description, key);
    return key;
  };
}

/** The customer as the owner knows it: confirmed other names are one. */
function customerKey({ buyer }: Invoice, { policy }: BatchContext): string {
  if (buyer === null) return "";
  const { core } = partyNameOf(buyer.name);
  const profile = policy.customers.find(({ name, aliases }) =>
    [name, ...aliases].some((other) => partyNameOf(other).core === core),
  );
  return profile === undefined ? core : partyNameOf(profile.name).core;
}

/** Keys that a twin shares. Only files that there is a copy of are looked up as such. */
function bucketKeys(keyed: Keyed, original: DocumentId | null): readonly string[] {
  const { number, customer, total, date, group, lines, context } = keyed;
  const currency = context.currency ?? "";
  const keys = original === null ? [] : [`file|${original}|${number ?? context.invoice.lines.length}`];
  if (number !== null && number !== "") {
    keys.push(`number|${group}|${customer}|${number}`);
    if (total !== null && date !== null) keys.push(`number-total-date|${group}|${number}|${total}|${date}`);
  }
  if (total !== null) keys.push(`total|${group}|${customer}|${currency}|${total}`);
  if (lines !== "") keys.push(`lines|${group}|${customer}|${lines}`);
  return keys;
}

interface PairIndexes {
  readonly verdicts: ReadonlyMap<string, "duplicate" | "distinct">;
  readonly voids: ReadonlyMap<string, readonly InvoiceContext[]>;
  readonly files: ReadonlyMap<DocumentId, ImportedFile>;
  readonly batch: BatchContext;
}

function comparePair(
  earlier: Keyed,
  later: Keyed,
  key: string,
  { verdicts, voids, files, batch }: PairIndexes,
): DuplicateRule | null {
  if (earlier.group !== later.group) return null;
  const verdict =
    verdicts.size === 0
      ? undefined
      : verdicts.get(pairKey(earlier.context.invoice.id, later.context.invoice.id));
  if (verdict === "distinct") return null;
  if (verdict === "duplicate") return "judged";
  if (key.startsWith("file|")) return isCopy(earlier, later, files) ? "D1" : null;
  if (later.group === "proforma") return null;
  if (isVoided(earlier, later, voids)) return null;
  const isSameNumber = later.number !== null && later.number !== "" && earlier.number === later.number;
  const isSameCustomer = earlier.customer === later.customer;
  if (
    isSameNumber &&
    isSameCustomer &&
    isSameSeller(earlier, later) &&
    !isNumberOfAnotherYear(earlier, later, batch)
  )
    return "D2";
  if (arePeriodsDisjoint(earlier, later)) return null;
  const isSameTotal =
    later.total !== null &&
    earlier.total === later.total &&
    earlier.context.currency === later.context.currency;
  const isSameDate = later.date !== null && earlier.date === later.date;
  if (isSameCustomer && isSameTotal && isSameDate) return "D3";
  if ([isSameNumber, isSameCustomer, isSameDate, isSameTotal].filter(Boolean).length >= 3) return "D4";
  return isSimilar(earlier, later, isSameTotal) && isSameCustomer ? "D5" : null;
}

const isSameSeller = (first: Keyed, second: Keyed): boolean =>
  first.seller === second.seller || first.seller === "" || second.seller === "";

function isCopy(earlier: Keyed, later: Keyed, files: PairIndexes["files"]): boolean {
  const [first, second] = [earlier.context.invoice.documentId, later.context.invoice.documentId];
  if (first === second) return false;
  const [other, file] = [files.get(first), files.get(second)];
  return (
    file?.copyOf === first ||
    other?.copyOf === second ||
    (file !== undefined && other !== undefined && file.sha256 !== "" && file.sha256 === other.sha256)
  );
}

/** Numbers that begin anew each year: another fiscal year, and other content or other days. */
function isNumberOfAnotherYear(first: Keyed, second: Keyed, { policy }: BatchContext): boolean {
  if (first.date === null || second.date === null) return false;
  const yearAt = (date: LocalDate): number => yearOf(date) - (monthOf(date) < policy.fiscalYearStart ? 1 : 0);
  if (yearAt(first.date) === yearAt(second.date)) return false;
  return (
    first.total !== second.total ||
    arePeriodsDisjoint(first, second) ||
    daysBetween(first.date, second.date) > 180
  );
}

function arePeriodsDisjoint({ context: first }: Keyed, { context: second }: Keyed): boolean {
  const [one, other] = [first.interval, second.interval];
  return one !== null && other !== null && (one.end <= other.start || other.end <= one.start);
}

/**
 * D5: numbers alike within a week, with the same amount or lines that read alike.
 *
 * A bill that repeats another line by line for the very same days is the same bill whatever its number.
 */
function isSimilar(first: Keyed, second: Keyed, isSameTotal: boolean): boolean {
  if (first.date === null || second.date === null || first.number === null || second.number === null)
    return false;
  if (daysBetween(first.date, second.date) > 7) return false;
  if (isSameTotal && isRepeated(first.context, second.context)) return true;
  if (numberSimilarity(first.number, second.number) < 0.8) return false;
  return isSameTotal || areLinesAlike(first.context.invoice, second.context.invoice);
}

/** Credit notes that take a whole invoice back, by customer and number of the invoice. */
function findVoids(batch: BatchContext): ReadonlyMap<string, readonly InvoiceContext[]> {
  const voids = new Map<string, InvoiceContext[]>();
  for (const context of batch.invoices) {
    const named = valueOf(context.invoice.precedingInvoice);
    if (!context.isCredit || named === null) continue;
    const key = `${customerKey(context.invoice, batch)}|${normalizeInvoiceNumber(named)}`;
    pushTo(voids, key, context);
  }
  return voids;
}

function isVoided(
  earlier: Keyed,
  later: Keyed,
  voids: ReadonlyMap<string, readonly InvoiceContext[]>,
): boolean {
  if (earlier.number === null || earlier.total === null) return false;
  const credits = voids.get(`${earlier.customer}|${earlier.number}`) ?? [];
  return credits.some(({ invoice }) => {
    const total = valueOf(invoice.gross) ?? valueOf(invoice.payable) ?? valueOf(invoice.net);
    const date = valueOf(invoice.issueDate);
    return (
      total !== null &&
      isEqual(total, earlier.total as DecimalText) &&
      (date === null || later.date === null || date <= later.date)
    );
  });
}
