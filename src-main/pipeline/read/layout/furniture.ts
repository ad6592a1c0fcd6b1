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
  const pagesByPlace = new Map<string, Set<number>>();
  for (const [page, lines] of pages.entries())
    for (const line of lines) {
      if (!isOuter(line)) continue;
      const place = placeOf(line, 0);
      const same = pagesByPlace.get(place);
      if (same === undefined) pagesByPlace.set(place, new Set([page]));
      else same.add(page);
    }
  const share = pages.length >= 6 ? alternatingShare : repeatedShare;
  const needed = Math.max(2, Math.ceil(pages.length * share));
  const known = new Map<string, boolean>();
  const repeats = (line: Line): boolean => {
    if (!isOuter(line)) return false;
    const place = placeOf(line, 0);
    const answer = known.get(place);
    if (answer !== undefined) return answer;
    const on = new Set<number>();
    for (const step of [-1, 0, 1])
      for (const page of pagesByPlace.get(placeOf(line, step)) ?? []) on.add(page);
    known.set(place, on.size >= needed);
    return on.size >= needed;
  };
  for (const lines of pages) {
    for (const line of lines) {
      if (line.top > outerPart || !repeats(line)) break;
      found.set(line, "header");
    }
    for (const line of lines.toReversed()) {
      if (line.bottom < 1 - outerPart || !repeats(line)) break;
      found.set(line, "footer");
    }
  }
  return found;
}

/** Rows of a table can stand at the same height on many pages too: a line with an amount is never furniture. */
const isOuter = (line: Line): boolean =>
  (line.top <= outerPart || line.bottom >= 1 - outerPart) && !/\d[.,]\d{2}(?!\d)/u.test(line.text);

/** What a line says and about where: the same on pages where it runs along. */
const placeOf = (line: Line, step: number): string =>
  `${Math.round(line.top / sameHeight) + step} ${keyOf(line)}`;

/** Digits and roman page numbers change from page to page. */
function keyOf(line: Line): string {
  return line.text
    .toLowerCase()
    .replaceAll(/\d+/gu, "#")
    .replace(/(^|[\s-])[ivxl]{1,6}(?=[\s-]|$)/u, "$1#");
}
