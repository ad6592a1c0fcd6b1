import type { Token } from "./token.ts";

/** White that parts two cells or words of a row, in letter sizes. */
const apart = 1.2;
/** White within one figure at most: a mark in a typewriter face stands in the middle of its place. */
const within = 0.9;

/** An amount with cents, its groups parted by another mark than them or not at all. */
const amount =
  /^[€$£]?(?:\d+|\d{1,3}(?:\.\d{3})+(?!\.)|\d{1,3}(?:,\d{3})+(?!,)|\d{1,3}(?:['’ ]\d{3})+)[.,]\d{2}$/;
const currency = /^(?:[€$£]|EUR|CHF|GBP|USD)$/;

/**
 * Recognized words of a line with the parts of one amount as one: "2.670, 00" is read as two words where white stands
 * behind its mark, and would be nothing and 2.670. Only where the parts stand alone in their cell and make an amount.
 */
export function withWholeFigures(line: readonly Token[]): readonly Token[] {
  return line.map((token, at) => {
    const before = line[at - 1];
    if (before === undefined || before.word.source !== "ocr" || token.word.source !== "ocr") return token;
    const isOne =
      /\d[.,]$/.test(before.text) &&
      amount.test(before.text + token.text) &&
      token.left - before.right < within * token.size &&
      isEdge(line[at - 2], before) &&
      isEdge(token, line[at + 1]);
    return isOne ? { ...token, goesOn: true } : token;
  });
}

/** Whether two neighbors belong to different cells, or one of them is the sign of a currency. */
const isEdge = (left: Token | undefined, right: Token | undefined): boolean =>
  left === undefined ||
  right === undefined ||
  right.left - left.right > apart * right.size ||
  currency.test(left.text) ||
  currency.test(right.text);
