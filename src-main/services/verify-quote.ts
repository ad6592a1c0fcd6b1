import type { Box, Element, Locator, ReadDocument, SheetCell } from "../../src-shared/model/index.ts";

/** A place that a person pointed at, with the words that stand there. */
export interface PointedQuote {
  readonly quote: string;
  readonly at: Locator;
}

/** Whether the quote stands at its place in the document: what does not, proves nothing. */
export function isQuoteThere(document: ReadDocument, { quote, at }: PointedQuote): boolean {
  const found = textAt(document, at);
  return found !== null && plain(found) === plain(quote) && plain(quote) !== "";
}

function textAt(document: ReadDocument, at: Locator): string | null {
  if ("page" in at) {
    const page = document.pages.find(({ number }) => number === at.page);
    const boxes = at.boxes ?? (at.box === undefined ? [] : [at.box]);
    const words = page?.words.filter(
      ({ box, visible }) => visible && boxes.some((each) => isCenterIn(box, each)),
    );
    return words === undefined || words.length === 0 ? null : words.map(({ text }) => text).join(" ");
  }
  if ("start" in at) return document.text?.slice(at.start, at.end) ?? null;
  if ("path" in at)
    return document.root === null ? null : (findElement(document.root, at.path)?.text ?? null);
  for (const sheet of document.sheets) {
    for (const row of sheet.rows) {
      const cell = row.find((each) => isSameCell(each, at));
      if (cell !== undefined) return cell.text;
    }
  }
  return null;
}

function isCenterIn([left, top, width, height]: Box, [x, y, boxWidth, boxHeight]: Box): boolean {
  const [centerX, centerY] = [left + width / 2, top + height / 2];
  return centerX >= x && centerX <= x + boxWidth && centerY >= y && centerY <= y + boxHeight;
}

function isSameCell({ at: place }: SheetCell, at: Locator): boolean {
  if ("cell" in at) return "cell" in place && place.cell === at.cell && place.sheet === at.sheet;
  return "row" in at && "row" in place && place.row === at.row && place.column === at.column;
}

function findElement(element: Element, path: string): Element | null {
  if (element.path === path) return element;
  for (const child of element.children) {
    const found = findElement(child, path);
    if (found !== null) return found;
  }
  return null;
}

const plain = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
