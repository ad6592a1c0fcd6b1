import { unzlibSync } from "fflate";
import type { GrayImage } from "../../../../src-shared/model/index.ts";
import { luma } from "./gray-image.ts";
import { mostDecodedPixels } from "./picture-pdf.ts";

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Samples of a pixel by color type. Source: the PNG specification, 11.2.2. */
const samplesByType: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Head {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly type: number;
  readonly isInterlaced: boolean;
}

/** Where the pixels of a pass stand: first column and row, then steps. Source: the PNG specification, 8.2. */
type Pass = readonly [left: number, top: number, across: number, down: number];
const wholePicture: readonly Pass[] = [[0, 0, 1, 1]];
const interlaced: readonly Pass[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/** A PNG picture in shades of gray over white paper; `null` for damaged and oversized ones. */
export function decodePng(bytes: Uint8Array): GrayImage | null {
  if (!signature.every((byte, index) => bytes[index] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let head: Head | null = null;
  let palette: Uint8Array = new Uint8Array();
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (content.length < length) return null;
    if (name === "IHDR" && length >= 13) {
      if ((content[12] ?? 0) > 1) return null;
      head = {
        width: view.getUint32(at + 8),
        height: view.getUint32(at + 12),
        depth: content[8] ?? 0,
        type: content[9] ?? 0,
        isInterlaced: content[12] === 1,
      };
    }
    if (name === "PLTE") palette = content;
    if (name === "IDAT") parts.push(content);
    if (name === "IEND") break;
    at += 12 + length;
  }
  return head === null ? null : readPixels(head, palette, parts);
}

function readPixels(head: Head, palette: Uint8Array, parts: readonly Uint8Array[]): GrayImage | null {
  const samples = samplesByType[head.type];
  const { width, height, depth } = head;
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth)) return null;
  if (width < 1 || height < 1 || width * height > mostDecodedPixels) return null;
  const passes = (head.isInterlaced ? interlaced : wholePicture).flatMap((pass) => {
    const [left, top, across, down] = pass;
    const [columns, rows] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)];
    // A pass without pixels has no rows either.
    return columns < 1 || rows < 1
      ? []
      : [{ pass, columns, rows, stride: Math.ceil((columns * samples * depth) / 8) }];
  });
  const raw = inflate(
    parts,
    passes.reduce((sum, { rows, stride }) => sum + rows * (stride + 1), 0),
  );
  if (raw === null) return null;
  const pixels = new Uint8Array(width * height);
  const step = Math.max(1, (samples * depth) >> 3);
  let from = 0;
  for (const { pass, columns, rows, stride } of passes) {
    const own = raw.subarray(from, from + rows * (stride + 1));
    from += own.length;
    if (!unfilter(own, stride, rows, step)) return null;
    const shadeAt = shadesOf(own, stride, head, samples, palette);
    const [left, top, across, down] = pass;
    for (let y = 0; y < rows; y += 1)
      for (let x = 0; x < columns; x += 1)
        pixels[(top + y * down) * width + left + x * across] = shadeAt(x, y);
  }
  return { width, height, pixels };
}

/** The shade of a pixel of unfiltered rows, laid on white paper. */
function shadesOf(
  raw: Uint8Array,
  stride: number,
  { depth, type }: Head,
  samples: number,
  palette: Uint8Array,
): (x: number, y: number) => number {
  const sample = (row: number, index: number): number => {
    const start = row * (stride + 1) + 1;
    if (depth === 8) return raw[start + index] ?? 0;
    if (depth === 16) return raw[start + index * 2] ?? 0;
    const bit = index * depth;
    return ((raw[start + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  };
  const most = depth >= 8 ? 255 : (1 << depth) - 1;
  return (x, y) => {
    const first = x * samples;
    let gray: number;
    if (type === 3) {
      const color = sample(y, first) * 3;
      gray = luma(palette[color] ?? 255, palette[color + 1] ?? 255, palette[color + 2] ?? 255);
    } else if (samples < 3) gray = Math.trunc((sample(y, first) * 255) / most);
    else gray = luma(sample(y, first), sample(y, first + 1), sample(y, first + 2));
    const cover = samples === 2 || samples === 4 ? sample(y, first + samples - 1) : 255;
    return 255 - Math.trunc(((255 - gray) * cover) / 255);
  };
}

function inflate(parts: readonly Uint8Array[], expected: number): Uint8Array | null {
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  try {
    // With room given, nothing beyond it is unpacked: a bomb fails here.
    const raw = unzlibSync(packed, { out: new Uint8Array(expected) });
    return raw.length === expected ? raw : null;
  } catch {
    return null;
  }
}

/** Undoes the filters of rows in place. Source: the PNG specification, 9.2. */
function unfilter(raw: Uint8Array, stride: number, height: number, step: number): boolean {
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const filter = raw[start] ?? 0;
    if (filter > 4) return false;
    for (let x = 0; x < stride; x += 1) {
      const at = start + 1 + x;
      const left = x >= step ? (raw[at - step] ?? 0) : 0;
      const above = y > 0 ? (raw[at - stride - 1] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (raw[at - stride - 1 - step] ?? 0) : 0;
      const added =
        filter === 0
          ? 0
          : filter === 1
            ? left
            : filter === 2
              ? above
              : filter === 3
                ? (left + above) >> 1
                : nearest(left, above, corner);
      raw[at] = ((raw[at] ?? 0) + added) & 0xff;
    }
  }
  return true;
}

function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [
    Math.abs(guess - left),
    Math.abs(guess - above),
    Math.abs(guess - corner),
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
