import type { Page, ReadDocument, Sheet, Word } from "../../../../src-shared/model/index.ts";

const maximumRows = 400;
const characterWidth = 1;
const columnGap = 3;

/**
 * A sheet that is laid out like a printed page (an invoice typed into a workbook), as a page of words.
 *
 * Columns keep their order and rows their distance, so that the layout reader finds labels, tables and totals; every
 * word keeps the cell as its locator.
 */
export const sheetPage = (sheet: Sheet, number: number): Page => {
  const rows = sheet.rows.slice(0, maximumRows);
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 4, Math.min(60, cell.text.length));
  }
  const starts: number[] = [];
  let width = 0;
  for (const [column, own] of widths.entries()) {
    starts[column] = width;
    width += (own ?? 4) * characterWidth + columnGap;
  }
  const height = Math.max(60, rows.length);
  const words: Word[] = [];
  for (const [line, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (cell.text.trim() === "") continue;
      let offset = 0;
      const isNumber =
        cell.valueType === "number" || /^[-(]?[€$£]?\s?\d[\d.,' ]*\)?%?$/.test(cell.text.trim());
      const shift = isNumber ? Math.max(0, (widths[column] ?? 0) - cell.text.length) : 0;
      for (const text of cell.text.trim().split(/\s+/)) {
        const x = ((starts[column] ?? 0) + shift + offset) / Math.max(1, width);
        words.push({
          text,
          box: [x, line / height, text.length / Math.max(1, width), 0.8 / height],
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

/** The same document with its sheets laid out as pages. */
export const withSheetPages = (document: ReadDocument): ReadDocument => ({
  ...document,
  pages: document.sheets
    .filter((sheet) => sheet.rows.length > 0)
    .map((sheet, index) => sheetPage(sheet, index + 1)),
});
