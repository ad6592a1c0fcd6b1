import type { Rule, SourcedText, Word } from "../../../../src-shared/model/index.ts";
import type { Vocabulary } from "./line-text.ts";
import { linesToSourcedText } from "./line-text.ts";
import type { Line } from "./lines.ts";
import { wordsToRows } from "./rows.ts";

/** A table drawn with rules: the places of its vertical and horizontal ones, in page fractions. */
export interface Grid {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly across: readonly number[];
  readonly down: readonly number[];
}

/** Page fractions within which rules meet, and which rules are one. */
const meeting = 0.008;
const same = 0.004;
const mostCells = 4_000;

/** Grids of at least two columns and two rows. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  const horizontal = rules.filter((rule) => rule.orientation === "horizontal");
  const vertical = rules.filter((rule) => rule.orientation === "vertical");
  if (horizontal.length < 3 || vertical.length < 3 || rules.length > 3_000) return [];
  const groups = groupCrossing(horizontal, vertical);
  return groups.flatMap((group) => {
    const across = distinct(group.horizontal.map((rule) => rule.box[1]));
    const down = distinct(group.vertical.map((rule) => rule.box[0]));
    const [top] = across;
    const [left] = down;
    const bottom = across.at(-1);
    const right = down.at(-1);
    if (top === undefined || left === undefined || bottom === undefined || right === undefined) return [];
    if (across.length < 3 || down.length < 3 || across.length * down.length > mostCells) return [];
    return [{ left, right, top, bottom, across, down }];
  });
}

interface RuleGroup {
  readonly horizontal: Rule[];
  readonly vertical: Rule[];
}

/** Rules that touch each other, directly or over others. */
function groupCrossing(horizontal: readonly Rule[], vertical: readonly Rule[]): RuleGroup[] {
  const parent = new Map<Rule, Rule>();
  const rootOf = (rule: Rule): Rule => {
    let root = rule;
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next;
    return root;
  };
  for (const flat of horizontal)
    for (const upright of vertical) {
      if (!touches(flat, upright)) continue;
      const one = rootOf(flat);
      const other = rootOf(upright);
      if (one !== other) parent.set(one, other);
    }
  const groups = new Map<Rule, RuleGroup>();
  for (const rule of [...horizontal, ...vertical]) {
    const root = rootOf(rule);
    let group = groups.get(root);
    if (group === undefined) groups.set(root, (group = { horizontal: [], vertical: [] }));
    group[rule.orientation].push(rule);
  }
  return [...groups.values()];
}

function touches(flat: Rule, upright: Rule): boolean {
  const [x, y, width] = flat.box;
  const [upX, upY, , height] = upright.box;
  return (
    upX >= x - meeting && upX <= x + width + meeting && y >= upY - meeting && y <= upY + height + meeting
  );
}

function distinct(places: readonly number[]): number[] {
  const kept: number[] = [];
  for (const place of places.toSorted((one, other) => one - other))
    if (kept.length === 0 || place - (kept.at(-1) ?? 0) > same) kept.push(place);
  return kept;
}

/** Words of lines sorted into the cells of a grid; empty rows and columns are left out. */
export function gridToRows(
  grid: Grid,
  lines: readonly Line[],
  vocabulary: Vocabulary,
): (SourcedText | null)[][] {
  const cells: Word[][][] = grid.across.slice(1).map(() => grid.down.slice(1).map(() => []));
  for (const word of lines.flatMap((line) => line.words)) {
    const row = placeIn(grid.across, word.box[1] + word.box[3] / 2);
    const column = placeIn(grid.down, word.box[0] + Math.min(word.box[2] / 2, 0.01));
    cells[row]?.[column]?.push(word);
  }
  const columns = grid.down
    .slice(1)
    .flatMap((_, index) => (cells.some((row) => (row[index]?.length ?? 0) > 0) ? [index] : []));
  return cells
    .filter((row) => row.some((cell) => cell.length > 0))
    .map((row) => columns.map((index) => cellText(row[index] ?? [], vocabulary)));
}

function cellText(words: readonly Word[], vocabulary: Vocabulary): SourcedText | null {
  if (words.length === 0) return null;
  return linesToSourcedText(
    wordsToRows(words).map((row) => row.words),
    vocabulary,
  );
}

function placeIn(edges: readonly number[], at: number): number {
  let place = 0;
  while (place < edges.length - 2 && at > (edges[place + 1] ?? 1)) place += 1;
  return place;
}
