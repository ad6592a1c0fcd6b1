import type { Page, ReadDocument } from "../../../../src-shared/model/index.ts";
import { withWholeFigures } from "./broken-figures.ts";
import { levelCells } from "./ruled-cells.ts";
import { isLeader, tokensToLines, wordToTokens } from "./token-lines.ts";
import { medianOf, spanAround } from "./token.ts";
import type { Span, Token } from "./token.ts";

export { greatestOf, leastOf, medianOf, overlapInX, spanAround, widthOf } from "./token.ts";
export type { Span, Token } from "./token.ts";

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

function layOutPage(page: Page, rows: Row[]): LaidPage {
  const { horizontals, verticals } = rulesOf(page);
  const printed = page.words
    .filter((word) => word.visible && word.text.trim() !== "")
    .flatMap((word) => wordToTokens(word, page.aspect))
    // Leaders lead the eye from a name to its figure and are no words.
    .filter((token) => !isLeader(token.text));
  const tokens = levelCells(printed, horizontals, verticals);
  const height = medianOf(tokens.map((token) => token.size)) || 0.012;
  const first = rows.length;
  for (const line of tokensToLines(tokens, height)) {
    rows.push(lineToRow(withWholeFigures(line), page.number, rows.length, height, verticals));
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
          (((gaps[at - 1] ?? 0) >= (segment.tokens.length > 2 ? 1.25 * usual : 0) &&
            near.filter((other) => isAt(segment.left, other, 0) && isAt(token.left, other, 1)).length >= 2) ||
            // A name in large letters beside a column in small ones: the letters tell the two apart.
            (isSmallerThan(segment.tokens[at - 1], token) &&
              near.filter((other) => isAt(token.left, other, 0)).length >= 2)),
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

/** Whether a word stands in plainly smaller letters than the one before it. */
const isSmallerThan = (before: Token | undefined, token: Token): boolean =>
  before !== undefined && before.size > 1.35 * token.size;

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

/** "Avant-" over "projet": a word that broke at its hyphen; "Ein- und Ausbau" did not. */
function isBroken(before: Token | undefined, token: Token): boolean {
  if (token.goesOn === true) return true;
  return (
    before !== undefined &&
    token.top >= before.bottom - 0.3 * token.size &&
    /\p{L}{2}-$/u.test(before.text) &&
    /^\p{Ll}{2}/u.test(token.text) &&
    !/^(?:und|oder|bzw|et|ou|and|or|en|of|y|o|e|ed|od)\b/.test(token.text)
  );
}

/** The printed words joined by one space. Parts of one word stay together, and those of a word that broke at its hyphen. */
export function textOf(tokens: readonly Token[]): string {
  let text = "";
  tokens.forEach((token, index) => {
    const isSameWord = index > 0 && tokens[index - 1]?.word === token.word;
    text += index === 0 || isSameWord || isBroken(tokens[index - 1], token) ? token.text : ` ${token.text}`;
  });
  return text;
}

/** The words as their second readings say, where there are any; `null` otherwise. */
export function otherTextOf(tokens: readonly Token[]): string | null {
  if (!tokens.some(({ other }) => other !== undefined)) return null;
  return textOf(tokens.map((token) => ({ ...token, text: token.other ?? token.text })));
}
