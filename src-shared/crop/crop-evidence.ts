import type { Box, Element, Evidence, Locator, Page, ReadDocument, SheetCell, Word } from "../model/index.ts";

/** Share of the page's height that is shown above and below what is marked. */
const margin = 0.045;
const widthPixels = 640;

export interface CropBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A word where it stands; `y` is its base line, `width` what it fills. */
export interface CropText extends Omit<CropBox, "height"> {
  readonly text: string;
  readonly size: number;
  readonly isBold: boolean;
}

export interface CropCell {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The part of a document around quotes: a strip of a page in CSS pixels, or rows of a table. */
export type EvidenceCrop =
  | {
      readonly kind: "page";
      readonly width: number;
      readonly height: number;
      readonly marks: readonly CropBox[];
      readonly texts: readonly CropText[];
    }
  | { readonly kind: "table"; readonly rows: readonly (readonly CropCell[])[] };

/** The part of a document around the quotes, from its words where they stand; `null` where a quote has no place. */
export function cropEvidence(document: ReadDocument, evidence: readonly Evidence[]): EvidenceCrop | null {
  if (document.sheets.length > 0) return cropSheet(document, evidence);
  if (document.root !== null) return cropTree(document.root, evidence);
  const marked = evidence.flatMap(({ at }) => boxesOf(document, at));
  const [first] = marked;
  const page = first === undefined ? undefined : document.pages.find(({ number }) => number === first.page);
  if (first === undefined || page === undefined) return null;
  return drawPage(
    page,
    marked.flatMap(({ page: number, box }) => (number === page.number ? [box] : [])),
  );
}

function boxesOf(
  document: ReadDocument,
  at: Locator,
): readonly { readonly page: number; readonly box: Box }[] {
  if ("page" in at)
    return (at.boxes ?? (at.box === undefined ? [] : [at.box])).map((box) => ({ page: at.page, box }));
  if (!("start" in at)) return [];
  // Flowing text is laid out on pages of its own; its words know their place in the text.
  return document.pages.flatMap(({ number, words }) =>
    words.flatMap(({ at: place, box }) =>
      "start" in place && place.start < at.end && place.end > at.start ? [{ page: number, box }] : [],
    ),
  );
}

function drawPage({ words, aspect }: Page, marked: readonly Box[]): EvidenceCrop {
  const top = Math.max(0, Math.min(...marked.map(([, y]) => y)) - margin);
  const bottom = Math.min(1, Math.max(...marked.map(([, y, , height]) => y + height)) + margin);
  const heightPixels = widthPixels / aspect;
  const shown = words.filter(
    ({ visible, box: [, y, , height] }) => visible && y + height > top && y < bottom,
  );
  const place = ({ text, box: [x, y, width, height], bold }: Word): CropText => ({
    text,
    x: pixels(x * widthPixels),
    y: pixels((y - top + height * 0.8) * heightPixels),
    width: pixels(width * widthPixels),
    size: pixels(height * heightPixels * 0.82),
    isBold: bold,
  });
  const mark = ([x, y, width, height]: Box): CropBox => ({
    x: pixels(x * widthPixels - 2),
    y: pixels((y - top) * heightPixels - 2),
    width: pixels(width * widthPixels + 4),
    height: pixels(height * heightPixels + 4),
  });
  return {
    kind: "page",
    width: widthPixels,
    height: pixels((bottom - top) * heightPixels),
    marks: marked.map(mark),
    texts: shown.map(place),
  };
}

const pixels = (value: number): number => Math.round(value * 10) / 10;

const mostRows = 12;

/** The rows of a sheet that hold a quote, under the first row, which names the columns. */
function cropSheet(document: ReadDocument, evidence: readonly Evidence[]): EvidenceCrop | null {
  const isMarked = (cell: SheetCell): boolean => evidence.some(({ at }) => isSamePlace(at, cell.at));
  for (const { rows } of document.sheets) {
    const found = rows.filter((row) => row.some(isMarked));
    if (found.length === 0) continue;
    const [head] = rows;
    const shown = [
      ...(head === undefined || found.includes(head) ? [] : [head]),
      ...found.slice(0, mostRows),
    ];
    return {
      kind: "table",
      rows: shown.map((row) => row.map((cell) => ({ text: cell.text, isMarked: isMarked(cell) }))),
    };
  }
  return null;
}

function isSamePlace(first: Locator, second: Locator): boolean {
  if ("cell" in first) return "cell" in second && first.cell === second.cell && first.sheet === second.sheet;
  return "row" in first && "row" in second && first.row === second.row && first.column === second.column;
}

function cropTree(root: Element, evidence: readonly Evidence[]): EvidenceCrop | null {
  const rows = evidence.flatMap(({ at }) =>
    "path" in at
      ? [
          [
            { text: at.path, isMarked: false },
            { text: textOf(root, at.path), isMarked: true },
          ],
        ]
      : [],
  );
  return rows.length === 0 ? null : { kind: "table", rows: rows.slice(0, mostRows) };
}

function textOf(element: Element, path: string): string {
  if (element.path === path) return element.text;
  for (const child of element.children) {
    if (path === child.path || path.startsWith(`${child.path}/`)) return textOf(child, path);
  }
  return "";
}
