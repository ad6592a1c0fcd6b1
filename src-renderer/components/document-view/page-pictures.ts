import type { PDFDocumentProxy } from "pdfjs-dist";
import { openPdf } from "./pdf-engine.ts";
import { measureTextBounds } from "./text-bounds.ts";

interface PagePicture {
  readonly pdf: PDFDocumentProxy;
  readonly key: string;
  readonly canvas: Promise<HTMLCanvasElement>;
}

/** Pages that were drawn last; a page on the screen has its own copy. */
const pictures: PagePicture[] = [];
const mostKept = 6;
export const pageMargin = 12;
let lastRoom = 0;

/** How wide the panes are: pages of the next case are drawn for the same room. */
export function noteRoom(room: number): void {
  if (room > 2 * pageMargin) lastRoom = room;
}

/** Width of a page whose text fills the room: white margins need none. */
export const widthInRoom = (room: number, share: number, zoom: number): number =>
  Math.max(0, Math.floor(((room - 2 * pageMargin) / share) * zoom));

/** A page as a picture of a width in CSS pixels; the same one is drawn once. */
export function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  width: number,
  rotation: number,
): Promise<HTMLCanvasElement> {
  const density = Math.min(2, globalThis.devicePixelRatio || 1);
  const key = `${number} ${width} ${rotation} ${density}`;
  const known = pictures.find((picture) => picture.pdf === pdf && picture.key === key);
  if (known !== undefined) return known.canvas;
  const canvas = paint(pdf, number, width, rotation, density);
  const picture = { pdf, key, canvas };
  pictures.push(picture);
  if (pictures.length > mostKept) pictures.shift();
  canvas.catch(() => {
    const at = pictures.indexOf(picture);
    if (at >= 0) pictures.splice(at, 1);
  });
  return canvas;
}

async function paint(
  pdf: PDFDocumentProxy,
  number: number,
  width: number,
  rotation: number,
  density: number,
): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number);
  const turned = (page.rotate + rotation) % 360;
  const natural = page.getViewport({ scale: 1, rotation: turned });
  const viewport = page.getViewport({ scale: width / natural.width, rotation: turned });
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  await page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] }).promise;
  return canvas;
}

/** Draws the first page of a PDF, once the room for it is known. What cannot be opened says so when it is shown. */
export async function drawFirstPage(bytes: Uint8Array): Promise<void> {
  try {
    const pdf = await openPdf(bytes);
    const { left, right } = await measureTextBounds(pdf);
    if (lastRoom === 0) return;
    await drawPage(pdf, 1, widthInRoom(lastRoom, right - left, 1), 0);
  } catch {
    return;
  }
}
