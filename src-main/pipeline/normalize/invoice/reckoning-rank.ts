import { isEqual } from "../../../../src-shared/money/index.ts";
import type { Token } from "./layout.ts";
import type { NamedSums, Reckoning } from "./reckoning-run.ts";

/**
 * Runs of amounts in the order in which they are to be believed. A run that takes the sum of one
 * with no fewer items for an item, or that only adds amounts that cancel out ("previous balance" and its payment), comes
 * behind all others; else the weightier goes first, of equal ones that over which more sums close, and the first.
 */
export function rankRuns(runs: readonly Reckoning[], named: NamedSums): readonly Reckoning[] {
  if (runs.length < 2) return runs;
  const refuted = refutedOf(runs);
  return runs.toSorted(
    (one, other) =>
      Number(refuted.has(one)) - Number(refuted.has(other)) ||
      weightOf(other, named) - weightOf(one, named) ||
      closingsOf(other) - closingsOf(one),
  );
}

/** How much speaks for a run: rows of items, a net total with a name that says what is billed, and no doubts. */
const weightOf = ({ items, total, doubts }: Reckoning, named: NamedSums): number =>
  new Set(items.map(({ row }) => row)).size -
  2 * doubts +
  (named.net.has(total) ? 3 : named.gross.has(total) ? 1 : 0);

/** How often a printed sum closes over a run. */
const closingsOf = ({ sums, taxes }: Reckoning): number => sums.length + taxes.length;

function refutedOf(runs: readonly Reckoning[]): ReadonlySet<Reckoning> {
  const provers = proversOf(runs);
  return new Set(
    runs.filter((run) => {
      const others = [...(provers.get(run) ?? [])];
      return (
        others.some(
          (other) => other.items.length >= run.items.length && provers.get(other)?.has(run) !== true,
        ) || runs.some((other) => isPaddedOut(run, other))
      );
    }),
  );
}

/** For each run those that prove one of its items to be a sum. */
function proversOf(runs: readonly Reckoning[]): ReadonlyMap<Reckoning, ReadonlySet<Reckoning>> {
  const runsBySum = new Map<Token | undefined, Reckoning[]>();
  for (const run of runs) {
    for (const { number } of run.sums) {
      const known = runsBySum.get(number.tokens[0]);
      if (known === undefined) runsBySum.set(number.tokens[0], [run]);
      else known.push(run);
    }
  }
  return new Map(
    runs.map((run) => [
      run,
      new Set(
        run.items
          .flatMap(({ number }) => runsBySum.get(number.tokens[0]) ?? [])
          .filter((other) => other !== run),
      ),
    ]),
  );
}

/** Whether a run holds all items of another one and more that change nothing. */
function isPaddedOut(run: Reckoning, other: Reckoning): boolean {
  if (other.items.length >= run.items.length || !isEqual(other.total, run.total)) return false;
  const amounts = new Set(run.items.map(({ number }) => number.tokens[0]));
  return other.items.every(({ number }) => amounts.has(number.tokens[0]));
}
