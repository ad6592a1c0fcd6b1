import type { Word } from "../../../../src-shared/model/index.ts";

/** A box in units of the page's height, so that heights and widths compare. */
export interface Span {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A word, or the part of one behind a colon or number sign that is glued to it. */
export interface Token extends Span {
  readonly text: string;
  /** What a second reading of the same ink says, where it is as well formed and says something else. */
  readonly other?: string;
  /** The text is what the print must say by its form, not what was recognized letter by letter. */
  readonly isMended?: boolean;
  /** It goes on with the word before it, which broke at the edge of its cell. */
  readonly goesOn?: boolean;
  /** The whole printed word: what evidence quotes. */
  readonly word: Word;
  readonly bold: boolean;
  /** Height of the font in page heights. */
  readonly size: number;
}

export function widthOf(span: Span): number {
  return span.right - span.left;
}

/** How much two spans share in x; negative is their gap. */
export function overlapInX(first: Span, second: Span): number {
  return Math.min(first.right, second.right) - Math.max(first.left, second.left);
}

export function spanAround(spans: readonly Span[]): Span {
  return {
    left: leastOf(spans.map((span) => span.left)),
    right: greatestOf(spans.map((span) => span.right)),
    top: leastOf(spans.map((span) => span.top)),
    bottom: greatestOf(spans.map((span) => span.bottom)),
  };
}

/** The least of some numbers, however many; infinity of none. */
export const leastOf = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);

/** The greatest of some numbers, however many; minus infinity of none. */
export const greatestOf = (values: readonly number[]): number =>
  values.reduce((greatest, value) => Math.max(greatest, value), Number.NEGATIVE_INFINITY);

export function medianOf(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((first, second) => first - second);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
