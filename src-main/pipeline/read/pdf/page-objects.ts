import { maximumObjectsPerPage, maximumRulesPerPage } from "../limits.ts";
import type { PdfEngine } from "./engine.ts";
import { withMemory } from "./engine.ts";
import type { Matrix, PageGeometry, Rectangle } from "./page-geometry.ts";
import {
  areaOf,
  intersectRectangles,
  multiplyMatrices,
  transformCorners,
  transformX,
  transformY,
  unionRectangles,
} from "./page-geometry.ts";

/** Red, green, blue and opacity, 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number, alpha: number];

/** Something that fills an area: what is drawn before it lies under it. */
export interface Surface {
  /** Position in drawing order. */
  readonly order: number;
  readonly box: Rectangle;
  /** `null` for pictures and shadings, whose color is not one. */
  readonly color: Color | null;
  readonly opaque: boolean;
}

/** A drawn straight line in points of the shown page. */
export interface DrawnLine {
  readonly orientation: "horizontal" | "vertical";
  readonly box: Rectangle;
}

/** What a page draws beside text, and when each text object is drawn. */
export interface PageObjects {
  readonly surfaces: readonly Surface[];
  readonly lines: readonly DrawnLine[];
  /** By text object pointer. */
  readonly orderByText: ReadonlyMap<number, number>;
  /** Share of the page under pictures, 0 to 1. */
  readonly pictureShare: number;
  /** Curves and lines that draw no rule; many of them without text mean text drawn as outlines. */
  readonly curves: number;
}

const objectText = 1;
const objectPath = 2;
const objectImage = 3;
const objectShading = 4;
const objectForm = 5;
const maximumFormDepth = 12;
const maximumSegments = 4_000;
/** Points: a filled box thinner than this is a line; a line shorter than the other is a mark. */
const thinnest = 3;
const shortest = 6;

interface Walk {
  readonly engine: PdfEngine;
  readonly page: Rectangle;
  readonly scratch: number;
  readonly surfaces: Surface[];
  readonly lines: DrawnLine[];
  readonly orderByText: Map<number, number>;
  order: number;
  pictures: number;
  curves: number;
}

/** Walks the page's objects, nested forms included, in drawing order. */
export function readPageObjects(engine: PdfEngine, page: number, geometry: PageGeometry): PageObjects {
  return withMemory(engine, 64, (scratch) => {
    const walk: Walk = {
      engine,
      page: { left: 0, top: 0, right: geometry.width, bottom: geometry.height },
      scratch,
      surfaces: [],
      lines: [],
      orderByText: new Map(),
      order: 0,
      pictures: 0,
      curves: 0,
    };
    const count = engine.call["FPDFPage_CountObjects"]?.(page) ?? 0;
    for (let index = 0; index < count && walk.order < maximumObjectsPerPage; index += 1)
      visit(walk, engine.call["FPDFPage_GetObject"]?.(page, index) ?? 0, geometry.toShown, walk.page, 0);
    return {
      surfaces: walk.surfaces,
      lines: walk.lines,
      orderByText: walk.orderByText,
      pictureShare: Math.min(1, walk.pictures / (geometry.width * geometry.height)),
      curves: walk.curves,
    };
  });
}

function visit(walk: Walk, object: number, matrix: Matrix, clip: Rectangle, depth: number): void {
  if (object === 0) return;
  const { call } = walk.engine;
  walk.order += 1;
  switch (call["FPDFPageObj_GetType"]?.(object)) {
    case objectText:
      walk.orderByText.set(object, walk.order);
      return;
    case objectPath:
      visitPath(walk, object, matrix, clip);
      return;
    case objectImage:
    case objectShading: {
      const box = intersectRectangles(boundsOf(walk, object, matrix), clippedBy(walk, object, matrix, clip));
      if (call["FPDFPageObj_GetType"]?.(object) === objectImage) walk.pictures += areaOf(box);
      if (areaOf(box) > 20)
        walk.surfaces.push({ order: walk.order, box, color: null, opaque: isOpaque(walk, object) });
      return;
    }
    case objectForm: {
      if (depth >= maximumFormDepth) return;
      const inner = multiplyMatrices(matrixOf(walk, object), matrix);
      const innerClip = clippedBy(walk, object, matrix, clip);
      const count = call["FPDFFormObj_CountObjects"]?.(object) ?? 0;
      for (let index = 0; index < count && walk.order < maximumObjectsPerPage; index += 1)
        visit(walk, call["FPDFFormObj_GetObject"]?.(object, index) ?? 0, inner, innerClip, depth + 1);
      return;
    }
    default:
  }
}

