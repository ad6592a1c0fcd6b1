import type { Dialect } from "./delimited-rows.ts";
import { parseDelimited } from "./delimited-rows.ts";

const delimiters = [",", ";", "\t", "|"] as const;
const sampleLength = 64 * 1024;
const sampleRows = 400;
/** A number, date, time, percent, amount with a sign or code, or nothing: what cells of a table look like. */
const typedCell =
  /^(?:|[-+(]?\p{Sc}?\s?\d[\d.,' \u00A0\u202F]*\)?\s?(?:%|\p{Sc}|[A-Z]{3})?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ]\d{1,2}:\d{2}\S*)?|\d{1,2}:\d{2}(?::\d{2})?|true|false|yes|no|[^\s@]+@[^\s@]+)$/iu;
const wordsCell = /^[\p{L}\p{N}][^\n\r]{0,80}$/u;

/** A dialect with its score: consistency of row lengths times the share of cells that look like cells. */
export interface ScoredDialect {
  readonly dialect: Dialect;
  readonly score: number;
}

/** Before a table of MYOB stands a line of braces; its fields are parted by tabs, whatever the file is called. */
const bracesAboveTabs = /^\{\}[^\S\r\n]*(?:\r\n|\n|\r)(?=[^\r\n]*\t[^\r\n]*\t)/u;

/** The dialect that a first line `sep=;` or `{}` declares, and the text behind that line. */
export function declaredDialect(text: string): { readonly dialect: Dialect; readonly rest: string } | null {
  const braces = bracesAboveTabs.exec(text);
  if (braces !== null)
    return { dialect: { delimiter: "\t", quote: '"' }, rest: text.slice(braces[0].length) };
  const match = /^"?sep=(.)"?[^\S\r\n]*(?:\r\n|\n|\r)/iu.exec(text);
  const delimiter = match?.[1];
  if (match === null || delimiter === undefined) return null;
  return { dialect: { delimiter, quote: '"' }, rest: text.slice(match[0].length) };
}

/**
 * The most consistent dialect of a text. Ties go to the comma, then the semicolon, the tab and the bar.
 *
 * Source: the principle of van den Burg et al., "Wrangling messy CSV files by detecting row and type patterns".
 */
export function detectDialect(text: string): ScoredDialect {
  const sample = wholeLines(text);
  let best: ScoredDialect = { dialect: { delimiter: ",", quote: '"' }, score: 0 };
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue;
    for (const quote of ['"', ""]) {
      if (quote === "" && !sample.includes('"')) continue;
      const dialect = { delimiter, quote };
      const score = scoreOf(sample, dialect);
      if (score > best.score + 1e-9) best = { dialect, score };
    }
  }
  return best;
}

function wholeLines(text: string): string {
  if (text.length <= sampleLength) return text;
  const cut = text.slice(0, sampleLength);
  return cut.slice(0, Math.max(cut.lastIndexOf("\n"), cut.lastIndexOf("\r")) + 1) || cut;
}

function scoreOf(sample: string, dialect: Dialect): number {
  const parsed = parseDelimited(sample, dialect, sampleRows * 40);
  if (parsed.openQuote && sample.length < sampleLength) return 0;
  const rows = parsed.rows.filter((row) => row.length > 1 || row[0] !== "").slice(0, sampleRows);
  if (rows.length === 0) return 0;
  const countByLength = new Map<number, number>();
  let typed = 0;
  let cells = 0;
  for (const row of rows) {
    countByLength.set(row.length, (countByLength.get(row.length) ?? 0) + 1);
    for (const cell of row) {
      cells += 1;
      const trimmed = cell.trim();
      if (typedCell.test(trimmed)) typed += 1;
      else if (wordsCell.test(trimmed)) typed += 0.8;
      else typed += 0.3;
    }
  }
  let pattern = 0;
  for (const [length, count] of countByLength) pattern += (count * (length - 1)) / length;
  return (pattern / countByLength.size / rows.length) * (typed / cells);
}
