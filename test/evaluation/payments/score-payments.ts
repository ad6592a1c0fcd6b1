import { proposeSettlements } from "../../../src-main/pipeline/match/index.ts";
import { decimalText } from "../../../src-shared/money/index.ts";
import type { PaymentSet } from "../../builders/payment-set.ts";

export interface PaymentScore {
  /** Payments whose truth somebody could know. */
  readonly matchable: number;
  readonly right: number;
  readonly exact: number;
  readonly wrongExact: number;
  readonly automatic: number;
  readonly wrongAutomatic: number;
  readonly byKind: ReadonlyMap<string, { count: number; right: number; proposed: number }>;
}

/** Compares the best proposal of each payment with what it was made for. */
export const scorePayments = (set: PaymentSet): PaymentScore => {
  const proposals = proposeSettlements({
    payments: set.payments,
    items: set.items,
    customerByAccount: new Map(),
    shortfall: { percent: decimalText("0.5"), floor: decimalText("5.00"), cap: decimalText("25.00") },
  });
  const byKind = new Map<string, { count: number; right: number; proposed: number }>();
  let [matchable, right, exact, wrongExact, automatic, wrongAutomatic] = [0, 0, 0, 0, 0, 0];
  for (const { paymentId, kind, invoiceIds } of set.truths) {
    const best = proposals.get(paymentId)?.[0];
    const found = best?.allocations.map((each) => each.invoiceId).toSorted();
    const isRight =
      invoiceIds !== null && found !== undefined && found.join() === invoiceIds.toSorted().join();
    const row = byKind.get(kind) ?? { count: 0, right: 0, proposed: 0 };
    byKind.set(kind, row);
    row.count += 1;
    if (best !== undefined) row.proposed += 1;
    if (isRight) row.right += 1;
    if (invoiceIds !== null) matchable += 1;
    if (isRight) right += 1;
    if (best?.level === "exact") {
      exact += 1;
      if (!isRight) wrongExact += 1;
    }
    if (best?.isUnambiguous === true) {
      automatic += 1;
      if (!isRight) wrongAutomatic += 1;
    }
  }
  return { matchable, right, exact, wrongExact, automatic, wrongAutomatic, byKind };
};
