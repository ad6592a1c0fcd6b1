import type { ParagraphBlock, SourcedText } from "../../../../../src-shared/model/index.ts";
import { sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";

/** The printed lines of a paragraph: a reader of plain text joins them with spaces, but their places tell. */
export function printedLines(block: ParagraphBlock, source: string | null): readonly SourcedText[] {
  const cuts: number[] = [];
  for (const [index, run] of block.runs.entries()) {
    const next = block.runs[index + 1];
    if (next === undefined || source === null || !("start" in run.at) || !("start" in next.at)) continue;
    if (source.slice(run.at.end, next.at.start).includes("\n")) cuts.push(next.start);
  }
  for (const line of block.text.matchAll(/\n/g)) cuts.push(line.index + 1);
  const starts = [0, ...new Set(cuts)].toSorted((one, other) => one - other);
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? block.text.length;
    return block.text.slice(start, end).trim() === "" ? [] : [sliceSourcedText(block, start, end)];
  });
}
