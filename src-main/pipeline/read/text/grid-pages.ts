import type { Page, Word } from "../../../../src-shared/model/index.ts";

/** A word of a monospaced text: where it stands in the text and on the grid. */
interface GridWord {
  readonly text: string;
  readonly start: number;
  readonly column: number;
  /** Columns it takes. */
  readonly width: number;
}

/** Height of a cell is 1; a word takes 0.7 of it, and its width runs on into half of the space behind it. */
const cellWidth = 0.55;
const wordHeight = 0.7;
const narrowestPage = 80;
/** Lines of a page without form feeds; it ends at the last blank line before that, if there is one in its second half. */
const longestPage = 80;
/** Characters of a printed line and of a page beyond which a text is cut: files without line ends are made, not written. */
const longestLine = 20_000;
const fullestPage = 100_000;
const shortestPage = 60;
const tabStop = 8;

interface Line {
  readonly start: number;
  readonly text: string;
}

/**
 * Plain text laid out on a grid of equal cells, so that columns aligned by spaces stay aligned.
 *
 * Locators point into the text as given. Pages end at form feeds and, in long texts, at blank lines.
 */
export function textToGridPages(text: string): Page[] {
  const sheets = text.includes("\f") ? splitAtFormFeeds(text) : [textToLines(text, 0)];
  const pages: Page[] = [];
  for (const lines of sheets.flatMap(splitLongSheet)) {
    const page = linesToPage(lines, pages.length + 1);
    if (page.words.length > 0 || sheets.length > 1) pages.push({ ...page, number: pages.length + 1 });
  }
  return pages;
}

function splitAtFormFeeds(text: string): Line[][] {
  const sheets: Line[][] = [];
  let start = 0;
  for (;;) {
    const end = text.indexOf("\f", start);
    sheets.push(textToLines(text.slice(start, end === -1 ? text.length : end), start));
    if (end === -1) break;
    start = end + 1;
  }
  while (sheets.length > 0 && (sheets.at(-1) ?? []).every((line) => line.text.trim() === "")) sheets.pop();
  return sheets;
}

function textToLines(text: string, offset: number): Line[] {
  const lines: Line[] = [];
  const lineEnd = /\r\n|\n|\r|\u2028|\v/gu;
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    lines.push(...cutLine({ start: offset + start, text: text.slice(start, match.index) }));
    start = match.index + match[0].length;
  }
  lines.push(...cutLine({ start: offset + start, text: text.slice(start) }));
  return lines;
}

/** A line in pieces of bounded length, cut behind a blank where there is one. */
function cutLine(line: Line): Line[] {
  if (line.text.length <= longestLine) return [line];
  const pieces: Line[] = [];
  let at = 0;
  while (at < line.text.length) {
    const end = Math.min(line.text.length, at + longestLine);
    const blank = end < line.text.length ? line.text.lastIndexOf(" ", end) : -1;
    const cut = blank > at + longestLine / 2 ? blank + 1 : end;
    pieces.push({ start: line.start + at, text: line.text.slice(at, cut) });
    at = cut;
  }
  return pieces;
}

function splitLongSheet(lines: readonly Line[]): Line[][] {
  const sheets: Line[][] = [];
  let from = 0;
  while (lines.length - from > longestPage || lengthOf(lines, from, lines.length) > fullestPage) {
    let cut = Math.min(lines.length - 1, from + longestPage);
    for (let line = cut; line > from + longestPage / 2; line -= 1)
      if (lines[line]?.text.trim() === "") {
        cut = line;
        break;
      }
    while (cut > from + 1 && lengthOf(lines, from, cut) > fullestPage) cut -= 1;
    if (cut <= from) break;
    sheets.push(lines.slice(from, cut));
    from = cut;
  }
  sheets.push(lines.slice(from));
  return sheets;
}

const lengthOf = (lines: readonly Line[], from: number, to: number): number => {
  let length = 0;
  for (let line = from; line < to && length <= fullestPage; line += 1)
    length += lines[line]?.text.length ?? 0;
  return length;
};

function linesToPage(lines: readonly Line[], number: number): Page {
  const rows = lines.map((line) => lineToWords(line));
  let columns = narrowestPage;
  for (const row of rows) for (const word of row) columns = Math.max(columns, word.column + word.width);
  const height = Math.max(shortestPage, lines.length);
  const size = round(wordHeight / height);
  const words: Word[] = [];
  for (const [index, row] of rows.entries())
    for (const [position, word] of row.entries()) {
      const next = row[position + 1];
      const room = next === undefined ? 0.5 : Math.min(0.5, (next.column - word.column - word.width) / 2);
      words.push({
        text: word.text,
        box: [
          round(word.column / columns),
          round((index + (1 - wordHeight) / 2) / height),
          round((word.width + room) / columns),
          size,
        ],
        at: { start: word.start, end: word.start + word.text.length },
        size,
        bold: false,
        source: "text",
        confidence: 1,
        visible: true,
      });
    }
  return { number, aspect: round((columns * cellWidth) / height), words, rules: [], pictureShare: 0 };
}

function lineToWords(line: Line): GridWord[] {
  const words: GridWord[] = [];
  let column = 0;
  let from = 0;
  for (const match of line.text.matchAll(/[^\s\u00A0]+|[\s\u00A0]+/gu)) {
    from = match.index;
    if (/^[\s\u00A0]/u.test(match[0])) {
      for (const space of match[0])
        column = space === "\t" ? column + tabStop - (column % tabStop) : column + 1;
      continue;
    }
    const width = match[0].length;
    for (const part of splitBars(match[0]))
      words.push({
        text: part.text,
        start: line.start + from + part.offset,
        column: column + part.offset,
        width: part.text.length,
      });
    column += width;
  }
  return words;
}

/** Bars draw cells: "|12.00|" is a word between two bars. */
function splitBars(text: string): { text: string; offset: number }[] {
  if (!/[|¦│┃║]/u.test(text) || text.length === 1) return [{ text, offset: 0 }];
  return [...text.matchAll(/[|¦│┃║]+|[^|¦│┃║]+/gu)].map((match) => ({ text: match[0], offset: match.index }));
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;
