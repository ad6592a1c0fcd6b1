import {
  evidenceFor,
  type Block,
  type ReadDocument,
  type Sheet,
} from "../../../../src-shared/model/index.ts";
import { oncePerDocument } from "../once-per-document.ts";
import { blankCell, type Grid, type GridCell } from "./grid.ts";
import { blockGrids } from "./block-grids.ts";
import { withoutDittos } from "./ditto.ts";
import { lineGrids } from "./line-grids.ts";

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

const tableGrid = (
  document: ReadDocument,
  block: Extract<Block, { type: "table" }>,
  index: number,
): Grid => ({
  name: `table ${index + 1}`,
  rows: block.rows.map((row) =>
    row.map((cell): GridCell => {
      if (cell === null || cell.text.trim() === "") return blankCell;
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

/** Tables of a paged or flowing document, as its layout or its markup draws them. */
const drawnGrids = (document: ReadDocument): readonly Grid[] =>
  withSharedTitles(
    document.blocks
      .filter((block) => block.type === "table" && block.zone === "body")
      .map((block, index) => tableGrid(document, block as Extract<Block, { type: "table" }>, index)),
  );

/** Two words may be a label with its value in each of several forms. */
const fewestTitles = 3;

/** Tables that begin with the same words, one for each day or site: those are their titles, whatever they say. */
function withSharedTitles(grids: readonly Grid[]): readonly Grid[] {
  const keys = grids.map(({ rows }) => {
    const titles = (rows[0] ?? []).map(({ text }) => text);
    const isWorded =
      titles.filter((text) => text !== "").length >= fewestTitles && !titles.some((text) => /\d/.test(text));
    return isWorded && rows.length > 1 ? titles.join("|") : "";
  });
  const tables = new Map<string, number>();
  for (const key of keys) tables.set(key, (tables.get(key) ?? 0) + 1);
  return grids.map((grid, index): Grid => {
    const key = keys[index] ?? "";
    return key !== "" && (tables.get(key) ?? 0) > 1 ? { ...grid, isHeaded: true } : grid;
  });
}

/** All tables of a document: its sheets, else those that its lines or blocks of plain text form, else those of its layout. */
export const gridsOf = oncePerDocument((document): readonly Grid[] =>
  gridsIn(document).map((grid) => ({ ...grid, rows: withoutDittos(grid.rows) })),
);

function gridsIn(document: ReadDocument): readonly Grid[] {
  if (document.sheets.length > 0) return document.sheets.map((sheet) => sheetGrid(document, sheet));
  const written = [...lineGrids(document), ...blockGrids(document)];
  return written.length > 0 ? written : drawnGrids(document);
}
