import { valueOf } from "../../../../src-shared/model/index.ts";
import type { PrintedReport } from "../../../../src-shared/model/index.ts";
import { drawInvoice } from "./invoice-paper.ts";
import type { PaperOrder } from "./paper-sheet.ts";
import { embedFont, prepareFont } from "./embedded-font.ts";
import { paperHeight, paperWidth } from "./paper-canvas.ts";
import type { PaperFonts } from "./paper-canvas.ts";
import { drawReport } from "./report-paper.ts";
import { paperWords } from "./paper-words.ts";
import { PdfObjects, pdfDictionary, pdfNumber, pdfString, toBytes } from "./pdf-objects.ts";
import type { PdfText } from "./pdf-objects.ts";
import { parseFont } from "./truetype-font.ts";
import type { TrueTypeFont } from "./truetype-font.ts";

/** The two faces that pages are set in, as font files. */
export interface PaperFontFiles {
  readonly plain: Uint8Array;
  readonly bold: Uint8Array;
}

/** What an archived file has beyond its pages: entries of its catalog, written before the pages. */
export interface PaperArchive {
  readonly entries: (objects: PdfObjects) => Readonly<Record<string, PdfText>>;
}

const parsed = new WeakMap<Uint8Array, TrueTypeFont>();

function fontOf(bytes: Uint8Array): TrueTypeFont {
  const known = parsed.get(bytes);
  if (known !== undefined) return known;
  const font = parseFont(bytes);
  parsed.set(bytes, font);
  return font;
}

/** An invoice as a PDF with its fonts in it. The same invoice gives the same bytes. */
export function writePaper(
  order: PaperOrder,
  files: PaperFontFiles,
  hash: (text: string) => string,
  archive: PaperArchive | null = null,
): Uint8Array {
  const fonts = prepareFonts(files);
  const about = { language: order.language, title: titleOf(order) };
  return writePages(drawInvoice(order, fonts), fonts, about, hash, archive);
}

/** A report as a PDF with its fonts and its charts in it. The same report gives the same bytes. */
export function writeReportPaper(
  report: PrintedReport,
  files: PaperFontFiles,
  hash: (text: string) => string,
): Uint8Array {
  const fonts = prepareFonts(files);
  return writePages(drawReport(report, fonts), fonts, report, hash, null);
}

const prepareFonts = (files: PaperFontFiles): PaperFonts => ({
  plain: prepareFont(fontOf(files.plain), "LiberationSans", false),
  bold: prepareFont(fontOf(files.bold), "LiberationSans-Bold", true),
});

function writePages(
  contents: readonly string[],
  fonts: PaperFonts,
  about: { readonly language: string; readonly title: string },
  hash: (text: string) => string,
  archive: PaperArchive | null,
): Uint8Array {
  const objects = new PdfObjects();
  const [catalog, tree] = [objects.reserve(), objects.reserve()];
  const resources = objects.add(
    pdfDictionary({
      Font: pdfDictionary({
        F1: embedFont(objects, fonts.plain),
        F2: embedFont(objects, fonts.bold),
      }),
    }),
  );
  const pages = contents.map((content) =>
    objects.add(
      pdfDictionary({
        Type: "/Page",
        Parent: tree,
        MediaBox: `[0 0 ${pdfNumber(paperWidth)} ${pdfNumber(paperHeight)}]`,
        Resources: resources,
        Contents: objects.addStream({}, toBytes(content)),
      }),
    ),
  );
  objects.write(
    tree,
    pdfDictionary({ Type: "/Pages", Kids: `[${pages.join(" ")}]`, Count: String(pages.length) }),
  );
  objects.write(
    catalog,
    pdfDictionary({
      Type: "/Catalog",
      Pages: tree,
      Lang: pdfString(about.language),
      ViewerPreferences: "<</DisplayDocTitle true>>",
      ...archive?.entries(objects),
    }),
  );
  const info = objects.add(
    pdfDictionary({ Title: pdfString(about.title), Producer: pdfString("Countersign") }),
  );
  return objects.toBytes(catalog, info, hash(contents.join("\n")).slice(0, 32).toUpperCase());
}

/** "Invoice INV-1042, Acme Inc." */
export function titleOf({ invoice, language, provisionalId }: PaperOrder): string {
  const number = valueOf(invoice.number) ?? provisionalId ?? "";
  const name = `${paperWords[language].titles[invoice.kind]} ${number}`.trim();
  return invoice.seller === null ? name : `${name}, ${invoice.seller.name}`;
}
