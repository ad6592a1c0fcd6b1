import { describe, expect, it } from "vitest";
import type { Entry } from "../../../../../../src-main/pipeline/normalize/invoice/reckoning-entries.ts";
import type { Reckoning } from "../../../../../../src-main/pipeline/normalize/invoice/reckoning-run.ts";
import { rankRuns } from "../../../../../../src-main/pipeline/normalize/invoice/reckoning-rank.ts";
import { createSumSet } from "../../../../../../src-main/pipeline/normalize/invoice/sum-set.ts";
import { decimal, sum } from "../../../../../../src-shared/money/index.ts";

const none = { net: createSumSet([]), gross: createSumSet([]) };

/** Amounts of a paper; each stands in a row of its own. */
const [a, b, c, d, e, f] = ["10", "20", "30", "5", "-5", "35"].map(
  (value, index): Entry =>
    ({ row: { index }, number: { tokens: [{ text: value }] }, value: decimal(value) }) as unknown as Entry,
) as [Entry, Entry, Entry, Entry, Entry, Entry];

const run = (items: readonly Entry[], sums: readonly Entry[] = []): Reckoning => ({
  items,
  sums,
  taxes: [],
  reductions: [],
  total: sum(items.map(({ value }) => value)),
  doubts: 0,
});

const orders = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  all.length < 2
    ? [all]
    : all.flatMap((first, at) => orders(all.toSpliced(at, 1)).map((rest) => [first, ...rest]));

describe("runs of amounts", () => {
  it("come in one order, whatever order they are found in", () => {
    const proving = run([a, b], [c]);
    const refuted = run([c, d], [f]);
    const padded = run([a, b, d, e]);
    const heavy = run([a, b, d]);
    for (const found of orders([proving, refuted, padded, heavy]))
      expect(rankRuns(found, none)).toEqual([heavy, proving, padded, refuted]);
  });

  it("are led by the one whose total has a name", () => {
    const short = run([a, b]);
    const long = run([a, b, d]);
    const named = { net: createSumSet([decimal("30.00")]), gross: createSumSet([]) };
    expect(rankRuns([long, short], named)).toEqual([short, long]);
  });
});
