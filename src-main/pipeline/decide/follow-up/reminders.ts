import {
  defaultReminderPlan,
  type DueReminder,
  type OpenItem,
  type ReminderPlan,
  type StoppedReminder,
} from "../../../../src-shared/model/index.ts";
import { decimalToText, isPositive, sum } from "../../../../src-shared/money/index.ts";
import { addDays, daysBetween, type LocalDate } from "../../../../src-shared/time/index.ts";
import type { MoneyFold, SentReminder } from "../fold-money.ts";
import { daysLate } from "./aging.ts";

export interface ReminderInput {
  readonly items: readonly OpenItem[];
  readonly money: Pick<MoneyFold, "reminders" | "promises" | "disputes" | "hardship">;
  readonly asOf: LocalDate;
  /** Plans of customers that have one of their own. */
  readonly plans: ReadonlyMap<string, ReminderPlan>;
}

/** The day on which a step is due: the days of the plan, then one more each period. */
export const dayOfStep = (due: LocalDate, step: number, plan: ReminderPlan): LocalDate => {
  const listed = plan.days[step - 1];
  if (listed !== undefined) return addDays(due, listed);
  const last = plan.days.at(-1) ?? 0;
  return addDays(due, last + (step - plan.days.length) * plan.everyDays);
};

const toneOf = (step: number, plan: ReminderPlan): DueReminder["tone"] => {
  if (step >= plan.escalateAtStep) return "escalate";
  if (step === 1) return "friendly";
  return step <= plan.days.length ? "plain" : "firm";
};

/** The step that is due now, or `null`: each step is taken once, and none before its day. */
const nextStep = (
  due: LocalDate,
  sent: readonly SentReminder[],
  plan: ReminderPlan,
  asOf: LocalDate,
): number | null => {
  const step = sent.reduce((most, each) => Math.max(most, each.step), 0) + 1;
  const lastSent = sent.reduce<LocalDate | null>(
    (last, each) => (last === null || each.on > last ? each.on : last),
    null,
  );
  if (dayOfStep(due, step, plan) > asOf) return null;
  // Steps that were missed are not made up for on one day.
  return lastSent !== null && daysBetween(lastSent, asOf) < 1 ? null : step;
};

/**
 * Reminders that are due, one for each customer and currency, and what holds others back.
 *
 * A promise, an open dispute or hardship stops them; payment does, because nothing is open then.
 */
export function planReminders(input: ReminderInput): {
  readonly due: readonly DueReminder[];
  readonly stopped: readonly StoppedReminder[];
} {
  const { money, asOf } = input;
  const disputed = new Set(
    money.disputes.filter(({ closed }) => closed === null).map(({ invoiceId }) => invoiceId),
  );
  const groups = new Map<string, { items: OpenItem[]; step: number; plan: ReminderPlan }>();
  const stopped: StoppedReminder[] = [];
  for (const item of input.items) {
    const late = daysLate(item, asOf);
    if (late === null || late <= 0 || item.dueDate === null || !isPositive(item.open)) continue;
    const stop = (because: StoppedReminder["because"], until: LocalDate | null = null): void =>
      void stopped.push({ item, because, until });
    const promised = money.promises.get(item.invoiceId);
    if (money.hardship.has(item.customer)) stop("hardship");
    else if (disputed.has(item.invoiceId)) stop("dispute");
    else if (promised !== undefined && promised >= asOf) stop("promise", promised);
    else {
      const plan = input.plans.get(item.customer) ?? defaultReminderPlan;
      const sent = money.reminders.get(item.invoiceId) ?? [];
      const step = nextStep(item.dueDate, sent, plan, asOf);
      if (step === null) {
        stop("waiting", dayOfStep(item.dueDate, sent.length + 1, plan));
        continue;
      }
      const key = `${item.customer}\n${item.currency}`;
      const group = groups.get(key) ?? { items: [], step: 0, plan };
      group.items.push(item);
      group.step = Math.max(group.step, step);
      groups.set(key, group);
    }
  }
  const due = [...groups.values()].map(({ items, step, plan }): DueReminder => {
    const [first] = items as [OpenItem, ...OpenItem[]];
    return {
      customer: first.customer,
      currency: first.currency,
      items,
      step,
      tone: toneOf(step, plan),
      total: decimalToText(sum(items.map((item) => item.open))),
      oldestDaysLate: Math.max(...items.map((item) => daysLate(item, asOf) ?? 0)),
    };
  });
  return { due: due.toSorted((first, second) => second.oldestDaysLate - first.oldestDaysLate), stopped };
}
