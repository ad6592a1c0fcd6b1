import {
  compare,
  compareFractions,
  decimalToText,
  divideFractions,
  isEqual,
  isZero,
  multiply,
  sum,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Delivery, Evidence } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { statedCostOf, wordingOf, wordingSimilarity } from "../../../src-shared/wording/index.ts";
import type { BatchContext, LineContext } from "./context.ts";
import { findDuplicates } from "./duplicates.ts";
import { pushTo } from "./keyed-values.ts";
import { netOfLine } from "./line-figures.ts";

/** What proves the cost of a line that passes on an expense. */
export interface ExpenseProof {
  readonly records: readonly Delivery[];
  /** What it cost, all records of it together; `null` where they print no sum. */
  readonly cost: DecimalText | null;
  readonly evidence: readonly Evidence[];
}

/** Lines that expense clauses govern, in the order of billing. */
const expenseLinesIn = (batch: BatchContext): readonly LineContext[] =>
  batch.once("expense-lines", ({ invoices, once }) => {
    const duplicates = once("duplicates", findDuplicates);
    return invoices
      .filter(
        (invoice) => invoice.invoice.kind !== "proforma" && !invoice.isCredit && !duplicates.has(invoice),
      )
      .flatMap(({ lines }) => lines.filter(({ terms }) => terms[0]?.term.type === "expenses"));
  });

/** Records that tell of money spent: lists of expenses, receipts, and parts with their price on other papers. */
export const expensesIn = (batch: BatchContext): readonly Delivery[] =>
  batch.once("expense-records", ({ input }) =>
    input.deliveries.filter(({ kind, amount }) => kind === "expense" || amount !== null),
  );

/**
 * What proves the cost of a line: the rows of the paper that it names, else the record of it by id, by equal words
 * within its days or by the same amount, else all records that are of no other line where only this line is left, else what the line itself says it cost.
 */
export function expenseProofOf(context: LineContext): ExpenseProof | null {
  const named = namedRecordsOf(context);
  if (named.length > 1) return proofOf(partsCalledBy(context, named));
  const own = context.owner.batch.once("expense-claims", claimsIn).ownOf(context);
  if (own !== null) return proofOf([own]);
  const left = leftRecordsOf(context);
  return left.length > 0 ? proofOf(left) : statedProofOf(context);
}

function proofOf(records: readonly Delivery[]): ExpenseProof {
  const amounts = records.flatMap(({ amount }) => amount ?? []);
  return {
    records,
    cost: amounts.length < records.length ? null : decimalToText(sum(amounts)),
    evidence: records.flatMap(({ evidence }) => evidence),
  };
}

/** The rows of the paper whose number the line gives, each with its sum: "materials per docket 50417". */
function namedRecordsOf({ line, owner }: LineContext): readonly Delivery[] {
  const printed = new Set([
    ...line.sourceIds,
    ...(line.description.match(/[\p{L}\d][\p{L}\d/-]*\d/gu) ?? []),
  ]);
  const byId = owner.batch.once("expenses-by-id", groupById);
  const named = [...printed].flatMap((id) => byId.get(id) ?? []);
  return named.every(({ amount }) => amount !== null) ? named : [];
}

/** Of several rows of that paper the one that the line calls by its words: "WO 10442 condenser fan motor". */
function partsCalledBy({ line }: LineContext, records: readonly Delivery[]): readonly Delivery[] {
  const words = wordingOf(line.description);
  const called = records.filter(({ item }) => item !== null && isNamed(words, wordingOf(item)));
  return called.length === 1 ? called : records;
}

function groupById(batch: BatchContext): ReadonlyMap<string, readonly Delivery[]> {
  const byId = new Map<string, Delivery[]>();
  for (const record of expensesIn(batch)) {
    if (record.sourceId === null) continue;
    pushTo(byId, record.sourceId, record);
  }
  return byId;
}

