import type { ImportedFile, Page, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import type { RecognizedLanguage } from "../../../../src-shared/model/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import type { Format, ReadTools } from "../format.ts";
import { pagesToBlocks } from "../layout/index.ts";
import { renderEachPage } from "../pdf/render-page.ts";
import { showPicture } from "../raster/picture-pages.ts";
import { recognizePage } from "../raster/recognize-page.ts";

/** Pictures that no decoder is here for: named, so that people know what to do. */
const unreadFormats: ReadonlyMap<string, string> = new Map([["image/avif", "AVIF"]]);
/** Pictures that only a decoder of the host can unpack. */
const decodedFormats: ReadonlyMap<string, string> = new Map([
  ["image/heic", "HEIC"],
  ["image/webp", "WebP"],
]);

/** Pictures of pages: scans, faxes and photographs, by the words that are recognized in them. */
export const ocr: Format = {
  id: "ocr",
  title: "Picture",
  mediaTypes: [
    "image/png",
    "image/jpeg",
    "image/tiff",
    "image/gif",
    "image/bmp",
    ...decodedFormats.keys(),
    ...unreadFormats.keys(),
  ],
  sniff: (head) => (magics.some((magic) => magic.every((byte, at) => head[at] === byte)) ? 1 : 0),
  read: readPicture,
};

const magics: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x49, 0x49, 0x2a, 0],
  [0x4d, 0x4d, 0, 0x2a],
  [0x47, 0x49, 0x46, 0x38],
];

async function readPicture(
  file: ImportedFile,
  bytes: Uint8Array,
  tools: ReadTools,
  signal: AbortSignal,
): Promise<Result<ReadDocument, Problem>> {
  const decoded = tools.decodePicture === undefined ? decodedFormats.get(file.mediaType) : undefined;
  const unread = unreadFormats.get(file.mediaType) ?? decoded;
  if (unread !== undefined) return err({ code: "read/picture-format", facts: { format: unread } });
  const pdf = await showPicture(bytes, file.mediaType, tools.decodePicture);
  if (pdf === null) return err({ code: "read/picture-damaged" });
  const { recognize } = tools;
  const pages: Page[] = [];
  let language: RecognizedLanguage = "eng";
  let isOutOfTime = recognize === undefined;
  const isDrawn = await renderEachPage(pdf, tools, async (image, number) => {
    signal.throwIfAborted();
    const blank = { number, aspect: 1, words: [], rules: [], pictureShare: 1 };
    if (image === null || recognize === undefined || isOutOfTime) return void pages.push(blank);
    const page = await recognizePage(image, number, language, recognize);
    if (page === null) {
      isOutOfTime = true;
      return void pages.push(blank);
    }
    language = page.language;
    pages.push({ ...blank, aspect: page.aspect, words: page.words, rules: page.rules });
  });
  if (!isDrawn) return err({ code: "read/picture-damaged" });
  const wordless = pages.filter(({ words }) => words.length === 0).map(({ number }) => number);
  if (wordless.length === pages.length)
    return err({ code: "read/no-text-layer", facts: { pages: pages.length } });
  const document: ReadDocument = {
    ...createBlankDocument(file, "ocr"),
    pages,
    blocks: pagesToBlocks(pages),
  };
  if (wordless.length === 0) return ok(document);
  const problem: Problem = {
    code: "read/no-text-layer",
    facts: { on: wordless.join(", "), pages: pages.length },
  };
  return ok({ ...document, status: "partly-read", problem });
}
