import {
  valueOf,
  type Payment,
  type PaymentId,
  type PayoutArrival,
  type Statement,
} from "../../../../src-shared/model/index.ts";
import {
  add,
  decimalToText,
  isEqual,
  isNegative,
  subtract,
  zero,
  type Decimal,
} from "../../../../src-shared/money/index.ts";
import { daysBetween, parseLocalDate, type LocalDate } from "../../../../src-shared/time/index.ts";
import { foldWording } from "../../../../src-shared/wording/index.ts";

/** Payment services by the words that banks print; a sum alone never makes a credit one of theirs. */
const services =
  /\b(?:stripe|gocardless|paypal|pp\.\d|square(?:up)?|adyen|mollie|sumup|braintree|worldpay|klarna|zettle|shopify|payoneer|wise)\b/;

/** A payout comes at the bank up to this many days after its last movement: weekends and holidays between. */
const longestWayInDays = 14;

/**
 * Each payout of a payment service with the credit at the bank that it arrived as, to the cent.
 *
 * A credit is one where it is the payout's sum after fees and refunds, in time, and names the payout or a service. Where
 * two credits or two payouts fit alike, none is taken: a person looks.
 */
export function matchPayouts(
  statements: readonly Statement[],
  repeated: ReadonlySet<PaymentId>,
  taken: (id: PaymentId) => boolean,
): readonly PayoutArrival[] {
  const credits = statements
    .filter(({ kind }) => kind === "bank-account" || kind === "card")
    .flatMap((statement) =>
      statement.payments
        .filter(({ id, status }) => status === "booked" && !repeated.has(id) && !taken(id))
        .map((payment) => ({ payment, currency: valueOf(payment.currency) ?? valueOf(statement.currency) })),
    );
  const payouts = collectPayouts(statements, repeated);
  const fitting = payouts.map((payout) =>
    credits
      .filter(({ payment, currency }) => currency === payout.currency && fits(payment, payout))
      .map(({ payment }) => payment),
  );
  return payouts.map(({ lastDay: _lastDay, ...payout }, at): PayoutArrival => {
    const own = (fitting[at] ?? []).filter((payment) =>
      wordsOf(payment).includes(foldWording(payout.reference)),
    );
    const candidates = own.length > 0 ? own : (fitting[at] ?? []);
    const [only] = candidates;
    const isWanted = fitting.some(
      (others, other) => other !== at && only !== undefined && others.includes(only),
    );
    const isSure = candidates.length === 1 && (own.length === 1 || !isWanted);
    return { ...payout, paymentId: isSure ? (only?.id ?? null) : null, candidates: candidates.length };
  });
}

type Payout = Omit<PayoutArrival, "paymentId" | "candidates"> & { readonly lastDay: LocalDate | null };

function collectPayouts(
  statements: readonly Statement[],
  repeated: ReadonlySet<PaymentId>,
): readonly Payout[] {
  const groups = new Map<string, { reference: string; currency: string; payments: Payment[] }>();
  for (const statement of statements) {
    if (statement.kind !== "payout" && statement.kind !== "payment-list") continue;
    for (const payment of statement.payments) {
      const currency = valueOf(payment.currency) ?? valueOf(statement.currency);
      const reference = payment.payoutReference;
      if (reference === null || currency === null || payment.kind === "payout") continue;
      if (payment.status !== "booked" || repeated.has(payment.id)) continue;
      const key = `${reference}|${currency}`;
      const group = groups.get(key) ?? { reference, currency, payments: [] };
      groups.set(key, group);
      group.payments.push(payment);
    }
  }
  return [...groups.values()].flatMap(({ reference, currency, payments }): readonly Payout[] => {
    let [gross, fees, refunds]: readonly Decimal[] = [zero, zero, zero];
    for (const payment of payments) {
      const amount = valueOf(payment.amount);
      // One sum that cannot be read makes the whole payout unknown: it is never taken for zero.
      if (amount === null || gross === undefined || fees === undefined || refunds === undefined) return [];
      if (isNegative(amount)) refunds = add(refunds, amount);
      else gross = add(gross, amount);
      const net = valueOf(payment.net);
      fees = add(fees, valueOf(payment.fee) ?? (net === null ? zero : subtract(amount, net)));
    }
    if (gross === undefined || fees === undefined || refunds === undefined) return [];
    const days = payments.flatMap((payment) => dayOfPayment(payment) ?? []).toSorted();
    return [
      {
        reference,
        currency,
        count: payments.length,
        gross: decimalToText(gross),
        refunds: decimalToText(refunds),
        fees: decimalToText(fees),
        arrives: decimalToText(subtract(add(gross, refunds), fees)),
        lastDay: days.at(-1) ?? null,
      },
    ];
  });
}

const dayOfPayment = (payment: Payment): LocalDate | null =>
  valueOf(payment.bookingDate) ?? valueOf(payment.valueDate);

const wordsOf = ({ counterparty, remittance, references }: Payment): string =>
  [counterparty, remittance, ...references].map((field) => foldWording(valueOf(field) ?? "")).join(" ");

function fits(payment: Payment, { arrives, reference, lastDay }: Payout): boolean {
  const amount = valueOf(payment.amount);
  const booked = parseLocalDate(dayOfPayment(payment) ?? "");
  if (amount === null || !isEqual(amount, arrives) || !booked.ok) return false;
  const way = lastDay === null ? 0 : daysBetween(lastDay, booked.value);
  const words = wordsOf(payment);
  return (
    way >= 0 && way <= longestWayInDays && (services.test(words) || words.includes(foldWording(reference)))
  );
}
