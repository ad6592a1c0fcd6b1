import type { ParagraphBlock, SourcedText } from "../../../../../src-shared/model/index.ts";
import { sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";

/**
 * A paragraph whose lines are rows of their own (labels, leaders, items) is several; wrapped text stays one.
 *
 * Breaks that the text itself has say more than the ends of printed lines.
 */
export function splitLines(block: ParagraphBlock, hasOwnBreaks: boolean): readonly SourcedText[] {
  if (!block.text.includes("\n")) return [block];
  const lines: { start: number; end: number }[] = [];
  for (const match of block.text.matchAll(/[^\n]+/g))
    lines.push({ start: match.index, end: match.index + match[0].length });
  const longest = Math.max(...lines.map((line) => line.end - line.start));
  const short = hasOwnBreaks ? Math.max(40, longest * 0.6) : longest * 0.62;
  const parts: { start: number; end: number }[] = [];
  for (const line of lines) {
    const before = parts.at(-1);
    if (before !== undefined && !startsAnew(block.text, before, line, longest, short)) before.end = line.end;
    else parts.push({ ...line });
  }
  return parts.length === 1 ? [block] : parts.map((part) => sliceSourcedText(block, part.start, part.end));
}

/** Whether a line begins something new rather than going on with the line before it. */
function startsAnew(
  text: string,
  before: { start: number; end: number },
  line: { start: number; end: number },
  longest: number,
  short: number,
): boolean {
  const above = text.slice(before.start, before.end);
  const lastLine = above.slice(above.lastIndexOf("\n") + 1).trim();
  const here = text.slice(line.start, line.end).trim();
  if (/^[•·*–-] /.test(here)) return true;
  // "(30) days" at the start of a wrapped line goes on; a mark opens after an end, or before a capital.
  if (
    /^(?:\(?[a-z\d]{1,3}[.)] |\d+\.\d+\.? )/i.test(here) &&
    (/(?:[.:;,]|\b(?:and|or|und|et))$/.test(lastLine) || /^\S+ ["(]?[\p{Lu}$€£]/u.test(here))
  )
    return true;
  // What a colon announces begins on the line below it.
  if (lastLine.endsWith(":") && here.length < 90) return true;
  // A label or a price that closes one line, and a name that opens the next, are rows.
  if (isPriceRow(lastLine) && isPriceRow(here)) return true;
  if (
    /^[\p{Lu}][\p{L}\d #/&.'-]{1,32}: ?\S/u.test(here) ||
    (/^[\p{Lu}][\p{L}\d #/&.'-]{1,32}: ?\S/u.test(lastLine) &&
      /^[\p{Lu}\d$€£]/u.test(here) &&
      lastLine.length < longest * 0.8)
  )
    return true;
  if (/\.{4,}| {3,}|\t/.test(here) && /\d/.test(here)) return true;
  if (/\.{4,}| {3,}|\t/.test(lastLine)) return true;
  const isShort = lastLine.length < short;
  return isShort && /^[\p{Lu}\d$€£"(]/u.test(here);
}

/** "Print files for 6 sizes: $150 each", "Booklets, 16 pages: Rs. 420.00 per 100", "Stage 3 Developed design £13,500": a line that ends in its price. */
const isPriceRow = (line: string): boolean =>
  line.length < 90 &&
  /^[\p{Lu}\d•·–-]/u.test(line) &&
  /(?:(?:[$€£₹]|(?<![\p{L}\d])(?:Rs\.?|R|INR|CHF|CAD|AUD|NZD|ZAR)) ?\d[\d.,]*|\d[\d.,]* ?(?:€|EUR|USD|GBP|CHF|%))(?: ?(?:\/ ?|per |each\b|je |pro |par |an? )[\p{L}\d ,.]{0,24})?[.,;]?$/u.test(
    line,
  );
