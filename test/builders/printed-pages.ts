import {
  PDFDocument,
  StandardFonts,
  popGraphicsState,
  pushGraphicsState,
  setCharacterSqueeze,
} from "@cantoo/pdf-lib";
import type { GrayImage, ReadDocument } from "../../src-shared/model/index.ts";
import { renderFirstPage } from "../../src-main/pipeline/read/pdf/render-page.ts";
import { loadAsset } from "./read-bytes.ts";

export type Typeface = "sans" | "serif" | "mono";

const faces: Readonly<Record<Typeface, readonly [plain: StandardFonts, bold: StandardFonts]>> = {
  sans: [StandardFonts.Helvetica, StandardFonts.HelveticaBold],
  serif: [StandardFonts.TimesRoman, StandardFonts.TimesRomanBold],
  mono: [StandardFonts.Courier, StandardFonts.CourierBold],
};

/** A PDF that prints a composed document: each word where it stands, as wide as it was set, and its rules. */
export async function printDocument(
  document: ReadDocument,
  typeface: Typeface = "sans",
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const [plainFace, boldFace] = faces[typeface];
  const plain = await pdf.embedFont(plainFace);
  const bold = await pdf.embedFont(boldFace);
  for (const page of document.pages) {
    const height = 842;
    const width = height * page.aspect;
    const sheet = pdf.addPage([width, height]);
    for (const { text, box, size, bold: isBold } of page.words) {
      const font = isBold ? bold : plain;
      const points = size * height;
      const share = (100 * box[2] * width) / font.widthOfTextAtSize(text, points);
      // A lone mark keeps its shape: a dot that is stretched to the width of a word is a dash.
      const squeeze = /[\p{L}\p{N}]/u.test(text) ? share : Math.min(100, share);
      sheet.pushOperators(pushGraphicsState(), setCharacterSqueeze(squeeze));
      sheet.drawText(text, {
        x: box[0] * width,
        y: height - (box[1] * height + 0.75 * points),
        size: points,
        font,
      });
      sheet.pushOperators(popGraphicsState());
    }
    for (const { box } of page.rules)
      sheet.drawRectangle({
        x: box[0] * width,
        y: height - (box[1] + box[3]) * height,
        width: Math.max(0.5, box[2] * width),
        height: Math.max(0.5, box[3] * height),
      });
  }
  return pdf.save();
}

/** The first page of a composed document as a clean scanner would see it. */
export async function pictureOf(
  document: ReadDocument,
  dotsPerInch: number,
  typeface?: Typeface,
): Promise<GrayImage> {
  const image = await renderFirstPage(await printDocument(document, typeface), { loadAsset }, dotsPerInch);
  if (image === null) throw new Error("The page was not drawn.");
  return image;
}
