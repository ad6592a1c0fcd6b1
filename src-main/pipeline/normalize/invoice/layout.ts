import type { Page, ReadDocument, Word } from "../../../../src-shared/model/index.ts";

/** A box in units of the page's height, so that heights and widths compare. */
export interface Span {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A word, or the part of one behind a colon or number sign that is glued to it. */
export interface Token extends Span {
  readonly text: string;
  /** The whole printed word: what evidence quotes. */
  readonly word: Word;
  readonly bold: boolean;
  /** Height of the font in page heights. */
  readonly size: number;
}

/** Tokens of one row without a wide gap between them. */
export interface Segment extends Span {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly bold: boolean;
  readonly size: number;
  readonly page: number;
  /** Index of its row in the document. */
  readonly row: number;
}

export interface Row extends Span {
  readonly page: number;
  /** Index in the document. */
  readonly index: number;
  readonly segments: readonly Segment[];
  readonly text: string;
}

export interface LaidPage {
  readonly number: number;
  readonly rows: readonly Row[];
  /** Median height of the font. */
  readonly height: number;
  /** Median distance of rows that follow each other. */
  readonly pitch: number;
  /** Horizontal rules: their y and the reach in x. */
  readonly horizontals: readonly Span[];
  readonly verticals: readonly Span[];
  readonly width: number;
}

export interface Layout {
  readonly pages: readonly LaidPage[];
  /** All rows of all pages in order; `Row.index` points into it. */
  readonly rows: readonly Row[];
}

/** Lays the visible words of a document out in rows and segments. */
export function layOut(document: ReadDocument): Layout {
  const rows: Row[] = [];
  const pages = document.pages.map((page) => layOutPage(page, rows));
  return { pages, rows };
}

export function widthOf(span: Span): number {
  return span.right - span.left;
}

/** How much two spans share in x; negative is their gap. */
export function overlapInX(first: Span, second: Span): number {
  return Math.min(first.right, second.right) - Math.max(first.left, second.left);
}

export function spanAround(spans: readonly Span[]): Span {
  return {
    left: Math.min(...spans.map((span) => span.left)),
    right: Math.max(...spans.map((span) => span.right)),
    top: Math.min(...spans.map((span) => span.top)),
    bottom: Math.max(...spans.map((span) => span.bottom)),
  };
}

function layOutPage(page: Page, rows: Row[]): LaidPage {
  const tokens = page.words
    .filter((word) => word.visible && word.text.trim() !== "")
    .flatMap((word) => wordToTokens(word, page.aspect));
  const height = medianOf(tokens.map((token) => token.size)) || 0.012;
  const { horizontals, verticals } = rulesOf(page);
  const first = rows.length;
  for (const line of tokensToLines(tokens, height)) {
    rows.push(lineToRow(line, page.number, rows.length, height, verticals));
  }
  const own = partAtColumns(rows.slice(first), height, page.number);
  rows.splice(first, own.length, ...own);
  const distances = own.slice(1).flatMap((row, index) => {
    const distance = (row.top + row.bottom - (own[index]?.top ?? 0) - (own[index]?.bottom ?? 0)) / 2;
    return distance > 0 && distance < height * 4 ? [distance] : [];
  });
  return {
    number: page.number,
    rows: own,
    height,
    pitch: Math.max(medianOf(distances) || height * 1.4, height),
    horizontals,
    verticals,
    width: page.aspect,
  };
}

function rulesOf(page: Page): { readonly horizontals: readonly Span[]; readonly verticals: readonly Span[] } {
  const spans = page.rules.map((rule) => {
    const [x, y, width, height] = rule.box;
    const span: Span = {
      left: x * page.aspect,
      right: (x + width) * page.aspect,
      top: y,
      bottom: y + height,
    };
    return { orientation: rule.orientation, span };
  });
  return {
    horizontals: spans.flatMap(({ orientation, span }) => (orientation === "horizontal" ? [span] : [])),
    verticals: spans.flatMap(({ orientation, span }) => (orientation === "vertical" ? [span] : [])),
  };
}

/** Parts "Total:1.234,56" and "#PFM-1" into label and value; the box is shared out by letters. */
function wordToTokens(word: Word, aspect: number): readonly Token[] {
  const [x, y, width, height] = word.box;
  const text = word.text.trim();
  const token = (from: number, to: number): Token => ({
    text: text.slice(from, to),
    word,
    left: (x + (width * from) / text.length) * aspect,
    right: (x + (width * to) / text.length) * aspect,
    top: y,
    bottom: y + height,
    bold: word.bold,
    size: word.size > 0 ? word.size : height,
  });
  const glued = /^(\p{L}[\p{L}.\-/]*:)(?=[^\s:/\\])/u.exec(text);
  if (glued?.[1] !== undefined) return [token(0, glued[1].length), token(glued[1].length, text.length)];
  const numbered = /^(\p{L}*#)(?=[\p{L}\d])/u.exec(text);
  if (numbered?.[1] !== undefined)
    return [token(0, numbered[1].length), token(numbered[1].length, text.length)];
  return text === "" ? [] : [token(0, text.length)];
}

function tokensToLines(tokens: readonly Token[], height: number): readonly (readonly Token[])[] {
  const center = (token: Token): number => (token.top + token.bottom) / 2;
  const isTall = (token: Token): boolean => token.size > 1.8 * height;
  const lines: { tokens: Token[]; center: number; height: number }[] = [];
  const place = (token: Token): void => {
    const own = token.bottom - token.top;
    for (let index = lines.length - 1; index >= Math.max(0, lines.length - 4); index -= 1) {
      const line = lines[index];
      if (line !== undefined && Math.abs(line.center - center(token)) <= 0.5 * Math.min(line.height, own)) {
        line.tokens.push(token);
        line.center += (center(token) - line.center) / line.tokens.length;
        return;
      }
    }
    lines.push({ tokens: [token], center: center(token), height: own });
  };
  const ordered = tokens.toSorted(
    (first, second) => center(first) - center(second) || first.left - second.left,
  );
  for (const token of ordered) if (!isTall(token)) place(token);
  for (const token of ordered) {
    if (!isTall(token)) continue;
    const own = token.bottom - token.top;
    const line = lines.find(
      (other) =>
        Math.abs(other.center - center(token)) <= 0.3 * own &&
        other.tokens.some((one) => isTall(one) || one.left > token.right || one.right < token.left),
    );
    if (line === undefined) lines.push({ tokens: [token], center: center(token), height: own });
    else line.tokens.push(token);
  }
  return lines
    .sort(
      (first, second) =>
        first.center - second.center || (first.tokens[0]?.left ?? 0) - (second.tokens[0]?.left ?? 0),
    )
    .map((line) =>
      withoutOverprints(
        line.tokens.toSorted((first, second) => first.left - second.left || first.right - second.right),
      ),
    );
}

/** The same text printed twice on one place is one word. */
function withoutOverprints(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    const twin = kept
      .slice(-3)
      .some((other) => other.text === token.text && overlapInX(other, token) > 0.7 * widthOf(token));
    if (!twin) kept.push(token);
  }
  return kept;
}

function lineToRow(
  tokens: readonly Token[],
  page: number,
  index: number,
  height: number,
  verticals: readonly Span[],
): Row {
  const gaps = tokens.slice(1).flatMap((token, at) => {
    const gap = token.left - (tokens[at]?.right ?? 0);
    return gap > 0 && gap < height ? [gap] : [];
  });
  const size = medianOf(tokens.map((token) => token.size)) || height;
  const widest = Math.max(1.5 * Math.min(size, 1.5 * height), 3 * medianOf(gaps));
  const segments: Token[][] = [];
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    const isApart =
      before === undefined ||
      token.left - before.right > widest ||
      (token.left - before.right > 0.2 * height && isRuleBetween(before, token, verticals));
    if (isApart) segments.push([token]);
    else segments.at(-1)?.push(token);
  });
  const made = segments.map((own) => tokensToSegment(own, page, index));
  return {
    ...spanAround(made),
    page,
    index,
    segments: made,
    text: made.map((segment) => segment.text).join("  "),
  };
}

