import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { documentOfBody } from "../flow/document-of-body.ts";
import type { Format } from "../format.ts";
import { readRichText } from "../rtf/rich-text.ts";

/** Rich text, which every word processor writes: tables, lists and notes, tracked changes applied and said. */
export const rtf: Format = {
  id: "rtf",
  title: "Rich text",
  mediaTypes: ["application/rtf"],
  sniff: (head) =>
    new TextDecoder("windows-1252").decode(head.subarray(0, 8)).startsWith("{\\rtf") ? 0.95 : 0,
  read: readRtfFile,
};

async function readRtfFile(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  return documentOfBody(file, "rtf", readRichText(bytes));
}
