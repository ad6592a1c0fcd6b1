import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import { err, ok, type Result } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import { numberedCells } from "../delimited/numbered-cells.ts";
import type { Format } from "../format.ts";
import { maximumCells } from "../limits.ts";
import { decodeText, decodeTextHead } from "../text/decode-text.ts";

/** A file header: sender, receiver, date, time, file id. */
const header = /^\s{0,200}01,[^,\r\n]{0,40},[^,\r\n]{0,40},\d{6},\d{0,4},/u;

/** Cash management reports of US banks. One row per physical line, one cell per field; continuations keep their rows. */
export const bai2: Format = {
  id: "bai2",
  title: "BAI2",
  mediaTypes: ["application/x-bai2"],
  sniff: (head) => (header.test(decodeTextHead(head)?.text ?? "") ? 1 : 0),
  read: (file, bytes) => Promise.resolve(readBai2(file, bytes)),
};

function readBai2(file: ImportedFile, bytes: Uint8Array): Result<ReadDocument, Problem> {
  const decoded = decodeText(bytes);
  if (decoded === null) return err({ code: "read/not-text" });
  // Lines may be padded with blanks to a fixed length.
  const rows = decoded.text.split(/\r\n|\n|\r/u).map((line) => line.trimEnd().split(","));
  return ok({
    ...createBlankDocument(file, "bai2"),
    ...numberedCells(file.name, rows, maximumCells),
    properties: { encoding: decoded.encoding },
  });
}
