import type { ImportedFile, Problem, ReadDocument, ReaderId } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import type { BodyItem } from "./body-item.ts";
import { composeText } from "./compose-text.ts";
import { flowToBlocks } from "./flow-blocks.ts";
import { flowToPages } from "./flow-pages.ts";

/** What the file of a word processor holds. */
export interface WrittenBody {
  readonly items: readonly BodyItem[];
  readonly changes: { readonly inserted: number; readonly deleted: number };
  readonly comments: number;
  readonly properties: Readonly<Record<string, string>>;
}

/** The document of a word processor's file; `read/no-content` where nobody wrote anything. */
export function documentOfBody(
  file: ImportedFile,
  reader: ReaderId,
  { items, changes, comments, properties }: WrittenBody,
): Result<ReadDocument, Problem> {
  const placed = composeText(items);
  const blocks = flowToBlocks(placed.items);
  if (blocks.length === 0) return err({ code: "read/no-content" });
  const { inserted, deleted } = changes;
  return ok({
    ...createBlankDocument(file, reader),
    pages: flowToPages(placed.items),
    blocks,
    text: placed.text,
    properties: {
      ...properties,
      ...(inserted + deleted > 0 && {
        trackedChanges: "true",
        insertions: inserted.toString(),
        deletions: deleted.toString(),
      }),
      ...(comments > 0 && { comments: comments.toString() }),
    },
  });
}
