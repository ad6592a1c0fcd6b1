import type { BlockZone, ParagraphBlock } from "../../../../src-shared/model/index.ts";
import { isQuantity, leadingLabel } from "./clause-label.ts";
import type { Vocabulary } from "./line-text.ts";
import { linesToSourcedText } from "./line-text.ts";
import type { Line, Region } from "./lines.ts";
import { medianOf, pitchBetween, usualPitch } from "./lines.ts";

/** Lines that make one paragraph, with the edges of the region that they were set in. */
export interface LineGroup {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
}

/** Lines of a region, without those of tables, as paragraphs. */
export function linesToGroups(lines: readonly Line[], region: Region): LineGroup[] {
  const groups: LineGroup[] = [];
  const pitch = usualPitch(region.lines);
  const edges = { left: region.left, right: usualRight(region) };
  let current: Line[] = [];
  for (const line of lines) {
    const last = current.at(-1);
    if (last !== undefined && !goesOn(current, last, line, pitch, edges, region)) {
      groups.push({ lines: current, ...edges });
      current = [];
    }
    current.push(line);
  }
  if (current.length > 0) groups.push({ lines: current, ...edges });
  return groups;
}

/** The right edge that full lines reach: the 80th percentile, since a few lines may run over. */
function usualRight(region: Region): number {
  const rights = region.lines.map((line) => line.right).toSorted((one, other) => one - other);
  return rights[Math.floor(rights.length * 0.8)] ?? region.right;
}

function goesOn(
  current: readonly Line[],
  last: Line,
  line: Line,
  pitch: number,
  edges: { left: number; right: number },
  region: Region,
): boolean {
  const distance = pitchBetween(last, line);
  const own = current.length > 1 ? medianOf(distancesIn(current)) : pitch;
  if (distance > 1.35 * Math.max(own, Math.min(pitch, 1.6 * line.height)) || distance <= 0) return false;
  if (Math.max(last.size, line.size) > 1.18 * Math.min(last.size, line.size)) return false;
  if (last.bold !== line.bold && (isHeadingLike(last) || isHeadingLike(line))) return false;
  if (isRuleBetween(last, line, region)) return false;
  const width = edges.right - edges.left;
  const room = edges.right - last.right;
  const isFull = room < Math.max(0.14 * width, firstWordWidth(line)) || /\p{L}-$/u.test(last.text);
  const ends = /[.;:!?]["”’)]?$/u.test(last.text);
  const label = leadingLabel(line.text);
  if (
    label !== null &&
    !isQuantity(line.text) &&
    (!isFull || ends || /(?:,|\band|\bor|&)$/iu.test(last.text))
  )
    return false;
  if (label !== null && /^(?:\(|[•●▪■◦○‣])/u.test(label)) return false;
  if (/[.…_]{4,}/u.test(last.text)) return false;
  if (line.segments.length > 1 && !isLabelGap(line)) return false;
  if (last.segments.length > 1 && !isLabelGap(last)) return false;
  const indent = ((line.left - last.left) / Math.max(line.height, 1e-6)) * region.aspect;
  if (indent > 1.5 && ends && current.length > 1) return false;
  if (!isFull) return !ends && /^\p{Ll}/u.test(line.text) && room < 0.5 * width;
  if (
    isHeadingLike(last) &&
    current.length === 1 &&
    !/^\p{Ll}/u.test(line.text) &&
    last.right < edges.right - 0.1 * width
  )
    return false;
  return true;
}

const distancesIn = (lines: readonly Line[]): number[] =>
  lines.slice(1).map((line, index) => pitchBetween(lines[index] ?? line, line));

const firstWordWidth = (line: Line): number => (line.words[0]?.box[2] ?? 0) * 1.05;

/** A mark at the left and its text further right is one line of prose. */
const isLabelGap = (line: Line): boolean =>
  line.segments.length === 2 &&
  leadingLabel(line.segments[0]?.words.map((word) => word.text).join(" ") ?? "") !== null &&
  (line.segments[0]?.words.length ?? 0) <= 2;

function isRuleBetween(above: Line, below: Line, region: Region): boolean {
  const width = Math.min(above.right, below.right) - Math.max(above.left, below.left);
  return region.rules.some((rule) => {
    if (rule.orientation !== "horizontal") return false;
    const [x, y, length] = rule.box;
    const overlap = Math.min(x + length, above.right, below.right) - Math.max(x, above.left, below.left);
    return (
      y > above.bottom - 0.3 * above.height && y < below.top + 0.3 * below.height && overlap > 0.6 * width
    );
  });
}

/** Short, without a final stop, and bold or in capitals. */
export function isHeadingLike(line: Line): boolean {
  if (line.words.length > 14 || /[.;,]$/u.test(line.text.replace(/^(?:\d+|[A-Z])\.$/u, ""))) return false;
  if (!/\p{L}{2}/u.test(line.text) || /\d[.,]\d{2}$/u.test(line.text)) return false;
  return line.bold || isCapitals(line.text);
}

export function isCapitals(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= 3 && !/\p{Ll}{2}/u.test(text) && capitals > (text.match(/\d/gu)?.length ?? 0);
}

/** A group as a block. `bodySize` is the usual font size of the document's text. */
export function groupToBlock(
  group: LineGroup,
  zone: BlockZone,
  bodySize: number,
  vocabulary: Vocabulary,
  aspect: number,
): ParagraphBlock {
  const [first] = group.lines;
  if (first === undefined) throw new Error("A paragraph has lines");
  const bold = group.lines.every((line) => line.bold);
  const steps = ((first.left - group.left) / Math.max(first.height, 1e-6)) * aspect;
  return {
    type: "paragraph",
    ...linesToSourcedText(
      group.lines.map((line) => line.words),
      vocabulary,
    ),
    zone,
    headingLevel: zone === "body" ? headingLevelOf(group.lines, bodySize) : null,
    label: null,
    indent: isCentered(group) ? 0 : Math.min(9, Math.max(0, Math.round(steps / 2))),
    bold,
    page: first.page,
  };
}

/** As much room at both sides, and plenty of it. */
function isCentered(group: LineGroup): boolean {
  const width = group.right - group.left;
  return group.lines.every((line) => {
    const before = line.left - group.left;
    const after = group.right - line.right;
    return before > 0.08 * width && Math.abs(before - after) < 0.06 * width;
  });
}

function headingLevelOf(lines: readonly Line[], bodySize: number): number | null {
  const [first] = lines;
  if (first === undefined || lines.length > 3) return null;
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  const text = lines.map((line) => line.text).join(" ");
  if (words > 20 || !/\p{L}{2}/u.test(text)) return null;
  if (first.size > 1.6 * bodySize) return 1;
  if (first.size > 1.15 * bodySize) return 2;
  return lines.every(isHeadingLike) && words <= 14 ? 3 : null;
}
