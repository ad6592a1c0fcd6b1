import type { MappedKind, TableField } from "./table-mapping.ts";

/** A cell of a mapped column that does not hold what the column should. */
export interface CellFault {
  /** Row of the table, 0 for the first below the titles. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly fault: "no-number" | "open-number" | "no-date" | "open-date";
}

export interface ColumnSketch {
  readonly title: string;
  /** What it is taken to hold. */
  readonly field: TableField | null;
  /** Why: the mapping names it, or its title is one of the usual ones for that, or nothing says it. */
  readonly because: "mapping" | "title" | "nothing";
}

/** A table as somebody sees it who has to say which column is which. */
export interface TableSketch {
  readonly sheet: string;
  /** Row of the sheet that holds the titles, from 0. */
  readonly headerRow: number;
  readonly columns: readonly ColumnSketch[];
  /** The first rows below the titles. */
  readonly rows: readonly (readonly string[])[];
  readonly rowCount: number;
  /** Faults in all rows that were looked at, the first ones. */
  readonly faults: readonly CellFault[];
  readonly faultCount: number;
  readonly kind: MappedKind | null;
  /** The mapping that reads it, own or preset; `null` where titles are guessed. */
  readonly mapping: { readonly id: string; readonly title: string } | null;
}
