import {
  absolute,
  compare,
  decimal,
  decimalText,
  multiply,
  subtract,
  type Decimal,
} from "../../../../src-shared/money/index.ts";
import type { GridCell } from "./grid.ts";
import type { Measure } from "./measure-titles.ts";

const secondsPerHour = decimalText("3600");

/** A length of time as a clock or a number of hours, in seconds; `null` for anything else. */
const secondsIn = (text: string): Decimal | null => {
  const trimmed = text.trim();
  const [, hours, minutes, seconds = "0"] = /^(\d{1,3}):([0-5]\d)(?::(\d{2}))?$/.exec(trimmed) ?? [];
  if (hours !== undefined)
    return decimal(String(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)));
  return /^\d{1,3}(?:[.,]\d{1,4})?$/.test(trimmed)
    ? multiply(decimalText(trimmed.replace(",", ".")), secondsPerHour)
    : null;
};

/** Twins are printed to two decimals: a third of an hour is "1:20" and "1.33". A hundredth of an hour has 36 seconds. */
const twinSeconds = decimalText("39.6");

const isNearby = (one: Decimal | null, other: Decimal | null): boolean =>
  one !== null && other !== null && compare(absolute(subtract(one, other)), twinSeconds) < 0;

/** Two columns with the same hours, once as h:mm and once with decimals, are counted once: as decimals. */
export function withoutTwins(
  measures: readonly Measure[],
  body: readonly (readonly GridCell[])[],
): readonly Measure[] {
  const isTwin = (one: Measure, other: Measure): boolean => {
    const rows = body.map((row) => [row[one.column]?.text ?? "", row[other.column]?.text ?? ""] as const);
    const both = rows.filter(([first, second]) => first.includes(":") && second !== "");
    return both.length > 0 && both.every(([first, second]) => isNearby(secondsIn(first), secondsIn(second)));
  };
  const kept = measures.filter(
    (one) =>
      !(
        one.counts === "hours" &&
        measures.some((other) => other.counts === "hours" && other !== one && isTwin(one, other))
      ),
  );
  // What is left alone is the plain count, whatever its title says of its form.
  return kept.length === 1 && measures.length > 1 ? kept.map((only) => ({ ...only, of: "" })) : kept;
}
