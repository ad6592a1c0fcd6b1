import type { InkPart } from "./ink-parts.ts";

/** Dots in a row from which it is a leader or a dotted line, not the end of a sentence. */
const leastDots = 6;
/** Letter heights from one dot to the next at most, and between their middles up and down. */
const [widestStep, widestRise] = [0.9, 0.12];

/** Dots that lead from a name to its figure, or part the rows of a table: they belong to no word. */
export function findDottedLines(marks: readonly InkPart[], usual: number): ReadonlySet<InkPart> {
  const band = Math.max(2, widestRise * usual);
  const bands = new Map<number, InkPart[]>();
  for (const mark of marks) {
    const at = Math.floor((mark.top + mark.bottom) / 2 / band);
    const known = bands.get(at);
    if (known === undefined) bands.set(at, [mark]);
    else known.push(mark);
  }
  const dotted = new Set<InkPart>();
  for (const [at, own] of bands) {
    // A line may run along the edge of two bands.
    const row = [...own, ...(bands.get(at + 1) ?? [])].toSorted((one, other) => one.left - other.left);
    let run: InkPart[] = [];
    for (const mark of row) {
      const last = run.at(-1);
      if (last !== undefined && mark.left - last.right > widestStep * usual) {
        if (run.length >= leastDots) for (const dot of run) dotted.add(dot);
        run = [];
      }
      run.push(mark);
    }
    if (run.length >= leastDots) for (const dot of run) dotted.add(dot);
  }
  return dotted;
}
