import { findProcessorMs } from "./processor-time.ts";

/** One run of one side; what it promises is awaited. */
export type Contender = () => unknown;

export interface Spread {
  readonly medianMs: number;
  readonly leastMs: number;
  readonly mostMs: number;
}

export interface Duel {
  readonly rounds: number;
  readonly ours: Spread;
  readonly reference: Spread;
  /** Our time over the reference's, from pairs of neighbors in time; below 1 we are faster. */
  readonly ratio: { readonly median: number; readonly least: number; readonly most: number };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

const spreadOf = (values: readonly number[]): Spread => ({
  medianMs: medianOf(values),
  leastMs: Math.min(...values),
  mostMs: Math.max(...values),
});

/**
 * What time is read from: what a run costs, with its threads and children, or how long somebody waits for it.
 *
 * Cost is hardly moved by what else the machine does. Where the system does not tell it, the clock stands for it.
 */
export type Clock = "processor" | "wall";

const now = (clock: Clock): number => (clock === "processor" ? findProcessorMs() : null) ?? performance.now();

async function time(contender: Contender, clock: Clock): Promise<number> {
  const startedAt = now(clock);
  await contender();
  return now(clock) - startedAt;
}

/**
 * Lets two contenders run in turn, A B A B, so that what else the machine does meets both alike.
 *
 * One round before the first is not counted: caches and compilers warm up.
 */
export async function duel(
  ours: Contender,
  reference: Contender,
  rounds: number,
  clock: Clock = "processor",
): Promise<Duel> {
  const pairs: { ours: number; reference: number }[] = [];
  await time(ours, clock);
  await time(reference, clock);
  for (let round = 0; round < rounds; round += 1)
    pairs.push({ ours: await time(ours, clock), reference: await time(reference, clock) });
  const ratios = pairs.map((pair) => pair.ours / pair.reference);
  return {
    rounds,
    ours: spreadOf(pairs.map((pair) => pair.ours)),
    reference: spreadOf(pairs.map((pair) => pair.reference)),
    ratio: { median: medianOf(ratios), least: Math.min(...ratios), most: Math.max(...ratios) },
  };
}

/** The same, for one contender whose reference is missing on this machine. */
export async function solo(ours: Contender, rounds: number, clock: Clock = "processor"): Promise<Spread> {
  const times: number[] = [];
  await time(ours, clock);
  for (let round = 0; round < rounds; round += 1) times.push(await time(ours, clock));
  return spreadOf(times);
}
