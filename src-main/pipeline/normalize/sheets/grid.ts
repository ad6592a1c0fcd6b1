import {
  evidenceFor,
  type Block,
  type Evidence,
  type EvidenceRole,
  type ReadDocument,
  type Sheet,
  type SheetCell,
} from "../../../../src-shared/model/index.ts";

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
}

const sheetGrid = (document: ReadDocument, sheet: Sheet): Grid => ({
  name: sheet.name,
  rows: sheet.rows.map((row) =>
    row.map((cell) => ({
      text: cell.text.trim(),
      value: cell.value,
      valueType: cell.valueType,
      currency: cell.currency ?? null,
      prove: (role) =>
        cell.text === "" ? null : { documentId: document.documentId, role, quote: cell.text, at: cell.at },
    })),
  ),
});

const blank: GridCell = { text: "", value: null, valueType: "blank", currency: null, prove: () => null };

const tableGrid = (
  document: ReadDocument,
  block: Extract<Block, { type: "table" }>,
  index: number,
): Grid => ({
  name: `table ${index + 1}`,
  rows: block.rows.map((row) =>
    row.map((cell): GridCell => {
      if (cell === null || cell.text.trim() === "") return blank;
      return {
        text: cell.text.trim().replace(/\s+/g, " "),
        value: null,
        valueType: "text",
        currency: null,
        prove: (role) => evidenceFor(cell, 0, cell.text.length, document, role),
      };
    }),
  ),
});

/** All tables of a document: its sheets, else the tables of its running text. */
export const gridsOf = (document: ReadDocument): readonly Grid[] =>
  document.sheets.length > 0
    ? document.sheets.map((sheet) => sheetGrid(document, sheet))
    : document.blocks
        .filter((block) => block.type === "table" && block.zone === "body")
        .map((block, index) => tableGrid(document, block as Extract<Block, { type: "table" }>, index));
