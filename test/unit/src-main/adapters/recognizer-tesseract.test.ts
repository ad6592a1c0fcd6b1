import { PDFDocument, StandardFonts, degrees } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { createTesseractRecognizer } from "../../../../src-main/adapters/recognizer-tesseract/index.ts";
import { tsvToWords } from "../../../../src-main/adapters/recognizer-tesseract/tsv-words.ts";
import { readFile } from "../../../../src-main/pipeline/read/index.ts";
import type { ReadTools } from "../../../../src-main/pipeline/read/index.ts";
import { renderFirstPage } from "../../../../src-main/pipeline/read/pdf/render-page.ts";
import type { ReadDocument, RecognizedLanguage } from "../../../../src-shared/model/index.ts";
import { makePng } from "../../../golden/formats/make-picture-inputs.ts";
import { importedFile, loadAsset } from "../../../builders/read-bytes.ts";

const recognizer = createTesseractRecognizer();
const asked: RecognizedLanguage[] = [];
const tools: ReadTools = {
  loadAsset,
  recognize: (image, language) => {
    asked.push(language);
    return recognizer.recognize(image, language);
  },
};

const lines = [
  "Rechnung Nr. R-2026-117 der Kestrel GmbH",
  "Datum 31.03.2026 und Betrag mit MwSt.",
  "Bitte zahlen Sie den Betrag von 1.234,50 EUR auf unser Konto",
];

/** A picture of a small page, drawn by the PDF engine and given back as PNG. */
const scan = async (turn: number): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const sheet = pdf.addPage([360, 160]);
  for (const [index, line] of lines.entries())
    sheet.drawText(line, { x: 20, y: 110 - index * 24 + turn * 2, size: 11, font, rotate: degrees(turn) });
  const image = await renderFirstPage(await pdf.save(), { loadAsset });
  if (image === null) throw new Error("not drawn");
  return makePng(image.width, image.height, image.pixels);
};

const read = async (bytes: Uint8Array): Promise<ReadDocument> =>
  readFile(importedFile("scan.png", bytes), bytes, tools, new AbortController().signal);

const textOf = ({ pages }: ReadDocument): string => (pages[0]?.words ?? []).map(({ text }) => text).join(" ");

test(
  "a picture of a page is read in the language that it is in, straight or not",
  { timeout: 60_000 },
  async () => {
    const document = await read(await scan(2));
    expect(document).toMatchObject({ reader: "ocr", status: "read" });
    for (const printed of ["R-2026-117", "31.03.2026", "1.234,50", "Betrag"])
      expect(textOf(document)).toContain(printed);
    // The first tells the language, the second reads the page in it, the third reads its figures once more.
    expect([...new Set(asked)]).toEqual(["eng", "deu", "nld"]);
    const words = document.pages[0]?.words ?? [];
    for (const { text, source, confidence, box, at } of words) {
      expect(source).toBe("ocr");
      expect(confidence).toBeLessThanOrEqual(/\d/u.test(text) ? 0.985 : 0.9);
      for (const share of [...box, ...("page" in at ? (at.box ?? []) : [])]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }
    const first = words.find(({ text }) => text.startsWith("Rechnung"));
    const last = words.find(({ text }) => text.startsWith("GmbH"));
    // Straightened for layout, slanted as on the page for evidence.
    expect(Math.abs((first?.box[1] ?? 0) - (last?.box[1] ?? 1))).toBeLessThan(0.02);
    const onPage = [first, last].map((word) =>
      word !== undefined && "page" in word.at ? (word.at.box?.[1] ?? 0) : 0,
    );
    expect((onPage[0] ?? 0) - (onPage[1] ?? 0)).toBeGreaterThan(0.03);
  },
);

test("words of the recognizer's table keep their weak confidence and their letters", () => {
  const tsv = [
    "4\t1\t1\t1\t1\t0\t10\t20\t200\t30\t-1\t",
    "5\t1\t1\t1\t1\t1\t10\t22\t60\t25\t96.5\tTo",
    "5\t1\t1\t1\t1\t2\t80\t22\t60\t25\t-1\t ",
    "5\t1\t1\t1\t2\t1\t90\t60\t40\t25\t12\t9.5",
    "",
  ].join("\n");
  const boxes = "T 10 20 30 45 0\no 32 20 70 45 0\n9 90 20 100 45 0\n. 104 20 106 24 0\n5 108 20 130 45 0\n";
  expect(tsvToWords(tsv, boxes)).toMatchObject([
    { text: "To", left: 10, top: 22, confidence: 0.965, letters: [{ text: "T" }, { text: "o", right: 70 }] },
    { text: "9.5", confidence: 0.12, letters: [{ left: 90 }, { text: "." }, { text: "5" }] },
  ]);
});
