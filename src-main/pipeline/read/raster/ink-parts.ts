import type { GrayImage } from "../../../../src-shared/model/index.ts";

/** A piece of ink that hangs together: a letter, a dot, a stamp. Edges are pixels, right and bottom exclusive. */
export interface InkPart {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Pixels of ink in it. */
  readonly ink: number;
}

/** More pieces than this are noise. */
const mostParts = 400_000;

/** Pieces of ink darker than a threshold, joined over corners, by runs of rows and union-find. */
export function findInkParts({ width, height, pixels }: GrayImage, threshold: number): readonly InkPart[] {
  const parents: number[] = [];
  const left: number[] = [];
  const top: number[] = [];
  const right: number[] = [];
  const bottom: number[] = [];
  const ink: number[] = [];
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? 0;
    while (parents[index] !== root) [index, parents[index]] = [parents[index] ?? 0, root];
    return root;
  };
  let above: number[] = [];
  for (let y = 0; y < height; y += 1) {
    // Start, end and label of each run, three numbers in a row.
    const runs: number[] = [];
    let known = 0;
    const row = y * width;
    for (let x = 0; x < width; x += 1) {
      if ((pixels[row + x] ?? 0) >= threshold) continue;
      const start = x;
      while (x < width && (pixels[row + x] ?? 0) < threshold) x += 1;
      while (known < above.length && (above[known + 1] ?? 0) < start) known += 3;
      let label = -1;
      for (let at = known; at < above.length && (above[at] ?? 0) <= x; at += 3) {
        const other = rootOf(above[at + 2] ?? 0);
        if (label === -1) label = other;
        else if (label !== other) {
          const [keep, drop] = label < other ? [label, other] : [other, label];
          parents[drop] = keep;
          left[keep] = Math.min(left[keep] ?? 0, left[drop] ?? 0);
          top[keep] = Math.min(top[keep] ?? 0, top[drop] ?? 0);
          right[keep] = Math.max(right[keep] ?? 0, right[drop] ?? 0);
          ink[keep] = (ink[keep] ?? 0) + (ink[drop] ?? 0);
          label = keep;
        }
      }
      if (label === -1) {
        label = parents.length;
        if (label >= mostParts) return [];
        parents.push(label);
        left.push(start);
        top.push(y);
        right.push(x);
        bottom.push(y + 1);
        ink.push(x - start);
      } else {
        if (start < (left[label] ?? 0)) left[label] = start;
        if (x > (right[label] ?? 0)) right[label] = x;
        bottom[label] = y + 1;
        ink[label] = (ink[label] ?? 0) + x - start;
      }
      runs.push(start, x, label);
    }
    above = runs;
  }
  const parts: InkPart[] = [];
  for (let index = 0; index < parents.length; index += 1)
    if (parents[index] === index)
      parts.push({
        left: left[index] ?? 0,
        top: top[index] ?? 0,
        right: right[index] ?? 0,
        bottom: bottom[index] ?? 0,
        ink: ink[index] ?? 0,
      });
  return parts;
}
