import type { LabelField } from "../labels/index.ts";
import type { Token } from "./layout.ts";
import type { Site } from "./pairing.ts";

/** A value that a label announces, with the words that print it. */
export interface Announced<T> {
  readonly field: LabelField;
  readonly reading: T;
  readonly tokens: readonly Token[];
  readonly score: number;
  readonly site: Site | null;
}
