import { add, subtract, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { ExpensesValue } from "../../../src-shared/model/index.ts";
import { periodOfLimit } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { wordingOf } from "../../../src-shared/wording/index.ts";
import type { BatchContext, Governing, LineContext } from "./context.ts";
import { findDuplicates } from "./duplicates.ts";
import { isFor } from "./expense-scope.ts";
import { whyUnusable } from "./firmness.ts";
import { netOfLine } from "./line-figures.ts";

/** Other sentences of the agreement that are for the expenses of a line too. */
export function othersFor(
  governing: Governing<"expenses">,
  { owner, line }: LineContext,
): readonly Governing<"expenses">[] {
  const text = `${line.description} ${line.group ?? ""}`;
  const words = wordingOf(text);
  return owner
    .termsOf("expenses")
    .filter(
      (other) =>
        other.term.id !== governing.term.id &&
        other.term.absent !== true &&
        whyUnusable(other) === null &&
        isFor(other, words, text),
    );
}

/** A limit on expenses in total, or anew with each period. */
export interface ExpenseLimit {
  readonly id: string;
  readonly sum: DecimalText;
  readonly per: ExpensesValue["totalCapPer"];
  readonly from: LocalDate | null;
}

/**
 * What limits the expenses of a line together with others: its own sentence, and those that are for it too. Of two sums
 * for the same span the closest holds, as a changed limit stands beside the one that it replaces.
 */
export function limitsOf(context: LineContext): readonly ExpenseLimit[] {
  const [governing] = context.terms;
  if (governing?.term.type !== "expenses") return [];
  const own = governing as unknown as Governing<"expenses">;
  const limits = [own, ...othersFor(own, context)].flatMap(({ term, agreement }): readonly ExpenseLimit[] => {
    const { totalCap: sum, totalCapPer: per } = term.value;
    return sum === undefined ? [] : [{ id: term.id, sum, per, from: agreement.from }];
  });
  return limits.filter(({ per }, at) => limits.findIndex((other) => other.per === per) === at);
}

/** What a line is added up with under a limit: all expenses, or those of the same period. */
function keyUnder(context: LineContext, { id, per, from }: ExpenseLimit): string {
  const day = dayOfExpense(context);
  return per === undefined || day === null ? id : `${id}|${periodOfLimit(per, day, from).start}`;
}

/** The first day that a line bills; without any, the day of issue tells the period that a limit is drawn in. */
export const dayOfExpense = ({ interval, owner }: LineContext): LocalDate | null =>
  interval?.start ?? owner.interval?.start ?? valueOf(owner.invoice.issueDate);

/** What was billed before each line, by the term of each limit on it; `null` after an amount that could not be read. */
export function sumExpenses(
  batch: BatchContext,
): ReadonlyMap<LineContext, ReadonlyMap<string, Decimal | null>> {
  const duplicates = batch.once("duplicates", findDuplicates);
  const totals = new Map<string, Decimal | null>();
  const before = new Map<LineContext, ReadonlyMap<string, Decimal | null>>();
  for (const invoice of batch.invoices) {
    if (invoice.invoice.kind === "proforma" || duplicates.has(invoice)) continue;
    for (const line of invoice.lines) {
      const limits = limitsOf(line);
      if (limits.length === 0) continue;
      const net = netOfLine(line);
      const own = new Map<string, Decimal | null>();
      before.set(line, own);
      for (const limit of limits) {
        const key = keyUnder(line, limit);
        const known = totals.get(key);
        const total = known === undefined ? zero : known;
        own.set(limit.id, total);
        const sum = invoice.isCredit ? subtract : add;
        totals.set(key, total === null || net === null ? null : sum(total, net));
      }
    }
  }
  return before;
}
