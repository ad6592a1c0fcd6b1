import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import type { Format } from "../format.ts";
import { maximumCells } from "../limits.ts";
import { openOdfPackage } from "../odf/open-package.ts";
import { readOdfSheets } from "../odf/spreadsheet.ts";
import { documentOfSheets } from "../sheet/document-of-sheets.ts";

/** Spreadsheets of LibreOffice and its like: typed cells with what they show, hidden ones included and marked. */
export const ods: Format = {
  id: "ods",
  title: "OpenDocument spreadsheet",
  mediaTypes: ["application/vnd.oasis.opendocument.spreadsheet"],
  sniff: (head) =>
    new TextDecoder("windows-1252").decode(head.subarray(0, 256)).includes("opendocument.spreadsheet")
      ? 0.95
      : 0,
  read: readOdsFile,
};

async function readOdsFile(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  const opened = openOdfPackage(bytes, "spreadsheet");
  if (!opened.ok) return opened;
  const read = readOdfSheets(opened.value, maximumCells);
  return documentOfSheets(file, "ods", { ...read, properties: opened.value.properties });
}
