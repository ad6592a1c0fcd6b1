import {
  absolute,
  allow,
  compare,
  decimalToText,
  isEqual,
  isNegative,
  isPositive,
  subtract,
  sum,
} from "../../../../src-shared/money/index.ts";
import {
  discountOf,
  inCurrency,
  leftOf,
  named,
  numberReasons,
  paidInFull,
  paidOn,
  payerReasons,
  whole,
  type Finder,
} from "./choice.ts";

/** Number and amount agree. */
export const findExact: Finder = (known, book) => {
  const { items, isInReference } = named(known, book);
  const own = inCurrency(items, known.currency);
  const fits = own.filter((item) => isEqual(leftOf(item, book), known.amount));
  return fits.map((item) => ({
    level: isNegative(known.amount) ? "refund" : "exact",
    ...paidInFull([item], book),
    reasons: [
      ...numberReasons([item], isInReference),
      { code: "settle/amount-equals" },
      ...payerReasons(known, [item]),
    ],
    // Another number that is named too would be forgotten: then a person looks.
    isUnambiguous: fits.length === 1 && own.length === 1,
  }));
};

/** Several numbers are named, and what is open of them adds up. */
export const findNamedCombination: Finder = (known, book) => {
  const { items, isInReference } = named(known, book);
  const own = inCurrency(items, known.currency);
  if (own.length < 2 || !isEqual(sum(whole(own, book)), known.amount)) return [];
  return [
    {
      level: "combined",
      ...paidInFull(own, book),
      reasons: [
        ...numberReasons(own, isInReference),
        { code: "settle/amounts-add-up", facts: { count: own.length } },
        ...payerReasons(known, own),
      ],
      isUnambiguous: new Set(own.map((item) => item.customer)).size === 1,
    },
  ];
};

/** One item is named, and the amount is another: a discount that was agreed, a bank's charge, a part, or too much. */
export const findNamedOther: Finder = (known, book) => {
  if (isNegative(known.amount)) return [];
  const { items, isInReference } = named(known, book);
  const own = inCurrency(items, known.currency);
  const [item] = own;
  if (item === undefined || own.length > 1) return [];
  const open = leftOf(item, book);
  const difference = subtract(known.amount, open);
  const day = paidOn(known);
  const discount = discountOf(item, open, day);
  const shared = { items: [item], difference, isUnambiguous: false };
  const reasons = [...numberReasons([item], isInReference), ...payerReasons(known, [item])];
  if (isPositive(difference))
    return [
      {
        ...shared,
        level: "over",
        taken: [open],
        use: "customer-credit",
        reasons: [...reasons, { code: "settle/too-much", facts: { difference: decimalToText(difference) } }],
      },
    ];
  const missing = absolute(difference);
  if (discount !== null && isEqual(discount, missing))
    return [
      {
        ...shared,
        level: "short",
        taken: [open],
        use: "early-discount",
        reasons: [
          ...reasons,
          { code: "settle/agreed-discount", facts: { discount: decimalToText(discount) } },
        ],
      },
    ];
  if (compare(missing, allow(book.shortfall, open)) <= 0)
    return [
      {
        ...shared,
        level: "short",
        taken: [open],
        use: "bank-charge",
        reasons: [
          ...reasons,
          { code: "settle/within-tolerance", facts: { difference: decimalToText(missing) } },
        ],
      },
    ];
  return [
    {
      ...shared,
      level: "partial",
      taken: [known.amount],
      difference: { units: 0n, scale: 0 },
      use: "stays-open",
      reasons: [...reasons, { code: "settle/part-paid", facts: { open: decimalToText(missing) } }],
    },
  ];
};

/** An item is named, and the money is of another currency: only a person knows the rate. */
export const findOtherCurrency: Finder = (known, book) => {
  const { items, isInReference } = named(known, book);
  const [item] = items;
  if (item === undefined || items.length > 1 || item.currency === known.currency) return [];
  return [
    {
      level: "other-currency",
      ...paidInFull([item], book),
      reasons: [
        ...numberReasons([item], isInReference),
        { code: "settle/other-currency", facts: { paid: known.currency, billed: item.currency } },
        ...payerReasons(known, [item]),
      ],
      isUnambiguous: false,
    },
  ];
};
