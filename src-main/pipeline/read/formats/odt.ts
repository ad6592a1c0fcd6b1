import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import type { Format } from "../format.ts";
import { documentOfBody } from "../flow/document-of-body.ts";
import { openOdfPackage } from "../odf/open-package.ts";
import { readOdfText } from "../odf/text-document.ts";

/** Text documents of LibreOffice and its like: list numbers computed, tracked changes applied and said. */
export const odt: Format = {
  id: "odt",
  title: "OpenDocument text",
  mediaTypes: ["application/vnd.oasis.opendocument.text"],
  sniff: (head) =>
    new TextDecoder("windows-1252").decode(head.subarray(0, 256)).includes("opendocument.text") ? 0.95 : 0,
  read: readOdtFile,
};

async function readOdtFile(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  const opened = openOdfPackage(bytes, "text");
  if (!opened.ok) return opened;
  const { items, changes, comments } = readOdfText(opened.value);
  return documentOfBody(file, "odt", { items, changes, comments, properties: opened.value.properties });
}
