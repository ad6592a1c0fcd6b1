import type { GrayImage } from "../../../../src-shared/model/index.ts";
import { shrink } from "./gray-image.ts";

/** Where a point of a picture stands in the one that it was made from. */
export type WayBack = (x: number, y: number) => readonly [x: number, y: number];

type Point = readonly [x: number, y: number];
/** Top left, top right, bottom right, bottom left. */
export type Corners = readonly [Point, Point, Point, Point];

/** Pixels of the longer side at which a page is looked for. */
const lookedAt = 500;
/** Share of the picture that a page covers at least to be cut out of it. */
const leastShare = 0.25;
/** Share of the picture's border that the ground around the page takes at least. */
const leastGround = 0.35;
/** How much brighter than its ground a page must be. */
const leastContrast = 35;
/** Share of a page's outline that must lie near its four edges. */
const straightShare = 0.85;

/** The corners of a sheet of paper on darker ground; `null` when no four straight edges are seen. */
export function findPageCorners(image: GrayImage): Corners | null {
  const factor = Math.max(1, Math.ceil(Math.max(image.width, image.height) / lookedAt));
  const small = shrink(image, factor);
  const { width, height, pixels } = small;
  if (width < 60 || height < 60) return null;
  const threshold = groundThreshold(small);
  if (threshold === null) return null;
  const sheet = largestBright(small, threshold);
  if (sheet === null) return null;
  const outline = outlineOf(sheet, width, height);
  const corners = extremesOf(outline);
  if (areaOf(corners) < leastShare * width * height || !isConvex(corners)) return null;
  const margin = 0.012 * Math.max(width, height) + 1;
  const onEdges = outline.filter((point) => distanceToEdges(point, corners) <= margin).length;
  if (onEdges < straightShare * outline.length) return null;
  // Nothing to cut away: the picture is the page.
  const inset = corners.every(([x, y]) => {
    const [across, down] = [Math.min(x, width - 1 - x) / width, Math.min(y, height - 1 - y) / height];
    return across < 0.01 && down < 0.01;
  });
  if (inset || pixels.length === 0) return null;
  return corners.map(([x, y]): Point => [(x + 0.5) * factor, (y + 0.5) * factor]) as unknown as Corners;
}

/** A shade between the ground along the border and the page in the middle; `null` when they hardly differ. */
function groundThreshold({ width, height, pixels }: GrayImage): number | null {
  const middle: number[] = [];
  const border: number[] = [];
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2) {
      const value = pixels[y * width + x] ?? 0;
      const edge = Math.min(x, y, width - 1 - x, height - 1 - y);
      if (edge <= 2) border.push(value);
      else if (edge > Math.min(width, height) / 4) middle.push(value);
    }
  middle.sort((one, other) => one - other);
  border.sort((one, other) => one - other);
  const paper = middle[Math.floor(middle.length * 0.6)] ?? 0;
  const ground = border[Math.floor(border.length * leastGround)] ?? 255;
  return paper - ground < leastContrast ? null : (paper + 2 * ground) / 3;
}

/** The largest bright piece, holes filled row by row: 1 for the sheet. */
function largestBright({ width, height, pixels }: GrayImage, threshold: number): Uint8Array | null {
  const labels = new Int32Array(width * height).fill(-1);
  let [best, bestSize, label] = [-1, 0, 0];
  for (let start = 0; start < labels.length; start += 1) {
    if (labels[start] !== -1 || (pixels[start] ?? 0) < threshold) continue;
    const stack = [start];
    labels[start] = label;
    let size = 0;
    while (stack.length > 0) {
      const at = stack.pop() ?? 0;
      size += 1;
      const x = at % width;
      for (const next of [x > 0 ? at - 1 : at, x < width - 1 ? at + 1 : at, at - width, at + width]) {
        if (next < 0 || next >= labels.length || labels[next] !== -1 || (pixels[next] ?? 0) < threshold)
          continue;
        labels[next] = label;
        stack.push(next);
      }
    }
    if (size > bestSize) [best, bestSize] = [label, size];
    label += 1;
  }
  if (bestSize < (leastShare / 2) * width * height) return null;
  return Uint8Array.from(labels, (value) => (value === best ? 1 : 0));
}

