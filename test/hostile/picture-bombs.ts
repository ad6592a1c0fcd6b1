import type { HostileFile, Many } from "./hostile-file.ts";
import { joinBytes, latin } from "./hostile-file.ts";

/** Head of a GIF of two colors and of one picture as large as its screen, up to the first byte of its codes. */
const gifHead = (width: number, height: number): Uint8Array => {
  const side = (value: number): readonly number[] => [value & 0xff, value >> 8];
  const sides = [...side(width), ...side(height)];
  return joinBytes(
    latin("GIF89a"),
    Uint8Array.of(...sides, 0x80, 0, 0, 0, 0, 0, 255, 255, 255),
    Uint8Array.of(0x2c, 0, 0, 0, 0, ...sides, 0, 2),
  );
};

/** Blocks of 255 codes of that byte. */
const gifBlocks = (byte: number, count: number): Uint8Array => {
  const blocks = new Uint8Array(256 * count + 2).fill(byte);
  for (let at = 0; at < count; at += 1) blocks[at * 256] = 255;
  blocks.set([0, 0x3b], 256 * count);
  return blocks;
};

const bmp = (width: number, height: number, depth: number, start = 54): Uint8Array => {
  const bytes = new Uint8Array(120);
  const view = new DataView(bytes.buffer);
  bytes.set(latin("BM"));
  view.setUint32(10, start, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(28, depth, true);
  return bytes;
};

/** Pictures in formats that are unpacked here. */
export const pictureBombs = (many: Many): readonly HostileFile[] => [
  // Each code stands for one color more than the one before: the longest strings that there are.
  {
    name: "strings-that-grow.gif",
    make: () => joinBytes(gifHead(7000, 7000), gifBlocks(0xff, many(20_000))),
  },
  {
    name: "codes-without-an-end.gif",
    make: () => joinBytes(gifHead(6000, 6000), gifBlocks(0x44, many(40_000))),
  },
  {
    name: "codes-that-name-nothing.gif",
    make: () => joinBytes(gifHead(10, 10), Uint8Array.of(2, 0x7c, 0xff, 0)),
  },
  { name: "two-gigapixels.gif", make: () => joinBytes(gifHead(0xffff, 0xffff), gifBlocks(0x44, 1)) },
  { name: "four-gigapixels.bmp", make: () => bmp(65_000, 65_000, 24) },
  { name: "lowest-height.bmp", make: () => bmp(1, -0x8000_0000, 1) },
  { name: "pixels-beyond-its-end.bmp", make: () => bmp(2, 2, 24, 0xffff_fff0) },
  { name: "bits-without-a-name.bmp", make: () => bmp(2, 2, 7) },
  {
    name: "nothing-but-its-brand.heic",
    make: () => latin("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000"),
  },
];
