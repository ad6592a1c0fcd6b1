import type {
  GrayImage,
  ImportedFile,
  Page,
  Problem,
  ReadDocument,
  RecognizedLanguage,
  Word,
} from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import type { Format, ReadTools } from "../format.ts";
import { pagesToBlocks } from "../layout/index.ts";
import { maximumPages, maximumWords } from "../limits.ts";
import { readPdfDetails } from "../pdf/document-details.ts";
import type { PdfEngine } from "../pdf/engine.ts";
import { isExhausted, loadEngine, retireEngine, retireLargeEngine } from "../pdf/engine.ts";
import { flattenAnnotations } from "../pdf/annotations.ts";
import { readPageGeometry } from "../pdf/page-geometry.ts";
import type { PdfPage } from "../pdf/page-words.ts";
import { readPdfPage } from "../pdf/page-words.ts";
import { renderPage } from "../pdf/render-page.ts";
import { dirtShare, garbledShare, isDirtyLayer, isGarbledPage, untrustedShare } from "../pdf/text-trust.ts";
import { withLayerReadings } from "../raster/layer-readings.ts";
import { recognizePage } from "../raster/recognize-page.ts";

/** PDF files by their text layer. A page that is only a picture is listed without words, and said. */
export const pdfText: Format = {
  id: "pdf-text",
  title: "PDF",
  mediaTypes: ["application/pdf"],
  sniff: (head) => (hasPdfHeader(head) ? 1 : 0),
  read: readPdf,
};

/** The header may stand anywhere in the first KiB. Source: ISO 32000-2, annex I. */
function hasPdfHeader(head: Uint8Array): boolean {
  const start = String.fromCharCode(...head.subarray(0, 1024));
  return start.includes("%PDF-");
}

async function readPdf(
  file: ImportedFile,
  bytes: Uint8Array,
  tools: ReadTools,
  signal: AbortSignal,
): Promise<Result<ReadDocument, Problem>> {
  const engine = await loadEngine(tools, bytes.length);
  try {
    return await readWithEngine(engine, file, bytes, tools, signal);
  } catch (error) {
    retireEngine(tools);
    if (signal.aborted) throw error;
    return err({ code: isExhausted(engine) ? "read/pdf-too-heavy" : "read/pdf-damaged" });
  } finally {
    retireLargeEngine(tools, engine);
  }
}

async function readWithEngine(
  engine: PdfEngine,
  file: ImportedFile,
  bytes: Uint8Array,
  tools: ReadTools,
  signal: AbortSignal,
): Promise<Result<ReadDocument, Problem>> {
  const { call, memory } = engine;
  const buffer = engine.allocate(bytes.length);
  if (buffer === 0) return err({ code: "read/too-large", facts: { bytes: bytes.length } });
  memory.HEAPU8.set(bytes, buffer);
  const pdf = call["FPDF_LoadMemDocument"]?.(buffer, bytes.length, 0) ?? 0;
  try {
    if (pdf === 0) return err(loadProblem(call["FPDF_GetLastError"]?.() ?? 0));
    return await readOpened(engine, pdf, file, bytes, tools, signal);
  } finally {
    if (pdf !== 0) call["FPDF_CloseDocument"]?.(pdf);
    engine.free(buffer);
  }
}

/** Source: the error codes of fpdfview.h; 4 is a missing password, 5 an unknown security handler. */
const loadProblem = (code: number): Problem =>
  code === 4 || code === 5 ? { code: "read/pdf-encrypted" } : { code: "read/pdf-damaged" };

async function readOpened(
  engine: PdfEngine,
  pdf: number,
  file: ImportedFile,
  bytes: Uint8Array,
  tools: ReadTools,
  signal: AbortSignal,
): Promise<Result<ReadDocument, Problem>> {
  const count = engine.call["FPDF_GetPageCount"]?.(pdf) ?? 0;
  if (count < 1) return err({ code: "read/pdf-damaged" });
  const read: PdfPage[] = [];
  const broken: number[] = [];
  let words = 0;
  for (let index = 0; index < Math.min(count, maximumPages) && words < maximumWords; index += 1) {
    signal.throwIfAborted();
    const page = readOnePage(engine, pdf, index);
    if (page === null) {
      broken.push(index + 1);
      read.push(blankPage(index + 1));
    } else {
      read.push(page);
      words += page.page.words.length;
    }
  }
  const details = readPdfDetails(engine, pdf);
  const recognized = await recognizePictures(engine, pdf, read, tools, signal);
  const pages: readonly Page[] = read.map((page) => page.page);
  if (broken.length === read.length) return err({ code: "read/pdf-damaged", facts: { pages: count } });
  return ok({
    ...createBlankDocument(file, recognized === read.length ? "ocr" : "pdf-text"),
    pages,
    blocks: pagesToBlocks(pages),
    members: details.members,
    properties: details.properties,
    ...statusOf(read, broken, count, bytes),
  });
}

/**
 * Gives pages that are only pictures, and those whose text says something else than they show, the words that are
 * recognized in them; says how many got any.
 */
