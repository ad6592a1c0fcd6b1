import type { BillingValue } from "../../../../../src-shared/model/index.ts";
import { lexemePattern } from "./lexemes.ts";

/** Before or after the period that is billed. */
export type Timing = NonNullable<BillingValue["timing"]>;

/** Whether a folded text bills ahead or behind; what waits for the end of a period goes before. */
export function timingOf(folded: string): Timing | null {
  const said = timingSpans(folded).map(({ timing }) => timing);
  return said.find((timing) => timing === "arrears") ?? said[0] ?? null;
}

const denied = /(?<![a-z])(?:not|never|rather than|instead of|nicht|statt|pas|non|no|nao|niet) $/;

/** Each place where a folded text says ahead or behind, in order, but for what it denies. */
export const timingSpans = (
  folded: string,
): readonly { readonly timing: Timing; readonly start: number; readonly end: number }[] =>
  (["advance", "arrears"] as const)
    .flatMap((timing) =>
      [...folded.matchAll(lexemePattern(timing))].map((match) => ({
        timing,
        start: match.index,
        end: match.index + match[0].length,
      })),
    )
    .filter(({ start }) => !denied.test(folded.slice(Math.max(0, start - 16), start)))
    .toSorted((one, other) => one.start - other.start);
