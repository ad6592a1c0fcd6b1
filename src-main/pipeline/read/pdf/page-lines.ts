import type { DrawnLine } from "./page-objects.ts";

/** Points by which pieces of one line may be apart, along and across. */
const alongSlack = 2;
const acrossSlack = 1;

/** Lines drawn in pieces, twice or as both edges of neighboring boxes, as one each. Sorted top to bottom, left to right. */
export function mergeLines(lines: readonly DrawnLine[]): DrawnLine[] {
  return [...mergeSide(lines, "horizontal"), ...mergeSide(lines, "vertical")];
}

function mergeSide(lines: readonly DrawnLine[], orientation: DrawnLine["orientation"]): DrawnLine[] {
  const isAcross = orientation === "horizontal";
  const spans = lines
    .filter((line) => line.orientation === orientation)
    .map(({ box }) => ({
      across: isAcross ? (box.top + box.bottom) / 2 : (box.left + box.right) / 2,
      from: isAcross ? box.left : box.top,
      to: isAcross ? box.right : box.bottom,
    }))
    .toSorted((one, other) => one.across - other.across || one.from - other.from || one.to - other.to);
  const merged: { across: number; from: number; to: number }[] = [];
  let first = 0;
  for (const span of spans) {
    while (first < merged.length && (merged[first]?.across ?? 0) < span.across - acrossSlack) first += 1;
    const touching = merged.find(
      (line, index) =>
        index >= first && span.from <= line.to + alongSlack && span.to >= line.from - alongSlack,
    );
    if (touching === undefined) merged.push({ ...span });
    else {
      touching.from = Math.min(touching.from, span.from);
      touching.to = Math.max(touching.to, span.to);
    }
  }
  return merged.map(({ across, from, to }) => ({
    orientation,
    box: isAcross
      ? { left: from, right: to, top: across, bottom: across }
      : { left: across, right: across, top: from, bottom: to },
  }));
}
