import type { Box, Locator, ReadDocument, SourcedText, Word } from "../../../src-shared/model/index.ts";

/** Words that a person pointed at, and where they stand. */
export interface PickedWords {
  readonly quote: string;
  readonly at: Locator;
}

/** A rectangle that was drawn on a page; without an extent it is a click. In fractions of the page. */
export interface DrawnBox {
  readonly page: number;
  readonly box: Box;
}

const slack = 0.004;

/** The words in a drawn box, or the one word under a click. `null` where there are none. */
export function pickFromPage(reading: ReadDocument, { page: number, box }: DrawnBox): PickedWords | null {
  const page = reading.pages.find((each) => each.number === number);
  if (page === undefined) return null;
  const visible = page.words.filter((word) => word.visible);
  const [x, y, width, height] = box;
  const isClick = width < slack && height < slack;
  const words = isClick
    ? visible.filter(({ box: [left, top, wide, high] }) => {
        const isBeside = x >= left - slack && x <= left + wide + slack;
        return isBeside && y >= top - slack && y <= top + high + slack;
      })
    : visible.filter(({ box: [left, top, wide, high] }) => {
        const [centerX, centerY] = [left + wide / 2, top + high / 2];
        return centerX >= x && centerX <= x + width && centerY >= y && centerY <= y + height;
      });
  const picked = isClick ? words.slice(0, 1) : words;
  if (picked.length === 0) return null;
  return {
    quote: picked.map(({ text }) => text).join(" "),
    at: { page: number, boxes: picked.map((word) => word.box) },
  };
}

/** The run of letters around a place of a text that has no white space in it. */
export function wordAround(
  text: string,
  offset: number,
): { readonly start: number; readonly end: number } | null {
  let start = Math.min(offset, text.length);
  let end = start;
  while (start > 0 && /\S/.test(text[start - 1] ?? " ")) start -= 1;
  while (end < text.length && /\S/.test(text[end] ?? " ")) end += 1;
  return start === end ? null : { start, end };
}

/** A stretch of the document's own text. */
export function pickFromText(text: string, start: number, end: number): PickedWords | null {
  const quote = text.slice(start, end).trim();
  if (quote === "") return null;
  const from = start + text.slice(start, end).indexOf(quote);
  return { quote, at: { start: from, end: from + quote.length } };
}

/** A stretch of a block, brought back to where it stands in the document. */
export function pickFromBlock(
  block: SourcedText,
  documentText: string | null,
  start: number,
  end: number,
): PickedWords | null {
  const places = block.runs.flatMap((run) => {
    if (run.end <= start || run.start >= end || !("start" in run.at)) return [];
    const isExact = run.at.end - run.at.start === run.end - run.start;
    if (!isExact) return [run.at];
    return [
      {
        start: run.at.start + Math.max(0, start - run.start),
        end: run.at.end - Math.max(0, run.end - end),
      },
    ];
  });
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined || documentText === null) return null;
  return pickFromText(documentText, first.start, last.end);
}

/** Words that hold a text that is searched for, in reading order; several words where it runs over them. */
export function findWords(words: readonly Word[], wanted: string): readonly (readonly Word[])[] {
  const needle = wanted
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== "");
  if (needle.length === 0) return [];
  const visible = words.filter((word) => word.visible);
  const found: (readonly Word[])[] = [];
  for (let at = 0; at + needle.length <= visible.length; at += 1) {
    const run = visible.slice(at, at + needle.length);
    const matches = run.every(({ text }, index) => {
      const word = text.toLowerCase();
      const part = needle[index] ?? "";
      if (needle.length === 1) return word.includes(part);
      if (index === 0) return word.endsWith(part);
      return index === needle.length - 1 ? word.startsWith(part) : word === part;
    });
    if (matches) found.push(run);
  }
  return found;
}
