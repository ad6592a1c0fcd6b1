import type { GrayImage, ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import type { Format, ReadTools } from "../format.ts";
import { pagesToBlocks } from "../layout/index.ts";
import { renderFirstPage } from "../pdf/render-page.ts";
import { decodePng } from "../raster/decode-png.ts";
import { enlarge } from "../raster/gray-image.ts";
import { jpegToPdf } from "../raster/jpeg-to-pdf.ts";
import { recognizePage } from "../raster/recognize-page.ts";

/** Pixels across a page from which letters of usual size are large enough to be recognized. */
const wantedWidth = 2200;

/** Pictures of pages: scans and photographs, by the words that are recognized in them. */
export const ocr: Format = {
  id: "ocr",
  title: "Picture",
  mediaTypes: ["image/png", "image/jpeg"],
  sniff: (head) => {
    const isPng = head[0] === 0x89 && head[1] === 0x50 && head[2] === 0x4e && head[3] === 0x47;
    return isPng || (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) ? 1 : 0;
  },
  read: readPicture,
};

async function readPicture(
  file: ImportedFile,
  bytes: Uint8Array,
  tools: ReadTools,
): Promise<Result<ReadDocument, Problem>> {
  const image = await pixelsOf(bytes, tools);
  if (image === null) return err({ code: "read/picture-damaged" });
  const notRead: Problem = { code: "read/no-text-layer", facts: { pages: 1 } };
  if (tools.recognize === undefined) return err(notRead);
  const factor = Math.max(1, Math.min(3, Math.round(wantedWidth / image.width)));
  const page = await recognizePage(enlarge(image, factor), 1, "eng", tools.recognize);
  if (page === null || page.words.length === 0) return err(notRead);
  const pages = [{ number: 1, aspect: page.aspect, words: page.words, rules: [], pictureShare: 1 }];
  return ok({ ...createBlankDocument(file, "ocr"), pages, blocks: pagesToBlocks(pages) });
}

async function pixelsOf(bytes: Uint8Array, tools: ReadTools): Promise<GrayImage | null> {
  if (bytes[0] === 0x89) return decodePng(bytes);
  const pdf = jpegToPdf(bytes);
  return pdf === null ? null : renderFirstPage(pdf, tools);
}
