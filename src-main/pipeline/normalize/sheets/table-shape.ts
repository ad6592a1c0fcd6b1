import type { TableMapping } from "../../../../src-shared/model/index.ts";
import type { ColumnRole } from "./column-roles.ts";
import type { GridCell } from "./grid.ts";
import type { ProgressColumns } from "./progress-columns.ts";
import type { Measure } from "./measure-titles.ts";

/** One data row, by role; a role that has no column or a blank cell is absent. */
export interface RecordRow {
  readonly cells: ReadonlyMap<ColumnRole, GridCell>;
  readonly all: readonly GridCell[];
}

/** A header row with its records, and the label-value pairs printed above it. */
export interface RecordTable {
  readonly name: string;
  readonly columns: ReadonlyMap<ColumnRole, number>;
  /** Printed header by role. */
  readonly titles: ReadonlyMap<ColumnRole, string>;
  /** All printed headers, in order. */
  readonly header: readonly string[];
  /** Columns that count what was done; none where a mapping says what each column is. */
  readonly measures: readonly Measure[];
  readonly rows: readonly RecordRow[];
  /** Total rows: labeled, or numbers without keys. They are no records. */
  readonly totals: readonly RecordRow[];
  readonly above: readonly (readonly GridCell[])[];
  /** The columns of progress before, in this period and to date; `null` for a table without them. */
  readonly progress: ProgressColumns | null;
  /** Each row is a turn that somebody had, out of a plan with names below days and posts. */
  readonly isRoster?: true;
  /** How the columns are known: by a preset or by what a person mapped; `null` where their titles were guessed. */
  readonly mapping: TableMapping | null;
}
