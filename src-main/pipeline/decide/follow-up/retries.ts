import type { FailedPayment, Payment, RetryStep } from "../../../../src-shared/model/index.ts";
import { addDays, type LocalDate } from "../../../../src-shared/time/index.ts";
import { compareText } from "../../../../src-shared/wording/index.ts";

/** When the gateway should try a payment again that failed: after 1, 3, 5 and 7 days, then a person asks. */
const retryDays = [1, 3, 5, 7] as const;

/** Tries to come for a payment that first failed on a day and was tried again some times since. */
export const planRetries = (firstFailedOn: LocalDate, triedAgain: number): readonly RetryStep[] =>
  retryDays
    .map((days, index) => ({ attempt: index + 1, on: addDays(firstFailedOn, days) }))
    .filter(({ attempt }) => attempt > triedAgain);

/**
 * Payments that failed and did not come since, the latest first, each with the tries to come.
 *
 * The same sum from the same payer is one payment: what failed again is a try of it, and what was booked after it ends
 * it. A payment of which neither payer nor reference is known stands alone.
 */
export function listFailedPayments(payments: readonly Payment[], asOf: LocalDate): readonly FailedPayment[] {
  const groups = new Map<string, Payment[]>();
  for (const payment of payments) {
    const key = keyOf(payment);
    groups.set(key, [...(groups.get(key) ?? []), payment]);
  }
  return [...groups.values()]
    .flatMap((group) => failedOf(group, asOf) ?? [])
    .toSorted((first, second) => byDay(second.payment, first.payment));
}

function failedOf(group: readonly Payment[], asOf: LocalDate): FailedPayment | null {
  const ordered = group.toSorted(byDay);
  const lastBooked = ordered.findLastIndex(({ status }) => status === "booked");
  const failed = ordered.slice(lastBooked + 1).filter(({ status }) => status === "failed");
  const [first, last] = [failed[0], failed.at(-1)];
  if (first === undefined || last === undefined) return null;
  const firstFailedOn = first.bookingDate?.value ?? first.valueDate?.value ?? null;
  if (firstFailedOn === null) return null;
  const steps = planRetries(firstFailedOn, failed.length - 1).filter(({ on }) => on >= asOf);
  return { payment: last, failures: failed.length, firstFailedOn, steps };
}

const dayOf = (payment: Payment): string => payment.bookingDate?.value ?? payment.valueDate?.value ?? "";

const byDay = (first: Payment, second: Payment): number => compareText(dayOf(first), dayOf(second));

/** Who owes what. Where a service names no payer, what the payment is for stands in. */
function keyOf(payment: Payment): string {
  const who = payment.counterparty?.value ?? payment.references[0]?.value ?? null;
  const amount = payment.amount?.value ?? null;
  if (who === null || amount === null) return payment.id;
  return JSON.stringify([
    who.toLowerCase().replaceAll(/\s+/g, " ").trim(),
    amount,
    payment.currency?.value ?? null,
  ]);
}
