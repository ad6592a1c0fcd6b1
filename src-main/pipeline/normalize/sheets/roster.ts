import { isPersonText } from "../values/person-name.ts";
import type { ColumnRole } from "./column-roles.ts";
import type { GridCell } from "./grid.ts";
import type { RecordRow, RecordTable } from "./table-shape.ts";
import { withoutTimes } from "./title-key.ts";

const mostly = 0.6;
const fewestRows = 3;
/** Roles that a column of names may have been taken for. */
const free: ReadonlySet<ColumnRole> = new Set<ColumnRole>(["person", "role", "description"]);

/** "Day officer 06h00-18h00": what is left of a title without its times of day. */
const postOf = (title: string): string => withoutTimes(title).replace(/\s+/g, " ").trim();

/**
 * A plan of days with names below its posts ("Day officer | Night officer"): a turn for each name and post. `null` where
 * fewer than two columns hold names, or where a column counts what was done.
 */
export function rosterOf(table: RecordTable): RecordTable | null {
  if (table.mapping !== null || !table.columns.has("date") || table.rows.length < fewestRows) return null;
  if (
    table.measures.length > 0 ||
    ["quantity", "hours", "line-amount"].some((role) => table.columns.has(role as ColumnRole))
  )
    return null;
  const others = new Set([...table.columns].flatMap(([role, column]) => (free.has(role) ? [] : [column])));
  const posts = table.header.flatMap((title, column) =>
    title !== "" && !others.has(column) && holdsNames(table, column) ? [column] : [],
  );
  if (posts.length < 2) return null;
  const rows = table.rows.flatMap((row) =>
    posts.flatMap((column) => turnOf(row, column, table.header[column] ?? "")),
  );
  const columns = new Map<ColumnRole, number>(
    [...table.columns].filter(([role]) => !free.has(role) && role !== "task"),
  );
  const [first = 0] = posts;
  for (const role of ["person", "task", "quantity", "unit"] as const) columns.set(role, first);
  return { ...table, columns, rows, isRoster: true };
}

function holdsNames({ rows }: RecordTable, column: number): boolean {
  const filled = rows.map(({ all }) => all[column]?.text ?? "").filter((text) => text !== "");
  return (
    filled.length >= fewestRows &&
    filled.filter((text) => isPersonText(text)).length >= filled.length * mostly
  );
}

/** One turn: the name in its cell, the post in the title; words that are no name ("not posted") are none. */
function turnOf(row: RecordRow, column: number, title: string): readonly RecordRow[] {
  const person = row.all[column];
  if (person === undefined || !isPersonText(person.text)) return [];
  const said = (text: string): GridCell => ({ ...person, text, value: null, valueType: "text" });
  const cells = new Map<ColumnRole, GridCell>(
    [...row.cells].filter(([role]) => !free.has(role) && role !== "task"),
  );
  cells.set("person", person);
  cells.set("task", said(postOf(title)));
  cells.set("quantity", said("1"));
  cells.set("unit", said("shift"));
  return [{ cells, all: row.all }];
}
