import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import { blankCell, type Grid, type GridCell } from "./grid.ts";
import { titleKey } from "./title-key.ts";

interface Labeled {
  readonly label: string;
  readonly labelStart: number;
  readonly value: string;
  readonly valueStart: number;
}

/** Two slips under one another are read as slips; three with the same labels are a list. */
const fewestBlocks = 3;
const fewestLabels = 3;
const mostlyLabeled = 0.7;
const pair = /^(\s*)(\p{L}[\p{L}\d ./'’()-]{0,30}?)(\s*:\s*)(\S.*?)?\s*$/u;

/**
 * Blocks of labels with their values that repeat, one block for each record, as a table: a column for each label, a row
 * for each block.
 */
export function blockGrids(document: ReadDocument): readonly Grid[] {
  const { text } = document;
  if (text === null || (document.reader !== "text" && document.reader !== "email")) return [];
  const blocks = labeledBlocks(text.split("\f")[0] ?? "");
  const grids: Grid[] = [];
  for (let from = 0; from < blocks.length; from += 1) {
    const first = blocks[from] ?? [];
    let to = from + 1;
    while (to < blocks.length && isAlike(first, blocks[to] ?? [])) to += 1;
    if (to - from < fewestBlocks) continue;
    grids.push(gridOf(document, blocks.slice(from, to), grids.length));
    from = to - 1;
  }
  return grids;
}

/** The paragraphs of a text of which most lines are a label with its value. */
function labeledBlocks(text: string): readonly (readonly Labeled[])[] {
  const blocks: Labeled[][] = [];
  let [at, lines] = [0, 0];
  let block: Labeled[] = [];
  const close = (): void => {
    if (block.length >= fewestLabels && block.length >= lines * mostlyLabeled) blocks.push(block);
    else if (lines > 0) blocks.push([]);
    [block, lines] = [[], 0];
  };
  for (const line of text.split("\n")) {
    const [, indent = "", label = "", colon = "", value = ""] = pair.exec(line.trimEnd()) ?? [];
    if (line.trim() === "") close();
    else lines += 1;
    const start = at + indent.length;
    if (label !== "")
      block.push({ label, labelStart: start, value, valueStart: start + label.length + colon.length });
    at += line.length + 1;
  }
  close();
  return blocks;
}

/** Whether two blocks have the same labels in the same order. */
const isAlike = (one: readonly Labeled[], other: readonly Labeled[]): boolean =>
  one.length >= fewestLabels &&
  one.length === other.length &&
  one.every(({ label }, index) => titleKey(label) === titleKey(other[index]?.label ?? ""));

function gridOf({ documentId }: ReadDocument, blocks: readonly (readonly Labeled[])[], index: number): Grid {
  const labels = [...new Map(blocks.flat().map((each) => [titleKey(each.label), each] as const)).values()];
  const cellOf = (text: string, start: number): GridCell =>
    text === ""
      ? blankCell
      : {
          text,
          value: null,
          valueType: "text",
          currency: null,
          prove: (role) => ({ documentId, role, quote: text, at: { start, end: start + text.length } }),
        };
  return {
    name: `blocks ${index + 1}`,
    isHeaded: true,
    rows: [
      labels.map(({ label, labelStart }) => cellOf(label, labelStart)),
      ...blocks.map((block) =>
        labels.map(({ label }) => {
          const own = block.find((each) => titleKey(each.label) === titleKey(label));
          return own === undefined ? blankCell : cellOf(own.value, own.valueStart);
        }),
      ),
    ],
  };
}
