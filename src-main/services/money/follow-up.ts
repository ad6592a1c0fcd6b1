import type { DecisionReceipt, InputOf, OutputOf } from "../../../src-shared/api/contract.ts";
import { defaultReminderPlan, isTermOf } from "../../../src-shared/model/index.ts";
import type {
  DecisionAction,
  InvoiceId,
  LateFeeProposal,
  OpenItem,
  Problem,
  ReminderPlan,
} from "../../../src-shared/model/index.ts";
import { isZero } from "../../../src-shared/money/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import { localDate } from "../../../src-shared/time/index.ts";
import {
  ageOpenItems,
  calibrate,
  calibrationCases,
  findDisputePatterns,
  listFailedPayments,
  listDisputes,
  planReminders,
  proposeLateFee,
  priorCases,
  rankCalls,
} from "../../pipeline/decide/index.ts";
import type { MoneyFold } from "../../pipeline/decide/index.ts";
import { computeReceivables } from "./open-items.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { requireWorkspace } from "../program.ts";
import type { Program } from "../program.ts";
import { keepStep } from "../receipts.ts";
import { draftReminders } from "./draft-reminder.ts";
import { retrySchedule } from "./retry-schedule.ts";

const plansSetting = "reminder-plans";

/** Plans that were set for customers, by name. */
function plansOf(workspace: OpenWorkspace): ReadonlyMap<string, ReminderPlan> {
  const text = workspace.setting(plansSetting);
  // The setting was checked before it was kept.
  return new Map(
    Object.entries(text === undefined ? {} : (JSON.parse(text) as Record<string, ReminderPlan>)),
  );
}

/** Everything that is late: how late, what is due to be said, whom to call, what is disputed. */
export function listFollowUp(program: Program): Result<OutputOf<"follow-up.list">, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const books = computeReceivables(workspace);
  const asOf = workspace.asOf();
  const items = books.items.filter(({ open: left }) => !isZero(left));
  const plans = plansOf(workspace);
  const { due, stopped } = planReminders({ items, money: books.money, asOf, plans });
  const disputes = listDisputes(books.money.disputes, books.itemsById);
  const seller = ownName(workspace);
  const lateFees = lateFeesOf(workspace, items, books.money);
  const failedPayments = listFailedPayments(
    [...books.paymentsById.values()].filter(({ id }) => !books.repeated.has(id)),
    asOf,
  );
  return ok({
    asOf,
    aging: ageOpenItems(items, asOf),
    items,
    reminders: due.map((reminder) => ({
      ...reminder,
      drafts: draftReminders(reminder, { seller, asOf, lateFees }),
    })),
    stopped,
    calls: rankCalls(items, books.history, asOf),
    prior: { percent: 70, cases: priorCases },
    calibration: calibrate(books.history),
    calibrationNeeds: Math.max(0, calibrationCases - books.history.length),
    disputes,
    patterns: findDisputePatterns(disputes),
    hardship: [...books.money.hardship].map(([customer, note]) => ({ customer, note })),
    plans: { default: defaultReminderPlan, customers: Object.fromEntries(plans) },
    lateFees,
    failedPayments,
    retrySchedule: retrySchedule(failedPayments),
  });
}

/** Late fees as agreed; a dispute or hardship is for a person, not for a fee. */
function lateFeesOf(
  workspace: OpenWorkspace,
  items: readonly OpenItem[],
  { disputes, hardship }: MoneyFold,
): readonly LateFeeProposal[] {
  const disputed = new Set(
    disputes.filter(({ closed }) => closed === null).map(({ invoiceId }) => invoiceId),
  );
  return items
    .filter(({ invoiceId, customer }) => !disputed.has(invoiceId) && !hardship.has(customer))
    .flatMap((item) => {
      const terms = workspace
        .review()
        .agreementsOf(item.invoiceId)
        .flatMap((agreement) => agreement.terms);
      return proposeLateFee(item, terms.filter(isTermOf("late-fee")), workspace.asOf()) ?? [];
    });
}

function ownName(workspace: OpenWorkspace): string | null {
  const [named] = workspace.policy().ownCompany.names;
  if (named !== undefined) return named;
  const counts = new Map<string, number>();
  for (const { seller } of workspace.review().invoicesById.values())
    if (seller !== null) counts.set(seller.name, (counts.get(seller.name) ?? 0) + 1);
  return [...counts].toSorted(([, first], [, second]) => second - first)[0]?.[0] ?? null;
}

