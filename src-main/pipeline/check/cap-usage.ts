import { add, negate, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { taxOnNet } from "../../../src-shared/pricing/index.ts";
import { addDays, lastDayOf, periodOfLimit, yearOf } from "../../../src-shared/time/index.ts";
import type { LocalDate, Period } from "../../../src-shared/time/index.ts";
import {
  foldWording,
  holdsOn,
  isTimeUnit,
  readsLikeExtraWork,
  unitFactor,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import {
  fractionToDecimal,
  fractionToExactDecimal,
  multiplyFractions,
} from "../../../src-shared/money/index.ts";
import type { BatchContext, Governing, InvoiceContext, LineContext } from "./context.ts";
import { findDuplicates } from "./duplicates.ts";
import { whyUnusable } from "./firmness.ts";
import { netOfLine } from "./line-figures.ts";

/** What one invoice takes of one limit in one bucket: a month, a year, a job, or all of it. */
export interface CapDraw {
  readonly cap: Governing<"cap">;
  /** "", or the month, year or job that the limit counts by. */
  readonly bucket: string;
  readonly before: Decimal;
  readonly current: Decimal;
  /** Approved changes that add to the limit. */
  readonly changes: readonly Governing<"cap">[];
  /** An earlier invoice whose amount could not be read. */
  readonly isUncertain: boolean;
  /** Earlier invoices that drew on it, latest last. */
  readonly earlier: readonly InvoiceContext[];
}

interface Running {
  total: Decimal;
  isUncertain: boolean;
  readonly invoices: InvoiceContext[];
}

/** Runs through the invoices once, in the order of billing, and keeps what each draws on the limits above it. */
export function computeCapDraws(batch: BatchContext): ReadonlyMap<InvoiceContext, readonly CapDraw[]> {
  const running = new Map<string, Running>();
  const draws = new Map<InvoiceContext, readonly CapDraw[]>();
  const duplicates = batch.once("duplicates", findDuplicates);
  for (const context of batch.invoices) {
    const caps = context.allTermsOf("cap");
    if (caps.length === 0 || context.invoice.kind === "proforma") continue;
    const day = lastDayBilled(context);
    const inForce = day === null ? caps : caps.filter((cap) => holdsOn(cap, day));
    const hit = duplicates.get(context);
    // A copy is blocked as one; it uses up nothing.
    const isCopy = hit !== undefined && (hit.rule === "D1" || hit.rule === "D2" || hit.rule === "judged");
    const own: CapDraw[] = [];
    for (const cap of inForce) {
      if (isIncrease(cap) || cap.term.absent === true) continue;
      const changes = inForce.filter(
        (other) => isIncrease(other) && isSameLimit(other, cap) && whyUnusable(other) === null,
      );
      for (const [bucket, current] of amountsByBucket(context, cap)) {
        const key = `${limitKey(cap, context)}|${bucket}`;
        const known = running.get(key) ?? { total: zero, isUncertain: false, invoices: [] };
        running.set(key, known);
        if (current !== null)
          own.push({
            cap,
            bucket,
            before: known.total,
            current,
            changes,
            isUncertain: known.isUncertain,
            earlier: known.invoices.slice(-6),
          });
        if (isCopy) continue;
        if (current === null) known.isUncertain = true;
        else known.total = add(known.total, current);
        known.invoices.push(context);
      }
    }
    draws.set(context, own);
  }
  return draws;
}

const isIncrease = ({ term }: Governing<"cap">): boolean => term.value.increasesBy !== undefined;

/** A restated limit goes on counting what the earlier one counted, in the order that it was first agreed in. */
function limitKey(cap: Governing<"cap">, { match, batch }: InvoiceContext): string {
  const { scope, quantity, unit } = cap.term.value;
  const isChange = cap.agreement.rank === "amendment" || cap.agreement.rank === "change-order";
  const base = !isChange
    ? cap.agreement.id
    : (match.governedBy.find((agreementId) => {
        const agreement = batch.agreements.get(agreementId);
        const isBase =
          agreement !== undefined && agreement.rank !== "amendment" && agreement.rank !== "change-order";
        return isBase && agreement.terms.some((term) => term.type === "cap" && term.value.scope === scope);
      }) ?? cap.agreement.id);
  return `${base}|${scope}|${itemKey(cap)}|${quantity === undefined ? "amount" : (unit ?? "quantity")}`;
}

const itemKey = ({ term }: Governing<"cap">): string =>
  wordingOf(term.value.item ?? "")
    .content.toSorted()
    .join(" ");

const isSameLimit = (first: Governing<"cap">, second: Governing<"cap">): boolean =>
  first.term.value.scope === second.term.value.scope && itemKey(first) === itemKey(second);

/** The later of the last day of service and the day of issue: what was approved by then counts. */
function lastDayBilled({ interval, invoice }: InvoiceContext): LocalDate | null {
  const issued = valueOf(invoice.issueDate);
  const last = interval === null ? null : addDays(interval.end, -1);
  if (issued === null || last === null) return issued ?? last;
  return issued > last ? issued : last;
}

/** Amounts or quantities that count against a limit, by its buckets; `null` where a figure could not be read. */
function amountsByBucket(
  context: InvoiceContext,
  cap: Governing<"cap">,
): ReadonlyMap<string, Decimal | null> {
  const amounts = new Map<string, Decimal | null>();
  const sign = (amount: Decimal | DecimalText): Decimal =>
    context.isCredit ? negate(amount) : add(amount, zero);
  const addTo = (bucket: string, amount: Decimal | DecimalText | null): void => {
    const known = amounts.has(bucket) ? amounts.get(bucket) : zero;
    amounts.set(
      bucket,
      amount === null || known === null || known === undefined ? null : add(known, sign(amount)),
    );
  };
  const counted = context.lines.filter((line) => countsAgainst(line, cap));
  for (const line of counted) addTo(bucketOf(line, cap), figureOf(line, cap));
  const isWhole = cap.term.value.item === undefined && cap.term.value.quantity === undefined;
  if (isWhole && counted.length > 0) {
    // Allowances of the whole document lower what was charged under the limit.
    for (const { kind, amount } of context.invoice.allowanceCharges)
      if (kind === "allowance" && amount.value !== null)
        addTo(bucketOf(counted[0] as LineContext, cap), negate(amount.value));
  }
  return amounts;
}

/** Whether what a line bills counts against a limit. */
export function countsAgainst(line: LineContext, { term }: Governing<"cap">): boolean {
  const { item, includesExpenses, includesTax, quantity, unit } = term.value;
  switch (line.kind) {
    case "text":
    case "rounding":
    case "retention":
    case "deposit-applied":
    case "late-fee":
      return false;
    case "tax":
      return includesTax === true;
    case "expense":
      if (includesExpenses !== true && !isAboutExpenses(item)) return false;
      break;
    default:
      break;
  }
  if (quantity !== undefined) {
    const ours = valueOf(line.line.unit);
    if (unit !== undefined && (ours === null || unitFactor(ours, unit) === undefined)) return false;
  }
  return item === undefined || isAbout(line, item);
}

const expenseWords =
  /expens|travel|disburs|reimburs|spesen|frais|materials?|media|third[- ]party|fremdkosten|gastos|spese|onkosten|despesas/i;
export const isAboutExpenses = (item: string | undefined): boolean =>
  item !== undefined && expenseWords.test(item);

function isAbout(line: LineContext, item: string): boolean {
  if (isAboutExpenses(item) && line.kind === "expense") return true;
  // Extras are called by many names, and each of them is one.
  if (readsLikeExtraWork(item))
    return readsLikeExtraWork(`${line.line.description} ${line.line.group ?? ""}`);
  const wanted = wordingOf(item);
  if (wanted.content.length === 0) return line.kind !== "expense";
  if (/\b(labou?r|time|hours?)\b/i.test(item) && isTimeUnit(valueOf(line.line.unit))) return true;
  const texts = [
    line.line.description,
    line.line.group ?? "",
    line.line.role ?? "",
    ...line.terms.map(({ term }) => itemOf(term.value)),
  ];
  const words = wordingOf(texts.join(" "));
  return wanted.content.every((word) => words.all.has(word));
}

const itemOf = (value: object): string => {
  const named = value as { readonly item?: string; readonly role?: string; readonly name?: string };
  return [named.role, named.item, named.name].filter((part) => part !== undefined).join(" ");
};

function figureOf(line: LineContext, { term }: Governing<"cap">): Decimal | DecimalText | null {
  const { quantity, unit, includesTax } = term.value;
  if (quantity !== undefined) {
    const billed = valueOf(line.line.quantity);
    const ours = valueOf(line.line.unit);
    if (billed === null) return line.line.quantity === null ? zero : null;
    const factor = unit === undefined || ours === null ? undefined : unitFactor(ours, unit);
    if (factor === undefined) return billed;
    const converted = multiplyFractions(billed, factor);
    return fractionToExactDecimal(converted) ?? fractionToDecimal(converted, 6);
  }
  const net = netOfLine(line);
  if (net === null) return null;
  const rate = valueOf(line.line.taxRate);
  return includesTax === true && rate !== null
    ? add(net, taxOnNet(net, rate, line.owner.precision).value)
    : net;
}

/** The month, year or job of a limit that a line draws on; "?" where no day says which. */
export function bucketOf(line: LineContext, { term, agreement }: Governing<"cap">): string {
  const { invoice } = line.owner;
  const day = line.interval?.start ?? line.owner.interval?.start ?? valueOf(invoice.issueDate);
  switch (term.value.scope) {
    case "month":
      return day === null ? "?" : day.slice(0, 7);
    case "year":
      return day === null ? "?" : yearBucket(day, agreement.from);
    case "job":
    case "phase":
      return (
        line.line.orderReference ??
        valueOf(invoice.orderReference) ??
        valueOf(invoice.projectReference) ??
        line.line.group ??
        ""
      );
    case "agreement":
    case "item": {
      const months = monthsOfLimit(term.remainder);
      if (months === null) return "";
      return day === null
        ? "?"
        : daysOf(periodOfLimit(months === 3 ? "quarter" : "half-year", day, agreement.from));
    }
  }
}

/** Words that stand before the period of a limit and say nothing more of it. */
const perWords =
  "(?:(?:per|each|every|any|in|an?|the|calendar|pro|je|jedem|jedes|im|par|chaque|por|cada|al|ogni|au|elke?|ieder|civil\\w*) )*";
const quarterly = new RegExp(`^\\W*${perWords}(?:quarter\\w*|quartal\\w*|trimest\\w*|kwartaal\\w*)\\W*$`);
const halfYearly = new RegExp(
  `^\\W*${perWords}(?:half[- ]?year\\w*|halbjahr\\w*|semest\\w*|halfjaar\\w*)\\W*$`,
);

/**
 * A limit of a quarter or half a year keeps its period in words: no scope holds it.
 *
 * Words that say anything else as well ("reviewed quarterly") set no period, and the limit stays one for the whole.
 */
export function monthsOfLimit(words: string | undefined): number | null {
  const folded = foldWording(words ?? "");
  if (quarterly.test(folded)) return 3;
  return halfYearly.test(folded) ? 6 : null;
}

const daysOf = (days: Period): string => `${days.start} to ${lastDayOf(days)}`;

/** Years count from the start of the agreement; without one they are calendar years. */
const yearBucket = (day: LocalDate, from: LocalDate | null): string =>
  from === null || from.slice(5) === "01-01" ? String(yearOf(day)) : daysOf(periodOfLimit("year", day, from));

/** Amounts that approved changes add to a limit. */
export const addedByChanges = (changes: readonly Governing<"cap">[]): readonly DecimalText[] =>
  changes.flatMap(({ term }) => term.value.increasesBy ?? []);
