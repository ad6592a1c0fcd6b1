import type { TextPart } from "../structure/unit.ts";
import type { Reading } from "./reading.ts";

/**
 * Finds the sentence that a part of a candidate was read from; `null` for cells and other text that is no sentence.
 *
 * Readings are looked up by their text, since a document has thousands of them.
 */
export function readingOfPart(readings: readonly Reading[]): (part: TextPart) => Reading | null {
  const byText = new Map<TextPart["prepared"], Reading[]>();
  for (const reading of readings) {
    const known = byText.get(reading.unit.prepared);
    if (known === undefined) byText.set(reading.unit.prepared, [reading]);
    else known.push(reading);
  }
  return ({ prepared, start }) =>
    byText.get(prepared)?.find(({ unit }) => unit.start <= start && start < unit.end) ?? null;
}
