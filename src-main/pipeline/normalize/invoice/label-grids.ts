import type { LabelField } from "../labels/index.ts";
import { headFields } from "./label-rows.ts";
import type { Layout, Row, Segment, Token } from "./layout.ts";
import { overlapInX } from "./layout.ts";
import { startsWithLabel } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";

/** The words under each label of a grid: of a row of names over a row of values, column by column. */
export type GridValues = ReadonlyMap<PrintedLabel, readonly Token[]>;

/** A column of a grid: the words that head it, and where they stand. */
interface Head {
  /** `null` over a column whose name no dictionary holds: its values are not the neighbor's all the same. */
  readonly label: PrintedLabel | null;
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

/** Rows that one row of values may break into. */
const mostRows = 6;
/** White between the rows of one value, in letter sizes. */
const withinValue = 0.6;
/** White between the names and the values, in letter sizes: a grid with rules has more of it. */
const belowNames = 2.4;
/** How far edges of one column may differ, in letter sizes. */
const edge = 0.5;
/** Words of a name that no dictionary holds. */
const mostWords = 4;

const gridFields: ReadonlySet<LabelField> = new Set([...headFields, "tax-id"]);

/**
 * Reads grids of names over values: "Number  Date  Your order" over "17  3 March  PO-5".
 *
 * Columns that stand so close that their words make one segment part where a word of the row begins under a name, or
 * the one before it ends under one. A value goes on in the rows right below where it breaks within its cell.
 */
export function readLabelGrids(
  layout: Layout,
  labels: LabelIndex,
  isOpen: (segment: Segment) => boolean,
): GridValues {
  const values = new Map<PrintedLabel, readonly Token[]>();
  for (const row of layout.rows) {
    for (const heads of headRuns(row, labels, isOpen)) {
      const cells = cellsUnder(heads, row, layout, labels, isOpen);
      heads.forEach(({ label }, index) => {
        const tokens = cells?.[index] ?? [];
        if (label !== null && tokens.length > 0) values.set(label, tokens);
      });
    }
  }
  return values;
}

/** The runs of a row's cells that hold names and nothing else, two known ones at least. */
function headRuns(
  row: Row,
  labels: LabelIndex,
  isOpen: (segment: Segment) => boolean,
): readonly (readonly Head[])[] {
  const runs: Head[][] = [[]];
  for (const segment of row.segments) {
    const heads = isOpen(segment) ? headsOf(segment, labels) : null;
    if (heads === null) runs.push([]);
    else runs.at(-1)?.push(...heads);
  }
  return runs.filter((run) => run.filter(({ label }) => label !== null).length >= 2);
}

/** The names that a segment is made of; `null` where it holds anything else. */
function headsOf(segment: Segment, labels: LabelIndex): readonly Head[] | null {
  if (/[\d:：]/.test(segment.text)) return null;
  const own = (labels.get(segment) ?? []).filter(({ meanings }) =>
    meanings.some(({ field, weight }) => gridFields.has(field) && weight >= 0.3),
  );
  const isCovered = segment.tokens.every(
    ({ text }, index) => !/\p{L}/u.test(text) || own.some(({ start, end }) => index >= start && index < end),
  );
  const isKnown = own.length > 0 && isCovered;
  if (!isKnown && segment.tokens.length > mostWords) return null;
  const parts = isKnown ? own : [{ label: null, start: 0, end: segment.tokens.length }];
  return parts.flatMap((part): readonly Head[] => {
    const first = segment.tokens[part.start];
    const last = segment.tokens[part.end - 1];
    if (first === undefined || last === undefined) return [];
    const label = "label" in part ? null : part;
    return [{ label, left: first.left, right: last.right, size: segment.size }];
  });
}

/** The words under each of some heads, in the heads' order; `null` where what stands below is no row of values. */
function cellsUnder(
  heads: readonly Head[],
  from: Row,
  { rows }: Layout,
  labels: LabelIndex,
  isOpen: (segment: Segment) => boolean,
): readonly (readonly Token[])[] | null {
  const cells: Token[][] = heads.map(() => []);
  const next = from.segments.find(({ left }) => left > (heads.at(-1)?.right ?? 0))?.left ?? 1;
  let bottom = from.bottom;
  let hasValues = false;
  for (const row of rows.slice(from.index + 1, from.index + 1 + mostRows)) {
    const size = heads[0]?.size ?? 0;
    if (row.page !== from.page || row.top - bottom > (hasValues ? withinValue : belowNames) * size) break;
    const within = row.segments.filter((segment) => isUnder(segment, heads, next));
    if (within.some((segment) => !isOpen(segment) || startsWithLabel(segment, labels))) break;
    // A row without a digit right under the names goes on with them: "Customer" over "number".
    const isNames = !hasValues && row.top - bottom <= withinValue * size && !within.some(hasDigit);
    if (isNames) {
      bottom = row.bottom;
      continue;
    }
    const parts = within.map((segment) => partsUnder(segment, heads));
    // What no column holds is no part of a grid: the grid ends above it.
    if (parts.includes(null) || (within.length === 0 && hasValues)) break;
    for (const { column, tokens } of parts.flatMap((own) => own ?? [])) cells[column]?.push(...tokens);
    if (within.length > 0) {
      hasValues = true;
      bottom = Math.max(...within.map((segment) => segment.bottom));
    }
  }
  return cells.flat().some(({ text }) => /\d/.test(text)) ? cells : null;
}

const hasDigit = ({ text }: Segment): boolean => /\d/.test(text);

const isUnder = (segment: Segment, heads: readonly Head[], next: number): boolean =>
  segment.left < next &&
  heads.some((head) => overlapInX({ ...segment, left: head.left, right: head.right }, segment) > 0);

interface Part {
  readonly column: number;
  readonly tokens: readonly Token[];
}

/** A segment parted at the columns that it reaches over; `null` where nothing says where one of them begins. */
function partsUnder(segment: Segment, heads: readonly Head[]): readonly Part[] | null {
  const reached = heads.flatMap((head, column) =>
    overlapInX({ ...segment, left: head.left, right: head.right }, segment) > 0 ? [column] : [],
  );
  const parts: Part[] = [];
  let start = 0;
  for (const [at, column] of reached.entries()) {
    const following = reached[at + 1];
    const cut = following === undefined ? segment.tokens.length : cutBefore(segment, start, heads, following);
    if (cut < 0) return null;
    parts.push({ column, tokens: segment.tokens.slice(start, cut) });
    start = cut;
  }
  return parts;
}

/** The first word of a segment, behind the one at `start`, that belongs under a head and no longer under the one before it; -1 where none does. */
function cutBefore({ tokens }: Segment, start: number, heads: readonly Head[], column: number): number {
  const head = heads[column];
  const previous = heads[column - 1];
  if (head === undefined || previous === undefined) return -1;
  const tolerance = edge * head.size;
  const opens = tokens.findIndex(
    (token, index) => index > start && Math.abs(token.left - head.left) < tolerance,
  );
  if (opens >= 0) return opens;
  return tokens.findIndex((token, index) => {
    const before = tokens[index - 1];
    return index > start && before !== undefined && Math.abs(before.right - previous.right) < tolerance;
  });
}
