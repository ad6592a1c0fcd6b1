import type { DecisionReceipt, InputOf, OutputOf, PaymentRow } from "../../../src-shared/api/contract.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type {
  DecisionAction,
  InvoiceId,
  Payment,
  PaymentId,
  Problem,
  Reconciliation,
  SettlementProposal,
} from "../../../src-shared/model/index.ts";
import {
  absolute,
  compare,
  decimalText,
  isDecimalText,
  isZero,
  subtract,
  sum,
  decimalToText,
} from "../../../src-shared/money/index.ts";
import type { Allowance } from "../../../src-shared/money/index.ts";

import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage, sentenceFor } from "../../../src-shared/text/index.ts";
import { proposeSettlements, reconcile } from "../../pipeline/match/index.ts";
import { computeReceivables } from "./open-items.ts";
import type { Receivables } from "./open-items.ts";
import { requireWorkspace } from "../program.ts";
import type { Program } from "../program.ts";
import { keepStep } from "../receipts.ts";

/** How far a payment may fall short by bank charges: half a percent, at least 5, at most 25 of its currency. */
const shortfall: Allowance = {
  percent: decimalText("0.5"),
  floor: decimalText("5.00"),
  cap: decimalText("25.00"),
};

const waitingPayments = ({ statements, money, repeated, payoutPayments }: Receivables): readonly Payment[] =>
  statements
    .flatMap((statement) => statement.payments)
    .filter(
      ({ id }) =>
        !repeated.has(id) && !money.settled.has(id) && !money.setAside.has(id) && !payoutPayments.has(id),
    );

const proposalsOf = (books: Receivables): ReadonlyMap<PaymentId, readonly SettlementProposal[]> =>
  proposeSettlements({
    payments: waitingPayments(books),
    items: books.items.filter(({ open }) => !isZero(open)),
    customerByAccount: books.customerByAccount,
    shortfall,
  });

/** All movements with what became of them or what could, and all items that are open. */
export function listPayments(program: Program): Result<OutputOf<"payments.list">, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const books = computeReceivables(open.value);
  const proposals = proposalsOf(books);
  const rows = books.statements.flatMap((statement) =>
    statement.payments.map((payment): PaymentRow => {
      const settled = books.money.settled.get(payment.id) ?? null;
      const setAside = books.money.setAside.get(payment.id) ?? null;
      return {
        payment,
        account: valueOf(statement.account) ?? valueOf(statement.institution) ?? statement.kind,
        state: stateOf(payment, books, proposals),
        settled,
        setAside: setAside?.reason ?? null,
        proposals: (proposals.get(payment.id) ?? []).map((proposal) => ({
          ...proposal,
          reasons: proposal.reasons.map((reason) => ({ ...reason, message: sentenceFor(reason) })),
        })),
      };
    }),
  );
  return ok({
    rows,
    items: books.items,
    payouts: books.payouts,
    statements: books.statements.map(({ payments: _payments, ...rest }) => rest),
  });
}

function stateOf(
  { id, status }: Payment,
  { repeated, money, payoutPayments }: Receivables,
  proposals: ReadonlyMap<PaymentId, readonly unknown[]>,
): PaymentRow["state"] {
  if (repeated.has(id)) return "repeated";
  if (money.settled.has(id)) return "settled";
  if (money.setAside.has(id)) return "set-aside";
  if (payoutPayments.has(id)) return "payout";
  if (status !== "booked") return status;
  return (proposals.get(id)?.length ?? 0) > 0 ? "proposed" : "unmatched";
}

/** Settles a payment as a person says; what is taken must not be more than was paid, nor more than is open. */
export async function settlePayment(
  program: Program,
  order: InputOf<"payments.settle">,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const books = computeReceivables(workspace);
    const payment = books.paymentsById.get(order.paymentId as PaymentId);
    const action = payment === undefined ? null : settlementOf(payment, order, books);
    if (payment === undefined || action === null)
      return err({ code: "settle/unknown-payment", facts: { id: order.paymentId } });
    if ("code" in action) return err(action);
    return keepStep(
      program,
      workspace,
      { label: formatMessage("step/settle", { count: 1 }), actions: [action] },
      [order.paymentId],
      [],
      ["queue", "history"],
    );
  });
}

