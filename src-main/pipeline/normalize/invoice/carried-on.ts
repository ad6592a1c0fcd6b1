import {
  add,
  compare,
  divideFractions,
  fractionToDecimal,
  integer,
  isEqual,
  isZero,
  multiply,
  sum,
} from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { isShareOf } from "./arithmetic.ts";
import type { Entry } from "./reckoning-entries.ts";
import type { Reckoning } from "./reckoning-run.ts";

/** Amounts behind the sum of a run among which its tax and its gross total may stand. */
const mostBehind = 8;

/**
 * A run with the tax that is put on its total and the gross total of both, where they stand behind its sum in another
 * column, or behind the same sum elsewhere; the run as it is where it has taxes or none close.
 *
 * @param entries all amounts of the paper in reading order
 */
export function carriedOn(run: Reckoning, entries: readonly Entry[]): Reckoning {
  if (run.taxes.length > 0) return run;
  const own = new Set([...run.items, ...run.sums]);
  const last = sumOf(run);
  const again = entries.filter((entry) => !own.has(entry) && isEqual(entry.value, run.total));
  for (const from of [...(last === undefined ? [] : [last]), ...again.toReversed()]) {
    const sums = own.has(from) ? run.sums : [...run.sums, from];
    const taxed = taxedBehind({ ...run, sums }, from, entries);
    if (taxed !== null) return taxed;
  }
  return last === undefined ? run : carriedOnUnnamed(run, last, entries);
}

/** "Fuel surcharge 6 %" says what it is: no tax, whatever rate it prints. */
const mayBeTax = ({ isTax, isCharge }: Entry): boolean => isTax || !isCharge;

/** A run with what stands behind a sum of it: taxes by their rates, and what they make with it. */
function taxedBehind(run: Reckoning, from: Entry, entries: readonly Entry[]): Reckoning | null {
  const taxes: Entry[] = [];
  for (const entry of entries.filter(({ row }) => row.index > from.row.index).slice(0, mostBehind)) {
    const whole = add(run.total, sum(taxes.map(({ value }) => value)));
    if (taxes.length > 0 && isEqual(entry.value, whole)) return { ...run, taxes, sums: [...run.sums, entry] };
    if (mayBeTax(entry) && entry.isRateOf([run.total])) taxes.push(entry);
  }
  return null;
}

/**
 * Amounts on which the one behind them is a tax by its rate, so that the next one is what both make: net totals. What
 * goes on to a further tax ("parcels, fuel 10 %, total") is none yet.
 */
export function provenNets(entries: readonly Entry[]): readonly Decimal[] {
  const steps = entries.flatMap((net, at) => {
    const [tax, gross] = [entries[at + 1], entries[at + 2]];
    return tax !== undefined &&
      mayBeTax(tax) &&
      tax.isRateOf([net.value]) &&
      gross !== undefined &&
      !isZero(tax.value) &&
      isEqual(gross.value, add(net.value, tax.value))
      ? [{ net, gross }]
      : [];
  });
  return steps.flatMap(({ net, gross }) =>
    steps.some((other) => isEqual(other.net.value, gross.value)) ? [] : [net.value],
  );
}

/** Least total in whole units of which a rate in quarters of a percent says something. */
const leastTelling = 400;
/** No tax is more, in quarters of a percent. */
const mostQuarters = 120n;

/**
 * A run over whose sum stand two further amounts without a rate: what is put on, a rate in quarters of a percent to the
 * cent, and what both make.
 */
function carriedOnUnnamed(run: Reckoning, last: Entry, entries: readonly Entry[]): Reckoning {
  const [tax, gross] = entries.slice(entries.indexOf(last) + 1);
  if (tax === undefined || gross === undefined || tax.isCharge || tax.isSettled || run.total.units <= 0n)
    return run;
  if (!isEqual(gross.value, add(run.total, tax.value)) || compare(run.total, integer(leastTelling)) < 0)
    return run;
  const quarters = fractionToDecimal(divideFractions(multiply(tax.value, integer(400)), run.total), 0);
  const isRate =
    quarters.units > 0n &&
    quarters.units <= mostQuarters &&
    isShareOf(tax.value, run.total, quarters, 1, integer(400));
  return isRate ? { ...run, taxes: [tax], sums: [...run.sums, gross] } : run;
}

/** The printed sum over all items of a run: the last one, where it is printed again. */
export const sumOf = ({ sums, total }: Reckoning): Entry | undefined =>
  sums.findLast(({ value }) => isEqual(value, total));
