import { zlibSync } from "fflate";
import type { GrayImage } from "../../../../src-shared/model/index.ts";
import { decodeBmp } from "./decode-bmp.ts";
import { decodeGif } from "./decode-gif.ts";
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
