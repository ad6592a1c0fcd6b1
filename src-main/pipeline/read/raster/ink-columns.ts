import type { InkPart } from "./ink-parts.ts";

/** Ink that hangs together when seen from above, from left to right: the dot of an i stands over its stem. */
export function columnsOf(parts: readonly InkPart[]): readonly (readonly [left: number, right: number])[] {
  const columns: [number, number][] = [];
  for (const { left, right } of parts.toSorted((one, other) => one.left - other.left)) {
    const last = columns.at(-1);
    if (last !== undefined && left <= last[1]) last[1] = Math.max(last[1], right);
    else columns.push([left, right]);
  }
  return columns;
}
