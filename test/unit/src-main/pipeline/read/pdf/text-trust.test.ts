import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { readFile } from "../../../../../../src-main/pipeline/read/index.ts";
import {
  dirtShare,
  garbledShare,
  isDirtyLayer,
} from "../../../../../../src-main/pipeline/read/pdf/text-trust.ts";
import type { RecognizeWords } from "../../../../../../src-shared/model/index.ts";
import { importedFile, loadAsset } from "../../../../../builders/read-bytes.ts";
import { recognized } from "../../normalize/invoice/recognized-tokens.ts";

const shareOf = (text: string): number => garbledShare(text.split(" ").map((word) => recognized(word)));
const repeated = (text: string): string => Array(8).fill(text).join(" ");

test.each([
  [
    "English",
    "Payment terms within thirty days of receipt (net), by-hand rhythm McDonald O'Brien GmbH SWIFT",
  ],
  [
    "German",
    "Rechnungsbetrag zuzüglich Umsatzsteuer für Ersatzteile „Lüfter“ gemäß §14 UStG, Geschäftsführerin",
  ],
  ["French", "Règlement à réception l'échéance d'œuvre n'oubliez aujourd'hui TVA Société, 24rue HT"],
  ["codes", "SKU4411a INV2026x office@example.test www.example.test A4-Blatt M8x40 iPhone eBay"],
])("%s is not garbled", (_language, text) => {
  expect(shareOf(repeated(text))).toBeLessThan(0.1);
});

test("words that no language writes are", () => {
  expect(shareOf(repeated("Pymnt trms wthn thrty d@ys rec1ipt am0unt tNeT lnvlcx dwnpymt"))).toBeGreaterThan(
    0.6,
  );
});

const wordsOf = (text: string): readonly ReturnType<typeof recognized>[] =>
  text.split(" ").map((word) => recognized(word));

test("what a recognizer makes of drawn lines and specks is dirt", () => {
  const layer = wordsOf(repeated("{Qty|Unit Paint}|12.50 ~———‘(ee_ Brush [Rate[Total 4.00 Primer"));
  expect(dirtShare(layer)).toBeGreaterThan(0.4);
  expect(isDirtyLayer(layer)).toBe(true);
});

test("marks that are printed are none, nor is a text that nobody recognized", () => {
  const printed = "a_b@example.test [1] ______ [ ] ** (4) 12.50 — Rate/hr | Total: n° 7 «Nord» 50% A&B";
  expect(dirtShare(wordsOf(repeated(printed)))).toBe(0);
  const text = wordsOf(repeated("{Qty|Unit Paint}|12.50")).map((word) => ({
    ...word,
    source: "text" as const,
  }));
  expect(isDirtyLayer(text)).toBe(false);
});

test("too few words say nothing", () => {
  expect(shareOf("Pymnt trms wthn thrty")).toBe(0);
});

/** A page with eight rows of five such words. */
async function printedPage(words: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([420, 300]);
  for (let row = 0; row < 8; row += 1)
    page.drawText(words.join("   "), { x: 30, y: 260 - 30 * row, size: 12, font });
  return pdf.save();
}

/** Sees five words of the same width in every line. */
const recognize: RecognizeWords = (image) =>
  Promise.resolve(
    ["Amount", "payable", "within", "thirty", "days"].map((text, at) => ({
      text,
      left: (at * image.width) / 5,
      top: 0,
      width: image.width / 5 - 2,
      height: image.height,
      confidence: 0.95,
      letters: [],
    })),
  );

const textsOf = async (
  words: readonly string[],
  tools: { readonly recognize?: RecognizeWords },
): Promise<string> => {
  const bytes = await printedPage(words);
  const read = await readFile(
    importedFile("page.pdf", bytes),
    bytes,
    { loadAsset, ...tools },
    new AbortController().signal,
  );
  return read.pages[0]!.words.map(({ text }) => text).join(" ");
};

test("a page of garbled text is read from its picture, one of plain text is not", async () => {
  const garbled = ["Pmntxx", "pbllxx", "wthnxx", "thrtxx", "dxxsxx"];
  expect(await textsOf(garbled, { recognize })).toContain("Amount payable within thirty days");
  expect(await textsOf(garbled, {})).toContain("Pmntxx");
  expect(await textsOf(["Total", "payable", "until", "Monday", "noon"], { recognize })).toContain("Monday");
});
