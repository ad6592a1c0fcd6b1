import type {
  IncludedValue,
  MinimumValue,
  OverageValue,
  TiersValue,
} from "../../../../../src-shared/model/index.ts";
import { relateUnits } from "../../../../../src-shared/wording/index.ts";
import type { Candidate } from "../engine/frame.ts";

const work: ReadonlySet<string> = new Set([
  "hour",
  "minute",
  "day",
  "set",
  "visit",
  "session",
  "kilometre",
  "mile",
]);

/** Prices of "additional" hours where none are included that they would add to are plain rates. */
export function withoutLoneOverages(candidates: readonly Candidate[]): readonly Candidate[] {
  const included = candidates.flatMap(({ type, value }) =>
    type === "included" ? [(value as IncludedValue).unit] : [],
  );
  const steps = candidates.flatMap(({ type, value }) =>
    type === "tiers"
      ? [(value as TiersValue).unit]
      : type === "minimum" && (value as MinimumValue).quantity !== undefined
        ? [(value as MinimumValue).unit ?? ""]
        : [],
  );
  return candidates.map((candidate) => {
    if (candidate.type !== "overage" || candidate.absent === true) return candidate;
    const { item, unit, price } = candidate.value as OverageValue;
    if (
      !work.has(unit) ||
      included.some((known) => known === unit || relateUnits(known, unit) === "convertible") ||
      steps.includes(unit) ||
      candidate.remainder !== undefined
    )
      return candidate;
    return {
      ...candidate,
      type: "rate",
      key: `${item.toLowerCase()}|${unit}|`,
      value: { item, unit, price },
    };
  });
}
