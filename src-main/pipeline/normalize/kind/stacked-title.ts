import type { PageLine } from "./page-line.ts";
import { lineKinds } from "./title-lines.ts";
import type { PhraseHit } from "./title-lines.ts";

/** How much larger than usual print a title in two rows is, and how alike its rows are. */
const [stackedSize, alike] = [1.3, 1.15];

/**
 * "CREDIT" over "NOTE": a large title that its narrow place breaks into two rows, whatever stands left of them. Only what
 * both rows say together counts; each of them alone is a line like any other.
 */
export function stackedTitles(
  line: PageLine,
  lines: readonly PageLine[],
  usualSize: number,
): readonly (PhraseHit & { readonly whole: PageLine })[] {
  if (line.size < stackedSize * usualSize || line.words.length > 3) return [];
  const [left, right, bottom] = edgesOf(line);
  const below = lines.find((other) => {
    const [otherLeft, otherRight] = edgesOf(other);
    const common = Math.min(right, otherRight) - Math.max(left, otherLeft);
    const isAlike = other.size <= alike * line.size && line.size <= alike * other.size;
    const isUnder = other.top > line.top + 0.5 * line.size && other.top < bottom + 0.8 * line.size;
    return isAlike && isUnder && common > 0.5 * Math.min(right - left, otherRight - otherLeft);
  });
  if (below === undefined || below.words.length > 3) return [];
  const folded = `${line.folded} ${below.folded}`;
  const kinds = lineKinds(folded).filter(
    ({ start, end }) => start < line.folded.length && end > line.folded.length + 1,
  );
  const whole = {
    ...line,
    text: `${line.text} ${below.text}`,
    folded,
    words: [...line.words, ...below.words],
  };
  return kinds.map((hit) => ({ ...hit, whole }));
}

/** Left, right and lower edge, in fractions of the page. */
const edgesOf = ({ words }: PageLine): readonly [left: number, right: number, bottom: number] => [
  Math.min(...words.map(({ box }) => box[0])),
  Math.max(...words.map(({ box }) => box[0] + box[2])),
  Math.max(...words.map(({ box }) => box[1] + box[3])),
];
