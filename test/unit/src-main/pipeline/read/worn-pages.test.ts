import { BlendMode, PDFDocument, StandardFonts, degrees, rgb } from "@cantoo/pdf-lib";
import type { PDFPage } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { createTesseractRecognizer } from "../../../../../src-main/adapters/recognizer-tesseract/index.ts";
import { normalizeDocument } from "../../../../../src-main/pipeline/normalize/index.ts";
import { renderFirstPage } from "../../../../../src-main/pipeline/read/pdf/render-page.ts";
import { readFile } from "../../../../../src-main/pipeline/read/index.ts";
import type { GrayImage, Invoice } from "../../../../../src-shared/model/index.ts";
import { context, importedFile, loadAsset } from "../../../../builders/read-bytes.ts";
import {
  bilevel,
  blur,
  grain,
  jpegTraces,
  photograph,
  shadow,
  specks,
  turn,
  wornBy,
} from "../../../../builders/worn-picture.ts";
import { makePng } from "../../../../golden/formats/make-picture-inputs.ts";

// Numbers in the names are those of test/golden/BREAKERS.md.

const { recognize } = createTesseractRecognizer();
const [width, height] = [330, 250];

/** A small invoice: words with the place of their left edge, or of their right one where it is negative. */
const print: readonly (readonly [text: string, x: number, y: number])[] = [
  ["Marlow & Pike Joinery Ltd", 20, 20],
  ["Invoice number: MP-2094", 20, 50],
  ["Invoice date: 14 March 2026", 20, 66],
  ["Bill to: Harbour Lane Bakery Ltd", 20, 82],
  ["Description", 20, 110],
  ["Quantity", -190, 110],
  ["Unit price", -250, 110],
  ["Amount", -310, 110],
  ["Oak shelf", 20, 126],
  ["4", -190, 126],
  ["85.00", -250, 126],
  ["340.00", -310, 126],
  ["Brass hinge", 20, 142],
  ["12", -190, 142],
  ["6.50", -250, 142],
  ["78.00", -310, 142],
  ["Net total GBP", -250, 170],
  ["418.00", -310, 170],
  ["VAT 20%", -250, 186],
  ["83.60", -310, 186],
  ["Total due GBP", -250, 202],
  ["501.60", -310, 202],
];

interface Sheet {
  readonly pages?: readonly (readonly (readonly [text: string, x: number, y: number])[])[];
  readonly size?: readonly [width: number, height: number];
  readonly points?: number;
  readonly font?: StandardFonts;
  /** What is drawn on top of the first page. */
  readonly over?: (page: PDFPage) => void;
}

async function makePdf({
  pages = [print],
  size = [width, height],
  points = 10,
  font = StandardFonts.Helvetica,
  over,
}: Sheet = {}): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const face = await pdf.embedFont(font);
  for (const [index, words] of pages.entries()) {
    const page = pdf.addPage([...size]);
    for (const [text, x, y] of words)
      page.drawText(text, {
        x: x < 0 ? -x - face.widthOfTextAtSize(text, points) : x,
        y: size[1] - y,
        size: points,
        font: face,
      });
    if (index === 0) over?.(page);
  }
  return pdf;
}

async function scan(sheet: Sheet = {}, dotsPerInch = 200): Promise<GrayImage> {
  const bytes = await (await makePdf(sheet)).save();
  const image = await renderFirstPage(bytes, { loadAsset }, dotsPerInch);
  if (image === null) throw new Error("The page was not drawn.");
  return image;
}

/** A page of a PDF that is nothing but a picture, as large as the paper was. */
async function addPicture(
  pdf: PDFDocument,
  image: GrayImage,
  size: readonly [number, number],
): Promise<void> {
  const picture = await pdf.embedPng(makePng(image.width, image.height, image.pixels));
  pdf.addPage([...size]).drawImage(picture, { x: 0, y: 0, width: size[0], height: size[1] });
}

async function readPdf(pdf: PDFDocument): Promise<Invoice> {
  const bytes = await pdf.save();
  const file = importedFile("scan.pdf", bytes);
  const read = await readFile(file, bytes, { loadAsset, recognize }, new AbortController().signal);
  const { invoices } = normalizeDocument(read, file, context);
  expect(invoices).toHaveLength(1);
  return invoices[0]!;
}

async function readPicture(image: GrayImage, size?: readonly [number, number]): Promise<Invoice> {
  const pdf = await PDFDocument.create();
  await addPicture(pdf, image, size ?? [(image.width * 72) / 200, (image.height * 72) / 200]);
  return readPdf(pdf);
}

const valuesOf = ({ number, issueDate, net, tax, gross, lines }: Invoice): unknown => [
  number?.value,
  issueDate?.value,
  net?.value,
  tax?.value,
  gross?.value,
  ...lines.map((line) => [line.description, line.quantity?.value, line.unitPrice?.value, line.net?.value]),
];

