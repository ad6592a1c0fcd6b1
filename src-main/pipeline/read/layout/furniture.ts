import type { Line } from "./lines.ts";

/** Share of the pages on which a line must come back, and how far it may move, as a share of the page. */
const repeatedShare = 0.6;
const alternatingShare = 0.4;
const sameHeight = 0.012;
/** Running heads lie in the outer parts of a page. */
const outerPart = 0.2;

/** Lines that run along at the head or foot of the pages, by line. */
export function findFurniture(pages: readonly (readonly Line[])[]): ReadonlyMap<Line, "header" | "footer"> {
  const found = new Map<Line, "header" | "footer">();
  if (pages.length < 2) return found;
  const occurrences = new Map<string, { line: Line; page: number }[]>();
  for (const [page, lines] of pages.entries())
    for (const line of lines) {
      const key = keyOf(line);
      const same = occurrences.get(key);
      if (same === undefined) occurrences.set(key, [{ line, page }]);
      else same.push({ line, page });
    }
  const needed = Math.max(
    2,
    Math.ceil(pages.length * (pages.length >= 6 ? alternatingShare : repeatedShare)),
  );
  for (const lines of pages) {
    const at = (line: Line): boolean => repeats(line, occurrences.get(keyOf(line)) ?? [], needed);
    for (const line of lines) {
      if (line.top > outerPart || !at(line)) break;
      found.set(line, "header");
    }
    for (const line of lines.toReversed()) {
      if (line.bottom < 1 - outerPart || !at(line)) break;
      found.set(line, "footer");
    }
  }
  return found;
}

/** Digits and roman page numbers change from page to page. */
function keyOf(line: Line): string {
  return line.text
    .toLowerCase()
    .replaceAll(/\d+/gu, "#")
    .replace(/(^|[\s-])[ivxl]{1,6}(?=[\s-]|$)/u, "$1#");
}

function repeats(line: Line, others: readonly { line: Line; page: number }[], needed: number): boolean {
  const pages = new Set<number>();
  for (const other of others) if (Math.abs(other.line.top - line.top) <= sameHeight) pages.add(other.page);
  return pages.size >= needed;
}
