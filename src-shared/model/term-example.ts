/** Another reading of a term's words, with what it would give in the same case. */
export interface ExampleRival {
  readonly reading: string;
  readonly gives: string;
}

/**
 * A case at a boundary of a term, computed as the checks compute it, for a person to sign or to refuse.
 *
 * Inputs are chosen where plausible readings differ: "exactly 10,000 units", "10,001 units".
 */
export interface TermExample {
  readonly when: string;
  /** An amount, a quantity or a day in ISO form, or a word ("not billable"); "?" where the words decide nothing. */
  readonly gives: string;
  /** The formula with its numbers filled in; `null` where nothing is computed. */
  readonly formula: string | null;
  /** Readings that the words leave open, or that are often meant instead, where they give something else. */
  readonly rivals: readonly ExampleRival[];
}
