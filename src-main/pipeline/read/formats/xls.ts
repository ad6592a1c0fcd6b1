import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err } from "../../../../src-shared/result/index.ts";
import { readBiffWorkbook } from "../biff/workbook.ts";
import { openCompoundFile } from "../compound/compound-file.ts";
import { holdsName, isCompoundFile } from "../compound/sniff-streams.ts";
import type { Format } from "../format.ts";
import { maximumCells } from "../limits.ts";
import { documentOfSheets } from "../sheet/document-of-sheets.ts";

/** Workbooks of Excel 97 to 2003: the same cells, formats and marks as in the newer format. */
export const xls: Format = {
  id: "xls",
  title: "Excel 97–2003 workbook",
  mediaTypes: ["application/x-ole-storage"],
  sniff: (head, name) => {
    if (!isCompoundFile(head)) return 0;
    return holdsName(head, "Workbook") || /\.xl[st][xm]?$/iu.test(name) ? 0.95 : 0;
  },
  read: readXlsFile,
};

async function readXlsFile(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  const opened = openCompoundFile(bytes);
  if (opened === null) return err({ code: "read/office-damaged", facts: { part: "directory" } });
  // The newer format with a password is packed into a file of the older kind.
  if (opened.has("EncryptedPackage")) return err({ code: "read/zip-encrypted" });
  const read = readBiffWorkbook(opened, maximumCells);
  if (!read.ok) return read;
  const extras = opened.has("_VBA_PROJECT") ? { extras: "macros" } : {};
  return documentOfSheets(file, "xls", { ...read.value, properties: extras });
}