const printed = [
  "MP-2094",
  "2026-03-14",
  "418.00",
  "83.60",
  "501.60",
  ["Oak shelf", "4", "85.00", "340.00"],
  ["Brass hinge", "12", "6.50", "78.00"],
];
const longest = { timeout: 120_000 };

test("a page on its head is read (9)", longest, async () => {
  expect(valuesOf(await readPicture(turn(2)(await scan())))).toEqual(printed);
});

test("a page is cut out of its photograph, shadow and perspective evened (10)", longest, async () => {
  const corners = [
    [0.08, 0.07],
    [0.93, 0.11],
    [0.95, 0.93],
    [0.06, 0.9],
  ] as const;
  const wear = wornBy(photograph(corners), shadow(0.5), blur(0.5), grain(3, 5), jpegTraces(80));
  expect(valuesOf(await readPicture(wear(await scan({}, 250))))).toEqual(printed);
});

test("a coarse fax, half as fine down as across, is read (11)", longest, async () => {
  const fine = wornBy(
    blur(0.5),
    bilevel(150),
    specks(5, 0.001),
  )(await scan({ points: 12, size: [330, 250] }));
  const rows = Math.floor(fine.height / 2);
  const pixels = new Uint8Array(fine.width * rows);
  for (let y = 0; y < rows; y += 1)
    pixels.set(fine.pixels.subarray(2 * y * fine.width, (2 * y + 1) * fine.width), y * fine.width);
  expect(valuesOf(await readPicture({ width: fine.width, height: rows, pixels }, [330, 250]))).toEqual(
    printed,
  );
});

test("a picture that was packed to nothing is read (12)", longest, async () => {
  const wear = wornBy(grain(7, 4), jpegTraces(30));
  expect(valuesOf(await readPicture(wear(await scan())))).toEqual(printed);
});

test("pages with text and scanned ones are one document (13)", longest, async () => {
  const pdf = await makePdf({ pages: [print.slice(0, 12)] });
  await addPicture(pdf, await scan({ pages: [[...print.slice(4, 8), ...print.slice(12)]] }), [width, height]);
  expect(valuesOf(await readPdf(pdf))).toEqual(printed);
});

test("a slip as wide as a till's paper is read (14)", longest, async () => {
  const slip: typeof print = [
    ["Marlow & Pike Joinery Ltd", 12, 24],
    ["Invoice MP-2094", 12, 44],
    ["Date 14 March 2026", 12, 58],
    ["Qty", 12, 84],
    ["Item", 40, 84],
    ["Price", -156, 84],
    ["Amount", -212, 84],
    ["4", 12, 98],
    ["Oak shelf", 40, 98],
    ["85.00", -156, 98],
    ["340.00", -212, 98],
    ["12", 12, 112],
    ["Brass hinge", 40, 112],
    ["6.50", -156, 112],
    ["78.00", -212, 112],
    ["Net", 12, 140],
    ["418.00", -212, 140],
    ["VAT 20%", 12, 154],
    ["83.60", -212, 154],
    ["TOTAL GBP", 12, 168],
    ["501.60", -212, 168],
  ];
  const size = [226, 420] as const;
  const image = await scan({ pages: [slip], size, points: 8, font: StandardFonts.Courier }, 250);
  expect(valuesOf(await readPicture(wornBy(blur(0.5), grain(9, 6))(image), size))).toEqual(printed);
});

const shade = (value: number): ReturnType<typeof rgb> => rgb(value, value, value);

test("a stamp across the total hides nothing that is still to be seen (16)", longest, async () => {
  const over = (page: PDFPage): void => {
    page.drawRectangle({
      x: 210,
      y: 30,
      width: 100,
      height: 34,
      rotate: degrees(12),
      borderColor: shade(0.7),
      borderWidth: 2,
      blendMode: BlendMode.Multiply,
    });
    page.drawText("RECEIVED", {
      x: 216,
      y: 40,
      size: 18,
      rotate: degrees(12),
      color: shade(0.7),
      blendMode: BlendMode.Multiply,
    });
  };
  expect(valuesOf(await readPicture(await scan({ over }, 300)))).toEqual(printed);
});

test("a total that a pen struck out and wrote anew is not sure (17)", longest, async () => {
  const over = (page: PDFPage): void => {
    page.drawSvgPath("M 270 200 C 282 194 296 204 318 196", { x: 0, y: height, borderWidth: 1.4 });
    page.drawSvgPath(
      "M 272 214 c 6 -6 8 8 2 10 m 12 -10 c -8 2 -8 12 0 10 c 6 -2 4 -10 -1 -9 m 12 0 l -2 10 m 8 -9 c 8 -4 8 2 0 9 l 9 0",
      {
        x: 0,
        y: height,
        borderWidth: 1.3,
      },
    );
  };
  const { gross, payable } = await readPicture(await scan({ over }, 300));
  for (const total of [gross, payable]) expect(total?.confidence ?? 0).toBeLessThanOrEqual(0.95);
});
