import type { Block, Page, ParagraphBlock } from "../../../../src-shared/model/index.ts";
import { joinSourcedTexts } from "../../../../src-shared/model/index.ts";
import { leadingLabel } from "./clause-label.ts";
import { linesToRegions } from "./columns.ts";
import { findFurniture } from "./furniture.ts";
import type { Vocabulary } from "./line-text.ts";
import { vocabularyOf } from "./line-text.ts";
import type { Line, Region } from "./lines.ts";
import { medianOf, pageToLines } from "./lines.ts";
import type { LineGroup } from "./paragraphs.ts";
import { groupToBlock, linesToGroups } from "./paragraphs.ts";
import { findTables } from "./tables.ts";

/**
 * The running text of pages as blocks in reading order: paragraphs joined over lines and pages, tables, headings,
 * and running heads in zones of their own.
 *
 * Clause numbers stay in the text, since a page does not keep them apart.
 */
export function pagesToBlocks(pages: readonly Page[]): Block[] {
  const linesByPage = pages.map(pageToLines);
  const furniture = findFurniture(linesByPage);
  const vocabulary = vocabularyOf(linesByPage.flat().flatMap((line) => line.words));
  const bodySize = usualSize(linesByPage.flat());
  const blocks: Block[] = [];
  for (const [index, page] of pages.entries()) {
    const lines = linesByPage[index] ?? [];
    const context = { bodySize, vocabulary, aspect: page.aspect };
    blocks.push(...furnitureBlocks(lines, furniture, "header", context));
    const body = linesToRegions(
      lines.filter((line) => !furniture.has(line)),
      page,
    ).flatMap((region) => regionToBlocks(region, context));
    appendPage(blocks, body);
    blocks.push(...furnitureBlocks(lines, furniture, "footer", context));
  }
  return blocks;
}

interface BlockContext {
  readonly bodySize: number;
  readonly vocabulary: Vocabulary;
  readonly aspect: number;
}

function regionToBlocks(region: Region, context: BlockContext): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  const flow = (to: number): void => {
    for (const group of linesToGroups(region.lines.slice(from, to), region))
      blocks.push(groupToBlock(group, "body", context.bodySize, context.vocabulary, context.aspect));
  };
  for (const table of findTables(region, context.vocabulary)) {
    flow(table.from);
    blocks.push(table.block);
    from = table.to;
  }
  flow(region.lines.length);
  return blocks;
}

function furnitureBlocks(
  lines: readonly Line[],
  furniture: ReadonlyMap<Line, "header" | "footer">,
  zone: "header" | "footer",
  context: BlockContext,
): ParagraphBlock[] {
  return lines
    .filter((line) => furniture.get(line) === zone)
    .map((line) => {
      const group: LineGroup = { lines: [line], left: line.left, right: line.right };
      return groupToBlock(group, zone, context.bodySize, context.vocabulary, context.aspect);
    });
}

/** Appends a page's body; a sentence that the page end cuts goes on in the paragraph before. */
function appendPage(blocks: Block[], body: readonly Block[]): void {
  const [first, ...rest] = body;
  if (first === undefined) return;
  const index = blocks.findLastIndex((block) => block.zone === "body");
  const last = blocks[index];
  if (last?.type !== "paragraph" || first.type !== "paragraph" || !isCutSentence(last, first)) {
    blocks.push(...body);
    return;
  }
  blocks[index] = { ...last, ...joinSourcedTexts([last, first], " "), bold: last.bold && first.bold };
  blocks.push(...rest);
}

function isCutSentence(last: ParagraphBlock, first: ParagraphBlock): boolean {
  if (last.headingLevel !== null || first.headingLevel !== null || last.page === null || first.page === null)
    return false;
  if (first.page !== last.page + 1 && first.page !== last.page) return false;
  if (/[.;:!?]["”’)]?$/u.test(last.text) || last.text.length < 40) return false;
  const label = leadingLabel(first.text);
  return /^\p{Ll}/u.test(first.text)
    ? !/^[a-z]\)/u.test(first.text)
    : label === null && /(?:,|\b(?:and|or|the|of|to|in|by|a|for|with|any|its))$/u.test(last.text);
}

/** Font size of most characters. */
function usualSize(lines: readonly Line[]): number {
  return medianOf(lines.flatMap((line) => line.words.map((word) => word.size)));
}
