import type { GrayImage } from "../../../../src-shared/model/index.ts";
import { luma } from "./gray-image.ts";
import { mostDecodedPixels } from "./picture-pdf.ts";

/** Ways to pack pixels that are read: none, and none with masks that say where the colors are. */
const [plain, masked] = [0, 3];

/**
 * A Windows bitmap in shades of gray; `null` for damaged, packed and oversized ones.
 *
 * Source: BITMAPFILEHEADER and BITMAPINFOHEADER of the Windows API; rows are stored from the lowest up, padded to four
 * bytes.
 */
export function decodeBmp(bytes: Uint8Array): GrayImage | null {
  if (bytes.length < 54) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [start, head] = [view.getUint32(10, true), view.getUint32(14, true)];
  const [width, signed] = [view.getInt32(18, true), view.getInt32(22, true)];
  const [depth, packing] = [view.getUint16(28, true), view.getUint32(30, true)];
  const height = Math.abs(signed);
  if (head < 40 || width < 1 || height < 1 || width * height > mostDecodedPixels) return null;
  if (packing !== plain && !(packing === masked && depth === 32)) return null;
  const stride = Math.ceil((width * depth) / 32) * 4;
  if (![1, 4, 8, 24, 32].includes(depth) || start + stride * height > bytes.length) return null;
  const palette = bytes.subarray(14 + head, start);
  const shades = Uint8Array.from({ length: 256 }, (_, color) =>
    luma(palette[color * 4 + 2] ?? 255, palette[color * 4 + 1] ?? 255, palette[color * 4] ?? 255),
  );
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const row = start + stride * (signed < 0 ? y : height - 1 - y);
    for (let x = 0; x < width; x += 1) {
      if (depth >= 24) {
        const at = row + (x * depth) / 8;
        pixels[y * width + x] = luma(bytes[at + 2] ?? 0, bytes[at + 1] ?? 0, bytes[at] ?? 0);
      } else {
        const bit = x * depth;
        const color = ((bytes[row + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
        pixels[y * width + x] = shades[color] ?? 255;
      }
    }
  }
  return { width, height, pixels };
}
