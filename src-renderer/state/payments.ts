import { create } from "zustand";
import type { CallError, OutputOf, PaymentRow, ShownProposal } from "../../src-shared/api/contract.ts";
import type { DifferenceUse, Reconciliation } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { announceReceipt } from "./decisions.ts";

export type PaymentFilter = "open" | "settled" | "set-aside" | "all" | "months";

interface Payments {
  readonly list: OutputOf<"payments.list"> | null;
  readonly months: readonly Reconciliation[];
  readonly filter: PaymentFilter;
  readonly activeId: string | null;
  readonly error: CallError | null;
}

/** Movements of money and what became of them. */
export const usePayments = create<Payments>(() => ({
  list: null,
  months: [],
  filter: "open",
  activeId: null,
  error: null,
}));

export function forgetPayments(): void {
  usePayments.setState({ list: null, months: [], activeId: null, error: null });
}

export async function loadPayments(): Promise<void> {
  const [list, months] = await Promise.all([
    callHost("payments.list", {}),
    callHost("payments.reconcile", {}),
  ]);
  if (!list.ok) return usePayments.setState({ error: list.error });
  usePayments.setState({ list: list.value, months: months.ok ? months.value : [], error: null });
}

export function filterPayments(filter: PaymentFilter): void {
  usePayments.setState({ filter, activeId: null });
}

export function selectPayment(activeId: string | null): void {
  usePayments.setState({ activeId });
}

/** Rows of a filter: what waits, what was settled, what concerns no customer. */
export function rowsOf(rows: readonly PaymentRow[], filter: PaymentFilter): readonly PaymentRow[] {
  if (filter === "all" || filter === "months") return rows;
  if (filter === "open") return rows.filter(({ state }) => state === "proposed" || state === "unmatched");
  return rows.filter(({ state }) => state === filter);
}

export async function settleBy(row: PaymentRow, proposal: ShownProposal, use: DifferenceUse): Promise<void> {
  const result = await callHost("payments.settle", {
    paymentId: row.payment.id,
    level: proposal.level,
    allocations: proposal.allocations.map(({ invoiceId, amount }) => ({ invoiceId, amount })),
    use,
  });
  if (!result.ok) return usePayments.setState({ error: result.error });
  announceReceipt(result.value, say("payments.settledOne"));
  await loadPayments();
}

/** Settles a payment with the shares that a person gave it. */
export async function settleByHand(
  paymentId: string,
  allocations: readonly { readonly invoiceId: string; readonly amount: string }[],
  use: DifferenceUse,
): Promise<void> {
  const result = await callHost("payments.settle", {
    paymentId,
    level: "by-hand",
    allocations: [...allocations],
    use,
  });
  if (!result.ok) return usePayments.setState({ error: result.error });
  announceReceipt(result.value, say("payments.settledOne"));
  await loadPayments();
}

/** Lets a payment wait again. */
export async function releasePayment(paymentId: string): Promise<void> {
  const result = await callHost("payments.release", { paymentIds: [paymentId] });
  if (!result.ok) return usePayments.setState({ error: result.error });
  announceReceipt(result.value, say("payments.released"));
  await loadPayments();
}

/** Settles everything for which one reading alone fits. */
export async function settleSure(): Promise<void> {
  const result = await callHost("payments.settle-sure", {});
  if (!result.ok) return usePayments.setState({ error: result.error });
  announceReceipt(result.value, say("payments.settledMany", { count: result.value.applied.length }));
  await loadPayments();
}

export async function setAside(paymentId: string, reason: string): Promise<void> {
  const result = await callHost("payments.set-aside", { paymentIds: [paymentId], reason });
  if (!result.ok) return usePayments.setState({ error: result.error });
  announceReceipt(result.value, say("payments.setAsideOne"));
  await loadPayments();
}

export async function closeMonth({ account, currency, month }: Reconciliation): Promise<void> {
  const result = await callHost("payments.close-month", { account, currency, month, note: null });
  if (!result.ok) return usePayments.setState({ error: result.error });
  announceReceipt(result.value, say("payments.monthClosed", { month }));
  await loadPayments();
}
