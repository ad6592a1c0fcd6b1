import type { Block } from "../../../../src-shared/model/index.ts";
import { sliceSourcedText } from "../../../../src-shared/model/index.ts";
import type { SourcedText, TextRun } from "../../../../src-shared/model/index.ts";
import type { FlowItem } from "./flow-item.ts";

/** Items as blocks of running text. Cells without text are `null`. */
export function flowToBlocks(items: readonly FlowItem[]): Block[] {
  const blocks: Block[] = [];
  for (const item of items) {
    if (item.type === "table") {
      const rows = item.rows.map((row) =>
        row.map((cell) =>
          cell === null || cell.text.text.trim() === "" ? null : trimSourcedText(cell.text),
        ),
      );
      if (rows.some((row) => row.some((cell) => cell !== null)))
        blocks.push({ type: "table", zone: item.zone, rows, page: null });
      continue;
    }
    if (item.isHidden === true) continue;
    const text = trimSourcedText(item.text);
    if (text.text === "") continue;
    blocks.push({
      type: "paragraph",
      ...text,
      zone: item.zone,
      headingLevel: item.headingLevel,
      label: item.label,
      indent: item.indent,
      bold: item.bold,
      page: null,
    });
  }
  return blocks;
}

/** Without white space at the ends. */
export function trimSourcedText(source: SourcedText): SourcedText {
  const start = source.text.length - source.text.trimStart().length;
  const end = source.text.trimEnd().length;
  if (start === 0 && end === source.text.length) return source;
  return end <= start ? { text: "", runs: [] } : sliceSourcedText(source, start, end);
}

/** A text that stands in the document's text as it is, from an offset on. */
export function verbatimText(text: string, offset: number): SourcedText {
  const runs: TextRun[] = [];
  for (const match of text.matchAll(/\S+(?:[^\S\n]+\S+)*/gu)) {
    const end = match.index + match[0].length;
    runs.push({ start: match.index, end, at: { start: offset + match.index, end: offset + end } });
  }
  return { text, runs };
}
