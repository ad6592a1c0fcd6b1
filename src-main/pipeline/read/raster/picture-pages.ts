import { zlibSync } from "fflate";
import type { DecodePicture, GrayImage } from "../../../../src-shared/model/index.ts";
import { decodeBmp } from "./decode-bmp.ts";
import { decodeGif } from "./decode-gif.ts";
import { decodePng } from "./decode-png.ts";
import { colorsToGray } from "./gray-image.ts";
import { jpegPage } from "./jpeg-page.ts";
import { picturesToPdf } from "./picture-pdf.ts";
import type { PicturePage } from "./picture-pdf.ts";
import { pngPage } from "./png-page.ts";
import { tiffPages } from "./tiff-pages.ts";

/** A picture file as a PDF that holds its pixels; `null` for damaged ones and formats without a way to show them. */
export function pictureToPdf(bytes: Uint8Array): Uint8Array | null {
  const pages = picturePages(bytes);
  return pages === null ? null : picturesToPdf(pages);
}

/** Pictures that are unpacked by a decoder of the host, by their media type. */
const decodedFormats: ReadonlyMap<string, "heic" | "webp"> = new Map([
  ["image/heic", "heic"],
  ["image/webp", "webp"],
]);

/** The size that a WebP file says it has, before anything of it is unpacked. Source: the WebP container specification. */
function webpPixels(bytes: Uint8Array): number | null {
  if (bytes.length < 30) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunk = String.fromCharCode(...bytes.subarray(12, 16));
  const medium = (at: number): number => view.getUint16(at, true) | ((bytes[at + 2] ?? 0) << 16);
  if (chunk === "VP8X") return (medium(24) + 1) * (medium(27) + 1);
  if (chunk === "VP8 ") return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
  if (chunk !== "VP8L") return null;
  const bits = view.getUint32(21, true);
  return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1);
}

/** Pixels of a picture that comes unpacked in four bytes each. */
const mostColorPixels = 40_000_000;

/**
 * A picture file as a PDF that shows it, for every kind of picture that is read.
 *
 * `null` for damaged and oversized ones, and for kinds whose decoder the host does not lend.
 */
export async function showPicture(
  bytes: Uint8Array,
  mediaType: string,
  decode: DecodePicture | undefined,
): Promise<Uint8Array | null> {
  const format = decodedFormats.get(mediaType);
  if (format === undefined) return pictureToPdf(bytes);
  if (decode === undefined) return null;
  if (format === "webp" && (webpPixels(bytes) ?? Infinity) > mostColorPixels) return null;
  const image = await decode(bytes, format, mostColorPixels);
  const pages = image === null ? null : onePage(colorsToGray(image));
  return pages === null ? null : picturesToPdf(pages);
}

function picturePages(bytes: Uint8Array): readonly PicturePage[] | null {
  if (bytes[0] === 0x89) {
    const page = pngPage(bytes);
    return page === null ? onePage(decodePng(bytes)) : [page];
  }
  if (bytes[0] === 0xff) {
    const page = jpegPage(bytes);
    return page === null ? null : [page];
  }
  if (bytes[0] === 0x47) return onePage(decodeGif(bytes));
  if (bytes[0] === 0x42) return onePage(decodeBmp(bytes));
  return tiffPages(bytes);
}

/** Pixels that a PDF cannot hold as they are packed, in shades of gray: transparent and interlaced ones, GIF, BMP. */
function onePage(image: GrayImage | null): readonly PicturePage[] | null {
  if (image === null) return null;
  const { width, height, pixels } = image;
  const entries = "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode";
  const bytes = zlibSync(pixels, { level: 1 });
  const part = { left: 0, top: 0, width, height, entries, bytes };
  return [{ width, height, pixelAspect: 1, turn: 0, parts: [part] }];
}
