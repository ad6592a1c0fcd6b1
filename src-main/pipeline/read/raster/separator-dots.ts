import type { InkPart } from "./ink-parts.ts";
import type { TextSegment } from "./text-lines.ts";

/** Letter heights that a dot between two parts of a line measures. */
const [smallest, largest] = [0.11, 0.45];
/** How much longer one side of a dot may be than the other: a hyphen, which is wider, parts dates and is none. */
const [mostWide, mostHigh] = [1.7, 1.5];
/** Letter heights of white beside it at least. */
const whiteBeside = 0.24;
/** Where the middle of the line is: shares of a letter's height above its foot. */
const [lowest, highest] = [0.24, 0.78];
/** Letter heights within which letters tell where the line runs. */
const nearby = 5;

/**
 * Takes the dots out of a segment that part it ("Street 5 · Town"): a recognizer makes dashes of them, or nothing.
 *
 * A dot stands alone at half the height of its line, with white on both sides. What is left may be empty.
 */
export function setDotsApart(segment: TextSegment): {
  readonly letters: TextSegment;
  readonly dots: readonly InkPart[];
} {
  const dots = segment.parts.filter((part) => isDot(part, segment));
  if (dots.length === 0) return { letters: segment, dots };
  return { letters: { ...segment, parts: segment.parts.filter((part) => !dots.includes(part)) }, dots };
}

function isDot(part: InkPart, { parts, letterHeight, pitch }: TextSegment): boolean {
  const [width, height] = [part.right - part.left, part.bottom - part.top];
  if (Math.min(width, height) < smallest * letterHeight || Math.max(width, height) > largest * letterHeight)
    return false;
  if (width > mostWide * height || height > mostHigh * width || part.ink < 0.5 * width * height) return false;
  // A typewriter's hyphen has a cell of its own, with white on both sides.
  const white = pitch === null ? whiteBeside * letterHeight : pitch;
  const isAlone = parts.every(
    (other) => other === part || other.right < part.left - white || other.left > part.right + white,
  );
  if (!isAlone) return false;
  const feet = parts
    .filter(
      ({ left, right, top, bottom }) =>
        bottom - top > 0.6 * letterHeight &&
        Math.abs(left + right - part.left - part.right) / 2 < nearby * letterHeight,
    )
    .map(({ bottom }) => bottom)
    .toSorted((one, other) => one - other);
  const foot = feet[Math.floor((feet.length - 1) / 2)];
  if (foot === undefined) return false;
  const above = (foot - (part.top + part.bottom) / 2) / letterHeight;
  return above > lowest && above < highest;
}