function visitPath(walk: Walk, object: number, matrix: Matrix, clip: Rectangle): void {
  const { call, memory } = walk.engine;
  const { scratch } = walk;
  if (call["FPDFPath_GetDrawMode"]?.(object, scratch, scratch + 4) !== 1) return;
  const filled = memory.HEAP32[scratch >> 2] !== 0;
  const stroked = memory.HEAP32[(scratch + 4) >> 2] !== 0;
  const fill = filled ? colorOf(walk, "FPDFPageObj_GetFillColor", object) : null;
  const stroke = stroked ? colorOf(walk, "FPDFPageObj_GetStrokeColor", object) : null;
  const outer = boundsOf(walk, object, matrix);
  const visible = clippedBy(walk, object, matrix, clip);
  const box = intersectRectangles(outer, visible);
  if (areaOf(box) <= 0 && !stroked) return;
  if (fill !== null && fill[3] > 0 && areaOf(box) > 20) {
    const opaque = fill[3] > 250 && isOpaque(walk, object);
    walk.surfaces.push({ order: walk.order, box, color: fill, opaque });
  }
  const fillShows = fill !== null && fill[3] > 20 && !isNearWhite(fill);
  const strokeShows = stroke !== null && stroke[3] > 20 && !isNearWhite(stroke);
  if (fillShows || strokeShows)
    readSegments(
      walk,
      object,
      multiplyMatrices(matrixOf(walk, object), matrix),
      visible,
      fillShows,
      strokeShows,
    );
}

function readSegments(
  walk: Walk,
  object: number,
  matrix: Matrix,
  visible: Rectangle,
  filled: boolean,
  stroked: boolean,
): void {
  const { call, memory } = walk.engine;
  const count = Math.min(maximumSegments, call["FPDFPath_CountSegments"]?.(object) ?? 0);
  let points: [number, number][] = [];
  let curved = false;
  const finish = (): void => {
    if (!curved) addLines(walk, points, visible, filled, stroked);
    points = [];
    curved = false;
  };
  for (let index = 0; index < count; index += 1) {
    const segment = call["FPDFPath_GetPathSegment"]?.(object, index) ?? 0;
    const type = call["FPDFPathSegment_GetType"]?.(segment);
    if (call["FPDFPathSegment_GetPoint"]?.(segment, walk.scratch, walk.scratch + 4) !== 1) continue;
    const x = memory.HEAPF32[walk.scratch >> 2] ?? 0;
    const y = memory.HEAPF32[(walk.scratch + 4) >> 2] ?? 0;
    if (type === 2) finish();
    if (type === 1) {
      curved = true;
      walk.curves += 1;
    }
    points.push([transformX(matrix, x, y), transformY(matrix, x, y)]);
    const first = points[0];
    if (call["FPDFPathSegment_GetClose"]?.(segment) === 1 && first !== undefined) points.push(first);
  }
  finish();
}

/** A thin filled box is one line, a larger one has four edges, a stroked path one line for each straight piece. */
function addLines(
  walk: Walk,
  points: readonly (readonly [number, number])[],
  visible: Rectangle,
  filled: boolean,
  stroked: boolean,
): void {
  if (points.length < 2) return;
  if (filled && points.length >= 4) {
    let box: Rectangle = pointBox(points[0] ?? [0, 0]);
    for (const point of points) box = unionRectangles(box, pointBox(point));
    box = intersectRectangles(box, visible);
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    if (width >= 0 && height >= 0 && Math.min(width, height) <= thinnest) {
      if (width >= shortest && height <= thinnest) addLine(walk, "horizontal", box);
      else if (height >= shortest) addLine(walk, "vertical", box);
      return;
    }
  }
  if (!stroked && (!filled || points.length > 6)) return;
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1];
    const to = points[index];
    if (from === undefined || to === undefined) continue;
    const box = intersectRectangles(unionRectangles(pointBox(from), pointBox(to)), visible);
    if (Math.abs(from[1] - to[1]) < 1 && box.right - box.left >= shortest && box.bottom >= box.top)
      addLine(walk, "horizontal", box);
    else if (Math.abs(from[0] - to[0]) < 1 && box.bottom - box.top >= shortest && box.right >= box.left)
      addLine(walk, "vertical", box);
  }
}

