import type { PdfEngine } from "./engine.ts";
import { withMemory } from "./engine.ts";

/** A rectangle in points of the shown page: origin top left, y downwards. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** `[a b c d e f]` as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The shown page, after crop box and `/Rotate`, and the way from user space to it. */
export interface PageGeometry {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly toShown: Matrix;
}

/** Geometry of a loaded page; `null` when its boxes make no page. */
export function readPageGeometry(engine: PdfEngine, page: number): PageGeometry | null {
  const { call, memory } = engine;
  const [left, top, right, bottom] = withMemory(engine, 16, (pointer) => {
    call["FPDF_GetPageBoundingBox"]?.(page, pointer);
    const at = pointer >> 2;
    return [...memory.HEAPF32.subarray(at, at + 4)];
  });
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return null;
  const width = right - left;
  const height = top - bottom;
  if (!(width > 0 && height > 0 && width < 1e6 && height < 1e6)) return null;
  switch (call["FPDFPage_GetRotation"]?.(page)) {
    case 1:
      return { width: height, height: width, toShown: [0, 1, 1, 0, -bottom, -left] };
    case 2:
      return { width, height, toShown: [-1, 0, 0, 1, right, -bottom] };
    case 3:
      return { width: height, height: width, toShown: [0, -1, -1, 0, top, right] };
    default:
      return { width, height, toShown: [1, 0, 0, -1, -left, top] };
  }
}

/** First `inner`, then `outer`. */
export function multiplyMatrices(inner: Matrix, outer: Matrix): Matrix {
  return [
    inner[0] * outer[0] + inner[1] * outer[2],
    inner[0] * outer[1] + inner[1] * outer[3],
    inner[2] * outer[0] + inner[3] * outer[2],
    inner[2] * outer[1] + inner[3] * outer[3],
    inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
    inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
  ];
}

export const transformX = (matrix: Matrix, x: number, y: number): number =>
  matrix[0] * x + matrix[2] * y + matrix[4];
export const transformY = (matrix: Matrix, x: number, y: number): number =>
  matrix[1] * x + matrix[3] * y + matrix[5];

/** The upright rectangle around a transformed one given by two corners. */
export function transformCorners(
  matrix: Matrix,
  left: number,
  bottom: number,
  right: number,
  top: number,
): Rectangle {
  const [a, b, c, d, e, f] = matrix;
  const fromX = Math.min(a * left, a * right) + Math.min(c * bottom, c * top) + e;
  const toX = Math.max(a * left, a * right) + Math.max(c * bottom, c * top) + e;
  const fromY = Math.min(b * left, b * right) + Math.min(d * bottom, d * top) + f;
  const toY = Math.max(b * left, b * right) + Math.max(d * bottom, d * top) + f;
  return { left: fromX, top: fromY, right: toX, bottom: toY };
}

export const intersectRectangles = (one: Rectangle, other: Rectangle): Rectangle => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

export const unionRectangles = (one: Rectangle, other: Rectangle): Rectangle => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});

/** Zero for an empty or inverted rectangle. */
export const areaOf = (box: Rectangle): number =>
  Math.max(0, box.right - box.left) * Math.max(0, box.bottom - box.top);

export const containsPoint = (box: Rectangle, x: number, y: number): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/** Quarter turns clockwise that text drawn with the angle has, and whether it is off them by more than 10°. */
export function quarterTurnsOf(directionX: number, directionY: number): { turns: number; oblique: boolean } {
  const angle = (Math.atan2(directionY, directionX) * 180) / Math.PI;
  const turns = Math.round(angle / 90);
  return { turns: (turns + 4) % 4, oblique: Math.abs(angle - turns * 90) > 10 };
}

/** The way from the shown page to the page turned back, so that text with these turns reads upright. */
export function uprightMatrix(turns: number, width: number, height: number): Matrix {
  switch (turns) {
    case 1:
      return [0, -1, 1, 0, 0, width];
    case 2:
      return [-1, 0, 0, -1, width, height];
    case 3:
      return [0, 1, -1, 0, height, 0];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}
