import type { Box, Evidence, ReadDocument, Word } from "../../../../src-shared/model/index.ts";
import type { Token } from "./layout.ts";
import { greatestOf, leastOf } from "./layout.ts";

/** Words as evidence: whole printed words, one box a line, in reading order. Several entries where text is not in one run. */
export function tokensToEvidence(document: ReadDocument, tokens: readonly Token[]): readonly Evidence[] {
  const words = [...new Set(tokens.map((token) => token.word))];
  const [first] = words;
  if (first === undefined) return [];
  if ("page" in first.at) return pagedEvidence(document, words);
  return textEvidence(document, words);
}

function pagedEvidence(document: ReadDocument, words: readonly Word[]): readonly Evidence[] {
  const evidence: Evidence[] = [];
  const pages = new Map<number, Word[]>();
  for (const word of words) {
    const page = "page" in word.at ? word.at.page : 1;
    pages.set(page, [...(pages.get(page) ?? []), word]);
  }
  for (const [page, own] of pages) {
    const lines = wordsToLines(own);
    const boxes = lines.map((line) => boxAround(line.map(placeOf)));
    const quote = lines.map((line) => line.map((word) => word.text).join(" ")).join(" ");
    const [box] = boxes;
    if (box === undefined) continue;
    const at = boxes.length === 1 ? { page, box } : { page, boxes };
    evidence.push({ documentId: document.documentId, role: "invoice", quote, at });
  }
  return evidence;
}

/** Where a word stands on the page as it is shown: a straightened scan has its layout elsewhere. */
const placeOf = (word: Word): Box =>
  "page" in word.at && word.at.box !== undefined ? word.at.box : word.box;

function textEvidence(document: ReadDocument, words: readonly Word[]): readonly Evidence[] {
  return wordsToLines(words).flatMap((line): readonly Evidence[] => {
    const offsets = line.flatMap((word) => ("start" in word.at ? [word.at] : []));
    const [first] = line;
    if (first === undefined) return [];
    if (offsets.length === 0) {
      return [{ documentId: document.documentId, role: "invoice", quote: first.text, at: first.at }];
    }
    const start = leastOf(offsets.map((offset) => offset.start));
    const end = greatestOf(offsets.map((offset) => offset.end));
    const quote =
      document.text === null ? line.map((word) => word.text).join(" ") : document.text.slice(start, end);
    return [{ documentId: document.documentId, role: "invoice", quote, at: { start, end } }];
  });
}

/** Words of one line stand side by side: a word that starts left of the one before begins a new line. */
function wordsToLines(words: readonly Word[]): readonly (readonly Word[])[] {
  const lines: Word[][] = [];
  for (const word of words) {
    const before = lines.at(-1)?.at(-1);
    const isSameLine =
      before !== undefined &&
      word.box[0] >= before.box[0] &&
      Math.abs(word.box[1] + word.box[3] / 2 - before.box[1] - before.box[3] / 2) <
        0.6 * Math.max(word.box[3], before.box[3]);
    if (isSameLine) lines.at(-1)?.push(word);
    else lines.push([word]);
  }
  return lines;
}

function boxAround(boxes: readonly Box[]): Box {
  const left = leastOf(boxes.map((box) => box[0]));
  const top = leastOf(boxes.map((box) => box[1]));
  const right = greatestOf(boxes.map((box) => box[0] + box[2]));
  const bottom = greatestOf(boxes.map((box) => box[1] + box[3]));
  return [left, top, right - left, bottom - top];
}
