import type {
  Block,
  ReadDocument,
  Sheet,
  SheetCell,
  SourcedText,
} from "../../../../../src-shared/model/index.ts";

type Row = readonly (SourcedText | null)[];

/**
 * A workbook or delimited file as running text and tables: rows of several cells make tables, a lone cell is a line.
 *
 * Sheets have no blocks of their own; documents that have some are given back as they are.
 */
export const withSheetBlocks = (document: ReadDocument): ReadDocument =>
  document.blocks.length > 0 || document.sheets.length === 0
    ? document
    : { ...document, blocks: document.sheets.filter(({ hidden }) => !hidden).flatMap(blocksOfSheet) };

function blocksOfSheet(sheet: Sheet): readonly Block[] {
  const blocks: Block[] = [];
  let table: Row[] = [];
  const flush = (): void => {
    if (table.length > 0) blocks.push({ type: "table", zone: "body", page: null, rows: evenRows(table) });
    table = [];
  };
  for (const [index, cells] of sheet.rows.entries()) {
    const row = cells.map(cellText);
    const filled = row.filter((cell): cell is SourcedText => cell !== null);
    const [first, second] = filled;
    if (first === undefined) flush();
    else if (second === undefined && !isGroupRow(row, sheet.rows[index + 1], table)) {
      flush();
      blocks.push(paragraphOf(first));
    } else if (second !== undefined && filled.length === 2 && first.text.endsWith(":")) {
      flush();
      blocks.push(paragraphOf(labeled(first, second)));
    } else table.push(row);
  }
  flush();
  return blocks;
}

/** A lone first cell between rows of a table names a group of them. */
const isGroupRow = (row: Row, next: readonly SheetCell[] | undefined, table: readonly Row[]): boolean =>
  table.length > 0 &&
  row[0] !== null &&
  (row[0]?.text.length ?? 0) < 60 &&
  (next ?? []).filter(({ text }) => text.trim() !== "").length > 1;

const labeled = (label: SourcedText, value: SourcedText): SourcedText => {
  const offset = label.text.length + 1;
  return {
    text: `${label.text} ${value.text}`,
    runs: [
      ...label.runs,
      ...value.runs.map((run) => ({ ...run, start: run.start + offset, end: run.end + offset })),
    ],
  };
};

const paragraphOf = (text: SourcedText): Block => ({
  type: "paragraph",
  zone: "body",
  headingLevel: null,
  label: null,
  indent: 0,
  bold: false,
  page: null,
  ...text,
});

const evenRows = (rows: readonly Row[]): readonly Row[] => {
  const width = Math.max(...rows.map((row) => row.findLastIndex((cell) => cell !== null) + 1));
  return rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null));
};

/** The words of a cell; a typed number or date as its exact value, in a form that no style of numbers misreads. */
function cellText(cell: SheetCell): SourcedText | null {
  const shown = cell.text.trim();
  if (shown === "") return null;
  const text = exactText(cell, shown);
  return {
    text,
    runs: [{ start: 0, end: text.length, at: cell.at, ...(text !== cell.text && { raw: cell.text }) }],
  };
}

function exactText({ value, valueType, currency }: SheetCell, shown: string): string {
  if (value === null) return shown;
  if (valueType === "date") return value;
  if (valueType !== "number" || shown.includes("%")) return shown;
  const fraction = value.split(".")[1]?.length ?? 0;
  // "58.5" and "0.045" may be grouped digits to a reader of commas; two or four places may not.
  const exact = fraction === 1 || fraction === 3 ? `${value}0` : value;
  return currency === undefined ? exact : `${exact} ${currency}`;
}
