import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import { parseDelimited } from "../delimited/delimited-rows.ts";
import { declaredDialect, detectDialect } from "../delimited/dialect.ts";
import { numberedCells } from "../delimited/numbered-cells.ts";
import { joinTornFields } from "../delimited/torn-fields.ts";
import type { Format } from "../format.ts";
import { maximumCells, maximumCellsPerRow } from "../limits.ts";
import { decodeText, decodeTextHead } from "../text/decode-text.ts";

/** Delimited files: one sheet, every field as written, addressed by row and column from 1. */
export const csv: Format = {
  id: "csv",
  title: "Delimited text",
  mediaTypes: ["text/csv"],
  sniff: sniffDelimited,
  read: readDelimited,
};

function sniffDelimited(head: Uint8Array, name: string): number {
  const decoded = decodeTextHead(head);
  if (decoded === null || decoded.text.trim() === "") return 0;
  if (declaredDialect(decoded.text) !== null) return 0.95;
  const { score } = detectDialect(decoded.text);
  if (/\.(?:csv|tsv|tab)$/iu.test(name)) return score > 0 ? 0.9 : 0.7;
  return score > 0.55 ? 0.6 : 0;
}

async function readDelimited(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  const decoded = decodeText(bytes);
  if (decoded === null) return err({ code: "read/not-text" });
  const declared = declaredDialect(decoded.text);
  const text = declared?.rest ?? decoded.text;
  const dialect = declared?.dialect ?? detectDialect(text).dialect;
  const parsed = parseDelimited(text, dialect, maximumCells, maximumCellsPerRow);
  if (parsed.rows.every((row) => row.every((field) => field.trim() === "")))
    return err({ code: "read/no-content" });
  return ok({
    ...createBlankDocument(file, "csv"),
    sheets: numberedCells(file.name, joinTornFields(parsed.rows, dialect.delimiter), Number.POSITIVE_INFINITY)
      .sheets,
    properties: {
      encoding: decoded.encoding,
      delimiter: dialect.delimiter === "\t" ? "tab" : dialect.delimiter,
    },
    ...problemOf(parsed.complete, parsed.openQuote, parsed.rows.length),
  });
}

function problemOf(
  complete: boolean,
  openQuote: boolean,
  rows: number,
): Pick<ReadDocument, "status" | "problem"> {
  if (!complete) return { status: "partly-read", problem: { code: "read/too-many-cells", facts: { rows } } };
  if (openQuote) return { status: "partly-read", problem: { code: "read/open-quote", facts: { rows } } };
  return { status: "read", problem: null };
}
