import { nearest, pdfDictionary, toBytes } from "./pdf-objects.ts";
import type { PdfObjects, PdfText } from "./pdf-objects.ts";
import { subsetFont } from "./truetype-font.ts";
import type { TrueTypeFont } from "./truetype-font.ts";

/** A font as one document uses it: it notes every character that is drawn. */
export interface UsedFont {
  readonly font: TrueTypeFont;
  /** PostScript name, without the tag of the subset. */
  readonly name: string;
  readonly isBold: boolean;
  readonly characters: Map<number, number>;
}

export const prepareFont = (font: TrueTypeFont, name: string, isBold: boolean): UsedFont => ({
  font,
  name,
  isBold,
  characters: new Map(),
});

/** Stands for a character that the font does not have, so that no text is lost without a sign. */
const replacement = 0xfffd;

const glyphFor = ({ font }: UsedFont, codePoint: number): number => {
  const own = font.glyphOf(codePoint);
  if (own !== 0) return own;
  return font.glyphOf(replacement) || font.glyphOf(0x3f);
};

/** Width of a text in points. */
export function widthOf(text: string, used: UsedFont, size: number): number {
  let units = 0;
  for (const character of text) units += used.font.advanceOf(glyphFor(used, character.codePointAt(0) ?? 0));
  return (units * size) / used.font.unitsPerEm;
}

/** A text as glyph numbers in hex, noting what was used. */
export function encodeText(text: string, used: UsedFont): PdfText {
  let hex = "";
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const glyph = glyphFor(used, codePoint);
    if (!used.characters.has(glyph)) used.characters.set(glyph, codePoint);
    hex += glyph.toString(16).toUpperCase().padStart(4, "0");
  }
  return `<${hex}>`;
}

/** Writes a font with the glyphs that were used, their widths, and the way back to characters. */
export function embedFont(objects: PdfObjects, used: UsedFont): PdfText {
  const { font, characters } = used;
  const glyphs = [...characters.keys()].toSorted((first, second) => first - second);
  const scale = (units: number): number => nearest((units * 1000) / font.unitsPerEm);
  const name = `/${tagOf(glyphs)}+${used.name}`;
  const bytes = subsetFont(font, glyphs);
  const file = objects.addStream({ Length1: String(bytes.length) }, bytes);
  const descriptor = objects.add(
    pdfDictionary({
      Type: "/FontDescriptor",
      FontName: name,
      Flags: "32",
      FontBBox: `[${font.box.map(scale).join(" ")}]`,
      ItalicAngle: "0",
      Ascent: String(scale(font.ascent)),
      Descent: String(scale(font.descent)),
      CapHeight: String(scale(font.capHeight)),
      StemV: used.isBold ? "140" : "80",
      FontFile2: file,
    }),
  );
  const widths = [0, ...glyphs].map((glyph) => `${glyph} [${scale(font.advanceOf(glyph))}]`).join(" ");
  const descendant = objects.add(
    pdfDictionary({
      Type: "/Font",
      Subtype: "/CIDFontType2",
      BaseFont: name,
      CIDSystemInfo: "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
      FontDescriptor: descriptor,
      DW: "0",
      W: `[${widths}]`,
      CIDToGIDMap: "/Identity",
    }),
  );
  const unicode = objects.addStream({}, toBytes(unicodeMap(characters, glyphs)));
  return objects.add(
    pdfDictionary({
      Type: "/Font",
      Subtype: "/Type0",
      BaseFont: name,
      Encoding: "/Identity-H",
      DescendantFonts: `[${descendant}]`,
      ToUnicode: unicode,
    }),
  );
}

/** Six letters that differ where the glyphs do, as a subset must be named. */
function tagOf(glyphs: readonly number[]): string {
  let sum = 7;
  for (const glyph of glyphs) sum = (sum * 31 + glyph) % 308_915_776;
  let tag = "";
  for (let index = 0; index < 6; index += 1) {
    tag += String.fromCharCode(65 + (sum % 26));
    sum = Math.floor(sum / 26);
  }
  return tag;
}

function unicodeMap(characters: ReadonlyMap<number, number>, glyphs: readonly number[]): string {
  const rows = glyphs.map((glyph) => {
    const text = String.fromCodePoint(characters.get(glyph) ?? replacement);
    const units = Array.from({ length: text.length }, (_, index) => hex4(text.charCodeAt(index)));
    return `<${hex4(glyph)}> <${units.join("")}>`;
  });
  const blocks: string[] = [];
  for (let at = 0; at < rows.length; at += 100) {
    const block = rows.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
    ...blocks,
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
  ].join("\n");
}

const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, "0");
