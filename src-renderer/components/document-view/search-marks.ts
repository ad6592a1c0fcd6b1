import type { Element, ReadDocument } from "../../../src-shared/model/index.ts";
import type { DocumentMark } from "./marks.ts";
import { findWords } from "./pick-words.ts";

const mostFound = 500;

/** Marks on everything in a document that holds the text, in reading order; at most a few hundred. */
export function findInDocument(reading: ReadDocument, wanted: string): readonly DocumentMark[] {
  const text = wanted.trim();
  if (text === "") return [];
  const marks: DocumentMark[] = [];
  const add = (at: DocumentMark["at"]): void => {
    if (marks.length < mostFound)
      marks.push({ id: `search:${marks.length}#0`, at, tone: "line", label: text });
  };
  if (reading.sheets.length > 0) {
    for (const { rows } of reading.sheets)
      for (const cells of rows)
        for (const cell of cells) if (cell.text.toLowerCase().includes(text.toLowerCase())) add(cell.at);
    return marks;
  }
  if (reading.root !== null) {
    walk(reading.root, (element) => {
      if (element.text.toLowerCase().includes(text.toLowerCase())) add({ path: element.path });
    });
    return marks;
  }
  if (reading.text !== null) {
    const haystack = reading.text.toLowerCase();
    const needle = text.toLowerCase();
    // Lower case can be longer than its capital; offsets hold only where it is not.
    if (haystack.length === reading.text.length)
      for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length))
        add({ start: at, end: at + needle.length });
    return marks;
  }
  for (const page of reading.pages)
    for (const words of findWords(page.words, text))
      add({ page: page.number, boxes: words.map(({ box }) => box) });
  return marks;
}

function walk(element: Element, visit: (element: Element) => void): void {
  visit(element);
  for (const child of element.children) walk(child, visit);
}
