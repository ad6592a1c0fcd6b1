import type { ReadDocument } from "../../../src-shared/model/index.ts";
import { pageLines } from "./kind/page-line.ts";
import { withSheetPages } from "./sheets/sheet-page.ts";

const unplacedLength = 4_000;

/** The first lines of a document of which nothing was made, for who is asked what it is; `null` where it cannot be read. */
export function unplacedTextOf(document: ReadDocument): string | null {
  if (document.status === "unreadable") return null;
  return pageLines(withSheetPages(document), 2)
    .map(({ text }) => text)
    .join("\n")
    .slice(0, unplacedLength);
}