function settlementOf(
  payment: Payment,
  order: InputOf<"payments.settle">,
  books: Receivables,
): DecisionAction | Problem {
  const { allocations, level, use } = order;
  const paid = valueOf(payment.amount);
  if (paid === null) return { code: "settle/unreadable-amount" };
  if (books.money.settled.has(payment.id)) return { code: "settle/already-settled" };
  for (const { invoiceId, amount } of allocations) {
    const item = books.itemsById.get(invoiceId);
    if (item === undefined) return { code: "settle/unknown-item", facts: { id: invoiceId } };
    if (!isDecimalText(amount)) return { code: "settle/unreadable-amount" };
    if (compare(absolute(amount), absolute(item.open)) > 0)
      return { code: "settle/more-than-open", facts: { number: item.number, open: item.open } };
  }
  const taken = sum(allocations.map(({ amount }) => decimalText(amount)));
  const isForeign = level === "other-currency";
  const difference = isForeign ? decimalText("0") : decimalToText(subtract(paid, taken));
  if (!isForeign && !isZero(difference) && use === "none")
    return { code: "settle/difference-unsaid", facts: { difference } };
  return {
    type: "payment-settled",
    paymentId: payment.id,
    level,
    allocations: allocations.map(({ invoiceId, amount }) => ({
      invoiceId: invoiceId as InvoiceId,
      amount: decimalText(amount),
    })),
    difference,
    use,
  };
}

/** Settles every payment for which one reading alone fits; each can be undone. */
export async function settleSurePayments(program: Program): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const proposals = proposalsOf(computeReceivables(workspace));
    const sure = [...proposals.values()].flatMap(([best]) => (best?.isUnambiguous === true ? [best] : []));
    const actions = sure.map(({ paymentId, level, allocations, difference, use }): DecisionAction => ({
      type: "payment-settled",
      paymentId,
      level,
      allocations,
      difference,
      use,
    }));
    return keepStep(
      program,
      workspace,
      { label: formatMessage("step/settle", { count: actions.length }), actions },
      sure.map(({ paymentId }) => paymentId),
      [],
      ["queue", "history"],
    );
  });
}

/** Takes back what payments were settled with or why they were set aside: they wait again. Closed months stay. */
export async function releasePayments(
  program: Program,
  { paymentIds }: InputOf<"payments.release">,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const { money } = computeReceivables(workspace);
    const held = paymentIds.filter(
      (id) => money.settled.has(id as PaymentId) || money.setAside.has(id as PaymentId),
    );
    if (held.length === 0) return err({ code: "settle/nothing-to-release" });
    return keepStep(
      program,
      workspace,
      {
        label: formatMessage("step/release-payment", { count: held.length }),
        actions: held.map((id) => ({ type: "payment-released", paymentId: id as PaymentId })),
      },
      held,
      [],
      ["queue", "history"],
    );
  });
}

/** Says of movements that they are no customer's payment. */
export async function setPaymentsAside(
  program: Program,
  { paymentIds, reason }: InputOf<"payments.set-aside">,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(() => {
    const { paymentsById } = computeReceivables(workspace);
    const known = paymentIds.filter((id) => paymentsById.has(id as PaymentId));
    return keepStep(
      program,
      workspace,
      {
        label: formatMessage("step/set-aside", { count: known.length }),
        actions: known.map((id) => ({ type: "payment-set-aside", paymentId: id as PaymentId, reason })),
      },
      known,
      paymentIds
        .filter((id) => !known.includes(id))
        .map((id) => ({ id, problem: { code: "settle/unknown-payment", facts: { id } } })),
      ["queue", "history"],
    );
  });
}

/** What became of every movement, month by month. */
export function reconcileMonths(program: Program): Result<readonly Reconciliation[], Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const books = computeReceivables(open.value);
  return ok(
    reconcile({
      payouts: books.payoutPayments,
      statements: books.statements,
      settled: books.money.settled,
      setAside: books.money.setAside,
      repeated: books.repeated,
      closed: books.money.closedMonths,
    }),
  );
}

/** Closes a month: everything in it is settled or set aside, and its balances agree. */
export async function closeMonth(
  program: Program,
  { account, currency, month, note }: InputOf<"payments.close-month">,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const months = reconcileMonths(program);
    if (!months.ok) return months;
    const found = months.value.find(
      (each) => each.account === account && each.currency === currency && each.month === month,
    );
    if (found === undefined) return err({ code: "settle/unknown-month", facts: { month } });
    if (found.unmatched.length > 0)
      return err({ code: "settle/month-has-unmatched", facts: { month, count: found.unmatched.length } });
    if (found.gap !== null && !isZero(found.gap))
      return err({ code: "settle/month-does-not-add-up", facts: { month, gap: found.gap } });
    return keepStep(
      program,
      workspace,
      {
        label: formatMessage("step/close-month", { month }),
        actions: [{ type: "month-closed", key: `${account}|${currency}|${month}`, note }],
      },
      [month],
      [],
      ["history"],
    );
  });
}
