import { add, isEqual, sum } from "../../../../src-shared/money/index.ts";
import type { Entry } from "./reckoning-entries.ts";
import type { Reckoning } from "./reckoning-run.ts";

/** Amounts behind the sum of a run among which its tax and its gross total may stand. */
const mostBehind = 8;

/**
 * A run with the tax that is put on its total and the gross total of both, where they stand below its sum in another
 * column; the run as it is where it has taxes or none close.
 *
 * @param entries all amounts of the paper in reading order
 */
export function carriedOn(run: Reckoning, entries: readonly Entry[]): Reckoning {
  const last = sumOf(run);
  if (run.taxes.length > 0 || last === undefined) return run;
  const taxes: Entry[] = [];
  for (const entry of entries.filter(({ row }) => row.index > last.row.index).slice(0, mostBehind)) {
    const whole = add(run.total, sum(taxes.map(({ value }) => value)));
    if (taxes.length > 0 && isEqual(entry.value, whole)) return { ...run, taxes, sums: [...run.sums, entry] };
    if (entry.isRateOf([run.total])) taxes.push(entry);
  }
  return run;
}

/** The printed sum over all items of a run: the last one, where it is printed again. */
export const sumOf = ({ sums, total }: Reckoning): Entry | undefined =>
  sums.findLast(({ value }) => isEqual(value, total));
