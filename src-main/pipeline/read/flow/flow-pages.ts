import type { Page, Rule, SourcedText, TextLocator, Word } from "../../../../src-shared/model/index.ts";
import type { Alignment, FlowItem, FlowParagraph, FlowTable } from "./flow-item.ts";

/** A page of ISO A4 in points, with the text that a plain letter has. */
const pageWidth = 595;
const pageHeight = 842;
const margin = 48;
const usualSize = 10;
const characterWidth = 0.5;
const spaceWidth = 0.28;
const linePitch = 1.3;
const paragraphGap = 0.5;
const indentStep = 18;
const labelWidth = 28;
const tabStep = 72;
const cellPadding = 4;
/** The share of a line that the tabs before its first word skip at most. */
const furthestOpening = 0.55;

interface Pen {
  readonly pages: { words: Word[]; rules: Rule[] }[];
  y: number;
}

interface PlacedWord {
  readonly text: string;
  readonly at: TextLocator;
  readonly width: number;
  /** Points from the left edge of the column. */
  x: number;
}

/**
 * Flowing text laid out on pages of its own, so that readers of pages can read it too: paragraphs wrapped, tables
 * by column with their rules. Only where things stand to each other is true, not where they stand in print.
 */
export function flowToPages(items: readonly FlowItem[]): Page[] {
  const pen: Pen = { pages: [{ words: [], rules: [] }], y: margin };
  for (const item of items) {
    if (item.zone === "deleted" || item.zone === "comment") continue;
    if (item.type === "table") placeTable(pen, item);
    else placeParagraph(pen, item);
  }
  return pen.pages
    .filter((page) => page.words.length > 0)
    .map((page, index) => ({
      number: index + 1,
      aspect: round(pageWidth / pageHeight),
      words: page.words,
      rules: page.rules,
      pictureShare: 0,
    }));
}

const sizeOf = (headingLevel: number | null): number =>
  headingLevel === null ? usualSize : headingLevel === 1 ? 16 : headingLevel === 2 ? 13 : 11;

function placeParagraph(pen: Pen, paragraph: FlowParagraph): void {
  if (paragraph.startsPage === true) breakPage(pen);
  const size = sizeOf(paragraph.headingLevel);
  const hasLabel = paragraph.label !== null;
  const left = margin + Math.min(paragraph.indent, 9) * indentStep + (hasLabel ? labelWidth : 0);
  const lines = wrapText(paragraph.text, pageWidth - margin - left, size);
  for (const line of lines) {
    makeRoom(pen, size * linePitch);
    const shift = shiftOf(line, paragraph.alignment, pageWidth - margin - left);
    const look = { bold: paragraph.bold, visible: paragraph.isHidden !== true };
    for (const word of line) addWord(pen, word, left + shift, pen.y, size, look);
    pen.y += size * linePitch;
  }
  pen.y += size * paragraphGap;
}

function placeTable(pen: Pen, table: FlowTable): void {
  const width = pageWidth - 2 * margin;
  const edges = [margin];
  for (const share of table.widths) edges.push((edges.at(-1) ?? margin) + share * width);
  for (const row of table.rows) {
    const cells = row.map((cell, index) => {
      if (cell === null) return { lines: [], cell, left: 0, room: 0 };
      const left = (edges[index] ?? margin) + cellPadding;
      const right =
        (edges[Math.min(index + cell.span, edges.length - 1)] ?? pageWidth - margin) - cellPadding;
      const room = Math.max(20, right - left);
      return { lines: wrapText(cell.text, room, usualSize), cell, left, room };
    });
    const depth = Math.max(1, ...cells.map((cell) => cell.lines.length));
    const height = depth * usualSize * linePitch + 2 * cellPadding;
    makeRoom(pen, Math.min(height, pageHeight - 2 * margin));
    const top = pen.y;
    for (const { lines, cell, left, room } of cells)
      for (const [index, line] of lines.entries()) {
        const shift = shiftOf(line, cell?.alignment ?? "left", room);
        const y = top + cellPadding + index * usualSize * linePitch;
        const look = { bold: cell?.bold ?? false, visible: true };
        for (const word of line) addWord(pen, word, left + shift, y, usualSize, look);
      }
    pen.y += height;
    addRowRules(pen, edges, row, top, pen.y);
  }
  pen.y += usualSize * paragraphGap;
}

