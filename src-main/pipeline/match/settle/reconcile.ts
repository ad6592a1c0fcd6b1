import {
  reconciliationParts,
  valueOf,
  type Payment,
  type PaymentId,
  type Reconciliation,
  type ReconciliationPart,
  type SetAsidePayment,
  type SettlementRecord,
  type Statement,
} from "../../../../src-shared/model/index.ts";
import {
  add,
  decimalToText,
  isZero,
  minorDigits,
  rescale,
  subtract,
  sum,
  toDecimal,
  zero,
  type Decimal,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";

export interface ReconcileInput {
  readonly statements: readonly Statement[];
  readonly settled: ReadonlyMap<PaymentId, SettlementRecord>;
  readonly setAside: ReadonlyMap<PaymentId, SetAsidePayment>;
  /** Movements that stand in another statement as well, and count there. */
  readonly repeated: ReadonlySet<PaymentId>;
  /** Credits at the bank that are a payout of a payment service. */
  readonly payouts: ReadonlySet<PaymentId>;
  /** Months that were closed, as "account|currency|2026-11". */
  readonly closed: ReadonlySet<string>;
}

/** The day on which a movement counts. */
export const dayOf = (payment: Payment): string | null =>
  valueOf(payment.bookingDate) ?? valueOf(payment.valueDate);

interface Group {
  readonly account: string;
  readonly currency: string;
  readonly month: string;
  readonly statements: Statement[];
  readonly payments: Payment[];
}

/**
 * What became of every movement, by account and month.
 *
 * The parts of a month add up to its movements; opening balance and movements make the closing one, or the gap says by
 * how much they do not. A movement without a readable amount or date counts nowhere and is listed as unmatched.
 */
export function reconcile(input: ReconcileInput): readonly Reconciliation[] {
  const groups = new Map<string, Group>();
  for (const statement of input.statements)
    for (const payment of statement.payments) {
      const currency = valueOf(payment.currency) ?? valueOf(statement.currency);
      const month = dayOf(payment)?.slice(0, 7);
      if (currency === null || month === undefined || input.repeated.has(payment.id)) continue;
      if (payment.status !== "booked") continue;
      const account = valueOf(statement.account) ?? valueOf(statement.institution) ?? statement.kind;
      const key = closingKey(account, currency, month);
      const group = groups.get(key) ?? { account, currency, month, statements: [], payments: [] };
      groups.set(key, group);
      if (!group.statements.includes(statement)) group.statements.push(statement);
      group.payments.push(payment);
    }
  return [...groups.entries()]
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .map(([key, group]) => reconcileMonth(group, input, input.closed.has(key)));
}

/** The name under which a month of an account is closed. */
export const closingKey = (account: string, currency: string, month: string): string =>
  `${account}|${currency}|${month}`;

const reconcileMonth = (group: Group, input: ReconcileInput, isClosed: boolean): Reconciliation => {
  const digits = minorDigits(group.currency);
  const money = (value: Decimal): DecimalText => decimalToText(rescale(value, Math.max(digits, value.scale)));
  const totals = new Map<ReconciliationPart, Decimal>(reconciliationParts.map((part) => [part, zero]));
  const count = (part: ReconciliationPart, amount: Decimal): void =>
    void totals.set(part, add(totals.get(part) ?? zero, amount));
  const unmatched: PaymentId[] = [];
  for (const payment of group.payments) {
    const amount = valueOf(payment.amount);
    if (amount === null) {
      unmatched.push(payment.id);
      continue;
    }
    const fee = valueOf(payment.fee);
    if (fee !== null && !isZero(fee)) count("fees", subtract(zero, fee));
    const record = input.settled.get(payment.id);
    if (record !== undefined) {
      const over = record.use === "customer-credit" ? toDecimal(record.difference) : zero;
      count("settled", subtract(amount, over));
      count("over", over);
    } else if (input.setAside.has(payment.id)) count("set-aside", toDecimal(amount));
    else if (payment.kind === "fee") count("fees", toDecimal(amount));
    else if (payment.kind === "payout" || input.payouts.has(payment.id)) count("payouts", toDecimal(amount));
    else {
      count("unmatched", toDecimal(amount));
      unmatched.push(payment.id);
    }
  }
  const movements = group.payments.reduce<Decimal>((total, payment) => {
    const amount = valueOf(payment.amount);
    const fee = valueOf(payment.fee);
    return amount === null ? total : subtract(add(total, amount), fee ?? zero);
  }, zero);
  const { opening, closing } = balancesOf(group);
  return {
    account: group.account,
    currency: group.currency,
    month: group.month,
    statementIds: group.statements.map(({ id }) => id),
    opening,
    closing,
    movements: money(movements),
    parts: Object.fromEntries(
      reconciliationParts.map((part) => [part, money(totals.get(part) ?? zero)]),
    ) as Reconciliation["parts"],
    gap: opening === null || closing === null ? null : money(subtract(subtract(closing, opening), movements)),
    proof: money(subtract(sum(totals.values()), movements)),
    unmatched,
    isClosed,
  };
};

/** The balances around a month: only where statements of the account lie wholly within it, one after the other. */
const balancesOf = ({
  statements,
  month,
}: Group): { readonly opening: DecimalText | null; readonly closing: DecimalText | null } => {
  const isWithin = statements.every(({ payments }) =>
    payments.every((payment) => dayOf(payment)?.startsWith(month) !== false),
  );
  const inOrder = statements.toSorted((first, second) => ((first.from ?? "") < (second.from ?? "") ? -1 : 1));
  const opening = valueOf(inOrder[0]?.openingBalance?.amount ?? null);
  const closing = valueOf(inOrder.at(-1)?.closingBalance?.amount ?? null);
  return isWithin ? { opening, closing } : { opening: null, closing: null };
};
