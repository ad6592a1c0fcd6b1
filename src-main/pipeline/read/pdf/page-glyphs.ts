import type { PdfEngine } from "./engine.ts";
import { withMemory } from "./engine.ts";
import type { Matrix, PageGeometry } from "./page-geometry.ts";
import {
  multiplyMatrices,
  quarterTurnsOf,
  transformCorners,
  transformX,
  transformY,
  uprightMatrix,
} from "./page-geometry.ts";
import type { Color } from "./page-objects.ts";

/** How the glyphs of one text object are drawn. */
export interface GlyphStyle {
  /** Text object pointer, the key to its drawing order. */
  readonly object: number;
  /** Points, after scaling. */
  readonly size: number;
  readonly bold: boolean;
  /** 3 draws nothing. Source: ISO 32000-2, table 104. */
  readonly renderMode: number;
  readonly color: Color | null;
  /** Quarter turns clockwise on the shown page. */
  readonly turns: number;
  /** Off the quarter turns by more than 10°: a watermark or stamp. */
  readonly oblique: boolean;
}

/** One glyph in the frame in which it reads upright, in points. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly top: number;
  readonly bottom: number;
  readonly style: GlyphStyle;
  /** White space or a jump was written between this glyph and the one before. */
  readonly startsWord: boolean;
  /** The engine saw a gap before it: a hint, since gaps are measured again with the whole run in view. */
  readonly followsGap: boolean;
}

/** The glyphs of a page in content order, and how many have no trustworthy character. */
export interface PageGlyphs {
  readonly glyphs: readonly Glyph[];
  readonly unmapped: number;
}

const ligatures: Readonly<Record<string, string>> = {
  "\uFB00": "ff",
  "\uFB01": "fi",
  "\uFB02": "fl",
  "\uFB03": "ffi",
  "\uFB04": "ffl",
  "\uFB05": "st",
  "\uFB06": "st",
};
/** Soft hyphen, zero-width marks and byte order marks: never part of a word. */
const ignorable = /^[\u00AD\u200B-\u200F\u2060\uFEFF]$/u;
const whiteSpace = /^[\s\u00A0\u2000-\u200A\u202F\u205F\u3000\u0000-\u001F]$/u;

/** Reads the text layer of a loaded page. */
export function readPageGlyphs(engine: PdfEngine, page: number, geometry: PageGeometry): PageGlyphs {
  const textPage = engine.call["FPDFText_LoadPage"]?.(page) ?? 0;
  if (textPage === 0) return { glyphs: [], unmapped: 0 };
  try {
    return withMemory(engine, 256, (scratch) => readGlyphs(engine, textPage, geometry, scratch));
  } finally {
    engine.call["FPDFText_ClosePage"]?.(textPage);
  }
}

function readGlyphs(
  engine: PdfEngine,
  textPage: number,
  geometry: PageGeometry,
  scratch: number,
): PageGlyphs {
  const { call, memory } = engine;
  const unicodeOf = call["FPDFText_GetUnicode"];
  const objectOf = call["FPDFText_GetTextObject"];
  const looseBox = call["FPDFText_GetLooseCharBox"];
  const originOf = call["FPDFText_GetCharOrigin"];
  const hasMapError = call["FPDFText_HasUnicodeMapError"];
  const isHyphen = call["FPDFText_IsHyphen"];
  const isGenerated = call["FPDFText_IsGenerated"];
  if (!unicodeOf || !objectOf || !looseBox || !originOf || !hasMapError || !isHyphen || !isGenerated)
    throw new Error("PDF engine lacks the text functions");
  const uprights = [0, 1, 2, 3].map((turns) =>
    multiplyMatrices(geometry.toShown, uprightMatrix(turns, geometry.width, geometry.height)),
  );
  const styles = new StyleReader(engine, textPage, geometry, scratch + 64);
  const glyphs: Glyph[] = [];
  let unmapped = 0;
  let startsWord = true;
  let followsGap = false;
  const count = call["FPDFText_CountChars"]?.(textPage) ?? 0;
  for (let index = 0; index < count; index += 1) {
    let code = unicodeOf(textPage, index);
    if (isHighSurrogate(code)) {
      const low = unicodeOf(textPage, index + 1);
      if (low >= 0xdc00 && low <= 0xdfff) code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    } else if (code >= 0xdc00 && code <= 0xdfff) continue;
    const text = characterOf(code, isHyphen(textPage, index) === 1);
    if (text === "" || ignorable.test(text)) continue;
    if (whiteSpace.test(text)) {
      if (isGenerated(textPage, index) === 1) followsGap = true;
      else startsWord = true;
      continue;
    }
    const object = objectOf(textPage, index);
    if (object === 0) {
      startsWord = true;
      continue;
    }
    const style = styles.read(object, index);
    if (style === null || looseBox(textPage, index, scratch) !== 1) continue;
    const floats = memory.HEAPF32;
    const left = floats[scratch >> 2] ?? 0;
    const top = floats[(scratch >> 2) + 1] ?? 0;
    const right = floats[(scratch >> 2) + 2] ?? 0;
    const bottom = floats[(scratch >> 2) + 3] ?? 0;
    if (originOf(textPage, index, scratch + 16, scratch + 24) !== 1) continue;
    const originX = memory.HEAPF64[(scratch + 16) >> 3] ?? 0;
    const originY = memory.HEAPF64[(scratch + 24) >> 3] ?? 0;
    const upright = uprights[style.turns] ?? geometry.toShown;
    const box = transformCorners(upright, left, bottom, right, top);
    const baseline = transformY(upright, originX, originY);
    const originAcross = transformX(upright, originX, originY);
    if (!Number.isFinite(box.left + box.right + baseline)) continue;
    if (hasMapError(textPage, index) === 1 || isUntrusted(text)) unmapped += 1;
    glyphs.push({
      text: ligatures[text] ?? text,
      // The advance starts at the origin; a glyph that leans out of it must not close the gap before it.
      left: style.oblique ? box.left : Math.max(box.left, Math.min(originAcross, box.right)),
      right: box.right,
      baseline,
      top: style.oblique
        ? box.top
        : clamp(box.top, baseline - 0.95 * style.size, baseline - 0.7 * style.size),
      bottom: style.oblique
        ? box.bottom
        : clamp(box.bottom, baseline + 0.15 * style.size, baseline + 0.28 * style.size),
      style,
      startsWord,
      followsGap,
    });
    startsWord = false;
    followsGap = false;
  }
  return { glyphs, unmapped };
}

