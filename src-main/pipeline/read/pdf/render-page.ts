import type { GrayImage } from "../../../../src-shared/model/index.ts";
import { bgraToGray } from "../raster/gray-image.ts";
import type { ReadTools } from "../format.ts";
import { maximumPages } from "../limits.ts";
import { loadEngine, retireEngine, retireLargeEngine, type PdfEngine } from "./engine.ts";

/** Dots an inch that letters of usual size are recognized at. */
const resolution = 300;
const pointsPerInch = 72;
/** Pixels of one page; larger ones are rendered coarser. */
const mostPixels = 9_500_000;
/** Annotations are drawn too: stamps and filled forms. */
const withAnnotations = 0x01;

/** A page as a picture in shades of gray, turned as it is shown; `null` when it has no size or there is no memory. */
export function renderPage(engine: PdfEngine, page: number, dotsPerInch = resolution): GrayImage | null {
  const { call } = engine;
  const [points, tall] = [call["FPDF_GetPageWidthF"]?.(page) ?? 0, call["FPDF_GetPageHeightF"]?.(page) ?? 0];
  if (!(points > 1) || !(tall > 1)) return null;
  const wanted = dotsPerInch / pointsPerInch;
  const scale = Math.min(wanted, Math.sqrt(mostPixels / (points * tall)));
  const width = Math.max(1, Math.floor(points * scale));
  const height = Math.max(1, Math.floor(tall * scale));
  const bitmap = call["FPDFBitmap_Create"]?.(width, height, 0) ?? 0;
  if (bitmap === 0) return null;
  try {
    call["FPDFBitmap_FillRect"]?.(bitmap, 0, 0, width, height, 0xffffffff);
    call["FPDF_RenderPageBitmap"]?.(bitmap, page, 0, 0, width, height, 0, withAnnotations);
    const buffer = call["FPDFBitmap_GetBuffer"]?.(bitmap) ?? 0;
    const stride = call["FPDFBitmap_GetStride"]?.(bitmap) ?? width * 4;
    if (buffer === 0) return null;
    return bgraToGray(engine.memory.HEAPU8.subarray(buffer, buffer + stride * height), width, height, stride);
  } finally {
    call["FPDFBitmap_Destroy"]?.(bitmap);
  }
}

/** The first page of a PDF as a picture; `null` when it cannot be opened or drawn. */
export async function renderFirstPage(
  bytes: Uint8Array,
  tools: ReadTools,
  dotsPerInch = resolution,
): Promise<GrayImage | null> {
  let first: GrayImage | null = null;
  await renderEachPage(
    bytes,
    tools,
    (image) => {
      first = image;
      return Promise.resolve();
    },
    { dotsPerInch, mostPages: 1 },
  );
  return first;
}

/**
 * Draws the pages of a PDF one after the other: only one picture is held at a time.
 *
 * A page that cannot be drawn comes as `null`. False when the PDF cannot be opened.
 */
export async function renderEachPage(
  bytes: Uint8Array,
  tools: ReadTools,
  visit: (image: GrayImage | null, number: number) => Promise<void>,
  { dotsPerInch = resolution, mostPages = maximumPages } = {},
): Promise<boolean> {
  const engine = await loadEngine(tools, bytes.length);
  const { call, memory } = engine;
  const buffer = engine.allocate(bytes.length);
  if (buffer === 0) return false;
  let pdf = 0;
  try {
    memory.HEAPU8.set(bytes, buffer);
    pdf = call["FPDF_LoadMemDocument"]?.(buffer, bytes.length, 0) ?? 0;
    const count = pdf === 0 ? 0 : (call["FPDF_GetPageCount"]?.(pdf) ?? 0);
    for (let index = 0; index < Math.min(count, mostPages); index += 1)
      await visit(drawPage(engine, pdf, index, dotsPerInch, tools), index + 1);
    return count > 0;
  } finally {
    if (pdf !== 0) call["FPDF_CloseDocument"]?.(pdf);
    engine.free(buffer);
    retireLargeEngine(tools, engine);
  }
}

function drawPage(
  engine: PdfEngine,
  pdf: number,
  index: number,
  dotsPerInch: number,
  tools: ReadTools,
): GrayImage | null {
  let page = 0;
  try {
    page = engine.call["FPDF_LoadPage"]?.(pdf, index) ?? 0;
    return page === 0 ? null : renderPage(engine, page, dotsPerInch);
  } catch {
    // It trapped: its memory is in an unknown state.
    retireEngine(tools);
    return null;
  } finally {
    if (page !== 0) engine.call["FPDF_ClosePage"]?.(page);
  }
}
