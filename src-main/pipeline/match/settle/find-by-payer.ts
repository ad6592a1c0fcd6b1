import { valueOf } from "../../../../src-shared/model/index.ts";
import {
  allow,
  compare,
  decimalToText,
  isEqual,
  isNegative,
  isPositive,
  negate,
  subtract,
  toMinorUnits,
} from "../../../../src-shared/money/index.ts";
import {
  discountOf,
  leftOf,
  named,
  openItemsOf,
  paidInFull,
  paidOn,
  payerReasons,
  type Choice,
  type Finder,
} from "./choice.ts";
import { customersOf } from "./payers.ts";
import { combinationsOf } from "./subset-sum.ts";

/** No number, but the payer owes this very amount, once. */
export const findByPayer: Finder = (known, book) => {
  if (named(known, book).items.length > 0) return [];
  const { customers, by } = customersOf(known.payment, book.payers);
  const items = openItemsOf(customers, known, book);
  const fits = items.filter((item) => isEqual(leftOf(item, book), known.amount));
  // Money of a time before the invoice was written is not for it.
  const day = paidOn(known);
  const timely = fits.filter((item) => day === null || item.issueDate <= day);
  return timely.map((item) => ({
    level: isNegative(known.amount) ? "refund" : "payer",
    ...paidInFull([item], book),
    reasons: [
      { code: "settle/amount-equals" },
      by === "account"
        ? { code: "settle/account-known", facts: { customer: item.customer } }
        : {
            code: by === "name" ? "settle/payer-same" : "settle/payer-similar",
            facts: { payer: valueOf(known.payment.counterparty) ?? "" },
          },
      ...(timely.length > 1 ? [{ code: "settle/others-fit", facts: { count: timely.length - 1 } }] : []),
    ],
    isUnambiguous: timely.length === 1 && by !== "similar-name" && customers.length === 1,
  }));
};

/** No number, but some of what the payer owes adds up, in one way only. */
export const findCombination: Finder = (known, book) => {
  if (isNegative(known.amount) || named(known, book).items.length > 0) return [];
  const { customers, by } = customersOf(known.payment, book.payers);
  return customers.flatMap((customer) => {
    const items = openItemsOf([customer], known, book);
    const amounts = items.map((item) => toMinorUnits(leftOf(item, book), known.currency));
    const combinations = combinationsOf(amounts, toMinorUnits(known.amount, known.currency));
    return combinations.map((positions): Choice => {
      const chosen = positions.flatMap((position) => items[position] ?? []);
      return {
        level: "combined",
        ...paidInFull(chosen, book),
        reasons: [
          { code: "settle/amounts-add-up", facts: { count: chosen.length } },
          ...payerReasons(known, chosen),
          ...(combinations.length > 1 ? [{ code: "settle/others-fit", facts: { count: 1 } }] : []),
        ],
        isUnambiguous: combinations.length === 1 && by !== "similar-name" && customers.length === 1,
      };
    });
  });
};

/** Nothing is named, the payer owes one thing only, and the amount is near it. */
export const findShortByPayer: Finder = (known, book) => {
  if (isNegative(known.amount) || named(known, book).items.length > 0) return [];
  const { customers, by } = customersOf(known.payment, book.payers);
  if (by === "none" || by === "similar-name") return [];
  const day = paidOn(known);
  return openItemsOf(customers, known, book)
    .filter((item) => isPositive(leftOf(item, book)))
    .flatMap((item): readonly Choice[] => {
      const open = leftOf(item, book);
      const missing = subtract(open, known.amount);
      if (!isPositive(missing)) return [];
      const discount = discountOf(item, open, day);
      const isDiscount = discount !== null && isEqual(discount, missing);
      if (!isDiscount && compare(missing, allow(book.shortfall, open)) > 0) return [];
      return [
        {
          level: "short",
          items: [item],
          taken: [open],
          difference: negate(missing),
          use: isDiscount ? "early-discount" : "bank-charge",
          reasons: [
            ...payerReasons(known, [item]),
            isDiscount
              ? { code: "settle/agreed-discount", facts: { discount: decimalToText(missing) } }
              : { code: "settle/within-tolerance", facts: { difference: decimalToText(missing) } },
          ],
          isUnambiguous: false,
        },
      ];
    });
};
