import { add, compare, decimalToText, isEqual, subtract, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import type { Delivery, DraftGap } from "../../../src-shared/model/index.ts";
import { markedUp } from "../../../src-shared/pricing/index.ts";
import { contains, formatPeriod, periodOfLimit } from "../../../src-shared/time/index.ts";
import type { LocalDate, Period } from "../../../src-shared/time/index.ts";
import {
  lineKindOf,
  serviceIntervalOf,
  wordingOf,
  wordingSimilarity,
} from "../../../src-shared/wording/index.ts";
import type { GoverningTerm, Wording } from "../../../src-shared/wording/index.ts";
import { charge, hasRemainder, note, openGap, remainderGap, unusableGap, whyUnusable } from "./draft-room.ts";
import type { Charge, DraftGround, DraftPart, DraftRoom, Governing } from "./draft-room.ts";
import { approvalOf, belongs, dayOfRecord, isWithin } from "./records.ts";

/** Lines for approved expenses that no invoice passes on, within their limits and with the agreed markup. */
export function draftExpenses(room: DraftRoom, ground: DraftGround): DraftPart {
  const open = room.input.deliveries.filter(
    (record) =>
      record.kind === "expense" &&
      record.billable !== false &&
      isWithin(record, room.period, room) &&
      belongs(record, room, ground) === "yes" &&
      !isPassedOn(record, room),
  );
  if (open.length === 0) return { charges: [], gaps: [] };
  const charges: Charge[] = [];
  const gaps: DraftGap[] = [];
  const waiting = open.filter((record) => approvalOf(record, ground) !== "approved");
  if (waiting.length > 0)
    gaps.push(
      note(
        "drafting/not-approved",
        { count: waiting.length, period: formatPeriod(room.period) },
        waiting.flatMap(({ evidence }) => evidence),
      ),
    );
  const used: Used = new Map();
  for (const record of open) {
    if (waiting.includes(record)) continue;
    const made = passOn(record, used, room);
    if ("gap" in made) gaps.push(made.gap);
    else charges.push(made.charge);
  }
  return { charges, gaps };
}

/** What is billed by now under each limit in its period; `null` after an amount that could not be read. */
type Used = Map<string, Decimal | null>;

function passOn(
  record: Delivery,
  used: Used,
  room: DraftRoom,
): { readonly charge: Charge } | { readonly gap: DraftGap } {
  const item = record.item ?? "Expense";
  const gap = (
    code: string,
    facts: DraftGap["facts"],
    clause?: Governing<"expenses">,
  ): { readonly gap: DraftGap } => ({
    gap: openGap(code, { item, ...facts }, [...(clause?.term.evidence ?? []), ...record.evidence]),
  });
  if (record.amount === null) return gap("drafting/expense-amount-unread", {});
  if (record.currency !== null && room.currency !== null && record.currency !== room.currency)
    return gap("drafting/expense-currency", { currency: record.currency, agreed: room.currency });
  const words = wordingOf(item);
  const clauses = room.termsOf("expenses");
  if (clauses.some(({ term }) => term.absent === true)) return gap("drafting/expenses-excluded", {});
  const fitting = clauses.filter((each) => isFor(each, words));
  const [clause] = fitting;
  if (clause === undefined) return gap("drafting/expense-not-agreed", {});
  const blocked = fitting.find((term) => whyUnusable(term as GoverningTerm) !== null);
  if (blocked !== undefined) return { gap: unusableGap(blocked as GoverningTerm, item) };
  const more = fitting.find((term) => hasRemainder(term as GoverningTerm));
  if (more !== undefined) return { gap: remainderGap(more as GoverningTerm, item) };
  // What the closest sentence says goes before what a general one says.
  const closest = fitting.toSorted(
    (first, second) => (second.term.value.types ?? []).length - (first.term.value.types ?? []).length,
  );
  const value = closest.reduce(
    (merged, { term }) => ({ ...term.value, ...merged }),
    {} as (typeof clause)["term"]["value"],
  );
  const marked = markedUp(record.amount, value.markupPercent ?? zero, room.precision);
  if (value.unitCap !== undefined && compare(marked.value, value.unitCap) > 0)
    return gap("drafting/expense-above-limit", { amount: marked.value, limit: value.unitCap }, clause);
  const day = dayOfRecord(record, room);
  const limits = limitsAmong(closest, day ?? room.period.start);
  for (const limit of limits) {
    const before = usedUnder(limit, used, room);
    if (before === null) return gap("drafting/expense-total-unknown", {}, limit.clause);
    if (compare(add(before, marked.value), limit.sum) > 0)
      return gap(
        "drafting/expense-above-limit",
        { amount: marked.value, limit: decimalToText(subtract(limit.sum, before)) },
        limit.clause,
      );
  }
  for (const limit of limits) used.set(limit.key, add(usedUnder(limit, used, room) ?? zero, marked.value));
  return {
    charge: charge({
      kind: "expense",
      description: item,
      group: "Expenses",
      net: marked.value,
      serviceDate: day,
      sourceIds: record.sourceId === null ? [] : [record.sourceId],
      terms: fitting as readonly GoverningTerm[],
      deliveries: [record],
      formula: value.markupPercent === undefined ? `cost ${record.amount}` : marked.formula,
    }),
  };
}

/** Whether an earlier invoice passes the expense on: by its id, else by its words, days and amount. */
function isPassedOn(record: Delivery, room: DraftRoom): boolean {
  const words = wordingOf(record.item ?? "");
  const day = dayOfRecord(record, room);
  return room.history.some(
    ({ invoice }) =>
      invoice.kind !== "credit-note" &&
      invoice.lines.some((line) => {
        if (record.sourceId !== null && line.sourceIds.includes(record.sourceId)) return true;
        const net = line.net?.value ?? line.printedAmount?.value ?? null;
        const interval = serviceIntervalOf(invoice, line);
        const isInDays = interval === null || day === null || (interval.start <= day && day < interval.end);
        const isSameAmount = net !== null && record.amount !== null && isEqual(net, record.amount);
        const isSameThing =
          record.item === null || wordingSimilarity(words, wordingOf(line.description)) >= 0.4;
        return isInDays && isSameThing && (isSameAmount || lineKindOf(line) === "expense");
      }),
  );
}

/** A limit on expenses in total, or in one of its periods. */
interface Limit {
  readonly clause: Governing<"expenses">;
  readonly sum: DecimalText;
  /** `null` where it never begins anew. */
  readonly days: Period | null;
  readonly key: string;
}

/** The limits of some clauses on a day. Of two sums for the same span the first holds: the closest. */
function limitsAmong(clauses: readonly Governing<"expenses">[], day: LocalDate): readonly Limit[] {
  const limiting = clauses.filter(({ term }) => term.value.totalCap !== undefined);
  return limiting.flatMap((clause, at): readonly Limit[] => {
    const { totalCap: sum, totalCapPer: per } = clause.term.value;
    const isFirst = limiting.findIndex(({ term }) => term.value.totalCapPer === per) === at;
    if (sum === undefined || !isFirst) return [];
    const days = per === undefined ? null : periodOfLimit(per, day, clause.agreement.from);
    return [{ clause, sum, days, key: `${clause.term.id}|${days?.start ?? ""}` }];
  });
}

function usedUnder(limit: Limit, used: Used, room: DraftRoom): Decimal | null {
  const known = used.get(limit.key);
  if (known !== undefined) return known;
  const before = sumBefore(limit, room);
  used.set(limit.key, before);
  return before;
}

/** Expenses billed before that a limit counts; `null` after one that could not be read. */
function sumBefore({ clause, days }: Limit, room: DraftRoom): Decimal | null {
  const ids = new Set<string>(room.allTermsOf("expenses").map(({ term }) => term.id));
  let total: Decimal = zero;
  for (const { invoice, match } of room.history)
    for (const [position, line] of invoice.lines.entries()) {
      const start = serviceIntervalOf(invoice, line)?.start ?? invoice.issueDate?.value ?? null;
      if (days !== null && start !== null && !contains(days, start)) continue;
      const bindings = match.lines[position]?.bindings ?? [];
      const isUnder = bindings.some(({ termId }) => termId === clause.term.id);
      if (!isUnder && !isFor(clause, wordingOf(line.description))) continue;
      if (!bindings.some(({ termId }) => ids.has(termId))) continue;
      const net = line.net?.value ?? null;
      if (net === null) return null;
      total = invoice.kind === "credit-note" ? subtract(total, net) : add(total, net);
    }
  return total;
}

/** Whether a clause on expenses speaks of something by its words; a clause without types speaks of all. */
const isFor = ({ term: { value } }: Governing<"expenses">, words: Wording): boolean =>
  (value.types ?? []).length === 0 ||
  (value.types ?? []).some((type) => wordingOf(type).content.some((word) => words.all.has(word)));
