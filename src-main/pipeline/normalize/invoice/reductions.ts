import { isEqual, subtract, sum } from "../../../../src-shared/money/index.ts";
import type { RawLine } from "./raw-line.ts";
import type { Reckoning } from "./reckoning-run.ts";

/**
 * A run whose last items are taken off a printed sum of all others ("Works 2,400.00, rebate −240.00, net 2,160.00"),
 * with them as reductions of that sum. What is known as a line with a count and a price is an item that is given back.
 */
export function withReductions(run: Reckoning, lines: readonly RawLine[]): Reckoning {
  const counted = new Set(
    lines.flatMap(({ quantity, price, anchor }) =>
      quantity === null || price === null ? [] : [anchor.index],
    ),
  );
  const count = run.items.findLastIndex(({ value, row }) => value.units >= 0n || counted.has(row.index)) + 1;
  const [items, reductions] = [run.items.slice(0, count), run.items.slice(count)];
  const [first] = reductions;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return run;
  const total = subtract(run.total, sum(reductions.map(({ value }) => value)));
  const isReduced = run.sums.some(
    ({ row, value }) => isEqual(value, total) && row.index > last.row.index && row.index < first.row.index,
  );
  return isReduced ? { ...run, items, reductions, total } : run;
}
