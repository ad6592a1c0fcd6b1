import {
  valueOf,
  type DifferenceUse,
  type OpenItem,
  type Payment,
  type SettlementLevel,
  type SettlementReason,
} from "../../../../src-shared/model/index.ts";
import {
  fractionToDecimal,
  isZero,
  minorDigits,
  multiplyFractions,
  percentToFraction,
  toDecimal,
  type Allowance,
  type Decimal,
} from "../../../../src-shared/money/index.ts";
import type { NamedItems } from "./named-items.ts";
import { agreementOf, type PayerIndex } from "./payers.ts";

/** A payment whose amount and currency are known, with the items that it names. */
export interface Known {
  readonly payment: Payment;
  readonly named: NamedItems;
  readonly amount: Decimal;
  readonly currency: string;
}

export interface Choice {
  readonly level: SettlementLevel;
  readonly items: readonly OpenItem[];
  readonly taken: readonly Decimal[];
  readonly difference: Decimal;
  readonly use: DifferenceUse;
  readonly reasons: readonly SettlementReason[];
  readonly isUnambiguous: boolean;
}

/** A finder answers the choices of its kind; passes run from the surest to the least sure. */
export type Finder = (known: Known, open: OpenBook) => readonly Choice[];

/** What is open while proposals take from it: a later, less sure proposal never takes what a surer one took. */
export interface OpenBook {
  readonly payers: PayerIndex;
  readonly left: ReadonlyMap<string, Decimal>;
  readonly shortfall: Allowance;
}

export const leftOf = (item: OpenItem, { left }: OpenBook): Decimal =>
  left.get(item.invoiceId) ?? toDecimal(item.open);
export const isOpen = (item: OpenItem, book: OpenBook): boolean => !isZero(leftOf(item, book));
export const inCurrency = (items: readonly OpenItem[], currency: string): readonly OpenItem[] =>
  items.filter((item) => item.currency === currency);

/** What the payer's name says about an item: in favor, against, or nothing. */
export const payerReasons = ({ payment }: Known, items: readonly OpenItem[]): readonly SettlementReason[] => {
  const payer = valueOf(payment.counterparty);
  if (payer === null) return [];
  const agreements = items.map((item) => agreementOf(payer, item.customer));
  if (agreements.every((each) => each === "same" || each === "form-missing"))
    return [{ code: "settle/payer-same", facts: { payer } }];
  return agreements.some((each) => each === "different" || each === "look-alike" || each === "form-differs")
    ? [{ code: "settle/payer-differs", facts: { payer, customer: items[0]?.customer ?? "" } }]
    : [{ code: "settle/payer-similar", facts: { payer } }];
};

export const numberReasons = (
  items: readonly OpenItem[],
  isInReference: boolean,
): readonly SettlementReason[] => [
  {
    code: isInReference ? "settle/number-in-reference" : "settle/number-in-text",
    facts: { numbers: items.map((item) => item.number).join(", ") },
  },
];

export const whole = (items: readonly OpenItem[], book: OpenBook): readonly Decimal[] =>
  items.map((item) => leftOf(item, book));

/** All that is open of these items is paid, to the cent. */
export const paidInFull = (
  items: readonly OpenItem[],
  book: OpenBook,
): Pick<Choice, "items" | "taken" | "difference" | "use"> => ({
  items,
  taken: whole(items, book),
  difference: { units: 0n, scale: 0 },
  use: "none",
});

/** What these customers owe in the currency of the payment. */
export const openItemsOf = (
  customers: readonly string[],
  { currency }: Known,
  book: OpenBook,
): readonly OpenItem[] =>
  inCurrency(
    customers.flatMap((customer) => book.payers.itemsByCustomer.get(customer) ?? []),
    currency,
  ).filter((item) => isOpen(item, book));

export const named = (known: Known, book: OpenBook): NamedItems => {
  const { items, isInReference } = known.named;
  return { items: items.filter((item) => isOpen(item, book)), isInReference };
};

/** The day on which money was paid, as far as it is stated. */
export const paidOn = ({ payment }: Known): string | null =>
  valueOf(payment.bookingDate) ?? valueOf(payment.valueDate);

/** What an agreed discount for early payment takes off, if it was in time. */
export const discountOf = (item: OpenItem, open: Decimal, day: string | null): Decimal | null => {
  const { earlyDiscount } = item;
  if (earlyDiscount === null || day === null || day > earlyDiscount.until) return null;
  return fractionToDecimal(
    multiplyFractions(open, percentToFraction(earlyDiscount.percent)),
    minorDigits(item.currency),
    "half-up",
  );
};
