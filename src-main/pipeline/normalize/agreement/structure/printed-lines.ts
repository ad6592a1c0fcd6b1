import type { Locator, ParagraphBlock, SourcedText } from "../../../../../src-shared/model/index.ts";
import { joinSourcedTexts, sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";

/** The same paragraph with its lines apart: text whose reader joined them, by where their words stand. */
export function withPrintedLines(block: ParagraphBlock, source: string | null): ParagraphBlock {
  if (block.text.includes("\n")) return block;
  const lines = printedLines(block, source);
  if (lines.length < 2) return block;
  const trimmed = lines.map((line) => sliceSourcedText(line, 0, line.text.trimEnd().length));
  return { ...block, ...joinSourcedTexts(trimmed, "\n") };
}

/** Whether the second of two words stands on a line of its own, below the first. */
function isBelow(first: Locator, second: Locator): boolean {
  if (!("page" in first) || !("page" in second)) return false;
  if (first.page !== second.page) return true;
  const [upper, lower] = [first.box, second.box];
  return upper !== undefined && lower !== undefined && lower[1] > upper[1] + 0.6 * upper[3];
}

/** The printed lines of a paragraph: a reader joins them with spaces, but the places of their words tell. */
export function printedLines(block: ParagraphBlock, source: string | null): readonly SourcedText[] {
  const cuts: number[] = [];
  for (const [index, run] of block.runs.entries()) {
    const next = block.runs[index + 1];
    if (next === undefined) continue;
    const isBroken =
      source !== null && "start" in run.at && "start" in next.at
        ? source.slice(run.at.end, next.at.start).includes("\n")
        : isBelow(run.at, next.at);
    if (isBroken) cuts.push(next.start);
  }
  for (const line of block.text.matchAll(/\n/g)) cuts.push(line.index + 1);
  const starts = [0, ...new Set(cuts)].toSorted((one, other) => one - other);
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? block.text.length;
    return block.text.slice(start, end).trim() === "" ? [] : [sliceSourcedText(block, start, end)];
  });
}
