import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import { flowToBlocks } from "../flow/flow-blocks.ts";
import { flowToPages } from "../flow/flow-pages.ts";
import type { Format } from "../format.ts";
import { maximumTextLength } from "../limits.ts";
import { decodeText, decodeTextHead } from "../text/decode-text.ts";
import { markdownToFlow } from "../text/markdown-flow.ts";

/** Markdown: headings, lists, pipe tables; marks of emphasis are no part of the words. */
export const markdown: Format = {
  id: "markdown",
  title: "Markdown",
  mediaTypes: ["text/markdown"],
  sniff: (head, name) => {
    const start = decodeTextHead(head)?.text.trim() ?? "";
    if (start === "") return 0;
    return /\.(?:md|markdown|mdown)$/iu.test(name) ? 0.8 : /^#{1,6} \S/mu.test(start) ? 0.2 : 0;
  },
  read: readMarkdown,
};

async function readMarkdown(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  const decoded = decodeText(bytes);
  if (decoded === null) return err({ code: "read/not-text" });
  const text = decoded.text.slice(0, maximumTextLength);
  const isWhole = text.length === decoded.text.length;
  const items = markdownToFlow(text);
  const blocks = flowToBlocks(items);
  if (blocks.length === 0) return err({ code: "read/no-content" });
  return ok({
    ...createBlankDocument(file, "markdown"),
    pages: flowToPages(items),
    blocks,
    text,
    properties: { encoding: decoded.encoding },
    status: isWhole ? "read" : "partly-read",
    problem: isWhole ? null : { code: "read/too-large", facts: { length: decoded.text.length } },
  });
}
