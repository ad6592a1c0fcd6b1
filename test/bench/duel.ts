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

async function time(contender: Contender): Promise<number> {
  const startedAt = performance.now();
  await contender();
  return performance.now() - startedAt;
}

/**
 * Lets two contenders run in turn, A B A B, so that what else the machine does meets both alike.
 *
 * One round before the first is not counted: caches and compilers warm up.
 */
export async function duel(ours: Contender, reference: Contender, rounds: number): Promise<Duel> {
  const pairs: { ours: number; reference: number }[] = [];
  await time(ours);
  await time(reference);
  for (let round = 0; round < rounds; round += 1)
    pairs.push({ ours: await time(ours), reference: await time(reference) });
  const ratios = pairs.map((pair) => pair.ours / pair.reference);
  return {
    rounds,
    ours: spreadOf(pairs.map((pair) => pair.ours)),
    reference: spreadOf(pairs.map((pair) => pair.reference)),
    ratio: { median: medianOf(ratios), least: Math.min(...ratios), most: Math.max(...ratios) },
  };
}

/** The same, for one contender whose reference is missing on this machine. */
export async function solo(ours: Contender, rounds: number): Promise<Spread> {
  const times: number[] = [];
  await time(ours);
  for (let round = 0; round < rounds; round += 1) times.push(await time(ours));
  return spreadOf(times);
}