async function recognizePictures(
  engine: PdfEngine,
  pdf: number,
  read: PdfPage[],
  tools: ReadTools,
  signal: AbortSignal,
): Promise<number> {
  const { recognize } = tools;
  if (recognize === undefined) return 0;
  let language: RecognizedLanguage = "eng";
  let recognized = 0;
  for (const [index, known] of read.entries()) {
    const isMistrusted = !isPicture(known);
    if (isMistrusted && isTrusted(known)) continue;
    signal.throwIfAborted();
    const image = renderOnePage(engine, pdf, index);
    if (image === null) continue;
    const page = await recognizePage(image, index + 1, language, recognize);
    if (page === null) break;
    language = page.language;
    if (page.words.length === 0 || (isMistrusted && !isBetter(page.words, known))) continue;
    recognized += 1;
    // A scan was straightened, and its lines are those of its picture; what was printed into the file stands where it stood.
    const rules = isMistrusted && !known.isScan ? known.page.rules : page.rules;
    const words = known.isScan ? withLayerReadings(page.words, known.page.words) : page.words;
    read[index] = {
      ...known,
      unmapped: 0,
      page: { ...known.page, aspect: page.aspect, words, rules },
    };
  }
  return recognized;
}

function renderOnePage(engine: PdfEngine, pdf: number, index: number): GrayImage | null {
  const page = engine.call["FPDF_LoadPage"]?.(pdf, index) ?? 0;
  if (page === 0) return null;
  try {
    return renderPage(engine, page);
  } finally {
    engine.call["FPDF_ClosePage"]?.(page);
  }
}

function readOnePage(engine: PdfEngine, pdf: number, index: number): PdfPage | null {
  const { call } = engine;
  let page = call["FPDF_LoadPage"]?.(pdf, index) ?? 0;
  if (page === 0) return null;
  try {
    if (flattenAnnotations(engine, page)) {
      call["FPDF_ClosePage"]?.(page);
      page = call["FPDF_LoadPage"]?.(pdf, index) ?? 0;
      if (page === 0) return null;
    }
    const geometry = readPageGeometry(engine, page);
    return geometry === null ? null : readPdfPage(engine, page, index + 1, geometry);
  } finally {
    if (page !== 0) call["FPDF_ClosePage"]?.(page);
  }
}

const blankPage = (number: number): PdfPage => ({
  page: { number, aspect: 1, words: [], rules: [], pictureShare: 0 },
  unmapped: 0,
  glyphs: 0,
  isScan: false,
  curves: 0,
  complete: false,
});

/** Curves of a page without words from which its text was drawn as outlines. */
const outlinedCurves = 400;

function statusOf(
  read: readonly PdfPage[],
  broken: readonly number[],
  count: number,
  bytes: Uint8Array,
): Pick<ReadDocument, "status" | "problem"> {
  const partly = (
    code: string,
    facts: Record<string, string | number>,
  ): Pick<ReadDocument, "status" | "problem"> => ({
    status: "partly-read",
    problem: { code, facts },
  });
  const withWords = read.filter((page) => page.page.words.some((word) => word.visible)).length;
  const pictures = read.filter(isWithoutText).map((page) => page.page.number);
  if (withWords === 0)
    return { status: "unreadable", problem: { code: "read/no-text-layer", facts: { pages: count } } };
  if (read.length < count) return partly("read/too-many-pages", { read: read.length, pages: count });
  if (broken.length > 0) return partly("read/pdf-damaged", { broken: broken.join(", "), pages: count });
  const glyphs = read.reduce((sum, page) => sum + page.glyphs, 0);
  const unmapped = read.reduce((sum, page) => sum + page.unmapped, 0);
  if (unmapped > glyphs * untrustedShare) return partly("read/untrusted-text", { glyphs, unmapped });
  if (pictures.length > 0) return partly("read/no-text-layer", { on: pictures.join(", "), pages: count });
  if (read.some((page) => !page.complete)) return partly("read/too-many-words", { pages: count });
  if (isCutOff(bytes)) return partly("read/pdf-truncated", { pages: count });
  return { status: "read", problem: null };
}

const isWithoutText = (page: PdfPage): boolean =>
  page.page.words.length === 0 &&
  (page.isScan || page.page.pictureShare > 0.3 || page.curves > outlinedCurves);

/** Whether the text of a page is made of characters that are known, and its words of letters that make words. */
const isTrusted = ({ page, unmapped, glyphs, isScan }: PdfPage): boolean =>
  unmapped <= glyphs * untrustedShare && !isGarbledPage(page.words) && !(isScan && isDirtyLayer(page.words));

/** Whether a picture's words are to be believed before those of the text that was not trusted. */
const isBetter = (words: readonly Word[], { page, unmapped, glyphs }: PdfPage): boolean =>
  words.length * 2 > page.words.length &&
  (unmapped > glyphs * untrustedShare ||
    garbledShare(words) + dirtShare(words) < garbledShare(page.words) + dirtShare(page.words));

/** A scan with hardly any words of its own: a stamp of the scanner, a page number. */
const fewWords = 8;
const isPicture = (page: PdfPage): boolean =>
  isWithoutText(page) || (page.page.pictureShare > 0.7 && page.page.words.length < fewWords);

/** A whole file ends with the offset of its index. Source: ISO 32000-2, 7.5.5. */
function isCutOff(bytes: Uint8Array): boolean {
  const tail = new TextDecoder("windows-1252").decode(bytes.subarray(Math.max(0, bytes.length - 4096)));
  return !tail.includes("%%EOF") && !tail.includes("startxref");
}
