import { contentOf } from "./column-content.ts";
import type { GridCell } from "./grid.ts";

const lookedRows = 15;
const lookedBody = 60;
const fewestTitles = 3;
const mostly = 0.9;
const halfOfDays = 0.5;

/**
 * The row that heads a table though no list knows its titles: names without figures of their own, all different, over
 * at least two rows with a column of days or of readings on two days. `null` where there is none.
 */
export function unlistedHeader(rows: readonly (readonly GridCell[])[], from: number): number | null {
  for (let index = from; index < Math.min(rows.length, from + lookedRows); index += 1)
    if (heads(rows[index] ?? [], rows.slice(index + 1, index + 1 + lookedBody))) return index;
  return null;
}

/** "Stand 31.03.2026", "Reading 30 June 2026": a title that says of which day its numbers are. */
export const dayInTitle =
  /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.? \p{L}{3,10}\.? \d{4}|\d{4}-\d{2}-\d{2}/u;

function heads(row: readonly GridCell[], below: readonly (readonly GridCell[])[]): boolean {
  const titles = row.filter(({ text }) => text !== "");
  const isNamed = titles.every(
    ({ text, valueType }) =>
      valueType !== "number" &&
      valueType !== "date" &&
      valueType !== "date-time" &&
      text.length <= 40 &&
      (/\p{L}{2}/u.test(text) || /^(?:#|№|n[°º.]?)$/iu.test(text) || dayInTitle.test(text)) &&
      (!/\d{2}/.test(text) || dayInTitle.test(text)),
  );
  if (
    titles.length < fewestTitles ||
    !isNamed ||
    new Set(titles.map(({ text }) => text)).size < titles.length
  )
    return false;
  const end = below.findIndex((each) => each.every(({ text }) => text === ""));
  const body = end < 0 ? below : below.slice(0, end);
  if (body.length < 2) return false;
  const contents = row.map((_, column) => contentOf(body.flatMap((each) => each[column] ?? [])));
  const isFilled = contents.filter(({ filled }) => filled * 2 >= body.length).length >= fewestTitles;
  const hasDays = contents.some(({ date, filled }) => date >= mostly && filled >= 2);
  // What is still to come has a word in the place of its day, and no figures yet.
  const isPartlyDated =
    contents.some(
      ({ date, words, filled }) => date >= halfOfDays && date + words === 1 && filled * date >= 2,
    ) && contents.some(({ number, filled }) => number === 1 && filled >= 2);
  // "Service | Number of calls": names in one column, figures in another, on every row.
  const isCounted =
    body.length >= 2 &&
    contents.some(({ number, filled }) => number === 1 && filled === body.length) &&
    contents.some(
      ({ number, date, clock, verdict, filled }) =>
        number + date + clock + verdict <= 1 - mostly && filled === body.length,
    );
  const readings = row.filter(
    ({ text }, column) => dayInTitle.test(text) && (contents[column]?.number ?? 0) >= mostly,
  );
  return isFilled && (hasDays || isPartlyDated || isCounted || readings.length === 2);
}
