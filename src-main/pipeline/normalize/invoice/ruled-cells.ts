import { leastOf, medianOf, widthOf } from "./token.ts";
import type { Span, Token } from "./token.ts";

/** Rules of a page at most that are looked at: a drawing has thousands. */
const mostRules = 400;
/** Lines of a cell at most that are moved: taller cells hold a text. */
const mostLines = 6;
/** White beside the words of a cell at most, on both sides together, where a word took all its width; in letter sizes. */
const padding = 1.8;
/** How much of a line two lines share at most that no reader takes for one, and at least where they are not apart. */
const shared = { most: 0.75, least: 0.05 } as const;

/** The words of one ruled cell by its lines. */
interface Cell {
  readonly left: number;
  readonly right: number;
  readonly lines: readonly (readonly Token[])[];
}

/**
 * Words in ruled cells with their lines at one height: cells that are set in the middle of their row stand half a line
 * apart from their neighbors, and no line of the page is then one of the table. What broke within a word at the edge of
 * its cell is one word again. Words outside of cells, and cells whose lines are level, stay as they are.
 */
export function levelCells(
  tokens: readonly Token[],
  horizontals: readonly Span[],
  verticals: readonly Span[],
): readonly Token[] {
  if (horizontals.length < 2 || verticals.length < 2 || horizontals.length + verticals.length > mostRules)
    return tokens;
  const moved = new Map<Token, Token>();
  for (const cells of bandsOf(tokens, horizontals, verticals)) {
    for (const cell of cells) for (const [token, own] of rejoined(cell)) moved.set(token, own);
    if (cells.some(({ lines }) => lines.length > mostLines) || areLevel(cells)) continue;
    const tallest = cells.reduce((one, two) => (two.lines.length > one.lines.length ? two : one));
    const tops = tallest.lines.map((line) => leastOf(line.map(({ top }) => top)));
    for (const { lines } of cells)
      lines.forEach((line, at) => {
        const shift = (tops[at] ?? 0) - leastOf(line.map(({ top }) => top));
        for (const token of line) {
          const own = moved.get(token) ?? token;
          moved.set(token, { ...own, top: own.top + shift, bottom: own.bottom + shift });
        }
      });
  }
  return moved.size === 0 ? tokens : tokens.map((token) => moved.get(token) ?? token);
}

/**
 * The cells with words in them that stand between the same two rules, band by band; bands of one cell are none.
 *
 * Cells of which one reaches over another are no row of a table: a frame around the page, and panels within it.
 */
function bandsOf(
  tokens: readonly Token[],
  horizontals: readonly Span[],
  verticals: readonly Span[],
): readonly (readonly Cell[])[] {
  const bands = new Map<string, Map<number, { left: number; right: number; tokens: Token[] }>>();
  for (const token of tokens) {
    const [x, y] = [(token.left + token.right) / 2, (token.top + token.bottom) / 2];
    const flat = horizontals.filter(({ left, right }) => left <= x && right >= x).map(({ top }) => top);
    const upright = verticals.filter(({ top, bottom }) => top <= y && bottom >= y).map(({ left }) => left);
    const sides = [before(flat, y), behind(flat, y), before(upright, x), behind(upright, x)] as const;
    const [top, bottom, left, right] = sides;
    if (top === null || bottom === null || left === null || right === null) continue;
    const key = `${placeOf(top)} ${placeOf(bottom)}`;
    const band = bands.get(key) ?? new Map<number, never>();
    bands.set(key, band);
    const cell = band.get(placeOf(left)) ?? { left, right, tokens: [] };
    band.set(placeOf(left), cell);
    cell.tokens.push(token);
  }
  return [...bands.values()]
    .filter((band) => band.size > 1)
    .map((band) => [...band.values()].toSorted((one, two) => one.left - two.left))
    .filter((cells) => cells.every(({ right }, at) => right <= (cells[at + 1]?.left ?? right) + sameRule))
    .map((cells) => cells.map(({ left, right, tokens: own }) => ({ left, right, lines: linesOf(own) })));
}

/** Rules that are drawn as one stand within a ten-thousandth of the page. */
const sameRule = 0.0001;
const placeOf = (place: number): number => Math.round(place / sameRule);

const before = (places: readonly number[], at: number): number | null => {
  const own = places.filter((place) => place < at);
  return own.length === 0 ? null : Math.max(...own);
};

const behind = (places: readonly number[], at: number): number | null => {
  const own = places.filter((place) => place >= at);
  return own.length === 0 ? null : Math.min(...own);
};

function linesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const lines: Token[][] = [];
  for (const token of tokens.toSorted(
    (one, two) => one.top + one.bottom - two.top - two.bottom || one.left - two.left,
  )) {
    const last = lines.at(-1)?.[0];
    const isSame =
      last !== undefined &&
      Math.abs(last.top + last.bottom - token.top - token.bottom) / 2 <
        0.5 * Math.min(last.bottom - last.top, token.bottom - token.top);
    if (isSame) lines.at(-1)?.push(token);
    else lines.push([token]);
  }
  return lines.map((line) => line.toSorted((one, two) => one.left - two.left));
}

/** Whether no line of a cell stands half beside one of another cell. */
function areLevel(cells: readonly Cell[]): boolean {
  const spans = cells.map(({ lines }) =>
    lines.flatMap(([first]) => (first === undefined ? [] : [{ top: first.top, bottom: first.bottom }])),
  );
  return spans.every((own, at) =>
    spans.slice(at + 1).every((others) =>
      own.every((one) =>
        others.every((two) => {
          const overlap = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
          const part = overlap / Math.min(one.bottom - one.top, two.bottom - two.top);
          return part <= shared.least || part >= shared.most;
        }),
      ),
    ),
  );
}

/** "18/10/202" over "6": the words behind the first of a number that took the whole width of its cell, as parts of it. */
function rejoined({ left, right, lines }: Cell): readonly (readonly [Token, Token])[] {
  const letter = medianOf(lines.flat().map((token) => widthOf(token) / token.text.length));
  return lines.slice(1).flatMap(([next], at): readonly (readonly [Token, Token])[] => {
    const [last, ...more] = lines[at] ?? [];
    if (last === undefined || next === undefined || more.length > 0) return [];
    const isFull = right - left - widthOf(last) < padding * last.size + letter;
    const isNumber =
      /^[A-Z\d/.-]*\d[A-Z\d/.-]*$/.test(last.text) && /^[A-Z\d/.-]+$/.test(next.text) && /\d/.test(next.text);
    return isFull && isNumber ? [[next, { ...next, goesOn: true }]] : [];
  });
}