function addRowRules(
  pen: Pen,
  edges: readonly number[],
  row: FlowTable["rows"][number],
  top: number,
  bottom: number,
): void {
  const page = pen.pages.at(-1);
  const right = edges.at(-1) ?? margin;
  if (page === undefined) return;
  for (const y of [top, bottom])
    page.rules.push({
      orientation: "horizontal",
      box: [margin / pageWidth, y / pageHeight, (right - margin) / pageWidth, 0].map(
        round,
      ) as unknown as Rule["box"],
    });
  let covered = 0;
  for (const [index, x] of edges.entries()) {
    covered -= 1;
    const span = row[index]?.span ?? 1;
    if (covered < 1)
      page.rules.push({
        orientation: "vertical",
        box: [x / pageWidth, top / pageHeight, 0, (bottom - top) / pageHeight].map(
          round,
        ) as unknown as Rule["box"],
      });
    if (span > 1) covered = span;
  }
}

function shiftOf(line: readonly PlacedWord[], alignment: Alignment, room: number): number {
  const last = line.at(-1);
  if (alignment === "left" || last === undefined) return 0;
  const free = Math.max(0, room - last.x - last.width);
  return alignment === "right" ? free : free / 2;
}

/** Words of a text broken into lines of a width. Line ends break, tabs go on to the next stop. */
function wrapText(source: SourcedText, width: number, size: number): PlacedWord[][] {
  const lines: PlacedWord[][] = [[]];
  let x = 0;
  let isFresh = true;
  for (const match of source.text.matchAll(/\n|\t|[^\S\n\t]+|\S+/gu)) {
    const [token] = match;
    if (token === "\n") {
      lines.push([]);
      x = 0;
      isFresh = true;
    } else if (token === "\t") {
      const stop = (Math.floor((x + 0.15 * tabStep) / tabStep) + 1) * tabStep;
      // Where stops are, nobody knows here: what stands behind those that open a line keeps one edge, and room on it.
      x = isFresh ? Math.max(x, Math.min(stop, furthestOpening * width)) : stop;
    } else if (/^\s/u.test(token)) {
      if (!isFresh) x += spaceWidth * size * Math.min(token.length, 40);
    } else {
      const wordWidth = token.length * characterWidth * size;
      if (x > 0 && x + wordWidth > width) {
        lines.push([]);
        x = 0;
      }
      const at = locatorOf(source, match.index, match.index + token.length);
      if (at !== null) lines.at(-1)?.push({ text: token, at, width: wordWidth, x });
      x += wordWidth;
      isFresh = false;
    }
  }
  return lines;
}

/** The stretch of the document's text that a part of a text was taken from. */
function locatorOf(source: SourcedText, start: number, end: number): TextLocator | null {
  let from = Infinity;
  let to = -Infinity;
  for (const run of source.runs) {
    if (run.end <= start || run.start >= end || !("start" in run.at)) continue;
    const isVerbatim = run.at.end - run.at.start === run.end - run.start;
    from = Math.min(from, isVerbatim ? run.at.start + Math.max(0, start - run.start) : run.at.start);
    to = Math.max(to, isVerbatim ? run.at.end - Math.max(0, run.end - end) : run.at.end);
  }
  return from < to ? { start: from, end: to } : null;
}

function addWord(
  pen: Pen,
  word: PlacedWord,
  left: number,
  y: number,
  size: number,
  look: Pick<Word, "bold" | "visible">,
): void {
  pen.pages.at(-1)?.words.push({
    text: word.text,
    box: [
      round((left + word.x) / pageWidth),
      round(y / pageHeight),
      round(word.width / pageWidth),
      round(size / pageHeight),
    ],
    at: word.at,
    size: round(size / pageHeight),
    bold: look.bold,
    source: "text",
    confidence: 1,
    visible: look.visible,
  });
}

function makeRoom(pen: Pen, height: number): void {
  if (pen.y + height > pageHeight - margin) breakPage(pen);
}

function breakPage(pen: Pen): void {
  if ((pen.pages.at(-1)?.words.length ?? 0) === 0) return;
  pen.pages.push({ words: [], rules: [] });
  pen.y = margin;
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;
