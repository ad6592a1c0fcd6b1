import type { BodyCell, BodyItem, BodyParagraph, BodyTable } from "../flow/body-item.ts";
import { cellOf } from "../flow/body-item.ts";

/** A cell as the properties of its row describe it: its right edge in twentieths of a point, and what it is merged into. */
interface CellFrame {
  readonly edge: number;
  readonly isContinued: boolean;
}

interface Row {
  readonly cells: readonly (BodyCell | null)[];
  readonly frames: readonly CellFrame[];
}

/** Gathers the rows of tables while a rich text file is read. */
export interface RtfTables {
  readonly addParagraphs: (paragraphs: readonly BodyParagraph[]) => void;
  /** Takes the words that make tables; `take` gives the text that the cell ends with. */
  readonly applyWord: (word: string, value: number | null, take: () => readonly BodyParagraph[]) => boolean;
  /** The table that has ended, if one was being read. */
  readonly close: () => readonly BodyItem[];
}

/** Edges closer than this, in twentieths of a point, are one. */
const sameEdge = 40;

export function createRtfTables(): RtfTables {
  let rows: Row[] = [];
  let cells: (BodyCell | null)[] = [];
  let content: BodyParagraph[] = [];
  let frames: CellFrame[] = [];
  let isContinued = false;
  return {
    addParagraphs: (paragraphs) => void content.push(...paragraphs),
    applyWord: (word, value, take) => {
      switch (word) {
        case "trowd":
          frames = [];
          isContinued = false;
          return true;
        case "clmrg":
        case "clvmrg":
          isContinued = true;
          return true;
        case "cellx":
          frames.push({ edge: value ?? 0, isContinued });
          isContinued = false;
          return true;
        case "nestcell":
        case "nestrow":
          content.push(...take());
          return true;
        case "cell":
          cells.push(
            cellOf(
              [...content, ...take()].filter(({ zone }) => zone === "body"),
              1,
            ),
          );
          content = [];
          return true;
        case "row":
          rows.push({ cells, frames });
          cells = [];
          content = [];
          return true;
        default:
          return false;
      }
    },
    close: () => {
      if (cells.length > 0) rows.push({ cells, frames });
      const table = rows.length === 0 ? [] : [tableOf(rows)];
      rows = [];
      cells = [];
      const rest = content;
      content = [];
      return [...table, ...rest];
    },
  };
}

/** Rows of different cells on the columns that all of their edges make. */
function tableOf(rows: readonly Row[]): BodyTable {
  const edges: number[] = [];
  for (const edge of rows.flatMap((row) => row.frames.map((frame) => frame.edge)).toSorted((a, b) => a - b))
    if (edges.length === 0 || edge - (edges.at(-1) ?? 0) > sameEdge) edges.push(edge);
  const columns = Math.max(edges.length, ...rows.map((row) => row.cells.length));
  const isFramed = edges.length === columns && rows.every((row) => row.frames.length >= row.cells.length);
  const columnOf = (edge: number): number => edges.findIndex((each) => Math.abs(each - edge) <= sameEdge);
  const placed = rows.map((row): (BodyCell | null)[] => {
    const line = Array.from({ length: columns }, (): BodyCell | null => null);
    let from = 0;
    for (const [index, cell] of row.cells.entries()) {
      const frame = row.frames[index];
      const to = isFramed && frame !== undefined ? Math.max(from, columnOf(frame.edge)) : index;
      if (cell !== null && frame?.isContinued !== true) line[from] = { ...cell, span: to - from + 1 };
      from = to + 1;
    }
    return line;
  });
  const widths = edges.map((edge, index) => Math.max(1, edge - (edges[index - 1] ?? 0)));
  const shares = isFramed ? widths : Array.from({ length: columns }, () => 1);
  const total = shares.reduce((sum, each) => sum + each, 0);
  return { type: "table", zone: "body", widths: shares.map((each) => each / total), rows: placed };
}
