import { add, isEqual, isZero, zero } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { carriedOn, sumOf } from "./carried-on.ts";
import type { Entry } from "./reckoning-entries.ts";
import type { NamedSums, Reckoning } from "./reckoning-run.ts";

/** Columns side by side that each add up, at least, before they may be the steps of a progress billing. */
const fewestColumns = 3;

interface Step {
  readonly before: Reckoning;
  readonly now: Reckoning;
  readonly all: Reckoning;
}

/**
 * What an application for payment bills now, of columns of which two make a third one row by row (done before, done now,
 * done in all): the one whose total is carried on to a printed gross total. A tax and its base make a third column as
 * well: where a printed rate makes one of the two, it is none.
 *
 * Where no total is carried on, it is the right one of the two, if the third one and one more (what is left to do) make a
 * further one (the contract sum), or if it stands left of the third, or has the name of a net total.
 */
export function progressOf(
  reckonings: readonly Reckoning[],
  entries: readonly Entry[],
  named: NamedSums,
): Reckoning | null {
  const ends = new Set(reckonings.map(endOf));
  for (const end of ends) {
    const group = reckonings.filter((one) => endOf(one) === end && one.doubts === 0);
    const columns = group.filter(
      (one, index) => group.findIndex((other) => edgeOf(other) === edgeOf(one)) === index,
    );
    if (end < 0 || columns.length < fewestColumns) continue;
    const steps = columns.flatMap((all) =>
      columns.flatMap((before) =>
        columns.flatMap((now): readonly Step[] =>
          edgeOf(before) < edgeOf(now) && all !== before && all !== now && makes(before, now, all)
            ? [{ before, now, all }]
            : [],
        ),
      ),
    );
    if (steps.length === 0) continue;
    const carried = columns.map((one) => carriedOn(one, entries)).filter(({ taxes }) => taxes.length > 0);
    const [sole] = carried;
    if (sole !== undefined && new Set(carried.map(edgeOf)).size === 1) {
      const isPart = steps.some(({ before, now }) =>
        [before, now].some((one) => edgeOf(one) === edgeOf(sole)),
      );
      return isPart ? sole : null;
    }
    const [only, ...others] = steps;
    const chained = steps.find(({ all }) => steps.some(({ before, now }) => before === all || now === all));
    if (chained !== undefined) return chained.now;
    const isNamed = only !== undefined && named.net.has(only.now.total);
    if (only !== undefined && others.length === 0 && (isNamed || edgeOf(only.all) > edgeOf(only.before)))
      return only.now;
  }
  return null;
}

/** The row of the sum over all. */
const endOf = (run: Reckoning): number => sumOf(run)?.row.index ?? -1;

/** Where the digits of a column end. */
const edgeOf = ({ items }: Reckoning): number => items[0]?.number.tokens.at(-1)?.right ?? 0;

/** Whether two columns make a third one, in every row and in their sums. */
function makes(before: Reckoning, now: Reckoning, all: Reckoning): boolean {
  if (isZero(now.total) || !isEqual(add(before.total, now.total), all.total)) return false;
  const [done, billed, whole] = [before, now, all].map(byRow);
  const rows = new Set([...(done?.keys() ?? []), ...(billed?.keys() ?? []), ...(whole?.keys() ?? [])]);
  if (now.items.every((entry) => entry.isRateOf([done?.get(entry.row.index) ?? zero]))) return false;
  return [...rows].every((row) =>
    isEqual(add(done?.get(row) ?? zero, billed?.get(row) ?? zero), whole?.get(row) ?? zero),
  );
}

const byRow = ({ items }: Reckoning): ReadonlyMap<number, Decimal> =>
  new Map(items.map(({ row, value }) => [row.index, value] as const));

/** Whether another column adds up over the same rows to another sum, so that neither alone says what is billed. */
export const hasRival = (one: Reckoning, reckonings: readonly Reckoning[]): boolean => {
  const rows = new Set(one.items.map(({ row }) => row.index));
  return reckonings.some(
    (other) =>
      !isEqual(other.total, one.total) &&
      other.items.filter(({ row }) => rows.has(row.index)).length * 2 > rows.size,
  );
};
