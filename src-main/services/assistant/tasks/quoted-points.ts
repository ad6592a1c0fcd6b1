import type { Citation, ModelTask } from "../../../../src-shared/assistant/index.ts";
import { fillModelText } from "../../../../src-shared/assistant/index.ts";
import { createSieve } from "../task-outcome.ts";
import type { Outcome, Sieve, Source } from "../task-outcome.ts";

interface NamedPoint {
  readonly text: string;
  readonly quote: string;
}

/** What changed during delivery: each point with the passage that says it. */
export function judgeChanges(answer: unknown, source: Source, nextId: () => string): Outcome {
  const sieve = createSieve(source, nextId);
  const { points } = answer as { readonly points: readonly NamedPoint[] };
  keepPoints(sieve, "summarize-delivery", points, []);
  return sieve.finish();
}

/** The steps of a work order, each with the passage that asks for it, and the questions that are left. */
export function judgeSteps(answer: unknown, source: Source, nextId: () => string): Outcome {
  const sieve = createSieve(source, nextId);
  const { steps, missing } = answer as {
    readonly steps: readonly NamedPoint[];
    readonly missing: readonly string[];
  };
  const questions = missing.filter((question) => {
    const isPlain = fillModelText(question, {}).ok;
    if (!isPlain) sieve.drop("figure-in-text");
    return isPlain;
  });
  keepPoints(sieve, "order-of-work", steps, questions);
  return sieve.finish();
}

function keepPoints(
  sieve: Sieve,
  task: ModelTask,
  points: readonly NamedPoint[],
  missing: readonly string[],
): void {
  const kept: { readonly text: string; readonly citation: Citation }[] = [];
  for (const { text, quote } of points) {
    const citation = sieve.cite(quote);
    if (citation === null) continue;
    if (fillModelText(text, {}).ok) kept.push({ text, citation });
    else sieve.drop("figure-in-text");
  }
  if (kept.length === 0 && missing.length === 0) return;
  sieve.keep({
    task,
    content: { type: "steps", steps: kept.map(({ text }) => text), missing },
    citations: kept.map(({ citation }) => citation),
  });
}
