import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import type { Box } from "../../../src-shared/model/index.ts";

const pageWidth = 595;
const pageHeight = 842;

export interface DrawnLine {
  readonly text: string;
  readonly page: number;
  readonly box: Box;
}

export interface TextLine {
  readonly text: string;
  /** Points from the left and from the top. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly page?: number;
}

/** A PDF of the lines, with the box of each as readers report it. */
export async function drawPdf(
  lines: readonly TextLine[],
): Promise<{ readonly bytes: Uint8Array; readonly drawn: readonly DrawnLine[] }> {
  const pdf = await PDFDocument.create();
  const plain = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const pages = [pdf.addPage([pageWidth, pageHeight])];
  const drawn = lines.map((line): DrawnLine => {
    const number = line.page ?? 1;
    while (pages.length < number) pages.push(pdf.addPage([pageWidth, pageHeight]));
    const size = line.size ?? 10;
    const font = line.bold === true ? bold : plain;
    pages[number - 1]?.drawText(line.text, { x: line.x, y: pageHeight - line.y, size, font });
    const width = font.widthOfTextAtSize(line.text, size);
    return {
      text: line.text,
      page: number,
      box: [line.x / pageWidth, (line.y - size) / pageHeight, width / pageWidth, (size * 1.25) / pageHeight],
    };
  });
  return { bytes: await pdf.save(), drawn };
}
