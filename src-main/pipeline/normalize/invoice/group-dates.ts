import type { Layout, Row } from "./layout.ts";
import { numbersIn, tokensOf } from "./printed-row.ts";
import type { RawLine } from "./raw-line.ts";
import { findDateSpans, findPeriodSpans } from "./spans.ts";
import type { Conventions } from "./spans.ts";

/** One heading with a date may be the date of anything. */
const fewestHeadings = 2;
/** Words of a heading at most: "Delivery of 8 June 2026, note 66298". */
const mostWords = 10;
/** How many rows over the first item its heading may stand. */
const reach = 2;

/**
 * Lines under headings that each name a day ("Livraison du 08/06/2026 – BL 66298") are of that day, where they print
 * none of their own.
 */
export function withGroupDates(
  lines: readonly RawLine[],
  layout: Layout,
  conventions: Conventions,
): readonly RawLine[] {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return lines;
  if (lines.some(({ date, period }) => date !== null || period !== null)) return lines;
  const words = new Set(lines.flatMap(({ tokens }) => tokens));
  const headings = layout.rows
    .slice(Math.max(0, first.anchor.index - reach), last.anchor.index)
    .flatMap((row) => {
      if (row.segments.some(({ tokens }) => tokens.some((token) => words.has(token)))) return [];
      const date = dateOfHeading(row, conventions);
      return date === null ? [] : [{ row, date }];
    });
  if (headings.length < fewestHeadings) return lines;
  return lines.map((line) => {
    const heading = headings.findLast(({ row }) => row.index < line.anchor.index);
    return heading === undefined ? line : { ...line, date: heading.date };
  });
}

/** The only day that a row of few words and no money names. */
function dateOfHeading(row: Row, conventions: Conventions): RawLine["date"] {
  const tokens = tokensOf(row);
  if (row.segments.length > 2 || tokens.length > mostWords) return null;
  const [date, ...others] = findDateSpans(tokens, conventions);
  if (date === undefined || others.length > 0 || findPeriodSpans(tokens, conventions).length > 0) return null;
  const isPriced = numbersIn(row, conventions).some(
    ({ reading }) => reading.currency !== null || reading.decimals === 2,
  );
  return isPriced ? null : date;
}
