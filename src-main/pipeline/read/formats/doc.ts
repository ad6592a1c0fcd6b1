import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err } from "../../../../src-shared/result/index.ts";
import { openCompoundFile } from "../compound/compound-file.ts";
import { holdsName, isCompoundFile } from "../compound/sniff-streams.ts";
import { documentOfBody } from "../flow/document-of-body.ts";
import type { Format } from "../format.ts";
import { readBinaryDocument } from "../word/binary-document.ts";

/** Documents of Word 97 to 2003: text, tables, notes and comments, tracked changes applied and said. */
export const doc: Format = {
  id: "doc",
  title: "Word 97–2003 document",
  mediaTypes: ["application/x-ole-storage"],
  sniff: (head, name) => {
    if (!isCompoundFile(head)) return 0;
    return holdsName(head, "WordDocument") || /\.do[ct]x?$/iu.test(name) ? 0.95 : 0;
  },
  read: readDocFile,
};

async function readDocFile(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  const opened = openCompoundFile(bytes);
  if (opened === null) return err({ code: "read/office-damaged", facts: { part: "directory" } });
  // The newer format with a password is packed into a file of the older kind.
  if (opened.has("EncryptedPackage")) return err({ code: "read/zip-encrypted" });
  const read = readBinaryDocument(opened);
  if (!read.ok) return read;
  return documentOfBody(file, "doc", { ...read.value, properties: {} });
}
