import type { Layout, Row, Segment, Token } from "./layout.ts";
import { leastOf, medianOf } from "./layout.ts";
import { hasMoney, tokensOf } from "./printed-row.ts";
import { figuredLine } from "./loose-rows.ts";
import type { ItemTable, RawLine } from "./raw-line.ts";
import type { Reckoning } from "./reckoning-run.ts";
import type { Entry } from "./reckoning-entries.ts";
import { findDateSpans } from "./spans.ts";
import type { Conventions } from "./spans.ts";
import type { BodyRow } from "./table-rows.ts";
import { assignText } from "./table-text.ts";

/** Rows above the first item that may begin it. */
const mostAbove = 6;
/** Rows below the last item that may go on with it. */
const mostBelow = 4;

/** The items of a reckoning that stand under no header: words around an amount, and the figures that make it. */
export function linesOfReckoning(
  reckoning: Reckoning,
  items: readonly Entry[],
  taken: ReadonlySet<number>,
  layout: Layout,
  conventions: Conventions,
): ItemTable | null {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return null;
  const byRow = new Map(items.map((entry) => [entry.row.index, entry] as const));
  const sums = new Set([...reckoning.sums, ...reckoning.taxes].map(({ row }) => row.index));
  const left = Math.min(
    leftEdge(items.map(({ row }) => row)),
    leastOf(items.map(({ number }) => number.tokens[0]?.left ?? Number.POSITIVE_INFINITY)),
  );
  const clip = (row: Row): readonly Segment[] =>
    row.segments.filter((segment) => segment.right > left - 0.3 * segment.size);
  const body = layout.rows
    .slice(Math.max(0, first.row.index - mostAbove), last.row.index + 1 + mostBelow)
    .filter(({ index }) => !taken.has(index))
    .flatMap((row): readonly BodyRow[] => {
      const segments = clip(row);
      const own = { ...row, segments, text: segments.map(({ text }) => text).join("  ") };
      const cells = [tokensOf(own)];
      if (byRow.has(row.index)) return [{ row: own, cells, kind: "item" }];
      if (segments.length === 0) return [];
      const kind = sums.has(row.index) || hasMoney(own.text) ? "total" : "text";
      return [{ row: own, cells, kind }];
    });
  const anchors = body.flatMap(({ kind }, index) => (kind === "item" ? [index] : []));
  const opens = ({ cells }: BodyRow): boolean =>
    /^\d{1,3}[.)]$/.test(cells[0]?.[0]?.text ?? "") || opensWithDate(cells[0] ?? [], conventions);
  const owners = assignText(body, anchors, layout, opens);
  const lines = anchors.flatMap((anchor): readonly RawLine[] => {
    const entry = byRow.get(body[anchor]?.row.index ?? -1);
    if (entry === undefined) return [];
    const tokens = body.flatMap(({ cells }, index) =>
      index === anchor || owners.get(index) === anchor ? (cells[0] ?? []) : [],
    );
    return [withDate(figuredLine(entry.row, tokens, entry.number, conventions), conventions)];
  });
  const rows = new Set(
    body.flatMap(({ row, kind }, index) => (kind === "item" || owners.has(index) ? [row.index] : [])),
  );
  return {
    lines,
    rows,
    firstRow: first.row.index,
    lastRow: last.row.index,
    isGross: false,
    leading: [],
    sums: reckoning.sums.slice(-1).map(({ number }) => number),
    columns: [],
  };
}

/** Where most rows begin: what stands left of it is a column beside the items. */
function leftEdge(rows: readonly Row[]): number {
  const lefts = rows.flatMap(({ segments }) =>
    segments.filter(({ text }) => /\p{L}{2}/u.test(text)).map(({ left, size }) => ({ left, size })),
  );
  const size = medianOf(lefts.map((one) => one.size)) || 0.01;
  const reach = 0.5 * size;
  const edges = lefts.map(({ left }) => left).toSorted((one, other) => one - other);
  // The first edge that most rows share, counted over a window that moves along the sorted ones.
  let [from, to] = [0, 0];
  for (const left of edges) {
    while ((edges[from] ?? left) <= left - reach) from += 1;
    while ((edges[to] ?? Number.POSITIVE_INFINITY) < left + reach) to += 1;
    if ((to - from) * 2 > rows.length) return left;
  }
  return 0;
}

function opensWithDate(tokens: readonly Token[], conventions: Conventions): boolean {
  return findDateSpans(tokens.slice(0, 4), conventions).some(({ start }) => start === 0);
}

/** The day with which the words of a line begin. */
function withDate(line: RawLine, conventions: Conventions): RawLine {
  const [date] = findDateSpans(line.description, conventions);
  if (date === undefined || date.start > 0) return line;
  return { ...line, date, description: line.description.slice(date.end) };
}
