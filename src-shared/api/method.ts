import type { z } from "zod";

/** A method of the one contract: what goes in is checked in main, in every shell. */
export interface Method<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Phantom: only its type is used. Outputs are plain data, checked by the recorded contract tests. */
  readonly output?: Output;
  /** True for calls that report progress and can be cancelled. */
  readonly long: boolean;
}

export const method =
  <Output>() =>
  <Input extends z.ZodType>(input: Input, kind: "short" | "long" = "short"): Method<Input, Output> => ({
    input,
    long: kind === "long",
  });
