import type { Block, ParagraphBlock, SourcedText } from "../../../../../src-shared/model/index.ts";
import { joinSourcedTexts } from "../../../../../src-shared/model/sourced-text.ts";
import type { Column, List } from "./list-rows.ts";
import type { GridLine, Segment } from "./printed-grid.ts";

type Row = readonly (SourcedText | null)[];

/** The blocks with each list as one table where its first line stands, and all other lines as they were. */
export function withLists(
  blocks: readonly Block[],
  grid: readonly GridLine[],
  lists: readonly List[],
): readonly Block[] {
  const listOf = new Map<GridLine, List>();
  for (const list of lists) for (const line of [...list.head, ...list.lines]) listOf.set(line, list);
  const done = new Set<List>();
  const found: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const lines = grid.filter((line) => line.block === index);
    if (!lines.some((line) => listOf.has(line))) {
      found.push(block);
      continue;
    }
    let kept: GridLine[] = [];
    const flush = (): void => {
      if (kept.length > 0) found.push(...leftOver(block, kept));
      kept = [];
    };
    for (const line of lines) {
      const list = listOf.get(line);
      if (list === undefined) {
        kept.push(line);
        continue;
      }
      flush();
      if (done.has(list)) continue;
      done.add(list);
      found.push({ type: "table", zone: block.zone, page: block.page, rows: tableOf(list) });
    }
    flush();
  }
  return found;
}

/** What of a block no list takes, as it was: rows of a table that have words left, lines of a paragraph. */
function leftOver(block: Block, kept: readonly GridLine[]): readonly Block[] {
  if (block.type === "table") {
    const rows = new Set(kept.map(({ row }) => row));
    return [{ ...block, rows: block.rows.filter((_, at) => rows.has(at)) }];
  }
  const source = joinSourcedTexts(
    kept.map(({ source }) => source),
    "\n",
  );
  const paragraph: ParagraphBlock = { ...block, ...source };
  return [paragraph];
}

function tableOf(list: List): readonly Row[] {
  const { columns } = list;
  // Labels and sums without a head: which is which is plain, wherever they stand.
  if (list.head.length === 0 && list.rows.every((row) => row.length <= 2))
    return list.rows.map(([label, sum]) => [label?.source ?? null, sum?.source ?? null]);
  const toRow = (segments: readonly Segment[]): Row => {
    const cells: Segment[][] = columns.map(() => []);
    for (const segment of segments) cells[nearest(segment, columns)]?.push(segment);
    return cells.map((cell) =>
      cell.length === 0
        ? null
        : joinSourcedTexts(
            cell.map(({ source }) => source),
            " ",
          ),
    );
  };
  const head = list.head.flatMap(({ segments }) => segments.flatMap((segment) => spread(segment, columns)));
  return [
    ...(head.length === 0 ? [] : [toRow(head)]),
    // A name of a group stands in the first cell, alone.
    ...list.rows.map((row, at) =>
      list.groups.has(at) ? [row[0]?.source ?? null, ...columns.slice(1).map(() => null)] : toRow(row),
    ),
  ];
}

/** A head over several columns says it of each: "Rate per hour" over "Day shift" and "Night shift". */
function spread(segment: Segment, columns: readonly Column[]): readonly Segment[] {
  const over = columns.filter(({ left, right }) => segment.left < right && segment.right > left);
  return over.length < 2 ? [segment] : over.map(({ left, right }) => ({ ...segment, left, right }));
}

function nearest(segment: Segment, columns: readonly Column[]): number {
  let best = 0;
  let score = -Infinity;
  for (const [index, column] of columns.entries()) {
    const shared = Math.min(segment.right, column.right) - Math.max(segment.left, column.left);
    if (shared > score + 1e-9) {
      best = index;
      score = shared;
    }
  }
  return best;
}
