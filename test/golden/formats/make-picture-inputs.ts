import { zlibSync } from "fflate";

const table = Array.from({ length: 256 }, (_zero, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
const checksum = (bytes: Uint8Array): number => {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
};

const chunk = (name: string, content: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(content, 8);
  view.setUint32(content.length + 8, checksum(bytes.subarray(4, content.length + 8)));
  return bytes;
};

const inchesPerMeter = 39.37;

/** Dots a meter in both directions. Source: the PNG specification, 11.3.5.3. */
function scaleOf(dotsPerInch: number): Uint8Array {
  const content = new Uint8Array(9);
  const view = new DataView(content.buffer);
  const dots = Math.round(dotsPerInch * inchesPerMeter);
  view.setUint32(0, dots);
  view.setUint32(4, dots);
  content[8] = 1;
  return content;
}

/** A gray PNG of those pixels; `dotsPerInch` is what a scanner says about itself. */
export function makePng(width: number, height: number, pixels: Uint8Array, dotsPerInch?: number): Uint8Array {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const parts = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    ...(dotsPerInch === undefined ? [] : [chunk("pHYs", scaleOf(dotsPerInch))]),
    chunk("IDAT", zlibSync(rows)),
    chunk("IEND", new Uint8Array()),
  ];
  const png = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    png.set(part, at);
    at += part.length;
  }
  return png;
}

/** Inputs of the reader of pictures, where no recognizer is at hand. */
export function makePictureInputs(): Map<string, Uint8Array> {
  const white = makePng(40, 20, new Uint8Array(800).fill(255));
  return new Map([
    ["ocr/says-that-nobody-read-the-picture/input.png", white],
    ["ocr/refuses-a-picture-that-is-cut-off/input.png", white.subarray(0, 45)],
    [
      "ocr/refuses-a-jpeg-without-a-frame/input.jpg",
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9]),
    ],
  ]);
}
