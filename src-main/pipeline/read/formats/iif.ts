import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import { err, ok, type Result } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import { numberedCells } from "../delimited/numbered-cells.ts";
import { parseDelimited } from "../delimited/delimited-rows.ts";
import type { Format } from "../format.ts";
import { maximumCells, maximumCellsPerRow } from "../limits.ts";
import { decodeText, decodeTextHead } from "../text/decode-text.ts";

/** A header row of any list or transaction: `!` and a keyword at the start of the file or soon after. */
const header =
  /^"?!(?:HDR|TRNS|SPL|ENDTRNS|ACCNT|CUST|VEND|EMP|INVITEM|CLASS|TERMS|TIMERHDR|TIMEACT|[A-Z]{3,20})"?(?:[\t,]|\r|\n)/mu;

/** Intuit Interchange Format of QuickBooks Desktop: header rows begin with `!` and name the columns of their keyword. */
export const iif: Format = {
  id: "iif",
  title: "QuickBooks IIF",
  mediaTypes: ["application/x-iif"],
  sniff: (head, name) => {
    const start = decodeTextHead(head)?.text.slice(0, 4096) ?? "";
    if (!header.test(start)) return 0;
    return /^\s*"?!/u.test(start) || /\.iif$/iu.test(name) ? 1 : 0.5;
  },
  read: (file, bytes) => Promise.resolve(readIif(file, bytes)),
};

function readIif(file: ImportedFile, bytes: Uint8Array): Result<ReadDocument, Problem> {
  const decoded = decodeText(bytes);
  if (decoded === null) return err({ code: "read/not-text" });
  // A record is a line, whatever its quotes say: each line is parted for itself, by the mark that it uses.
  const rows = decoded.text.split(/\r\n|\n|\r/u).map((line) => {
    const delimiter = line.includes("\t") ? "\t" : ",";
    return parseDelimited(line, { delimiter, quote: '"' }, maximumCells, maximumCellsPerRow).rows[0] ?? [""];
  });
  return ok({
    ...createBlankDocument(file, "iif"),
    ...numberedCells(file.name, rows, maximumCells),
    properties: { encoding: decoded.encoding },
  });
}
