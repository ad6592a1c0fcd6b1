import type { Sentence } from "../text/index.ts";

/** Another reading of a term's words, with what it would give in the same case. */
export interface ExampleRival {
  readonly reading: Sentence;
  readonly gives: Sentence;
}

/**
 * A case at a boundary of a term, computed as the checks compute it, for a person to sign or to refuse.
 *
 * Inputs are chosen where plausible readings differ: "exactly 10,000 units", "10,001 units".
 */
export interface TermExample {
  readonly when: Sentence;
  /** An amount, a quantity, a day or a word ("not billable"); `null` where the words of the term decide nothing. */
  readonly gives: Sentence | null;
  /** The formula with its numbers filled in; `null` where nothing is computed. */
  readonly formula: string | null;
  /** Readings that the words leave open, or that are often meant instead, where they give something else. */
  readonly rivals: readonly ExampleRival[];
}
