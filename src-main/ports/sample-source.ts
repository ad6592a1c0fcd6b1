import type { Problem } from "../../src-shared/model/index.ts";
import type { Result } from "../../src-shared/result/index.ts";

/** The documents that ship with the program for the first look. */
export interface SampleSource {
  /** The folder that holds them. */
  readonly locate: () => Promise<Result<string, Problem>>;
}
