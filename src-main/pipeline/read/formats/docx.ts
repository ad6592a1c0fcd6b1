import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { documentOfBody } from "../flow/document-of-body.ts";
import type { Format } from "../format.ts";
import { readCoreProperties } from "../ooxml/package-parts.ts";
import { readWordDocument } from "../ooxml/word-document.ts";
import { openZip } from "../zip/checked-zip.ts";

/** Word documents: clause numbers computed, tracked changes applied and said, notes and comments in their own zones. */
export const docx: Format = {
  id: "docx",
  title: "Word document",
  // A package that lost its marks is still told by its name and its parts.
  mediaTypes: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip"],
  sniff: (head) => {
    if (head[0] !== 0x50 || head[1] !== 0x4b) return 0;
    return new TextDecoder("windows-1252").decode(head).includes("word/") ? 0.95 : 0.1;
  },
  read: readWordFile,
};

async function readWordFile(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const document = readWordDocument(zip.value);
  if (!document.ok) return document;
  return documentOfBody(file, "docx", { ...document.value, properties: readCoreProperties(zip.value) });
}
