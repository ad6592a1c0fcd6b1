import type { Evidence } from "./evidence.ts";

/** How a value became known, strongest first: person > structured > two-readings > rule > model. */
export type Basis = "person" | "structured" | "two-readings" | "rule" | "model";

/** A rival reading of the same printed value. */
export interface Alternative<T> {
  readonly value: T;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** Something printed that speaks against the value: a sum that does not close, another occurrence that differs. */
export interface Contradiction {
  /** A code such as `sum-differs`, `occurrence-differs`, `ambiguous-separator`, `ambiguous-date-order`, `readings-differ`. */
  readonly code: string;
  readonly evidence: readonly Evidence[];
}

/**
 * A value that a document prints, with its proof.
 *
 * A field that is not printed is absent (`null` in its owner). `value` is `null` when something is printed but
 * cannot be read or decided; then `alternatives` holds the readings. Never zero, never a guess.
 */
export interface Field<T> {
  readonly value: T | null;
  readonly evidence: readonly Evidence[];
  readonly basis: Basis;
  /** Probability between 0 and 1 that the value equals the print. */
  readonly confidence: number;
  readonly alternatives?: readonly Alternative<T>[];
  readonly contradictions?: readonly Contradiction[];
}

/** The decided value of a field, or `null` when it is absent or undecided. */
export const valueOf = <T>(field: Field<T> | null | undefined): T | null => field?.value ?? null;

/** Whether something is printed that could not be read or decided. */
export const isUndecided = (field: Field<unknown> | null | undefined): boolean =>
  field !== null && field !== undefined && field.value === null;

/** The same proof for another form of the value. Rival readings are mapped along; what is undecided stays so. */
export const mapField = <T, U>(field: Field<T>, map: (value: T) => U): Field<U> => {
  const { alternatives, ...rest } = field;
  return {
    ...rest,
    value: field.value === null ? null : map(field.value),
    ...(alternatives !== undefined && {
      alternatives: alternatives.map((each) => ({ ...each, value: map(each.value) })),
    }),
  };
};
