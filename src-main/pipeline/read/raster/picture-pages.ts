import { zlibSync } from "fflate";
import { decodePng } from "./decode-png.ts";
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

function picturePages(bytes: Uint8Array): readonly PicturePage[] | null {
  if (bytes[0] === 0x89) {
    const page = pngPage(bytes) ?? decodedPng(bytes);
    return page === null ? null : [page];
  }
  if (bytes[0] === 0xff) {
    const page = jpegPage(bytes);
    return page === null ? null : [page];
  }
  return tiffPages(bytes);
}

/** A PNG with transparency is laid on white paper: a PDF cannot hold it as it is. */
function decodedPng(bytes: Uint8Array): PicturePage | null {
  const image = decodePng(bytes);
  if (image === null) return null;
  const { width, height, pixels } = image;
  const entries = "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode";
  const packed = zlibSync(pixels, { level: 1 });
  return {
    width,
    height,
    pixelAspect: 1,
    turn: 0,
    parts: [{ left: 0, top: 0, width, height, entries, bytes: packed }],
  };
}
