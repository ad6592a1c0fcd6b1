import { joinSourcedTexts, wordsToSourcedText } from "../../../src-shared/model/index.ts";
import type { Element, Page, ReadDocument, SourcedText, Word } from "../../../src-shared/model/index.ts";

/**
 * The words of a document as a person would see them, line by line, each with its place.
 *
 * Hidden, white, off-page and tiny words are left out: nobody could check a quote of them. This text is what is sent,
 * and quotes of an answer are looked for in it.
 */
export function visibleText(document: ReadDocument): SourcedText {
  if (document.root !== null) return joinSourcedTexts(elementLines(document.root), "\n");
  const rows = document.sheets
    .filter(({ hidden }) => !hidden)
    .flatMap(({ rows: lines }) =>
      lines.map((cells) =>
        joinSourcedTexts(
          cells.flatMap((cell) =>
            cell.hidden || cell.text.trim() === ""
              ? []
              : [{ text: cell.text, runs: [{ start: 0, end: cell.text.length, at: cell.at }] }],
          ),
          " | ",
        ),
      ),
    )
    .filter(({ text }) => text !== "");
  if (rows.length > 0) return joinSourcedTexts(rows, "\n");
  return joinSourcedTexts(document.pages.flatMap(pageLines), "\n");
}

/** The smallest print that counts as seen: about two points on a page of letter height. */
const smallestSize = 0.0025;

function pageLines(page: Page): readonly SourcedText[] {
  const lines: Word[][] = [];
  for (const word of page.words) {
    if (!word.visible || word.size < smallestSize) continue;
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line !== undefined && last !== undefined && isSameLine(last, word)) line.push(word);
    else lines.push([word]);
  }
  return lines.map(wordsToSourcedText);
}

const isSameLine = (left: Word, right: Word): boolean => {
  const [, top, , height] = left.box;
  const [, otherTop, , otherHeight] = right.box;
  return Math.abs(top + height / 2 - (otherTop + otherHeight / 2)) <= Math.max(height, otherHeight) / 2;
};

function elementLines(element: Element): readonly SourcedText[] {
  const own =
    element.text === ""
      ? []
      : [{ text: element.text, runs: [{ start: 0, end: element.text.length, at: { path: element.path } }] }];
  return [...own, ...element.children.flatMap(elementLines)];
}

/** A stretch of lines of a document. Offsets are those of the whole text. */
export interface Passage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A heading number, a list letter or a word for a part of an agreement at the start of a line. */
const clauseStart =
  /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{L}|§\s?\d|\(?[a-z]\)\s|(?:section|article|clause|schedule|exhibit|appendix|annex|artikel|abschnitt|anlage|anhang|annexe|artículo|articolo|artigo|bijlage)\s)/iu;

/** Passages of a document, clause by clause where its lines show where one begins, of at most `limit` characters. */
export function clausesOf(text: string, limit: number): readonly Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  let at = 0;
  const push = (end: number): void => {
    const part = text.slice(start, end);
    if (part.trim() !== "") passages.push({ text: part, start, end });
    start = end;
  };
  for (const line of text.split("\n")) {
    const isLong = at + line.length - start > limit;
    if (at > start && (isLong || clauseStart.test(line))) push(at);
    at += line.length + 1;
  }
  push(text.length);
  return passages;
}
