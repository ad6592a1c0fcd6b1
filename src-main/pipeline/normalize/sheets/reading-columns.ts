import {
  absolute,
  compare,
  decimalText,
  isNegative,
  isZero,
  subtract,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { contentOf } from "./column-content.ts";
import type { Taken } from "./content-columns.ts";
import { conventionOfCells, numberOfCell } from "./exact-cells.ts";
import type { GridCell } from "./grid.ts";
import { rankByWords } from "./title-meanings.ts";
import { titleKey } from "./title-key.ts";
import { dayInTitle } from "./unlisted-header.ts";

const mostlyNumbers = 0.9;

/** Readings before and after that no title names as such, where the days in their titles or their figures prove them. */
export function takeReadings(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  taken: Taken,
): void {
  if (taken.has("reading-before") && taken.has("reading-after")) return;
  const found = datedReadings(header, body, taken) ?? chainedReadings(header, body, taken);
  if (found === null) return;
  const [before, after] = found;
  for (const [role, { column }] of taken) if (found.includes(column)) taken.delete(role);
  taken.set("reading-before", { column: before, rank: rankByWords });
  taken.set("reading-after", { column: after, rank: rankByWords });
}

type Readings = readonly [before: number, after: number];

const isNumbers = (body: readonly (readonly GridCell[])[], column: number): boolean =>
  contentOf(body.flatMap((row) => row[column] ?? [])).number >= mostlyNumbers;

/** "Stand 31.03.2026 | Stand 30.06.2026": the same reading on two days. */
function datedReadings(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  taken: Taken,
): Readings | null {
  const used = new Set([...taken.values()].map(({ column }) => column));
  const readings = header.flatMap(({ text }, column) => {
    const day = dayInTitle.exec(text)?.[0];
    return day === undefined || !isNumbers(body, column) || used.has(column)
      ? []
      : [{ column, of: text.replace(day, "").trim() }];
  });
  const [first, second] = readings;
  return readings.length !== 2 || first === undefined || second === undefined || first.of !== second.of
    ? null
    : [first.column, second.column];
}

const fewestLinks = 2;
/** What a counter shows is many times what one row adds to it; sums that begin at nothing are no readings. */
const fewestShown = decimalText("100");
/** What a counter says may be in its role's column, or in one that its title was taken for by its words. */
const counterRoles: ReadonlySet<string> = new Set([
  "reading-before",
  "reading-after",
  "quantity",
  "start",
  "end",
]);
const mostColumns = 20;

/**
 * A counter that goes on from row to row: what stands in the second column is what the next row begins with in the
 * first, and the titles share a word ("Km out | Km home"). Such figures count nothing by themselves.
 */
function chainedReadings(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  taken: Taken,
): Readings | null {
  const used = new Set([...taken].flatMap(([role, { column }]) => (counterRoles.has(role) ? [] : [column])));
  const columns = header.flatMap((cell, column) =>
    cell.text !== "" && !used.has(column) && isNumbers(body, column) ? [column] : [],
  );
  if (columns.length > mostColumns) return null;
  const rows = body.filter((row) => row.some(({ text }) => text !== ""));
  const numbers = new Map(columns.map((column) => [column, numbersOf(rows, column)] as const));
  for (const before of columns)
    for (const after of columns)
      if (
        before !== after &&
        sharesWord(header[before]?.text ?? "", header[after]?.text ?? "") &&
        isChained(numbers.get(before) ?? [], numbers.get(after) ?? [])
      )
        return [before, after];
  return null;
}

function numbersOf(rows: readonly (readonly GridCell[])[], column: number): readonly (DecimalText | null)[] {
  const convention = conventionOfCells(rows.flatMap((row) => row[column] ?? []));
  return rows.map((row) => (row[column] === undefined ? null : numberOfCell(row[column], convention)));
}

const wordsOf = (title: string): readonly string[] => titleKey(title).split(/[^\p{L}]+/u);

const sharesWord = (one: string, other: string): boolean =>
  wordsOf(one).some((word) => word.length > 1 && wordsOf(other).includes(word));

function isChained(
  befores: readonly (DecimalText | null)[],
  afters: readonly (DecimalText | null)[],
): boolean {
  let [links, possible] = [0, 0];
  for (const [row, before] of befores.entries()) {
    const after = afters[row] ?? null;
    if (before === null || after === null) continue;
    const added = subtract(after, before);
    if (isNegative(added) || compare(after, fewestShown) < 0) return false;
    const next = befores[row + 1] ?? null;
    if (next === null) continue;
    possible += 1;
    if (isZero(absolute(subtract(next, after)))) links += 1;
  }
  return links >= fewestLinks && links * 2 >= possible;
}
