import type { PicturePage } from "./picture-pdf.ts";

const mostPixels = 60_000_000;
const samplesByType: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1 };

/**
 * A PNG whose packed rows a PDF can hold as they are: gray, colored or with a palette, and not interlaced.
 *
 * `null` for all others. Source: the PNG specification, 11.2; its filters are the predictors of PDF.
 */
export function pngPage(bytes: Uint8Array): PicturePage | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let head: Uint8Array | null = null;
  let palette: Uint8Array | null = null;
  let isWhole = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (content.length < length || name === "tRNS") return null;
    if (name === "IHDR" && length >= 13) head = content;
    if (name === "PLTE") palette = content;
    if (name === "IDAT") parts.push(content);
    isWhole = name === "IEND";
    if (isWhole) break;
    at += 12 + length;
  }
  if (head === null || parts.length === 0 || !isWhole) return null;
  const shape = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [width, height] = [shape.getUint32(0), shape.getUint32(4)];
  const [bits, type, interlace] = [head[8] ?? 0, head[9] ?? 0, head[12] ?? 0];
  const samples = samplesByType[type];
  if (samples === undefined || interlace !== 0 || ![1, 2, 4, 8, 16].includes(bits)) return null;
  if (width < 1 || height < 1 || width * height > mostPixels) return null;
  if (type === 3 && (palette === null || bits > 8)) return null;
  const space =
    type === 3 && palette !== null
      ? `[/Indexed /DeviceRGB ${Math.floor(palette.length / 3) - 1} <${[...palette.subarray(0, 768)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}>]`
      : samples === 3
        ? "/DeviceRGB"
        : "/DeviceGray";
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  const parameters = `/DecodeParms << /Predictor 15 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width} >>`;
  const entries = `/ColorSpace ${space} /BitsPerComponent ${bits} /Filter /FlateDecode ${parameters}`;
  return {
    width,
    height,
    pixelAspect: 1,
    turn: 0,
    parts: [{ left: 0, top: 0, width, height, entries, bytes: packed }],
  };
}