/** Rows up and down in which a column must show. */
const columnReach = 3;

/**
 * Parts segments that run over the border of two columns: addresses side by side whose longest lines almost touch.
 *
 * A word opens a segment of its own where segments of two near rows begin right above or below it, its own row's
 * neighbor likewise, and the space before it is wider than the others.
 */
function partAtColumns(rows: readonly Row[], height: number, page: number): readonly Row[] {
  const isAt = (left: number, row: Row | undefined, from: number): boolean =>
    row?.segments.some((segment, at) => at >= from && Math.abs(segment.left - left) < 0.15 * height) ?? false;
  return rows.map((row, index) => {
    const near = rows
      .slice(Math.max(0, index - columnReach), index + columnReach + 1)
      .filter((other) => other !== row && Math.abs(other.top - row.top) < 4.5 * height);
    const parted = row.segments.flatMap((segment) => {
      const gaps = segment.tokens.slice(1).map((token, at) => token.left - (segment.tokens[at]?.right ?? 0));
      const usual = medianOf(gaps);
      const cut = segment.tokens.findIndex(
        (token, at) =>
          at > 0 &&
          (gaps[at - 1] ?? 0) > 0.15 * height &&
          (gaps[at - 1] ?? 0) >= (segment.tokens.length > 2 ? 1.25 * usual : 0) &&
          near.filter((other) => isAt(segment.left, other, 0) && isAt(token.left, other, 1)).length >= 2,
      );
      return cut < 0
        ? [segment]
        : [segment.tokens.slice(0, cut), segment.tokens.slice(cut)].map((tokens) =>
            tokensToSegment(tokens, page, row.index),
          );
    });
    return parted.length === row.segments.length
      ? row
      : { ...row, segments: parted, text: parted.map((segment) => segment.text).join("  ") };
  });
}

function isRuleBetween(before: Token, after: Token, verticals: readonly Span[]): boolean {
  const middle = (before.top + before.bottom) / 2;
  return verticals.some(
    (rule) =>
      rule.left >= before.right - 0.001 &&
      rule.right <= after.left + 0.001 &&
      rule.top <= middle &&
      rule.bottom >= middle,
  );
}

/** A segment of some tokens of a row, in their order. */
export function tokensToSegment(tokens: readonly Token[], page: number, row: number): Segment {
  return {
    ...spanAround(tokens),
    tokens,
    text: textOf(tokens),
    bold: tokens.every((token) => token.bold),
    size: Math.max(...tokens.map((token) => token.size)),
    page,
    row,
  };
}

/** The printed words joined by one space. Parts of one word stay together. */
export function textOf(tokens: readonly Token[]): string {
  let text = "";
  tokens.forEach((token, index) => {
    const isSameWord = index > 0 && tokens[index - 1]?.word === token.word;
    text += index === 0 || isSameWord ? token.text : ` ${token.text}`;
  });
  return text;
}

export function medianOf(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((first, second) => first - second);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
