import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import { flowToBlocks } from "../flow/flow-blocks.ts";
import { flowToPages } from "../flow/flow-pages.ts";
import type { Format } from "../format.ts";
import { decodeHtml } from "../html/decode-html.ts";
import { htmlToFlow } from "../html/html-flow.ts";
import { maximumTextLength } from "../limits.ts";
import { decodeTextHead } from "../text/decode-text.ts";

/** Web pages by their words and tables; nothing in them is loaded or run. */
export const html: Format = {
  id: "html",
  title: "Web page",
  mediaTypes: ["text/html"],
  sniff: (head) => {
    const start = decodeTextHead(head)?.text.trimStart().slice(0, 2048) ?? "";
    if (/^<!doctype\s+html|^<html[\s>]/iu.test(start)) return 0.97;
    return /^<(?:head|body|style|h[1-6]|table|div|dl|ul|ol|p|span|center|main|meta)[\s>]|^(?:<\?xml[^>]*>|<!--)[^]*<html[\s>]/iu.test(
      start,
    )
      ? 0.96
      : 0;
  },
  read: readHtml,
};

async function readHtml(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  const decoded = decodeHtml(bytes);
  if (decoded === null) return err({ code: "read/not-text" });
  const { items, text } = htmlToFlow(decoded.slice(0, maximumTextLength));
  const blocks = flowToBlocks(items);
  if (blocks.length === 0) return err({ code: "read/no-content" });
  const isWhole = decoded.length <= maximumTextLength;
  return ok({
    ...createBlankDocument(file, "html"),
    pages: flowToPages(items),
    blocks,
    text,
    status: isWhole ? "read" : "partly-read",
    problem: isWhole ? null : { code: "read/too-large", facts: { length: decoded.length } },
  });
}
