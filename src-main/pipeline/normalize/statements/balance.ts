import type { BalanceCheck, Field, Payment, StatementBalance } from "../../../../src-shared/model/index.ts";
import {
  add,
  decimalToText,
  isZero,
  negate,
  subtract,
  sum,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";

/** What a payment changes on its account: the net where a fee was kept back. `null` when it cannot be read. */
const effectOf = ({ amount, net }: Payment): DecimalText | null =>
  (net === null ? amount : net)?.value ?? null;

/** Whether opening balance and booked movements make the closing balance; what is pending moves nothing yet. */
export const checkBalance = (
  opening: StatementBalance | null,
  closing: StatementBalance | null,
  payments: readonly Payment[],
): BalanceCheck => {
  const start = opening?.amount.value ?? null;
  const end = closing?.amount.value ?? null;
  const effects = payments.filter(({ status }) => status === "booked").map(effectOf);
  const known = effects.filter((effect) => effect !== null);
  if (start === null || end === null || known.length < effects.length) return { is: "cannot-determine" };
  const difference = subtract(end, add(start, sum(known)));
  return isZero(difference) ? { is: "adds-up" } : { is: "differs", difference: decimalToText(difference) };
};

/** The same proof with the sign turned; rival readings turn along. */
export const negated = (field: Field<DecimalText>): Field<DecimalText> => {
  const turn = (value: DecimalText): DecimalText => decimalToText(negate(value));
  const { alternatives, ...rest } = field;
  return {
    ...rest,
    value: field.value === null ? null : turn(field.value),
    ...(alternatives !== undefined && {
      alternatives: alternatives.map((each) => ({ ...each, value: turn(each.value) })),
    }),
  };
};

/** Several printed pieces as one text, with all of their proof; `null` when there are none. */
export const joinedText = (fields: readonly (Field<string> | null)[]): Field<string> | null => {
  const printed = fields.filter((field) => field !== null && field.value !== null);
  const [first] = printed;
  if (first === undefined || first === null) return null;
  return {
    ...first,
    value: printed.map((field) => field?.value ?? "").join(" "),
    evidence: printed.flatMap((field) => field?.evidence ?? []),
  };
};
