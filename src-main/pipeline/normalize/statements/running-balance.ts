import type { BalanceCheck } from "../../../../src-shared/model/index.ts";
import {
  absolute,
  add,
  decimalToText,
  isEqual,
  isNegative,
  isZero,
  subtract,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";

/** A row's amount with the balance printed beside it, in the order of the file. */
export interface BalancedRow {
  readonly amount: DecimalText | null;
  readonly balance: DecimalText | null;
}

type Direction = "oldest-first" | "newest-first";

interface Step {
  readonly amount: DecimalText;
  /** Balance after the row less balance before it. */
  readonly change: DecimalText;
}

/** What each row changes by its printed balances, if the file runs in that direction. */
const stepsOf = (rows: readonly BalancedRow[], direction: Direction): readonly Step[] => {
  const steps: Step[] = [];
  for (let index = 1; index < rows.length; index += 1) {
    const [earlier, later] = [rows[index - 1], rows[index]];
    if (earlier === undefined || later === undefined || earlier.balance === null || later.balance === null)
      continue;
    const row = direction === "oldest-first" ? later : earlier;
    const change =
      direction === "oldest-first"
        ? subtract(later.balance, earlier.balance)
        : subtract(earlier.balance, later.balance);
    if (row.amount !== null) steps.push({ amount: row.amount, change: decimalToText(change) });
  }
  return steps;
};

const agreeing = (steps: readonly Step[], fits: (step: Step) => boolean): number => steps.filter(fits).length;

/** The order of a file by its balances: the one in which more rows change by their own amount, whatever its sign. */
const directionOf = (rows: readonly BalancedRow[]): Direction => {
  const bySize = ({ amount, change }: Step): boolean => isEqual(absolute(amount), absolute(change));
  const oldest = agreeing(stepsOf(rows, "oldest-first"), bySize);
  const newest = agreeing(stepsOf(rows, "newest-first"), bySize);
  return newest > oldest ? "newest-first" : "oldest-first";
};

/** Whether every printed balance follows from the one before it. */
export const checkRunningBalance = (rows: readonly BalancedRow[]): BalanceCheck => {
  if (rows.length < 2 || rows.some(({ amount, balance }) => amount === null || balance === null))
    return { is: "cannot-determine" };
  const steps = stepsOf(rows, directionOf(rows));
  const broken = steps.find(({ amount, change }) => !isEqual(amount, change));
  return broken === undefined
    ? { is: "adds-up" }
    : { is: "differs", difference: decimalToText(subtract(broken.change, broken.amount)) };
};

/** How the signs of a column of amounts are meant: as printed, or without sign and told by the balances alone. */
export type SignReading = "as-printed" | "by-balance";

/**
 * Amounts without any minus whose balances fall and rise all the same say their direction only through the balance.
 */
export const signReadingOf = (rows: readonly BalancedRow[]): SignReading => {
  if (rows.some(({ amount }) => amount !== null && isNegative(amount))) return "as-printed";
  const steps = stepsOf(rows, directionOf(rows));
  const falls = agreeing(
    steps,
    ({ amount, change }) => isNegative(change) && isZero(add(amount, change)) && !isZero(amount),
  );
  return falls > 0 ? "by-balance" : "as-printed";
};

/** The sign of each row by the balances around it; `null` for the row whose neighbor is not in the file. */
export const signsByBalance = (rows: readonly BalancedRow[]): readonly (1 | -1 | null)[] => {
  const direction = directionOf(rows);
  return rows.map(({ amount, balance }, index) => {
    const before = rows[direction === "oldest-first" ? index - 1 : index + 1]?.balance ?? null;
    if (amount === null || balance === null || before === null) return null;
    const change = subtract(balance, before);
    if (isEqual(change, amount)) return 1;
    return isZero(add(change, amount)) ? -1 : null;
  });
};
