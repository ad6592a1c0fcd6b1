import type { PicturePage } from "./picture-pdf.ts";
import { mostPicturePixels } from "./picture-pdf.ts";

/** What a JPEG says about itself before its pixels. */
interface JpegHead {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Ink instead of light: Adobe writes four colors the other way round. */
  readonly isInverted: boolean;
  /** Degrees that a camera asks to turn it by, clockwise. */
  readonly turn: 0 | 90 | 180 | 270;
}

const colorSpaces: Readonly<Record<number, string>> = { 1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK" };

/** A JPEG as a page that holds it as it is: the PDF engine has a decoder for it. `null` when it is no whole JPEG. */
export function jpegPage(bytes: Uint8Array): PicturePage | null {
  const head = readHead(bytes);
  const space = head === null ? undefined : colorSpaces[head.components];
  if (head === null || space === undefined) return null;
  const { width, height, turn } = head;
  if (width * height > mostPicturePixels) return null;
  const decode = head.isInverted ? "/Decode [1 0 1 0 1 0 1 0] " : "";
  const entries = `/ColorSpace ${space} /BitsPerComponent 8 ${decode}/Filter /DCTDecode`;
  return { width, height, pixelAspect: 1, turn, parts: [{ left: 0, top: 0, width, height, entries, bytes }] };
}

/** Walks the segments up to the frame's head. Source: ISO/IEC 10918-1, annex B. */
function readHead(bytes: Uint8Array): JpegHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  let turn: JpegHead["turn"] = 0;
  let isAdobe = false;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const length = view.getUint16(at + 2);
    if (marker === 0xe1) turn = cameraTurn(bytes.subarray(at + 4, at + 2 + length));
    if (marker === 0xee && String.fromCharCode(...bytes.subarray(at + 4, at + 9)) === "Adobe") isAdobe = true;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      const components = bytes[at + 9] ?? 0;
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return width < 1 || height < 1
        ? null
        : { width, height, components, isInverted: components === 4 && isAdobe, turn };
    }
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

/** The orientation tag of EXIF; mirrored pictures are taken as their unmirrored ones. */
function cameraTurn(segment: Uint8Array): JpegHead["turn"] {
  if (segment.length < 20 || String.fromCharCode(...segment.subarray(0, 4)) !== "Exif") return 0;
  const view = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6);
  const isLittle = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > view.byteLength) return 0;
  const count = view.getUint16(directory, isLittle);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > view.byteLength) return 0;
    if (view.getUint16(at, isLittle) !== 0x0112) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value === 3 || value === 4
      ? 180
      : value === 5 || value === 6
        ? 90
        : value >= 7 && value <= 8
          ? 270
          : 0;
  }
  return 0;
}
