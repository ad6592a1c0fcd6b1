import type { LabelField } from "../labels/index.ts";
import type { GridValues } from "./label-grids.ts";
import { overlapInX } from "./layout.ts";
import type { Layout, Row, Segment, Token } from "./layout.ts";
import { startsWithLabel, tokensBehind, weightOf } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";

export type Relation = "same-segment" | "right" | "in-grid" | "below" | "above";

/** Words where the value of a label may stand, with how well the place fits (0 to 1). */
export interface Site {
  readonly label: PrintedLabel;
  readonly relation: Relation;
  readonly score: number;
  readonly tokens: readonly Token[];
  readonly segment: Segment;
}

const relationWeights: Readonly<Record<Relation, number>> = {
  "same-segment": 1,
  right: 0.95,
  "in-grid": 0.95,
  below: 0.8,
  above: 0.35,
};

/** All places where the value of a label for a field may stand, best first; in a grid of names over values the one below it. */
export function sitesOf(
  label: PrintedLabel,
  field: LabelField,
  layout: Layout,
  labels: LabelIndex,
  grids: GridValues,
  isOpen: (segment: Segment) => boolean,
): readonly Site[] {
  const weight = weightOf(label, field) * label.place;
  if (weight === 0) return [];
  const sites: Site[] = [];
  const put = (relation: Relation, distance: number, segment: Segment, raw: readonly Token[]): void => {
    const from = raw.findIndex((token) => /[\p{L}\d]/u.test(token.text));
    const tokens = from < 0 ? [] : raw.slice(from);
    if (tokens.length > 0) {
      sites.push({
        label,
        relation,
        segment,
        tokens,
        score: weight * relationWeights[relation] * fading(distance),
      });
    }
  };
  const below = grids.get(label);
  if (below !== undefined) {
    put("in-grid", 0, label.segment, below);
    return sites;
  }
  const behind = tokensBehind(label, labels);
  const isWhole = behind.at(-1) === label.segment.tokens.at(-1);
  put(
    "same-segment",
    0,
    label.segment,
    isWhole ? [...behind, ...continuationOf(label.segment, layout)] : behind,
  );
  const row = layout.rows[label.segment.row];
  const page = layout.pages.find((one) => one.number === label.segment.page);
  if (row === undefined || page === undefined) return sites;
  const at = row.segments.indexOf(label.segment);
  const isLast = label.end === label.segment.tokens.length || behind.length === 0;
  if (isLast) {
    for (const [step, next] of row.segments.slice(at + 1, at + 3).entries()) {
      if (startsWithLabel(next, labels)) break;
      if (!isOpen(next)) continue;
      // A second value to the right belongs to the label only across an empty cell.
      const gap = step === 0 && isGridRow(row, layout, labels) ? 0 : next.left - label.segment.right;
      const distance = gap / (page.height * 40) + step * 0.7;
      put("right", distance, next, [...next.tokens, ...continuationOf(next, layout)]);
    }
    const wrapped = wrappedBelow(label, layout);
    if (wrapped !== null && isOpen(wrapped)) put("below", 0, wrapped, untilSeparator(wrapped, labels));
    const under = segmentBelow(label, layout, page.pitch, page.height);
    if (under !== null && isOpen(under.segment) && !startsWithLabel(under.segment, labels)) {
      const rest = continuationOf(under.segment, layout);
      put("below", (under.distance - 1) / 3 + under.offset, under.segment, [
        ...under.segment.tokens,
        ...rest,
      ]);
    }
    const above = segmentAbove(label, layout, page.pitch, page.height);
    if (above !== null && isOpen(above) && !startsWithLabel(above, labels))
      put("above", 0, above, above.tokens);
  }
  return sites.sort((first, second) => second.score - first.score);
}

/** A row of a label and one value in a list of such rows: however wide the gap, the value can be no other label's. */
function isGridRow(row: Row, layout: Layout, labels: LabelIndex): boolean {
  const [label, value] = row.segments;
  if (label === undefined || value === undefined || row.segments.length !== 2) return false;
  return [layout.rows[row.index - 1], layout.rows[row.index + 1]].some((near) => {
    const [nearLabel, nearValue] = near?.segments ?? [];
    return (
      near?.page === row.page &&
      near.segments.length === 2 &&
      nearLabel !== undefined &&
      nearValue !== undefined &&
      Math.abs(nearLabel.left - label.left) < 0.5 * label.size &&
      Math.abs(nearValue.left - value.left) < 0.5 * value.size &&
      startsWithLabel(nearLabel, labels) &&
      !startsWithLabel(nearValue, labels)
    );
  });
}

