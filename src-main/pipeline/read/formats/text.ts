import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import type { Format } from "../format.ts";
import { pagesToBlocks } from "../layout/index.ts";
import { maximumTextLength } from "../limits.ts";
import { decodeText, decodeTextHead } from "../text/decode-text.ts";
import { textToGridPages } from "../text/grid-pages.ts";

/** Plain text in any of the usual encodings, laid out as its spaces and line ends say. */
export const text: Format = {
  id: "text",
  title: "Plain text",
  mediaTypes: ["text/plain", "message/rfc822"],
  sniff: (head) => {
    const start = decodeTextHead(head)?.text.trim() ?? "";
    // Markup and data read as running text would be worse than not read.
    const isMarkup = /^(?:<!doctype|<\?xml|<html|<head|<body|\{\\rtf|[[{]\s*["[{])/iu.test(start);
    return start === "" || isMarkup ? 0 : 0.3;
  },
  read: readPlainText,
};

async function readPlainText(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  const decoded = decodeText(bytes);
  if (decoded === null) return err({ code: "read/not-text" });
  const kept = decoded.text.slice(0, maximumTextLength);
  if (kept.trim() === "") return err({ code: "read/no-content" });
  const pages = textToGridPages(kept);
  const isWhole = kept.length === decoded.text.length;
  return ok({
    ...createBlankDocument(file, "text"),
    pages,
    blocks: pagesToBlocks(pages),
    text: kept,
    properties: { encoding: decoded.encoding },
    status: isWhole ? "read" : "partly-read",
    problem: isWhole ? null : { code: "read/too-large", facts: { length: decoded.text.length } },
  });
}
