import type {
  Box,
  Element,
  Evidence,
  Locator,
  Page,
  ReadDocument,
  SheetCell,
  Word,
} from "../../src-shared/model/index.ts";
import { escapeMarkup } from "./escape-markup.ts";

/** Share of the page's height that is shown above and below what is marked. */
const margin = 0.045;
const widthPixels = 640;

/** The part of a document around the quotes, drawn from its words where they stand, with the quotes marked. */
export function cropAround(document: ReadDocument, evidence: readonly Evidence[]): string {
  if (document.sheets.length > 0) return cropSheet(document, evidence);
  if (document.root !== null) return cropTree(document.root, evidence);
  const marked = evidence.flatMap(({ at }) => boxesOf(document, at));
  const [first] = marked;
  const page = first === undefined ? undefined : document.pages.find(({ number }) => number === first.page);
  if (first === undefined || page === undefined) return "";
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

function drawPage({ words, aspect }: Page, marked: readonly Box[]): string {
  const top = Math.max(0, Math.min(...marked.map(([, y]) => y)) - margin);
  const bottom = Math.min(1, Math.max(...marked.map(([, y, , height]) => y + height)) + margin);
  const heightPixels = widthPixels / aspect;
  const shown = words.filter(
    ({ visible, box: [, y, , height] }) => visible && y + height > top && y < bottom,
  );
  const draw = ({ text, box: [x, y, width, height], bold }: Word): string =>
    `<text x="${pixels(x * widthPixels)}" y="${pixels((y - top + height * 0.8) * heightPixels)}" font-size="${pixels(height * heightPixels * 0.82)}" textLength="${pixels(width * widthPixels)}" lengthAdjust="spacingAndGlyphs"${bold ? ' font-weight="700"' : ""}>${escapeMarkup(text)}</text>`;
  const mark = ([x, y, width, height]: Box): string =>
    `<rect x="${pixels(x * widthPixels - 2)}" y="${pixels((y - top) * heightPixels - 2)}" width="${pixels(width * widthPixels + 4)}" height="${pixels(height * heightPixels + 4)}"/>`;
  const height = pixels((bottom - top) * heightPixels);
  return `<svg class="crop" role="img" viewBox="0 0 ${widthPixels} ${height}" font-family="sans-serif">${marked.map(mark).join("")}${shown.map(draw).join("")}</svg>`;
}

const pixels = (value: number): string => String(Math.round(value * 10) / 10);

const mostRows = 12;

/** The rows of a sheet that hold a quote, under the first row, which names the columns. */
function cropSheet(document: ReadDocument, evidence: readonly Evidence[]): string {
  const isMarked = (cell: SheetCell): boolean => evidence.some(({ at }) => isSamePlace(at, cell.at));
  for (const { rows } of document.sheets) {
    const found = rows.filter((row) => row.some(isMarked));
    if (found.length === 0) continue;
    const [head] = rows;
    const shown = [
      ...(head === undefined || found.includes(head) ? [] : [head]),
      ...found.slice(0, mostRows),
    ];
    const cell = (each: SheetCell): string =>
      `<td${isMarked(each) ? ' class="marked"' : ""}>${escapeMarkup(each.text)}</td>`;
    return `<table class="crop">${shown.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`;
  }
  return "";
}

function isSamePlace(first: Locator, second: Locator): boolean {
  if ("cell" in first) return "cell" in second && first.cell === second.cell && first.sheet === second.sheet;
  return "row" in first && "row" in second && first.row === second.row && first.column === second.column;
}

function cropTree(root: Element, evidence: readonly Evidence[]): string {
  const rows = evidence.flatMap(({ at }) =>
    "path" in at
      ? [
          `<tr><td>${escapeMarkup(at.path)}</td><td class="marked">${escapeMarkup(textOf(root, at.path))}</td></tr>`,
        ]
      : [],
  );
  return rows.length === 0 ? "" : `<table class="crop">${rows.slice(0, mostRows).join("")}</table>`;
}

function textOf(element: Element, path: string): string {
  if (element.path === path) return element.text;
  for (const child of element.children) {
    if (path === child.path || path.startsWith(`${child.path}/`)) return textOf(child, path);
  }
  return "";
}