/** Ends of a value that goes on below: "01.02.2026 –", "2026-02-", "1 March to", "23 de fevereiro de". */
const dangling = /(?:\d[-–/.,]|[-–]|(?:^|\s)(?:to|bis|au|al|a|t\/m|tot|de|del|of))$/iu;
const dayAndMonth = /(?:^|\s)(?:\d{1,2}\.?(?: de| of)? \p{L}{3,}\.?|\p{L}{3,}\.? \d{1,2},?)$/u;

/** The rest of a value that breaks within its cell: the words right below that open at its left or end at its right. */
function continuationOf(segment: Segment, layout: Layout): readonly Token[] {
  const isDangling = dangling.test(segment.text);
  if (!isDangling && !dayAndMonth.test(segment.text)) return [];
  const below = layout.rows[segment.row + 1];
  if (below === undefined || below.page !== segment.page || below.top - segment.bottom > segment.size)
    return [];
  const found = below.segments.find(
    (other) =>
      Math.abs(other.left - segment.left) < 0.5 * segment.size ||
      Math.abs(other.right - segment.right) < 0.5 * segment.size,
  );
  if (found === undefined) return [];
  const goesOn = isDangling ? /^\d|^\p{L}{3,}\.? (?:de )?\d/u : /^(?:de |del )?(?:19|20)\d\d\b/;
  return goesOn.test(found.text) ? found.tokens : [];
}

/** A label that ends its line within a run of labels and values: its value opens the next line. */
function wrappedBelow(label: PrintedLabel, layout: Layout): Segment | null {
  if (label.start === 0 || !/[:：]$/.test(label.segment.text)) return null;
  const row = layout.rows[label.segment.row];
  const below = layout.rows[label.segment.row + 1];
  if (row === undefined || below === undefined || below.page !== row.page) return null;
  const [first] = below.segments;
  const isRun = row.segments.at(-1) === label.segment && below.top - row.bottom < label.segment.size;
  return isRun && first !== undefined && Math.abs(first.left - row.left) < first.size ? first : null;
}

/** Words of a run up to the next label or bar. */
function untilSeparator(segment: Segment, labels: LabelIndex): readonly Token[] {
  const bar = segment.tokens.findIndex((token) => /^[|·•;]$/.test(token.text));
  const next = (labels.get(segment) ?? []).find((label) => label.start > 0 && label.phrase.length > 3);
  const end = Math.min(...[bar, next?.start ?? -1, segment.tokens.length].filter((at) => at >= 0));
  return segment.tokens.slice(0, end);
}

function fading(distance: number): number {
  return Math.exp(-Math.max(0, distance));
}

/** Where the words of a label stand in x, which may be a part of its segment. */
export function reachOf(label: PrintedLabel): { readonly left: number; readonly right: number } {
  const tokens = label.segment.tokens.slice(label.start, label.end);
  return { left: tokens[0]?.left ?? label.segment.left, right: tokens.at(-1)?.right ?? label.segment.right };
}

function segmentBelow(
  label: PrintedLabel,
  layout: Layout,
  pitch: number,
  height: number,
): { readonly segment: Segment; readonly distance: number; readonly offset: number } | null {
  const reach = reachOf(label);
  const from = label.segment;
  for (let index = from.row + 1; index < Math.min(layout.rows.length, from.row + 5); index += 1) {
    const row = layout.rows[index];
    if (row === undefined || row.page !== from.page) return null;
    const distance = (row.top + row.bottom - from.top - from.bottom) / 2 / pitch;
    if (distance > 3.2) return null;
    const [best] = row.segments
      .map((segment) => ({ segment, offset: offsetBetween(reach, segment, height) }))
      .filter(({ offset }) => offset < 1)
      .sort((first, second) => first.offset - second.offset);
    if (best !== undefined) return { segment: best.segment, distance, offset: best.offset * 0.3 };
  }
  return null;
}

function segmentAbove(label: PrintedLabel, layout: Layout, pitch: number, height: number): Segment | null {
  const reach = reachOf(label);
  const from = label.segment;
  const row = layout.rows[from.row - 1];
  if (row === undefined || row.page !== from.page || from.top - row.bottom > 1.2 * pitch) return null;
  return row.segments.find((segment) => offsetBetween(reach, segment, height) < 0.5) ?? null;
}

/** 0 for words right under each other, 1 for words that do not belong together in x. */
export function offsetBetween(
  reach: { readonly left: number; readonly right: number },
  segment: Segment,
  height: number,
): number {
  const span = { ...segment, left: reach.left, right: reach.right };
  const shared = overlapInX(span, segment);
  const narrower = Math.min(reach.right - reach.left, segment.right - segment.left);
  const isEdge =
    Math.abs(reach.left - segment.left) < 0.6 * height ||
    Math.abs(reach.right - segment.right) < 0.6 * height;
  if (isEdge) return 0;
  if (shared <= 0) return 1;
  return Math.max(0, 0.5 * (1 - shared / Math.max(narrower, 0.0001)));
}
