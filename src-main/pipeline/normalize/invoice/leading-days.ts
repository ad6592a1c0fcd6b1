import { parseMonth } from "../values/index.ts";
import type { Token } from "./layout.ts";
import { tokensOf } from "./printed-row.ts";
import type { RawLine } from "./raw-line.ts";
import { findDateSpans } from "./spans.ts";
import type { Conventions } from "./spans.ts";

/** One line that opens with a day may name the day of anything. */
const fewestLines = 2;

/**
 * Lines without a column of dates whose words all open with a day ("03.09. Mediation", "12 Oct Site visit") are of that day,
 * and it is no part of what they describe.
 */
export function withLeadingDays(lines: readonly RawLine[], conventions: Conventions): readonly RawLine[] {
  const isOpen = lines.every(
    ({ date, dayWords, period }) => date === null && dayWords.length === 0 && period === null,
  );
  if (lines.length < fewestLines || !isOpen) return lines;
  const dated = lines.map((line) => withDayAhead(line, conventions) ?? withDayOfRow(line, conventions));
  return dated.every((line) => line !== null) ? dated : lines;
}

/** A line with the day that its description opens with; `null` where it opens with none. */
function withDayAhead(line: RawLine, conventions: Conventions): RawLine | null {
  const length = dayAhead(line.description, conventions);
  if (length === 0) return null;
  const words = line.description.slice(0, length);
  const [date] = findDateSpans(words, conventions);
  return {
    ...line,
    description: line.description.slice(length),
    date: date ?? null,
    dayWords: date === undefined ? words : [],
  };
}

/** A line with the whole date that its row opens with, in a column that is none of its own: "07/06/26 KLM". */
function withDayOfRow(line: RawLine, conventions: Conventions): RawLine | null {
  const words = tokensOf(line.anchor);
  const [date] = findDateSpans(words, conventions);
  return date !== undefined && date.tokens[0] === words[0] ? { ...line, date } : null;
}

/** How many words of a description are a day that stands before others; 0 for none. "1.2" may be a position. */
function dayAhead(words: readonly Token[], conventions: Conventions): number {
  const [date] = findDateSpans(words, conventions);
  const isFull = date !== undefined && words[0] === date.tokens[0] && date.tokens.length <= 4;
  const [first, second] = words.map(({ text }) => text);
  const isShort = isDayOfYear(first ?? "");
  const isNamed = /^\d{1,2}\.?$/.test(first ?? "") && parseMonth(second ?? "") !== null;
  const length = isFull ? date.tokens.length : isShort ? 1 : isNamed ? 2 : 0;
  return words.length > length ? length : 0;
}

/** "03.09.", "04/05": a day and a month in either order; "16/32" is a grading of gravel. */
function isDayOfYear(text: string): boolean {
  const [, one, two] = /^(\d{1,2})\.(\d{1,2})\.$/.exec(text) ?? /^(\d{2})[./](\d{2})$/.exec(text) ?? [];
  const parts = [Number(one), Number(two)];
  return Math.min(...parts) >= 1 && Math.min(...parts) <= 12 && Math.max(...parts) <= 31;
}
