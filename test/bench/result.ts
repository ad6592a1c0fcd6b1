import type { Duel, Spread } from "./duel.ts";
import { goals, isGoalMet } from "./goals.ts";

/** One line of the benchmark: our time, the reference's in the same run, and the ratio between them. */
export interface BenchResult {
  readonly id: string;
  readonly title: string;
  readonly work: string;
  /** What we are measured against; says so when it is missing here. */
  readonly reference: string;
  readonly ours: Spread;
  readonly theirs?: Spread;
  /** Our time over theirs; below 1 we are faster. */
  readonly ratio?: Duel["ratio"];
  readonly shown: string;
  readonly shownReference?: string;
}

export const perSecond = (count: number, { medianMs }: Spread, unit: string): string =>
  `${Math.round((count * 1000) / medianMs).toLocaleString("en-US")} ${unit}/s`;

export const inMs = ({ medianMs }: Spread): string => `${medianMs.toFixed(0)} ms`;

/** How much the reference itself varied, in percent of its least time: what a ratio of this run is worth. */
export function findNoise(
  results: readonly BenchResult[],
): readonly { readonly id: string; readonly percent: number }[] {
  return results.flatMap(({ id, theirs }) => {
    if (theirs === undefined) return [];
    const percent = Math.round((theirs.medianMs / theirs.leastMs - 1) * 100);
    return percent > 15 ? [{ id, percent }] : [];
  });
}

function standingOf(result: BenchResult): string {
  const isMet = isGoalMet(result);
  return isMet === null ? "–" : isMet ? "met" : "missed";
}

/** The results as a table for people, columns aligned. */
export function formatTable(results: readonly BenchResult[]): string {
  const head = ["what", "work", "ours", "reference", "", "ours / reference", "spread", "goal", "is"];
  const rows = results.map((result) => [
    result.title,
    result.work,
    result.shown,
    result.reference,
    result.shownReference ?? "–",
    result.ratio === undefined ? "–" : result.ratio.median.toFixed(2),
    result.ratio === undefined ? "–" : `${result.ratio.least.toFixed(2)} to ${result.ratio.most.toFixed(2)}`,
    goals[result.id]?.shown ?? "–",
    standingOf(result),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [line(head), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}
