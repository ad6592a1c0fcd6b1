import type { Block, SourcedText } from "../../../../../src-shared/model/index.ts";
import { joinSourcedTexts, sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";

/** Words of a printed line without a wide gap between them; `left` and `right` in characters of the line. */
export interface Segment {
  readonly source: SourcedText;
  readonly left: number;
  readonly right: number;
}

/** One printed line of a block. */
export interface GridLine {
  readonly block: number;
  /** Row of its table; `null` in running text. */
  readonly row: number | null;
  readonly segments: readonly Segment[];
  /** Lines left free above it, 0 or more; 0 at the top of a page. */
  readonly gap: number;
  /** Whether bars part its cells. */
  readonly isBarred: boolean;
  /** Words joined by single spaces. */
  readonly source: SourcedText;
}

interface Placed {
  readonly source: SourcedText;
  readonly left: number;
  readonly right: number;
  /** Number of the line on its page, fractions for pages that are drawn. */
  readonly line: number;
  readonly page: number;
  readonly row: number | null;
  readonly isBarred: boolean;
}

const tabStop = 8;
/** Room of a cell between bars: what stands behind so many bars stands in one column. */
const barredCell = 400;
/** Characters of free space from which two words stand in two columns. */
const wideGap = 1.8;
/** "Foreman ..... $78.00": the dots are no word. */
const leader = /^[.·…_]{2,}$/;
const trailingLeader = /[.·…_]{3,}$/;

/**
 * The printed lines of paragraphs and tables with the places of their words; blocks that say nothing of places have none.
 *
 * Characters are the measure: those of a plain text, or the usual width of one on a drawn page.
 */
export function printedGrid(blocks: readonly Block[], text: string | null): readonly GridLine[] {
  const places = text === null ? null : new TextPlaces(text);
  const letter = places === null ? drawnLetter(blocks) : 1;
  const found: GridLine[] = [];
  let last: Placed | null = null;
  for (const [index, block] of blocks.entries()) {
    const words =
      block.type === "table"
        ? block.rows.flatMap((row, at) =>
            row.flatMap((cell) => (cell === null ? [] : placedWords(cell, at, places, letter))),
          )
        : placedWords(block, null, places, letter);
    words.sort((one, other) => one.page - other.page || one.line - other.line || one.left - other.left);
    let line: Placed[] = [];
    const close = (): void => {
      const [first] = line;
      if (first === undefined) return;
      const gap: number =
        last === null || last.page !== first.page ? 0 : Math.max(0, Math.round(first.line - last.line) - 1);
      found.push({
        block: index,
        row: first.row,
        segments: segmentsOf(line),
        gap,
        isBarred: first.isBarred,
        source: joined(line),
      });
      last = first;
      line = [];
    };
    for (const word of words) {
      const [first] = line;
      if (first !== undefined && (first.page !== word.page || Math.abs(first.line - word.line) > 0.5))
        close();
      line.push(word);
    }
    close();
  }
  return found;
}

const joined = (words: readonly Placed[]): SourcedText =>
  joinSourcedTexts(
    words.toSorted((one, other) => one.left - other.left).map(({ source }) => source),
    " ",
  );

function segmentsOf(unsorted: readonly Placed[]): readonly Segment[] {
  const words = unsorted.toSorted((one, other) => one.left - other.left);
  const segments: Segment[] = [];
  let open: Placed[] = [];
  const close = (): void => {
    const [first] = open;
    const final = open.at(-1);
    if (first !== undefined && final !== undefined)
      segments.push({ source: joined(open), left: first.left, right: final.right });
    open = [];
  };
  for (const word of words) {
    const before = open.at(-1);
    if (leader.test(word.source.text)) {
      close();
      continue;
    }
    if (before !== undefined && word.left - before.right >= wideGap) close();
    const dots = trailingLeader.exec(word.source.text);
    if (dots === null || dots.index === 0) open.push(word);
    else {
      const kept = sliceSourcedText(word.source, 0, dots.index);
      open.push({ ...word, source: kept, right: word.left + dots.index });
      close();
    }
  }
  close();
  return segments;
}

function placedWords(
  source: SourcedText,
  row: number | null,
  places: TextPlaces | null,
  letter: number,
): Placed[] {
  const words: Placed[] = [];
  for (const run of source.runs) {
    const { at } = run;
    const parts = [...source.text.slice(run.start, run.end).matchAll(/\S+/gu)];
    for (const part of parts) {
      const start = run.start + part.index;
      const end = start + part[0].length;
      const word = sliceSourcedText(source, start, end);
      if (places !== null && "start" in at && at.end - at.start === run.end - run.start) {
        const { line, column, bars, hasTabs } = places.find(at.start + part.index);
        // Tabs in a table part cells by themselves, wherever they stand; so do bars, which are counted.
        if (hasTabs && row !== null) continue;
        if (/^[|¦│┃║]+$/u.test(part[0])) continue;
        if (bars !== null) {
          const left = bars.count * barredCell + Math.min(bars.offset, barredCell / 2);
          words.push({
            source: word,
            left,
            right: left + part[0].length,
            line,
            page: 0,
            row,
            isBarred: true,
          });
          continue;
        }
        words.push({
          source: word,
          left: column,
          right: column + part[0].length,
          line,
          page: 0,
          row,
          isBarred: false,
        });
      } else if (places === null && "page" in at && at.box !== undefined && parts.length === 1) {
        const [left, top, width, height] = at.box;
        if (height <= 0) continue;
        words.push({
          source: word,
          left: left / letter,
          right: (left + width) / letter,
          line: (top + height / 2) / (height * 1.25),
          page: at.page,
          row,
          isBarred: false,
        });
      }
    }
  }
  return words;
}

/**
 * Usual width of a letter on the pages, as a fraction of them.
 *
 * One for all: what stands under each other in print must do so in characters, too, whatever letters it has.
 */
function drawnLetter(blocks: readonly Block[]): number {
  const sources = blocks.flatMap((block) =>
    block.type === "table" ? block.rows.flatMap((row) => row.flatMap((cell) => cell ?? [])) : [block],
  );
  const widths = sources.flatMap(({ runs }) =>
    runs.flatMap(({ at, start, end }) =>
      "page" in at && at.box !== undefined && end - start > 2 ? [at.box[2] / (end - start)] : [],
    ),
  );
  return widths.toSorted((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 0.01;
}

interface PrintedPlace {
  readonly line: number;
  readonly column: number;
  /** Bars before it on its line and characters behind the last one; `null` on a line without bars. */
  readonly bars: { readonly count: number; readonly offset: number } | null;
  readonly hasTabs: boolean;
}

/** Lines and columns of offsets in a plain text. */
class TextPlaces {
  private readonly starts: number[] = [0];
  private readonly text: string;
  /** How far the line that was asked about last is gone through: its words are asked about in their order. */
  private gone = { line: -1, offset: 0, column: 0, bars: 0, lastBar: -1, hasBars: false, hasTabs: false };

  constructor(text: string) {
    this.text = text;
    for (const end of text.matchAll(/\r\n|\n|\r|\f/gu)) this.starts.push(end.index + end[0].length);
  }

  find(offset: number): PrintedPlace {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    if (low !== this.gone.line || offset < this.gone.offset) this.begin(low);
    const { gone } = this;
    for (const letter of this.text.slice(gone.offset, offset)) {
      gone.column = letter === "\t" ? gone.column + tabStop - (gone.column % tabStop) : gone.column + 1;
      if (letter === "|") [gone.bars, gone.lastBar] = [gone.bars + 1, gone.offset];
      gone.offset += letter.length;
    }
    const bars = gone.hasBars ? { count: gone.bars, offset: offset - gone.lastBar - 1 } : null;
    return { line: low, column: gone.column, bars, hasTabs: gone.hasTabs };
  }

  private begin(line: number): void {
    const from = this.starts[line] ?? 0;
    const text = this.text.slice(from, this.starts[line + 1] ?? this.text.length);
    this.gone = {
      line,
      offset: from,
      column: 0,
      bars: 0,
      lastBar: from - 1,
      hasBars: text.includes("|"),
      hasTabs: text.includes("\t"),
    };
  }
}