const pointBox = (point: readonly [number, number]): Rectangle => ({
  left: point[0],
  top: point[1],
  right: point[0],
  bottom: point[1],
});

function addLine(walk: Walk, orientation: DrawnLine["orientation"], box: Rectangle): void {
  if (walk.lines.length < maximumRulesPerPage) walk.lines.push({ orientation, box });
}

function boundsOf(walk: Walk, object: number, matrix: Matrix): Rectangle {
  const { call, memory } = walk.engine;
  const at = walk.scratch;
  if (call["FPDFPageObj_GetBounds"]?.(object, at, at + 4, at + 8, at + 12) !== 1)
    return { left: 0, top: 0, right: 0, bottom: 0 };
  const [left = 0, bottom = 0, right = 0, top = 0] = memory.HEAPF32.subarray(at >> 2, (at >> 2) + 4);
  return transformCorners(matrix, left, bottom, right, top);
}

function matrixOf(walk: Walk, object: number): Matrix {
  const { call, memory } = walk.engine;
  const at = walk.scratch;
  if (call["FPDFPageObj_GetMatrix"]?.(object, at) !== 1) return [1, 0, 0, 1, 0, 0];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = memory.HEAPF32.subarray(at >> 2, (at >> 2) + 6);
  return [a, b, c, d, e, f];
}

/** The clip of an object, taken as the box around each of its paths. */
function clippedBy(walk: Walk, object: number, matrix: Matrix, clip: Rectangle): Rectangle {
  const { call, memory } = walk.engine;
  const path = call["FPDFPageObj_GetClipPath"]?.(object) ?? 0;
  if (path === 0) return clip;
  const paths = call["FPDFClipPath_CountPaths"]?.(path) ?? 0;
  let box = clip;
  for (let index = 0; index < Math.min(paths, 16); index += 1) {
    const segments = call["FPDFClipPath_CountPathSegments"]?.(path, index) ?? 0;
    if (segments < 2 || segments > 64) continue;
    let outline: Rectangle | null = null;
    for (let number = 0; number < segments; number += 1) {
      const segment = call["FPDFClipPath_GetPathSegment"]?.(path, index, number) ?? 0;
      if (call["FPDFPathSegment_GetPoint"]?.(segment, walk.scratch, walk.scratch + 4) !== 1) continue;
      const x = memory.HEAPF32[walk.scratch >> 2] ?? 0;
      const y = memory.HEAPF32[(walk.scratch + 4) >> 2] ?? 0;
      const point = pointBox([transformX(matrix, x, y), transformY(matrix, x, y)]);
      outline = outline === null ? point : unionRectangles(outline, point);
    }
    if (outline !== null) box = intersectRectangles(box, outline);
  }
  return box;
}

function colorOf(walk: Walk, name: string, object: number): Color | null {
  const { call, memory } = walk.engine;
  const at = walk.scratch;
  if (call[name]?.(object, at, at + 4, at + 8, at + 12) !== 1) return null;
  const [red = 0, green = 0, blue = 0, alpha = 0] = memory.HEAPU32.subarray(at >> 2, (at >> 2) + 4);
  return [red, green, blue, alpha];
}

const isNearWhite = (color: Color): boolean => Math.min(color[0], color[1], color[2]) > 247;
const isOpaque = (walk: Walk, object: number): boolean =>
  walk.engine.call["FPDFPageObj_HasTransparency"]?.(object) !== 1;