/** Styles by text object, and fonts by font: the calls are dear, the objects repeat. */
class StyleReader {
  private readonly engine: PdfEngine;
  private readonly textPage: number;
  private readonly geometry: PageGeometry;
  private readonly scratch: number;
  private readonly styleByObject = new Map<number, GlyphStyle | null>();
  private readonly boldByFont = new Map<number, boolean>();

  constructor(engine: PdfEngine, textPage: number, geometry: PageGeometry, scratch: number) {
    this.engine = engine;
    this.textPage = textPage;
    this.geometry = geometry;
    this.scratch = scratch;
  }

  read(object: number, index: number): GlyphStyle | null {
    const known = this.styleByObject.get(object);
    if (known !== undefined) return known;
    const style = this.compute(object, index);
    this.styleByObject.set(object, style);
    return style;
  }

  private compute(object: number, index: number): GlyphStyle | null {
    const { call, memory } = this.engine;
    const at = this.scratch;
    if (call["FPDFText_GetMatrix"]?.(this.textPage, index, at) !== 1) return null;
    const [a = 1, b = 0, c = 0, d = 1] = memory.HEAPF32.subarray(at >> 2, (at >> 2) + 4);
    const shown = multiplyMatrices([a, b, c, d, 0, 0], this.geometry.toShown);
    const fontSize = call["FPDFText_GetFontSize"]?.(this.textPage, index) ?? 0;
    const size = Math.abs(fontSize) * Math.hypot(c, d);
    if (!(size > 0 && size < 10_000)) return null;
    const { turns, oblique } = quarterTurnsOf(shown[0], shown[1]);
    const renderMode = call["FPDFTextObj_GetTextRenderMode"]?.(object) ?? 0;
    const color = this.fillColor(index);
    return { object, size, bold: renderMode === 2 || this.isBold(object), renderMode, color, turns, oblique };
  }

  private fillColor(index: number): Color | null {
    const { call, memory } = this.engine;
    const at = this.scratch;
    if (call["FPDFText_GetFillColor"]?.(this.textPage, index, at, at + 4, at + 8, at + 12) !== 1) return null;
    const [red = 0, green = 0, blue = 0, alpha = 0] = memory.HEAPU32.subarray(at >> 2, (at >> 2) + 4);
    return [red, green, blue, alpha];
  }

  private isBold(object: number): boolean {
    const { call, memory } = this.engine;
    const font = call["FPDFTextObj_GetFont"]?.(object) ?? 0;
    if (font === 0) return false;
    const known = this.boldByFont.get(font);
    if (known !== undefined) return known;
    const length = call["FPDFFont_GetBaseFontName"]?.(font, this.scratch, 128) ?? 0;
    const bytes =
      length > 1 && length <= 128 ? memory.HEAPU8.slice(this.scratch, this.scratch + length - 1) : [];
    const name = String.fromCharCode(...bytes);
    const weight = call["FPDFFont_GetWeight"]?.(font) ?? 0;
    const bold = /bold|black|heavy|demi|-bd\b/iu.test(name) || (weight >= 600 && weight <= 1000);
    this.boldByFont.set(font, bold);
    return bold;
  }
}

function characterOf(code: number, hyphen: boolean): string {
  if (hyphen || code === 0xfffe || code === 2) return "-";
  // A glyph whose character nobody knows stays as a mark: without it, its word would fall in two.
  if (code === 0 || code > 0x10ffff || isHighSurrogate(code)) return "\uFFFD";
  return String.fromCodePoint(code);
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** Replacement, private use: a character map that lies or is missing. */
function isUntrusted(text: string): boolean {
  const code = text.codePointAt(0) ?? 0;
  return code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
}

const clamp = (value: number, one: number, other: number): number =>
  Math.min(Math.max(value, Math.min(one, other)), Math.max(one, other));

/** Shared by readers of glyph frames: the inverse of a matrix made of quarter turns and shifts. */
export function invertQuarterTurn(matrix: Matrix): Matrix {
  const [a, b, c, d, e, f] = matrix;
  const determinant = a * d - b * c;
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
}