/** The outermost points of the sheet in each row and column. */
function outlineOf(sheet: Uint8Array, width: number, height: number): readonly Point[] {
  const points: Point[] = [];
  for (let y = 0; y < height; y += 1) {
    let [left, right] = [-1, -1];
    for (let x = 0; x < width; x += 1)
      if (sheet[y * width + x] === 1) {
        if (left < 0) left = x;
        right = x;
      }
    if (left >= 0) points.push([left, y], [right, y]);
  }
  for (let x = 0; x < width; x += 1) {
    let [top, bottom] = [-1, -1];
    for (let y = 0; y < height; y += 1)
      if (sheet[y * width + x] === 1) {
        if (top < 0) top = y;
        bottom = y;
      }
    if (top >= 0) points.push([x, top], [x, bottom]);
  }
  return points;
}

function extremesOf(points: readonly Point[]): Corners {
  const pick = (score: (point: Point) => number): Point =>
    points.reduce((best, point) => (score(point) > score(best) ? point : best), points[0] ?? [0, 0]);
  return [
    pick(([x, y]) => -x - y),
    pick(([x, y]) => x - y),
    pick(([x, y]) => x + y),
    pick(([x, y]) => y - x),
  ];
}

const edgesOf = (corners: Corners): readonly (readonly [Point, Point])[] =>
  corners.map((corner, at) => [corner, corners[(at + 1) % 4] ?? corner]);

const crossOf = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

const areaOf = (corners: Corners): number =>
  Math.abs(edgesOf(corners).reduce((sum, [[ax, ay], [bx, by]]) => sum + ax * by - bx * ay, 0)) / 2;

const isConvex = (corners: Corners): boolean =>
  edgesOf(corners).every(([one, other], at) => crossOf(one, other, corners[(at + 2) % 4] ?? one) > 0);

function distanceToEdges(point: Point, corners: Corners): number {
  return Math.min(
    ...edgesOf(corners).map(([one, other]) => {
      const length = Math.hypot(other[0] - one[0], other[1] - one[1]);
      return length === 0 ? Infinity : Math.abs(crossOf(one, other, point)) / length;
    }),
  );
}

/** The sheet between the corners as a rectangle. */
export function rectify(
  image: GrayImage,
  corners: Corners,
): { readonly image: GrayImage; readonly wayBack: WayBack } {
  const side = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay);
  const width = Math.round(Math.max(side(corners[0], corners[1]), side(corners[3], corners[2])));
  const height = Math.round(Math.max(side(corners[0], corners[3]), side(corners[1], corners[2])));
  const wayBack = projectionTo(width, height, corners);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [fromX, fromY] = wayBack(x, y);
      const left = Math.max(0, Math.min(image.width - 2, Math.floor(fromX)));
      const top = Math.max(0, Math.min(image.height - 2, Math.floor(fromY)));
      const at = top * image.width + left;
      const partX = Math.max(0, Math.min(1, fromX - left));
      const partY = Math.max(0, Math.min(1, fromY - top));
      const upper = (image.pixels[at] ?? 255) * (1 - partX) + (image.pixels[at + 1] ?? 255) * partX;
      const lower =
        (image.pixels[at + image.width] ?? 255) * (1 - partX) +
        (image.pixels[at + image.width + 1] ?? 255) * partX;
      pixels[y * width + x] = Math.round(upper * (1 - partY) + lower * partY);
    }
  return { image: { width, height, pixels }, wayBack };
}

/** The projective map that takes a rectangle to four corners. Source: Heckbert 1989, square to quadrilateral. */
function projectionTo(width: number, height: number, corners: Corners): WayBack {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners;
  const [sumX, sumY] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  const [dx1, dx2, dy1, dy2] = [x1 - x2, x3 - x2, y1 - y2, y3 - y2];
  const denominator = dx1 * dy2 - dx2 * dy1;
  const g = (sumX * dy2 - dx2 * sumY) / denominator;
  const h = (dx1 * sumY - sumX * dy1) / denominator;
  const [a, b] = [x1 - x0 + g * x1, x3 - x0 + h * x3];
  const [d, e] = [y1 - y0 + g * y1, y3 - y0 + h * y3];
  return (x, y) => {
    const [u, v] = [x / width, y / height];
    const depth = g * u + h * v + 1;
    return [(a * u + b * v + x0) / depth, (d * u + e * v + y0) / depth];
  };
}
