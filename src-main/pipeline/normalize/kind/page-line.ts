import type { Evidence, ReadDocument, Word } from "../../../../src-shared/model/index.ts";
import { foldText } from "../values/fold.ts";

/** One printed segment of the first pages, with what a title is told by: size, boldness and height on the page. */
export interface PageLine {
  readonly text: string;
  readonly folded: string;
  readonly words: readonly Word[];
  readonly page: number;
  /** Fraction of the page height. */
  readonly top: number;
  readonly size: number;
  readonly bold: boolean;
}

const overlaps = (a: Word, b: Word): boolean => {
  const shared = Math.min(a.box[1] + a.box[3], b.box[1] + b.box[3]) - Math.max(a.box[1], b.box[1]);
  return shared >= 0.5 * Math.min(a.box[3], b.box[3]);
};

const isNear = (a: Word, b: Word): boolean => {
  // A title in large letters beside an address is a line of its own.
  if (a.size > 1.5 * b.size || b.size > 1.5 * a.size) return false;
  const gap = b.box[0] - (a.box[0] + a.box[2]);
  // Word widths per character make the gap comparable at any font and page size.
  const character = Math.max(a.box[2] / Math.max(1, a.text.length), b.box[2] / Math.max(1, b.text.length));
  return gap >= -character && gap <= 2.5 * character;
};

const lineOf = (words: readonly Word[], page: number): PageLine => {
  const text = words.map((word) => word.text).join(" ");
  return {
    text,
    folded: foldText(text),
    words,
    page,
    top: words.reduce((least, word) => Math.min(least, word.box[1]), Infinity),
    size: words.reduce((most, word) => Math.max(most, word.size), 0),
    bold: words.every((word) => word.bold),
  };
};

/** Segments of the first `pages` pages, in reading order; wide gaps split a row. */
export const pageLines = (document: ReadDocument, pages: number): readonly PageLine[] => {
  const lines: PageLine[] = [];
  for (const page of document.pages.slice(0, pages)) {
    let current: Word[] = [];
    const flush = (): void => {
      if (current.length > 0) lines.push(lineOf(current, page.number));
      current = [];
    };
    for (const word of page.words) {
      if (!word.visible) continue;
      const last = current.at(-1);
      if (last !== undefined && !(overlaps(last, word) && isNear(last, word))) flush();
      current.push(word);
    }
    flush();
  }
  return lines;
};

/** The line as evidence, with the locator of its first word widened over all of them. */
export const lineEvidence = (
  document: ReadDocument,
  line: PageLine,
  role: Evidence["role"],
): Evidence | null => {
  const first = line.words[0];
  if (first === undefined) return null;
  const quote = line.words.map((word) => word.text).join(" ");
  if ("page" in first.at) {
    const left = Math.min(...line.words.map((word) => word.box[0]));
    const top = Math.min(...line.words.map((word) => word.box[1]));
    const right = Math.max(...line.words.map((word) => word.box[0] + word.box[2]));
    const bottom = Math.max(...line.words.map((word) => word.box[1] + word.box[3]));
    return {
      documentId: document.documentId,
      role,
      quote,
      at: { page: line.page, box: [left, top, right - left, bottom - top] },
    };
  }
  const last = line.words.at(-1);
  if ("start" in first.at && last !== undefined && "start" in last.at && document.text !== null) {
    const at = { start: first.at.start, end: last.at.end };
    return { documentId: document.documentId, role, quote: document.text.slice(at.start, at.end), at };
  }
  return { documentId: document.documentId, role, quote: first.text, at: first.at };
};
