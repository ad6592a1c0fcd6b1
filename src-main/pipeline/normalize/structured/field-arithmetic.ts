import type { Field } from "../../../../src-shared/model/index.ts";
import {
  add,
  decimalToText,
  isZero,
  multiply,
  negate,
  subtract,
  type Decimal,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";

export type Amount = Field<DecimalText> | null;

const certain = (value: Decimal, parts: readonly Field<DecimalText>[]): Field<DecimalText> => ({
  value: decimalToText(value),
  evidence: parts.flatMap(({ evidence }) => evidence),
  basis: "structured",
  confidence: 1,
});

const undecided = (parts: readonly Field<DecimalText>[]): Field<DecimalText> => ({
  value: null,
  evidence: parts.flatMap(({ evidence }) => evidence),
  basis: "structured",
  confidence: 0,
});

/** Sum of the amounts that are there; `null` where there are none. One unreadable part leaves it undecided. */
export const sumOf = (amounts: readonly Amount[]): Amount => {
  const parts = amounts.filter((amount) => amount !== null);
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first ?? null;
  let total: Decimal = { units: 0n, scale: 0 };
  for (const { value } of parts) {
    if (value === null) return undecided(parts);
    total = add(total, value);
  }
  return certain(total, parts);
};

/** The amount less another, which counts as nothing where it is absent. */
export const differenceOf = (amount: Amount, less: Amount): Amount => {
  if (amount === null || less === null) return amount;
  if (amount.value === null || less.value === null) return undecided([amount, less]);
  return certain(subtract(amount.value, less.value), [amount, less]);
};

/** Two amounts times each other; `null` where one is absent. */
export const productOf = (left: Amount, right: Amount): Amount => {
  if (left === null || right === null) return null;
  if (left.value === null || right.value === null) return undecided([left, right]);
  return certain(multiply(left.value, right.value), [left, right]);
};

const percent = "0.01" as DecimalText;

/** A percentage as a share: 16 is 0.16. */
export const shareOf = (amount: Amount): Amount =>
  amount === null || amount.value === null
    ? amount
    : { ...amount, value: decimalToText(multiply(amount.value, percent)) };

/** The amount with its sign turned. */
export const negativeOf = (amount: Amount): Amount =>
  amount === null || amount.value === null
    ? amount
    : { ...amount, value: decimalToText(negate(amount.value)) };

/** `null` for a zero, for vocabularies that write one where there is nothing. */
export const unlessZero = (amount: Amount): Amount =>
  amount !== null && amount.value !== null && isZero(amount.value) ? null : amount;
