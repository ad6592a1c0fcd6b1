import type { GrayImage } from "../../../../src-shared/model/index.ts";
import { luma } from "./gray-image.ts";
import { mostDecodedPixels } from "./picture-pdf.ts";

/** Entries of the table of strings. Source: the GIF89a specification, appendix F. */
const mostCodes = 4096;
/** First row and step of the passes of an interlaced picture. Source: the GIF89a specification, appendix E. */
const passes: readonly (readonly [from: number, step: number])[] = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
];

/** The first picture of a GIF in shades of gray over white paper; `null` for damaged and oversized ones. */
export function decodeGif(bytes: Uint8Array): GrayImage | null {
  if (bytes.length < 13) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  if (width < 1 || height < 1 || width * height > mostDecodedPixels) return null;
  const flags = bytes[10] ?? 0;
  let at = 13;
  const shared = paletteAt(bytes, at, flags);
  at += shared.length;
  let transparent = -1;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x21) {
      if (bytes[at + 1] === 0xf9 && ((bytes[at + 3] ?? 0) & 1) === 1) transparent = bytes[at + 6] ?? -1;
      at = endOfBlocks(bytes, at + 2);
      continue;
    }
    if (kind !== 0x2c || at + 10 > bytes.length) return null;
    const [left, top] = [view.getUint16(at + 1, true), view.getUint16(at + 3, true)];
    const [columns, rows] = [view.getUint16(at + 5, true), view.getUint16(at + 7, true)];
    const own = bytes[at + 9] ?? 0;
    const local = paletteAt(bytes, at + 10, own);
    const palette = local.length > 0 ? local : shared;
    if (columns < 1 || rows < 1 || left + columns > width || top + rows > height) return null;
    const colors = unpack(bytes, at + 10 + local.length, columns * rows);
    if (colors === null) return null;
    const pixels = new Uint8Array(width * height).fill(255);
    const order = (own & 0x40) === 0 ? null : interlacedRows(rows);
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1) {
        const color = colors[row * columns + column] ?? 0;
        if (color === transparent) continue;
        const [red = 255, green = 255, blue = 255] = palette.subarray(color * 3, color * 3 + 3);
        pixels[(top + (order?.[row] ?? row)) * width + left + column] = luma(red, green, blue);
      }
    return { width, height, pixels };
  }
  return null;
}

const paletteAt = (bytes: Uint8Array, at: number, flags: number): Uint8Array =>
  (flags & 0x80) === 0 ? new Uint8Array() : bytes.subarray(at, at + 3 * (1 << ((flags & 7) + 1)));

/** Behind the last of a run of blocks, each with its length before it, up to an empty one. */
function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

const interlacedRows = (rows: number): readonly number[] =>
  passes.flatMap(([from, step]) =>
    Array.from({ length: Math.max(0, Math.ceil((rows - from) / step)) }, (_, at) => from + at * step),
  );

/** Color numbers packed by LZW; `null` where they end early or name what is not there. Never more than `expected`. */
function unpack(bytes: Uint8Array, from: number, expected: number): Uint8Array | null {
  const smallest = bytes[from] ?? 0;
  if (smallest < 2 || smallest > 11) return null;
  const [clear, end] = [1 << smallest, (1 << smallest) + 1];
  const prefix = new Uint16Array(mostCodes);
  const suffix = new Uint8Array(mostCodes);
  const lengths = new Uint16Array(mostCodes);
  for (let code = 0; code < clear; code += 1) {
    suffix[code] = code;
    lengths[code] = 1;
  }
  const out = new Uint8Array(expected);
  let [written, size, next, last] = [0, smallest + 1, end + 1, -1];
  let [bits, held] = [0, 0];
  for (let at = from + 1; at < bytes.length && bytes[at] !== 0; at += 1 + (bytes[at] ?? 0)) {
    const stop = Math.min(bytes.length, at + 1 + (bytes[at] ?? 0));
    for (let byte = at + 1; byte < stop; byte += 1) {
      bits |= (bytes[byte] ?? 0) << held;
      held += 8;
      while (held >= size) {
        const code = bits & ((1 << size) - 1);
        bits >>>= size;
        held -= size;
        if (code === end) return written === expected ? out : null;
        if (code === clear) {
          [size, next, last] = [smallest + 1, end + 1, -1];
          continue;
        }
        if (code > next || (code === next && last < 0)) return null;
        const known = code < next ? code : last;
        const length = (lengths[known] ?? 0) + (code < next ? 0 : 1);
        let place = written + (lengths[known] ?? 0) - 1;
        let rest = known;
        for (; (lengths[rest] ?? 0) > 1; place -= 1) {
          if (place < expected) out[place] = suffix[rest] ?? 0;
          rest = prefix[rest] ?? 0;
        }
        const first = suffix[rest] ?? 0;
        if (place < expected) out[place] = first;
        if (code === next && written + length - 1 < expected) out[written + length - 1] = first;
        if (last >= 0 && next < mostCodes) {
          prefix[next] = last;
          suffix[next] = first;
          lengths[next] = (lengths[last] ?? 0) + 1;
          next += 1;
          if (next === 1 << size && size < 12) size += 1;
        }
        written += length;
        if (written >= expected) return out;
        last = code;
      }
    }
  }
  return null;
}
