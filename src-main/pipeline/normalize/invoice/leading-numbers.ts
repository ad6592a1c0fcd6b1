import type { RawLine } from "./raw-line.ts";

/** One line that opens with a number may name a count of anything. */
const fewestLines = 2;

/**
 * Lines without a column of positions whose words all open with the next number ("1 Dividers", "2 Yoghurt") are numbered
 * by it, and it is no part of what they describe. A count is known of each of them, so that the number is none.
 */
export function withLeadingNumbers(lines: readonly RawLine[]): readonly RawLine[] {
  const areNumbered =
    lines.length >= fewestLines &&
    lines.every(
      ({ position, quantity, description: [first, next] }, index) =>
        position === null &&
        quantity !== null &&
        first?.text.replace(/[.)]$/, "") === String(index + 1) &&
        /^\p{L}/u.test(next?.text ?? ""),
    );
  return areNumbered
    ? lines.map((line, index) => ({
        ...line,
        position: String(index + 1),
        description: line.description.slice(1),
      }))
    : lines;
}
