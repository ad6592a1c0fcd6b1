import type { BenchResult } from "./result.ts";

/** What a figure has to reach: in words, as the most that was measured may be. */
export interface Goal {
  readonly shown: string;
  /** "ratio" is our time over the reference's; "ms" is our time alone. */
  readonly of: "ratio" | "ms";
  readonly most: number;
  /** What is worked towards beyond it. */
  readonly aim?: number;
}

const atMostTimes = (most: number, aim?: number): Goal => ({
  shown: aim === undefined ? `at most ${most}` : `at most ${most}, aim ${aim}`,
  of: "ratio",
  most,
  ...(aim !== undefined && { aim }),
});

/** The goals of the product, by the id of the figure; figures without one only tell where time goes. */
export const goals: Readonly<Record<string, Goal>> = {
  "scanned-page": { shown: "at least 0.70 of its speed", of: "ratio", most: 1 / 0.7 },
  "ubl-invoices": { shown: "at least 0.35 of its speed", of: "ratio", most: 1 / 0.35 },
  "ubl-import": { shown: "at least 1,000 invoices/s", of: "ms", most: 10_000 },
  "import-growth": atMostTimes(1.1),
  "import-memory": atMostTimes(1.1),
  "pdf-import": atMostTimes(5, 2.5),
  "check-batch": atMostTimes(10, 5),
  "match-and-check-batch": atMostTimes(10, 5),
  "match-growth": atMostTimes(1.1),
  "check-growth": atMostTimes(1.1),
  duplicates: atMostTimes(1.1),
  "duplicates-time": { shown: "at most 30 s", of: "ms", most: 30_000 },
  "blast-radius": { shown: "at most 50 ms", of: "ms", most: 50 },
  "start-up-built": atMostTimes(1.5),
};

/** Whether a figure reaches its goal; `null` without a goal, or where its reference was missing. */
export function isGoalMet({ id, ours, ratio }: BenchResult): boolean | null {
  const goal = goals[id];
  if (goal === undefined) return null;
  if (goal.of === "ms") return ours.medianMs <= goal.most;
  return ratio === undefined ? null : ratio.median <= goal.most;
}
