import type { Evidence, EvidenceRole, SheetCell } from "../../../../src-shared/model/index.ts";

/** A cell of a table of records, whatever format it came from. */
export interface GridCell {
  readonly text: string;
  /** Exact machine value of a typed cell, else `null`. */
  readonly value: string | null;
  readonly valueType: SheetCell["valueType"];
  readonly currency: string | null;
  readonly prove: (role: EvidenceRole) => Evidence | null;
}

/** A table of records: rows may differ in length. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly GridCell[])[];
  /** The first row is known to hold the titles, by the way that the others stand under it. */
  readonly isHeaded?: true;
}

/** A cell with nothing in it. */
export const blankCell: GridCell = {
  text: "",
  value: null,
  valueType: "blank",
  currency: null,
  prove: () => null,
};
