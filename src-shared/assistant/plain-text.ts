/** Ranges of characters that a person does not see: controls, zero-width, direction marks, fillers, selectors, tags. */
const unseenRanges: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe0fff],
];
const unseen = new RegExp(
  `[${unseenRanges.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join("")}]`,
  "gu",
);

/** Text as a person would see it: what is invisible is taken out before anything is sent. */
export const withoutUnseen = (text: string): string => text.replace(unseen, "");

/** A text folded for comparison, with the place in the original of each of its characters. */
interface FoldedText {
  readonly text: string;
  /** Place in the original of each character of `text`; one more at the end. */
  readonly places: readonly number[];
}

const marks: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‛": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "−": "-",
  "…": "...",
};

/** Case, width, quotation marks, dashes and runs of white space do not matter; every digit and letter does. */
function foldForQuote(text: string): FoldedText {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = withoutUnseen(character).normalize("NFKC").toLowerCase();
    for (const part of plain) {
      const piece = /\s/u.test(part) ? " " : (marks[part] ?? part);
      const isSecondSpace = piece === " " && (folded === "" || folded.endsWith(" "));
      if (!isSecondSpace)
        for (const unit of piece) {
          folded += unit;
          for (let count = 0; count < unit.length; count += 1) places.push(at);
        }
    }
    at += character.length;
  }
  places.push(text.length);
  return { text: folded, places };
}

/**
 * Where a quote stands in a text, by offsets into the original, end exclusive; `null` when it does not.
 *
 * A quote that ends inside a number or a word is none: "100" is not a quote of "1000". `shortest` keeps a single
 * letter from counting as proof.
 */
export function findQuote(
  text: string,
  quote: string,
  shortest = 3,
): { readonly start: number; readonly end: number } | null {
  const wanted = foldForQuote(quote).text.trim();
  if (wanted.length < shortest) return null;
  const folded = foldForQuote(text);
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
    const before = folded.text[at - 1] ?? " ";
    const after = folded.text[at + wanted.length] ?? " ";
    if (continues(before, wanted[0] ?? "") || continues(wanted.at(-1) ?? "", after)) continue;
    // "10" in "10.50" and "5" in "1,5": a mark between digits belongs to the number.
    const next = folded.text[at + wanted.length + 1] ?? " ";
    if (/\d/.test(wanted.at(-1) ?? "") && /[.,']/.test(after) && /\d/.test(next)) continue;
    const earlier = folded.text[at - 2] ?? " ";
    if (/\d/.test(wanted[0] ?? "") && /[.,']/.test(before) && /\d/.test(earlier)) continue;
    const start = folded.places[at] ?? 0;
    const lastPlace = folded.places[at + wanted.length - 1] ?? start;
    const last = String.fromCodePoint(text.codePointAt(lastPlace) ?? 0x20);
    return { start, end: lastPlace + last.length };
  }
  return null;
}

const isWordPart = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
const continues = (left: string, right: string): boolean => isWordPart(left) && isWordPart(right);
