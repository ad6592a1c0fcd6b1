import type { Box, Word } from "../../../../src-shared/model/index.ts";

/** Share of both words' widths and of the smaller height that words of one ink have in common. */
const [commonWidth, commonHeight] = [0.6, 0.5];
/** What two programs read alike, years apart, is as sure as what two networks do. */
const agreedCertainty = 0.985;
/** Two readings of three. */
const outvotedCertainty = 0.95;
/** A figure that the other program read otherwise. */
const disputedCertainty = 0.85;
/** Signs of dirt: such a reading disputes nothing. */
const dirt = /[|\\{}[\]~^_¬¦<>*—]/u;

/**
 * Words recognized in a scan beside those of the layer of text that somebody else's recognizer put under it: two
 * independent readings. What both say is sure; a figure on which they differ keeps both.
 */
export function withLayerReadings(words: readonly Word[], layer: readonly Word[]): readonly Word[] {
  const others = layer.filter(({ source }) => source === "ocr");
  if (others.length === 0) return words;
  return words.map((word) => {
    const same = others.filter((other) => standsAt(word, other));
    const [only] = same;
    return only === undefined || same.length > 1 ? word : judge(word, only.text.trim());
  });
}

function judge(word: Word, second: string): Word {
  const { otherReading, ...plain } = word;
  if (second === word.text)
    return { ...plain, confidence: otherReading === undefined ? agreedCertainty : outvotedCertainty };
  if (otherReading !== undefined)
    return second === otherReading
      ? { ...plain, text: second, confidence: outvotedCertainty, otherReading: word.text }
      : word;
  const isDispute = [word.text, second].every((text) => /\d/u.test(text) && !dirt.test(text));
  return isDispute && figuresOf(second) !== figuresOf(word.text)
    ? { ...word, confidence: Math.min(disputedCertainty, word.confidence), otherReading: second }
    : word;
}

/** Figures with the marks between them. */
const figuresOf = (text: string): string => /\d(?:.*\d)?/u.exec(text)?.[0] ?? "";

/** Where a word stands on the page as it was given. */
const placeOf = ({ at, box }: Word): Box => ("page" in at && at.box !== undefined ? at.box : box);
function standsAt(word: Word, other: Word): boolean {
  const [x, y, width, height] = placeOf(word);
  const [left, top, wide, high] = placeOf(other);
  const across = Math.min(x + width, left + wide) - Math.max(x, left);
  const down = Math.min(y + height, top + high) - Math.max(y, top);
  return across >= commonWidth * Math.max(width, wide) && down >= commonHeight * Math.min(height, high);
}
