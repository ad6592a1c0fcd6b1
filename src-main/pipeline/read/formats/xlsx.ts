import type { ImportedFile, Problem, ReadDocument, Sheet } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err } from "../../../../src-shared/result/index.ts";
import type { Format, ReadTools } from "../format.ts";
import { maximumCells } from "../limits.ts";
import { readCoreProperties } from "../ooxml/package-parts.ts";
import { readPart } from "../zip/read-part.ts";
import type { Workbook } from "../ooxml/workbook.ts";
import { readWorkbook } from "../ooxml/workbook.ts";
import { readWorksheet } from "../ooxml/worksheet.ts";
import { documentOfSheets } from "../sheet/document-of-sheets.ts";
import type { CheckedZip } from "../zip/checked-zip.ts";
import { openZip } from "../zip/checked-zip.ts";

/** Workbooks of the Office Open XML format: typed cells with what they show, hidden ones included and marked. */
export const xlsx: Format = {
  id: "xlsx",
  title: "Excel workbook",
  // A package that lost its marks is still told by its name and its parts.
  mediaTypes: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip"],
  sniff: (head) => {
    if (head[0] !== 0x50 || head[1] !== 0x4b) return 0;
    const text = new TextDecoder("windows-1252").decode(head);
    return text.includes("xl/workbook") || text.includes("xl/worksheets/") ? 0.95 : 0.1;
  },
  read: readWorkbookFile,
};

async function readWorkbookFile(
  file: ImportedFile,
  bytes: Uint8Array,
  _tools: ReadTools,
  signal: AbortSignal,
): Promise<Result<ReadDocument, Problem>> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const workbook = readWorkbook(zip.value);
  if (!workbook.ok) return workbook;
  return readSheets(file, zip.value, workbook.value, signal);
}

function readSheets(
  file: ImportedFile,
  zip: CheckedZip,
  workbook: Workbook,
  signal: AbortSignal,
): Result<ReadDocument, Problem> {
  const sheets: Sheet[] = [];
  const uncalculated: string[] = [];
  let cells = 0;
  let formulas = 0;
  let isComplete = true;
  for (const entry of workbook.sheets) {
    signal.throwIfAborted();
    const text = readPart(zip, entry.part);
    if (!text.ok) return text;
    if (text.value === null) return err({ code: "read/office-damaged", facts: { part: entry.part } });
    const read = readWorksheet(text.value, entry, workbook, maximumCells - cells);
    if (!read.ok) return read;
    sheets.push(read.value.sheet);
    cells += read.value.cells;
    formulas += read.value.formulas;
    uncalculated.push(...read.value.uncalculated.map((address) => `${entry.name}!${address}`));
    isComplete &&= read.value.isComplete;
  }
  const properties = {
    ...readCoreProperties(zip),
    ...(workbook.extras.length > 0 && { extras: workbook.extras.join(", ") }),
  };
  return documentOfSheets(file, "xlsx", { sheets, cells, formulas, uncalculated, isComplete, properties });
}
