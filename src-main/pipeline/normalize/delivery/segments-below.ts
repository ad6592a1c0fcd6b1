import type { PageLine } from "../kind/page-line.ts";

/** How far below a line its value may stand, in heights of its letters. */
export const deepest = 2.6;

/**
 * Finds the first segment that stands under a line and begins where it does.
 *
 * Edges are taken once, and where segments only go down the page the search ends below the line: a sheet has as many
 * segments as cells, and each of them may ask.
 */
export function segmentsBelow(
  lines: readonly PageLine[],
): (line: PageLine, place: number) => PageLine | undefined {
  const spans = lines.map(spanOf);
  const isDownward = lines.every(({ page, top }, index) => {
    const before = lines[index - 1];
    return before === undefined || before.page < page || (before.page === page && before.top <= top);
  });
  return (line, place) => {
    const [left, right] = spanOf(line);
    for (let at = place + 1; at < lines.length; at += 1) {
      const [other, [from, to]] = [lines[at], spans[at] ?? [0, 0]];
      if (other === undefined) break;
      if (isDownward && (other.page !== line.page || other.top - line.top > deepest * line.size)) break;
      if (other.page !== line.page || other.top <= line.top + 0.5 * line.size) continue;
      if (from < right && left < to && Math.abs(from - left) < line.size) return other;
    }
    return undefined;
  };
}

const spanOf = ({ words }: PageLine): readonly [number, number] => [
  Math.min(...words.map(({ box }) => box[0])),
  Math.max(...words.map(({ box }) => box[0] + box[2])),
];
