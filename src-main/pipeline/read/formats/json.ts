import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import { recordSheets } from "../../../../src-shared/records/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import type { Format } from "../format.ts";
import { parseJsonTree } from "../json/parse-json.ts";
import { maximumCells, maximumXmlBytes } from "../limits.ts";
import { decodeText, decodeTextHead } from "../text/decode-text.ts";

/** JSON as a tree of elements, and its lists of records as sheets. */
export const json: Format = {
  id: "json",
  title: "JSON",
  mediaTypes: ["application/json"],
  // "[2026-09-08 08:58] Ute: …" is a line of a chat: behind a number of a list stands a comma or its end.
  sniff: (head) =>
    /^[[{]\s*(?:["{[\]}]|-?\d[\d.eE+]*\s*(?:[,\]]|$)|true|false|null)/u.test(
      decodeTextHead(head)?.text.trimStart() ?? "",
    )
      ? 0.8
      : 0,
  read: readJson,
};

async function readJson(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  if (bytes.length > maximumXmlBytes)
    return err({ code: "read/too-large", facts: { bytes: bytes.length, limit: maximumXmlBytes } });
  const decoded = decodeText(bytes);
  if (decoded === null) return err({ code: "read/not-text" });
  const root = parseJsonTree(decoded.text);
  if (!root.ok) return root;
  const sheets = recordSheets(root.value, maximumCells);
  return ok({ ...createBlankDocument(file, "json"), root: root.value, sheets });
}
