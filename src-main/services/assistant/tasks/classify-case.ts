import { createSieve } from "../task-outcome.ts";
import type { Outcome, Source } from "../task-outcome.ts";

interface NamedLabels {
  readonly kind: string;
  readonly urgency: string;
  readonly risk: string;
  readonly owner: string;
  readonly quote: string;
}

/** Labels of an answer, kept only with the passage that led to them. */
export function judgeLabels(answer: unknown, source: Source, nextId: () => string): Outcome {
  const sieve = createSieve(source, nextId);
  const { quote, kind, urgency, risk, owner } = answer as NamedLabels;
  const citation = sieve.cite(quote);
  if (citation !== null)
    sieve.keep({
      task: "classify-case",
      content: { type: "labels", kind, urgency, risk, owner },
      citations: [citation],
    });
  return sieve.finish();
}