/** The record of what a line passes on: by id, else by equal words within its days, else by the same amount. */
function ownRecordOf({ line, interval, owner }: LineContext): Delivery | null {
  const words = wordingOf(line.description);
  const net = valueOf(line.net);
  const fitting = expensesIn(owner.batch).filter(({ date, sourceId, item, amount, kind }) => {
    if (kind === "expense" && sourceId !== null && line.sourceIds.includes(sourceId)) return true;
    if (interval !== null && date !== null && (date < interval.start || date >= interval.end)) return false;
    if (item !== null && isNamed(words, wordingOf(item))) return true;
    return kind === "expense" && net !== null && amount !== null && isEqual(net, amount);
  });
  return fitting.length === 1
    ? (fitting[0] ?? null)
    : (fitting.find(({ amount }) => amount !== null && net !== null && isEqual(amount, net)) ?? null);
}

/** Words that are alike, or a record's words that all stand on the line: "pump seal 32" of "Parts: pump seal 32". */
const isNamed = (line: ReturnType<typeof wordingOf>, item: ReturnType<typeof wordingOf>): boolean =>
  wordingSimilarity(line, item) >= 0.4 ||
  (item.content.length > 1 && item.content.every((word) => line.all.has(word)));

/** Records within the days of a line that no other line claims, where no other line is without a record. */
function leftRecordsOf(context: LineContext): readonly Delivery[] {
  const { batch } = context.owner;
  const { claimed, open } = batch.once("expense-claims", claimsIn);
  if (open.length !== 1 || open[0] !== context) return [];
  const { interval } = context;
  const left = expensesIn(batch).filter(
    (record) =>
      record.kind === "expense" &&
      record.amount !== null &&
      !claimed.has(record.id) &&
      (interval === null ||
        record.date === null ||
        (record.date >= interval.start && record.date < interval.end)),
  );
  // Less than what is billed is no proof of it: it may be of something else.
  const net = netOfLine(context);
  const spent = sum(left.flatMap(({ amount }) => amount ?? []));
  const isEnough = net !== null && (compare(spent, net) >= 0 || isMarkedUp(net, decimalToText(spent)));
  return isEnough ? left : [];
}

const isMarkedUp = (net: DecimalText, spent: DecimalText): boolean =>
  !isZero(spent) && wholeMarkupOf(net, spent) !== null;

interface Claims {
  /** The record of a line; searched for once. */
  readonly ownOf: (line: LineContext) => Delivery | null;
  readonly claimed: ReadonlySet<string>;
  readonly open: readonly LineContext[];
}

function claimsIn(batch: BatchContext): Claims {
  const own = new Map<LineContext, Delivery | null>(
    expenseLinesIn(batch).map((line) => [line, ownRecordOf(line)]),
  );
  return {
    ownOf: (line) => own.get(line) ?? (own.has(line) ? null : ownRecordOf(line)),
    claimed: new Set([...own.values()].flatMap((record) => record?.id ?? [])),
    open: [...own].flatMap(([line, record]) => (record === null ? [line] : [])),
  };
}

/** What a line says of its own cost, for one piece or for all of them: the one that its amount is nearer to. */
function statedProofOf(context: LineContext): ExpenseProof | null {
  const { line } = context;
  const stated = statedCostOf(line.description);
  const net = netOfLine(context);
  if (stated === null || net === null) return null;
  const quantity = valueOf(line.quantity);
  const all = quantity === null ? stated.cost : decimalToText(multiply(stated.cost, quantity));
  const isEach = compare(all, net) <= 0 && compare(all, stated.cost) > 0;
  return {
    records: [],
    cost: isEach ? all : stated.cost,
    evidence: [],
  };
}

/** The whole percentage by which an amount is above a cost; `null` where it is none, or below. */
export function wholeMarkupOf(net: DecimalText, cost: DecimalText): string | null {
  const ratio = divideFractions(net, cost);
  for (const percent of ["5", "10", "15", "20", "25", "30"])
    if (compareFractions(ratio, toFraction(`1.${percent.padStart(2, "0")}` as DecimalText)) === 0)
      return percent;
  return null;
}
