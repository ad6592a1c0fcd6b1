import type { Delivery, Unit } from "../../../../src-shared/model/index.ts";
import {
  decimalToText,
  isEqual,
  sum,
  type Decimal,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { conventionOfCells, numberOfCell } from "../sheets/exact-cells.ts";
import type { RecordTable } from "../sheets/record-table.ts";

/** A table with the records that were read from it. */
export interface ReadTable {
  readonly table: RecordTable;
  readonly deliveries: readonly Delivery[];
}

const fewestSummed = 2;

/**
 * Tables without those that only add up another: a sheet "Summary" of mixes and totals before the sheet of the tickets.
 *
 * Which one it is, its figures prove: a column of a table without days comes to what the dated rows of another count.
 */
export function withoutSummaries(tables: readonly ReadTable[]): readonly ReadTable[] {
  if (tables.length < 2) return tables;
  const sums = tables.map(({ deliveries }) => sumsOf(deliveries));
  return tables.filter(({ table, deliveries }, index) => {
    if (deliveries.length === 0 || deliveries.some(({ quantity }) => quantity === null) || isDated(table))
      return true;
    const others = sums.flatMap((known, other) => (other === index ? [] : known));
    const columns = others.length === 0 ? [] : columnSums(table);
    return !others.some((total) => columns.some((own) => isEqual(own, total)));
  });
}

const isDated = ({ columns }: RecordTable): boolean =>
  (["date", "timestamp", "start", "week", "period", "period-start"] as const).some((role) =>
    columns.has(role),
  );

/** What the dated records of a table come to in each of their units. */
function sumsOf(deliveries: readonly Delivery[]): readonly DecimalText[] {
  const byUnit = new Map<Unit | null, DecimalText[]>();
  for (const { date, quantity, unit } of deliveries)
    if (date !== null && quantity !== null) {
      const parts = byUnit.get(unit);
      if (parts === undefined) byUnit.set(unit, [quantity]);
      else parts.push(quantity);
    }
  return [...byUnit.values()]
    .filter((parts) => parts.length >= fewestSummed)
    .map((parts) => decimalToText(sum(parts)));
}

/** What each column of nothing but numbers comes to. */
function columnSums({ rows, header }: RecordTable): readonly Decimal[] {
  return header.flatMap((_, column) => {
    const cells = rows.flatMap(({ all }) => all[column] ?? []).filter(({ text }) => text !== "");
    const convention = conventionOfCells(cells);
    const numbers = cells.map((cell) => numberOfCell(cell, convention));
    const known = numbers.filter((value) => value !== null);
    return known.length > 0 && known.length === numbers.length ? [sum(known)] : [];
  });
}
