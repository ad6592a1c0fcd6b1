import { nearest, pack, pdfDictionary, toBytes } from "./pdf-objects.ts";
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
    hex += hex4(glyph);
  }
  return `<${hex}>`;
}

/** What of a font goes into a file, packed. */
interface FontBody {
  readonly name: PdfText;
  readonly file: Uint8Array;
  readonly fileLength: number;
  readonly widths: PdfText;
  readonly unicode: Uint8Array;
}

type CodePoints = readonly (readonly [first: number, last: number])[];

/** Letters, digits and signs of plain English. */
const plainCharacters: CodePoints = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xa3, 0xa3],
  [0xb7, 0xb7],
  [0xd7, 0xd7],
  [0x2013, 0x2014],
  [0x2018, 0x2019],
  [0x20ac, 0x20ac],
  [0x2212, 0x2212],
];

/** Characters of Western European text. */
const westernCharacters: CodePoints = [
  ...plainCharacters,
  [0xa1, 0xff],
  [0x152, 0x153],
  [0x160, 0x161],
  [0x178, 0x178],
  [0x17d, 0x17e],
  [0x2010, 0x2026],
];

/** A choice of characters, cut out of a font once: files that use no others share it. */
interface CommonSubset {
  readonly glyphs: ReadonlyMap<number, number>;
  body: FontBody | null;
}

const subsetsByFont = new WeakMap<TrueTypeFont, readonly CommonSubset[]>();

/** From the smallest to the largest. */
function commonSubsets(font: TrueTypeFont): readonly CommonSubset[] {
  const known = subsetsByFont.get(font);
  if (known !== undefined) return known;
  const subsets = [plainCharacters, westernCharacters].map((characters) => ({
    glyphs: glyphsOf(font, characters),
    body: null,
  }));
  subsetsByFont.set(font, subsets);
  return subsets;
}

/** Glyphs of characters, with their characters. */
function glyphsOf(font: TrueTypeFont, characters: CodePoints): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (const [first, last] of characters)
    for (let codePoint = first; codePoint <= last; codePoint += 1) {
      const glyph = font.glyphOf(codePoint);
      if (glyph !== 0 && !glyphs.has(glyph)) glyphs.set(glyph, codePoint);
    }
  return glyphs;
}

/** The smallest common subset that holds what was drawn; one of its own for a file with rarer characters. */
function bodyOf(used: UsedFont): FontBody {
  const subsets = commonSubsets(used.font);
  const common = subsets.find(({ glyphs }) =>
    [...used.characters.keys()].every((glyph) => glyphs.has(glyph)),
  );
  if (common !== undefined) return (common.body ??= makeBody(used, common.glyphs));
  return makeBody(used, new Map([...(subsets.at(-1)?.glyphs ?? []), ...used.characters]));
}

function makeBody({ font, name }: UsedFont, characters: ReadonlyMap<number, number>): FontBody {
  const glyphs = [...characters.keys()].toSorted((first, second) => first - second);
  const bytes = subsetFont(font, glyphs);
  return {
    name: `/${tagOf(glyphs)}+${name}`,
    file: pack(bytes),
    fileLength: bytes.length,
    widths: [0, ...glyphs]
      .map((glyph) => `${glyph} [${inThousandths(font, font.advanceOf(glyph))}]`)
      .join(" "),
    unicode: pack(toBytes(unicodeMap(characters, glyphs))),
  };
}

const inThousandths = (font: TrueTypeFont, units: number): number =>
  nearest((units * 1000) / font.unitsPerEm);

/** Writes a font with the glyphs that were used, their widths, and the way back to characters. */
export function embedFont(objects: PdfObjects, used: UsedFont): PdfText {
  const { font } = used;
  const body = bodyOf(used);
  const scale = (units: number): number => inThousandths(font, units);
  const file = objects.addPacked({ Length1: String(body.fileLength) }, body.file);
  const descriptor = objects.add(
    pdfDictionary({
      Type: "/FontDescriptor",
      FontName: body.name,
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
  const descendant = objects.add(
    pdfDictionary({
      Type: "/Font",
      Subtype: "/CIDFontType2",
      BaseFont: body.name,
      CIDSystemInfo: "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
      FontDescriptor: descriptor,
      DW: "0",
      W: `[${body.widths}]`,
      CIDToGIDMap: "/Identity",
    }),
  );
  return objects.add(
    pdfDictionary({
      Type: "/Font",
      Subtype: "/Type0",
      BaseFont: body.name,
      Encoding: "/Identity-H",
      DescendantFonts: `[${descendant}]`,
      ToUnicode: objects.addPacked({}, body.unicode),
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

const hexDigits = "0123456789ABCDEF";
const hexDigitAt = (value: number, shift: number): string => hexDigits.charAt((value >> shift) & 0xf);
const hex4 = (value: number): string =>
  hexDigitAt(value, 12) + hexDigitAt(value, 8) + hexDigitAt(value, 4) + hexDigitAt(value, 0);
