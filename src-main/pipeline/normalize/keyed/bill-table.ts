import type { RecordTree } from "../../../../src-shared/records/index.ts";
import { addDays, type LocalDate } from "../../../../src-shared/time/index.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import type { GridCell } from "../sheets/grid.ts";
import type { RecordRow, RecordTable } from "../sheets/record-table.ts";
import { parsePeriod } from "../values/period.ts";
import { headOf, type BillHead, type HeadValue } from "./bill-head.ts";
import { namesBill } from "./key-roles.ts";
import { linesOf, type LineCells } from "./line-list.ts";
import type { LeafCells } from "./value-cell.ts";

/** A bill of a tree as tables: its lines, each with what the bill says once, and what it says once alone. */
export interface BillTables {
  readonly lines: RecordTable;
  readonly head: RecordTable;
}

const periodRoles: readonly ColumnRole[] = ["period-start", "period-end"];

/**
 * A bill of a tree in the form in which exports are read.
 *
 * `null` where the element is no bill: it must be named one, have a number or a day, and lines with sums.
 *
 * @param isNamed whether something around the element names it a bill
 */
export function billTables(
  leaves: LeafCells,
  bill: RecordTree,
  isNamed: boolean,
  asOf: LocalDate,
): BillTables | null {
  const head = withPeriod(headOf(leaves, bill, asOf), asOf);
  if (!head.has("invoice-number") && !head.has("issue-date")) return null;
  if (!isNamed && !namesItself(head)) return null;
  const lines = linesOf(leaves, bill);
  if (lines.length === 0) return null;
  const once = new Map([...head].map(([role, { cell }]) => [role, cell]));
  return { lines: tableOf(bill.name, joined(once, lines)), head: tableOf(bill.name, [once]) };
}

const namesItself = (head: BillHead): boolean =>
  namesBill(head.get("invoice-number")?.key ?? "") ||
  namesBill(head.get("document-kind")?.cell.text.toLowerCase() ?? "");

/** What lines say themselves goes before what their bill says; a span of time is taken from one of the two only. */
function joined(once: LineCells, lines: readonly LineCells[]): readonly LineCells[] {
  const ownPeriods = lines.some((line) => periodRoles.some((role) => line.has(role)));
  const shared = [...once].filter(([role]) => !(ownPeriods && periodRoles.includes(role)));
  return lines.map((line) => new Map([...shared, ...line]));
}

/** "2026-10", "1 to 31 October 2026": a span of time in one value, as its first and its last day. */
function withPeriod(head: BillHead, asOf: LocalDate): BillHead {
  const told = head.get("period");
  const span =
    told === undefined ? null : parsePeriod(told.cell.text.replace("/", " - "), { order: null, asOf });
  const period = span?.value ?? null;
  if (told === undefined || period === null || head.has("period-start")) return head;
  const day = (value: LocalDate): HeadValue => ({
    ...told,
    cell: { ...told.cell, value, valueType: "date" },
  });
  return new Map([
    ...head,
    ["period-start", day(period.start)],
    ["period-end", day(addDays(period.end, -1))],
  ]);
}

function tableOf(name: string, rows: readonly LineCells[]): RecordTable {
  const roles = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return {
    name,
    columns: new Map(roles.map((role, column) => [role, column])),
    titles: new Map(roles.map((role) => [role, role])),
    header: roles,
    measures: [],
    rows: rows.map((cells): RecordRow => ({ cells, all: [...cells.values()] satisfies readonly GridCell[] })),
    totals: [],
    above: [],
    progress: null,
    mapping: null,
  };
}