async function record(
  program: Program,
  label: string,
  actions: (workspace: OpenWorkspace) => Result<readonly DecisionAction[], Problem>,
  applied: readonly string[],
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const made = actions(workspace);
    if (!made.ok) return made;
    return keepStep(program, workspace, { label, actions: made.value }, applied, [], ["queue", "history"]);
  });
}

const knownInvoices = (
  workspace: OpenWorkspace,
  ids: readonly string[],
): Result<readonly InvoiceId[], Problem> => {
  const unknown = ids.find((id) => !workspace.review().invoicesById.has(id as InvoiceId));
  return unknown === undefined
    ? ok(ids.map((id) => id as InvoiceId))
    : err({ code: "decide/unknown-invoice", facts: { id: unknown } });
};

/** A person says that a drafted reminder went out. */
export const recordReminder = (
  program: Program,
  { invoiceIds, customer, step }: InputOf<"follow-up.record-reminder">,
): Promise<Result<DecisionReceipt, Problem>> =>
  record(
    program,
    formatMessage("step/reminder", { customer }),
    (workspace) => {
      const known = knownInvoices(workspace, invoiceIds);
      return known.ok
        ? ok([{ type: "reminder-sent", invoiceIds: known.value, customer, step, on: workspace.asOf() }])
        : known;
    },
    invoiceIds,
  );

/** A customer promised to pay by a day. */
export const recordPromise = (
  program: Program,
  { invoiceIds, until, note }: InputOf<"follow-up.record-promise">,
): Promise<Result<DecisionReceipt, Problem>> =>
  record(
    program,
    formatMessage("step/promise", { until }),
    (workspace) => {
      const known = knownInvoices(workspace, invoiceIds);
      return known.ok
        ? ok([{ type: "promise-recorded", invoiceIds: known.value, until: localDate(until), note }])
        : known;
    },
    invoiceIds,
  );

export const openDispute = (
  program: Program,
  { invoiceId, reason, note }: InputOf<"follow-up.open-dispute">,
): Promise<Result<DecisionReceipt, Problem>> =>
  record(
    program,
    formatMessage("step/dispute", {}),
    (workspace) => {
      const known = knownInvoices(workspace, [invoiceId]);
      return known.ok
        ? ok([{ type: "dispute-opened", invoiceId: invoiceId as InvoiceId, reason, note }])
        : known;
    },
    [invoiceId],
  );

export const closeDispute = (
  program: Program,
  { invoiceId, outcome, note }: InputOf<"follow-up.close-dispute">,
): Promise<Result<DecisionReceipt, Problem>> =>
  record(
    program,
    formatMessage("step/dispute-closed", {}),
    (workspace) => {
      const isOpen = computeReceivables(workspace).money.disputes.some(
        (dispute) => dispute.invoiceId === invoiceId && dispute.closed === null,
      );
      return isOpen
        ? ok([{ type: "dispute-closed", invoiceId: invoiceId as InvoiceId, outcome, note }])
        : err({ code: "follow-up/no-open-dispute" });
    },
    [invoiceId],
  );

export const noteHardship = (
  program: Program,
  { customer, note }: InputOf<"follow-up.note-hardship">,
): Promise<Result<DecisionReceipt, Problem>> =>
  record(
    program,
    formatMessage("step/hardship", { customer }),
    () => ok([{ type: "hardship-noted", customer, note }]),
    [customer],
  );

/** Sets when reminders of one customer are due; `null` takes its own plan away. */
export async function setReminderPlan(
  program: Program,
  { customer, plan }: InputOf<"follow-up.set-plan">,
): Promise<Result<OutputOf<"follow-up.list">, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const plans = new Map(plansOf(workspace));
    if (plan === null) plans.delete(customer);
    else plans.set(customer, plan);
    const kept = await workspace.keep({
      label: formatMessage("step/reminder-plan", { customer }),
      actor: program.person,
      actions: [],
      settings: { [plansSetting]: JSON.stringify(Object.fromEntries(plans)) },
    });
    return kept.ok ? listFollowUp(program) : kept;
  });
}
