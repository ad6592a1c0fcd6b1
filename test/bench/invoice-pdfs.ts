import { PDFDocument, StandardFonts, rgb, type PDFFont, type PDFPage } from "@cantoo/pdf-lib";
import { createRandom } from "./random.ts";

const trades = [
  "Facade cleaning",
  "Network support",
  "Grounds maintenance",
  "Structural survey",
  "Payroll processing",
];
const words =
  "monthly visit senior technician on site remote including travel materials report access north wing".split(
    " ",
  );

function drawRow(
  page: PDFPage,
  font: PDFFont,
  y: number,
  cells: readonly (readonly [string, number])[],
): void {
  for (const [text, x] of cells) page.drawText(text, { x, y, size: 9, font, color: rgb(0.1, 0.1, 0.12) });
}

/** One invoice of some pages with a ruled table; the text layer is what a billing program would print. */
async function createInvoice(index: number, pageCount: number, random: () => number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  let position = 0;
  for (let pageIndex = 0; pageIndex < pageCount; pageIndex += 1) {
    const page = document.addPage([595, 842]);
    page.drawText(`Invoice BN-${10_000 + index}`, { x: 50, y: 780, size: 18, font: bold });
    drawRow(page, font, 752, [
      [`Northgate Works Ltd`, 50],
      [`Invoice date: ${1 + Math.floor(random() * 27)} October 2026`, 360],
    ]);
    drawRow(page, font, 738, [
      ["12 Canal Street, Leeds", 50],
      [`Page ${pageIndex + 1} of ${pageCount}`, 360],
    ]);
    drawRow(page, bold, 704, [
      ["Pos", 50],
      ["Description", 85],
      ["Qty", 350],
      ["Unit price", 410],
      ["Amount", 490],
    ]);
    for (let y = 686; y > 90; y -= 14) {
      position += 1;
      const quantity = 1 + Math.floor(random() * 40);
      const cents = 500 + Math.floor(random() * 20_000);
      const text = `${pick(trades)} ${Array.from({ length: 4 }, () => pick(words)).join(" ")}`;
      drawRow(page, font, y, [
        [String(position), 50],
        [text, 85],
        [String(quantity), 350],
        [(cents / 100).toFixed(2), 410],
        [((quantity * cents) / 100).toFixed(2), 490],
      ]);
      page.drawLine({
        start: { x: 48, y: y - 4 },
        end: { x: 545, y: y - 4 },
        thickness: 0.3,
        color: rgb(0.7, 0.7, 0.7),
      });
    }
  }
  return document.save();
}

/** Invoices as bytes, the same ones for the same arguments. */
export async function createInvoices(
  fileCount: number,
  pagesPerFile: number,
): Promise<readonly Uint8Array[]> {
  const random = createRandom(20_261_121);
  const files: Uint8Array[] = [];
  for (let index = 0; index < fileCount; index += 1)
    files.push(await createInvoice(index, pagesPerFile, random));
  return files;
}
