import type { Block, Page } from "../../../../src-shared/model/index.ts";
import { wordsToSourcedText } from "../../../../src-shared/model/index.ts";
import { isSideways, wordsToRows } from "./rows.ts";

/** The running text of pages as blocks in reading order. */
export function pagesToBlocks(pages: readonly Page[]): Block[] {
  const blocks: Block[] = [];
  for (const page of pages) {
    const words = page.words.filter((word) => word.visible && !isSideways(word, page.aspect));
    for (const row of wordsToRows(words))
      blocks.push({
        type: "paragraph",
        ...wordsToSourcedText(row.words),
        zone: "body",
        headingLevel: null,
        label: null,
        indent: 0,
        bold: row.words.every((word) => word.bold),
        page: page.number,
      });
  }
  return blocks;
}
