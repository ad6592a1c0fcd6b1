import type { Page, ReadDocument, Sheet, SheetCell, Word } from "../../../../src-shared/model/index.ts";
import { oncePerDocument } from "../once-per-document.ts";

const maximumRows = 400;
// Wider than any space between words, so that neighbouring cells never run together.
const columnGap = 8;

const isNumber = (cell: SheetCell): boolean =>
  cell.valueType === "number" || /^[-(]?[€$£]?\s?\d[\d.,' ]*\)?%?$/.test(cell.text.trim());

const fewestTitles = 3;

/** Tells of each cell whether it is a number, or the title right above one: both end at the right edge of their column. */
const rightAligned = (rows: Sheet["rows"]): ((line: number, column: number) => boolean) => {
  const numbers = rows.map((row) => row.map(isNumber));
  const mayBeTitles = rows.map((row) => row.filter(({ text }) => text !== "").length >= fewestTitles);
  return (line, column) =>
    numbers[line]?.[column] === true || (mayBeTitles[line] === true && numbers[line + 1]?.[column] === true);
};

/** A title over merged cells holds for all of them and is printed once. */
const repeatsLeft = (row: Sheet["rows"][number], column: number): boolean => {
  const [left, own] = [row[column - 1]?.text.trim(), row[column]?.text.trim() ?? ""];
  return left === own && own.length >= 6 && /\p{L}{3}/u.test(own);
};

/**
 * A sheet that is laid out like a printed page (an invoice typed into a workbook), as a page of words.
 *
 * Columns keep their order and rows their distance, so that the layout reader finds labels, tables and totals; every
 * word keeps the cell as its locator.
 */
export const sheetPage = (sheet: Sheet, number: number): Page => {
  const rows = sheet.rows.slice(0, maximumRows);
  const isRightAligned = rightAligned(rows);
  const widths: number[] = [];
  const numberWidths: number[] = [];
  for (const [line, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const length = Math.min(60, cell.text.trim().length);
      widths[column] = Math.max(widths[column] ?? 4, length);
      if (isRightAligned(line, column)) numberWidths[column] = Math.max(numberWidths[column] ?? 0, length);
    }
  }
  const starts: number[] = [];
  let width = 0;
  for (const [column, own] of widths.entries()) {
    starts[column] = width;
    width += (own ?? 4) + columnGap;
  }
  const height = Math.max(60, rows.length);
  const words: Word[] = [];
  for (const [line, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const printed = cell.text.trim();
      if (printed === "" || repeatsLeft(row, column)) continue;
      const shift = isRightAligned(line, column)
        ? Math.max(0, (numberWidths[column] ?? 0) - printed.length)
        : 0;
      let offset = (starts[column] ?? 0) + shift;
      for (const text of printed.split(/\s+/)) {
        words.push({
          text,
          box: [offset / width, line / height, text.length / width, 0.8 / height],
          at: cell.at,
          size: 0.8 / height,
          bold: false,
          source: "text",
          confidence: 1,
          visible: true,
        });
        offset += text.length + 1;
      }
    }
  }
  return { number, aspect: 0.7, words, rules: [], pictureShare: 0 };
};

/** The same document with its sheets laid out as pages; one without sheets as it is. */
export const withSheetPages = oncePerDocument((document): ReadDocument =>
  document.sheets.length === 0
    ? document
    : {
        ...document,
        pages: document.sheets
          .filter((sheet) => sheet.rows.length > 0)
          .map((sheet, index) => sheetPage(sheet, index + 1)),
      },
);
