import type { Block, ParagraphBlock, SourcedText } from "../../../../../src-shared/model/index.ts";
import { sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";
import { printedLines } from "./printed-lines.ts";

type Row = readonly (SourcedText | null)[];

/**
 * Running text whose lines hold "a | b | c" as tables: what a mail or a plain text makes of a table.
 *
 * Two lines with as many bars make one; a single bar in a sentence is left alone.
 */
export function withPipedTables(blocks: readonly Block[], source: string | null): readonly Block[] {
  const found: Block[] = [];
  let run: { readonly row: Row; readonly block: ParagraphBlock }[] = [];
  const flush = (): void => {
    const [first] = run;
    if (first !== undefined && run.length > 1)
      found.push({
        type: "table",
        zone: first.block.zone,
        page: first.block.page,
        rows: run.map(({ row }) => row),
      });
    else for (const { block } of run) found.push(block);
    run = [];
  };
  for (const block of blocks) {
    if (block.type === "table" || !block.text.includes("|")) {
      flush();
      found.push(block);
      continue;
    }
    for (const line of printedLines(block, source)) {
      const row = rowOf(line);
      if (row === "rule") continue;
      if (row === null) {
        flush();
        found.push({ ...block, ...line });
        continue;
      }
      if (run.length > 0 && run[0]?.row.length !== row.length) flush();
      run.push({ row, block: { ...block, ...line } });
    }
  }
  flush();
  return found;
}

/** The cells of a line with bars; `null` for other lines, "rule" for a line of dashes. */
function rowOf(line: SourcedText): Row | "rule" | null {
  const { text } = line;
  if (/^[\s|:-]+$/.test(text)) return text.includes("|") ? "rule" : null;
  const isFenced = /^\s*\|.*\|\s*$/.test(text);
  if (!isFenced && !/\S \| \S/.test(text)) return null;
  const cells: (SourcedText | null)[] = [];
  let start = 0;
  for (const raw of text.split("|")) {
    const trimmed = raw.trim();
    const at = start + raw.indexOf(trimmed);
    cells.push(trimmed === "" ? null : sliceSourcedText(line, at, at + trimmed.length));
    start += raw.length + 1;
  }
  const inner = isFenced ? cells.slice(1, -1) : cells;
  return inner.length < 2 ? null : inner;
}
