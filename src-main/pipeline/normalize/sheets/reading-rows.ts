import { compare, decimalText } from "../../../../src-shared/money/index.ts";
import { parseUnit } from "../values/unit.ts";
import type { ColumnRole } from "./column-roles.ts";
import { readingNumber } from "./exact-cells.ts";
import { blankCell, type GridCell } from "./grid.ts";
import type { Measure } from "./measure-titles.ts";
import { titleKey } from "./title-key.ts";

/** What a counter shows, as a title: never what was used. */
const readingTitle =
  /\b(?:readings?|meter|counter|index|\w*zahler(?:stand)?|zahlerstande?|releves?|compteur|lecturas?|contador|letture|lettura|contatore|leituras?|(?:meter|teller)stand)\b/;
const readingWords = new RegExp(`${readingTitle.source}|\\b(?:total|current|closing|end)\\b`, "g");

/** Columns that say when, who or in which state, and not of which counter. */
const besideCounter: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "date",
  "timestamp",
  "period",
  "person",
  "notes",
  "status",
  "approved",
  "approved-by",
]);

type Rows = readonly (readonly GridCell[])[];
type Columns = ReadonlyMap<ColumnRole, number>;

/** Columns of what counters showed, one row for each day of reading: what was used lies between two rows. */
export function readingsInRows(
  header: readonly GridCell[],
  body: Rows,
  columns: Columns,
): readonly Measure[] {
  if (columns.has("reading-before") || columns.has("reading-after")) return [];
  if (!columns.has("date") && !columns.has("timestamp") && !columns.has("period")) return [];
  const readings = header.flatMap(({ text }, column) =>
    readingTitle.test(titleKey(text)) && body.every((row) => isReading(row[column])) ? [column] : [],
  );
  const chains = readings.length === 0 ? [] : [...chainsOf(body, columns, readings).values()];
  return readings.flatMap((column): readonly Measure[] => {
    if (!chains.some((chain) => chain.length > 1) || !chains.every((chain) => rises(chain, column)))
      return [];
    const title = header[column]?.text ?? "";
    const unit = /[([]([^)\]]+)[)\]]/.exec(title)?.[1];
    return [
      {
        column,
        counts: "quantity",
        title,
        unit: unit === undefined ? null : parseUnit(unit),
        of: titleKey(title)
          .replace(/[([][^)\]]*[)\]]/g, " ")
          .replace(readingWords, " ")
          .trim(),
        isReading: true,
      },
    ];
  });
}

/** Each row with the one before it at which the same counter was read; the first reading of a counter has none. */
export function previousReadings<Row extends { readonly all: readonly GridCell[] }>(
  rows: readonly Row[],
  columns: Columns,
  readings: readonly number[],
): ReadonlyMap<Row, Row> {
  const rowOf = new Map(rows.map((row) => [row.all, row]));
  const previous = new Map<Row, Row>();
  const body = rows.map(({ all }) => all);
  const column = readings[0] ?? 0;
  for (const chain of chainsOf(body, columns, readings).values()) {
    const inOrder = risesIn(chain, column) ? chain : chain.toReversed();
    for (const [index, cells] of inOrder.entries()) {
      const [row, before] = [rowOf.get(cells), rowOf.get(inOrder[index - 1] ?? [])];
      if (row !== undefined && before !== undefined) previous.set(row, before);
    }
  }
  return previous;
}

const isReading = (cell: GridCell | undefined): boolean =>
  cell === undefined || cell.text === "" || readingNumber(cell) !== null;

/** The rows of each counter, in the order in which they stand. */
function chainsOf(body: Rows, columns: Columns, readings: readonly number[]): ReadonlyMap<string, Rows> {
  const beside = new Set(
    [...columns].flatMap(([role, column]) =>
      besideCounter.has(role) || (role === "record-id" && areDistinct(body, column)) ? [column] : [],
    ),
  );
  const chains = new Map<string, (readonly GridCell[])[]>();
  for (const row of body) {
    const key = row
      .map(({ text }, column) => (beside.has(column) || readings.includes(column) ? "" : text.trim()))
      .join("|");
    const chain = chains.get(key) ?? [];
    if (chain.length === 0) chains.set(key, chain);
    chain.push(row);
  }
  return chains;
}

/** A number of each reading, and not that of its counter. */
const areDistinct = (body: Rows, column: number): boolean =>
  new Set(body.map((row) => row[column]?.text)).size === body.length;

/** Whether a counter only ever counted on, from the first row to the last or the other way round. */
const rises = (chain: Rows, column: number): boolean =>
  risesIn(chain, column) || risesIn(chain.toReversed(), column);

const zero = decimalText("0");

const risesIn = (chain: Rows, column: number): boolean =>
  chain.every((row, index) => {
    const [before, after] = [chain[index - 1]?.[column] ?? blankCell, row[column] ?? blankCell];
    return compare(readingNumber(before) ?? zero, readingNumber(after) ?? zero) <= 0;
  });
