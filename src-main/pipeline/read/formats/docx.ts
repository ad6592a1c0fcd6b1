import type { Block, ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import { flowToBlocks } from "../flow/flow-blocks.ts";
import { flowToPages } from "../flow/flow-pages.ts";
import type { Format } from "../format.ts";
import { readCoreProperties } from "../ooxml/package-parts.ts";
import { composeText } from "../ooxml/compose-text.ts";
import { readWordDocument } from "../ooxml/word-document.ts";
import { openZip } from "../zip/checked-zip.ts";

/** Word documents: clause numbers computed, tracked changes applied and said, notes and comments in their own zones. */
export const docx: Format = {
  id: "docx",
  title: "Word document",
  // A package that lost its marks is still told by its name and its parts.
  mediaTypes: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip"],
  sniff: (head) => {
    if (head[0] !== 0x50 || head[1] !== 0x4b) return 0;
    return new TextDecoder("windows-1252").decode(head).includes("word/") ? 0.95 : 0.1;
  },
  read: readWordFile,
};

async function readWordFile(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const document = readWordDocument(zip.value);
  if (!document.ok) return document;
  const { text, items } = composeText(document.value.items);
  const blocks: readonly Block[] = flowToBlocks(items);
  if (blocks.length === 0) return err({ code: "read/no-content" });
  const { inserted, deleted } = document.value.changes;
  return ok({
    ...createBlankDocument(file, "docx"),
    pages: flowToPages(items),
    blocks,
    text,
    properties: {
      ...readCoreProperties(zip.value),
      ...(inserted + deleted > 0 && {
        trackedChanges: "true",
        insertions: inserted.toString(),
        deletions: deleted.toString(),
      }),
      ...(document.value.comments > 0 && { comments: document.value.comments.toString() }),
    },
  });
}
