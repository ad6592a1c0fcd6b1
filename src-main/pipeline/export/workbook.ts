import { strToU8, zipSync } from "fflate";
import { daysBetween, localDate, type LocalDate } from "../../../src-shared/time/index.ts";

/** A cell by what it holds; text is never a formula, amounts are numbers with their own digits. */
export type SheetCell =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "number"; readonly value: string }
  | { readonly type: "date"; readonly date: LocalDate }
  | null;

export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

const illegal =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string =>
  text.replace(illegal, "").replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** "A", "Z", "AA": the letters of a column that counts from 0. */
const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

// Day 0 of the 1900 calendar as spreadsheets count it after 28 February 1900.
const epoch = localDate("1899-12-30");
const styles = { header: 1, text: 2, number: 3, date: 4 } as const;

const cellXml = (cell: SheetCell, place: string): string => {
  if (cell === null) return "";
  if (cell.type === "number") return `<c r="${place}" s="${styles.number}"><v>${cell.value}</v></c>`;
  if (cell.type === "date")
    return `<c r="${place}" s="${styles.date}"><v>${daysBetween(epoch, cell.date)}</v></c>`;
  return textCell(cell.text, place, styles.text);
};

const textCell = (text: string, place: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

const sheetXml = ({ header, rows }: Sheet): string => {
  const letters = header.map((_, index) => columnLetters(index));
  const first = header
    .map((title, index) => textCell(title, `${letters[index] ?? ""}1`, styles.header))
    .join("");
  const body = rows
    .map((row, at) => {
      const number = at + 2;
      return `<row r="${number}">${row.map((cell, index) => cellXml(cell, `${letters[index] ?? ""}${number}`)).join("")}</row>`;
    })
    .join("");
  const widths = header
    .map(
      (title, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${Math.max(12, title.length + 2)}" customWidth="1"/>`,
    )
    .join("");
  const last = `${letters.at(-1) ?? "A"}${rows.length + 1}`;
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row r="1">${first}</row>${body}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
};

// 49 is text ("@"), 4 would cut digits: numbers keep theirs in "General"; text has quotePrefix, so editing makes no formula.
const stylesXml = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/><xf/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** A workbook with the same bytes for the same sheets. */
export const encodeWorkbook = (sheets: readonly Sheet[]): Uint8Array => {
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${packageRelations}">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": stylesXml,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)]),
    ),
  };
  // The oldest time that a zip can hold: the time of writing must not change the bytes.
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {
    level: 6,
    mtime: "1980-01-01T00:00:00",
  });
};
