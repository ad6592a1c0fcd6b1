import {
  valueOf,
  type OpenItem,
  type Payment,
  type SettlementProposal,
} from "../../../../src-shared/model/index.ts";
import {
  decimalToText,
  isZero,
  minorDigits,
  rescale,
  subtract,
  toDecimal,
  type Allowance,
  type Decimal,
  type DecimalText,
  add,
} from "../../../../src-shared/money/index.ts";
import { leftOf, type Choice, type Finder, type Known, type OpenBook } from "./choice.ts";
import { findExact, findNamedCombination, findNamedOther, findOtherCurrency } from "./find-by-number.ts";
import { findByPayer, findCombination, findShortByPayer } from "./find-by-payer.ts";
import { indexNumbers, itemsNamedIn, type NumberIndex } from "./named-items.ts";
import { indexPayers } from "./payers.ts";

/** What is looked at when payments are matched. */
export interface SettlementInput {
  /** Movements that nobody has settled or set aside. */
  readonly payments: readonly Payment[];
  readonly items: readonly OpenItem[];
  /** Customers by an account that they paid from before. */
  readonly customerByAccount: ReadonlyMap<string, string>;
  /** How far a payment may fall short, by what banks keep on the way. */
  readonly shortfall: Allowance;
}

const passes: readonly Finder[] = [
  findExact,
  findNamedCombination,
  findByPayer,
  findCombination,
  findNamedOther,
  findShortByPayer,
  findOtherCurrency,
];

/**
 * Ways to settle payments, the best first for each; a payment for which nothing fits has none.
 *
 * Passes go from the surest kind to the least sure over all payments, and each takes what it settles out of the book.
 * Payments are walked by date and id, so that the answer does not depend on the order of files.
 */
export function proposeSettlements(
  input: SettlementInput,
): ReadonlyMap<Payment["id"], readonly SettlementProposal[]> {
  const left = new Map<string, Decimal>();
  const numbers = indexNumbers(input.items);
  const book: OpenBook = {
    payers: indexPayers(input.items, input.customerByAccount),
    left,
    shortfall: input.shortfall,
  };
  let waiting = input.payments.flatMap((payment) => knownOf(payment, numbers)).toSorted(byDate);
  const proposals = new Map<Payment["id"], readonly SettlementProposal[]>();
  for (const find of passes) {
    const still: Known[] = [];
    for (const known of waiting) {
      const choices = find(known, book);
      const [best] = choices;
      if (best === undefined) {
        still.push(known);
        continue;
      }
      proposals.set(
        known.payment.id,
        choices.map((choice) => proposalOf(known, choice)),
      );
      best.items.forEach((item, index) => {
        const taken = best.taken[index] ?? { units: 0n, scale: 0 };
        left.set(item.invoiceId, subtract(leftOf(item, book), taken));
      });
    }
    waiting = still;
  }
  return proposals;
}

const proposalOf = ({ payment, currency }: Known, choice: Choice): SettlementProposal => {
  const digits = minorDigits(currency);
  const money = (value: Decimal): DecimalText => decimalToText(rescale(value, Math.max(digits, value.scale)));
  return {
    paymentId: payment.id,
    level: choice.level,
    allocations: choice.items.map((item, index) => ({
      invoiceId: item.invoiceId,
      amount: money(choice.taken[index] ?? add(item.open, "0" as DecimalText)),
    })),
    difference: money(choice.difference),
    use: choice.use,
    reasons: choice.reasons,
    isUnambiguous: choice.isUnambiguous,
  };
};

/** A payment whose amount and currency are known and that moves money of a customer. */
const knownOf = (payment: Payment, numbers: NumberIndex): readonly Known[] => {
  const amount = valueOf(payment.amount);
  const currency = valueOf(payment.currency);
  const isOfCustomer = payment.kind === "payment" || payment.kind === "refund";
  if (amount === null || currency === null || isZero(amount) || payment.status !== "booked" || !isOfCustomer)
    return [];
  return [{ payment, named: itemsNamedIn(payment, numbers), amount: toDecimal(amount), currency }];
};

const byDate = (first: Known, second: Known): number => {
  const [one, other] = [first, second].map(
    ({ payment }) => `${valueOf(payment.bookingDate) ?? valueOf(payment.valueDate) ?? ""} ${payment.id}`,
  );
  return (one ?? "") < (other ?? "") ? -1 : 1;
};
