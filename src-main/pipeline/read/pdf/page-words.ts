import type { Box, Page, Rule, Word } from "../../../../src-shared/model/index.ts";
import { orderWords } from "../layout/word-order.ts";
import { maximumWordsPerPage } from "../limits.ts";
import type { PdfEngine } from "./engine.ts";
import type { GlyphWord } from "./glyph-words.ts";
import { glyphsToWords } from "./glyph-words.ts";
import { invertQuarterTurn, readPageGlyphs } from "./page-glyphs.ts";
import type { PageGeometry, Rectangle } from "./page-geometry.ts";
import { transformCorners, uprightMatrix } from "./page-geometry.ts";
import { mergeLines } from "./page-lines.ts";
import { readPageObjects } from "./page-objects.ts";
import type { PageBackground } from "./visibility.ts";
import { appearanceOf, isScannedPage } from "./visibility.ts";
import { repairWords } from "./word-repair.ts";

/** A page as read, with what tells whether its text can be trusted. */
export interface PdfPage {
  readonly page: Page;
  /** Glyphs without a character that can be trusted, and all glyphs. */
  readonly unmapped: number;
  readonly glyphs: number;
  readonly isScan: boolean;
  /** Text drawn as curves leaves many of them and no words. */
  readonly curves: number;
  readonly complete: boolean;
}

/** Reads the words and rules of a loaded page. */
export function readPdfPage(
  engine: PdfEngine,
  pointer: number,
  number: number,
  geometry: PageGeometry,
): PdfPage {
  const { glyphs, unmapped } = readPageGlyphs(engine, pointer, geometry);
  const objects = readPageObjects(engine, pointer, geometry);
  const repaired = repairWords(glyphsToWords(glyphs));
  const found = repaired.slice(0, maximumWordsPerPage);
  const turns = mainTurns(found);
  const background: PageBackground = {
    objects,
    page: { left: 0, top: 0, right: geometry.width, bottom: geometry.height },
    isScan: isScannedPage(objects),
    medianSize: medianOf(found.map((word) => word.style.size)),
  };
  const words = found.flatMap((word) => wordOnPage(word, number, geometry, turns, background));
  const sideways = turns % 2 === 1;
  const width = sideways ? geometry.height : geometry.width;
  const height = sideways ? geometry.width : geometry.height;
  return {
    page: {
      number,
      aspect: roundTo(width / height, 1e4),
      words: orderWords(words, width / height),
      rules: mergeLines(objects.lines).map((line) => ruleOnPage(line.orientation, line.box, geometry, turns)),
      pictureShare: roundTo(objects.pictureShare, 1e4),
    },
    unmapped,
    glyphs: glyphs.length,
    isScan: background.isScan,
    curves: objects.curves,
    complete: found.length === repaired.length,
  };
}

/** The quarter turns that most of the page's text has: a page laid out sideways is read sideways. */
function mainTurns(words: readonly GlyphWord[]): number {
  const weights = [0, 0, 0, 0];
  for (const word of words)
    if (!word.style.oblique) weights[word.style.turns] = (weights[word.style.turns] ?? 0) + word.text.length;
  let best = 0;
  for (const [turns, weight] of weights.entries()) if (weight > (weights[best] ?? 0)) best = turns;
  return best;
}

function wordOnPage(
  word: GlyphWord,
  page: number,
  geometry: PageGeometry,
  turns: number,
  background: PageBackground,
): Word[] {
  const upright: Rectangle = word;
  const { width, height } = geometry;
  const shown = turned(upright, invertQuarterTurn(uprightMatrix(word.style.turns, width, height)));
  const appearance = appearanceOf(word, shown, background);
  const at = boxOf(shown, width, height);
  const laid = turned(shown, uprightMatrix(turns, width, height));
  const sideways = turns % 2 === 1;
  const layoutHeight = sideways ? width : height;
  return [
    {
      text: word.text,
      box: turns === 0 ? at : boxOf(laid, sideways ? height : width, layoutHeight),
      at: { page, box: at },
      size: roundTo(word.style.size / layoutHeight, 1e6),
      bold: word.bold,
      source: appearance === "ocr-layer" ? "ocr" : "text",
      confidence: appearance === "ocr-layer" ? 0.9 : 1,
      visible: appearance !== "hidden",
    },
  ];
}

function ruleOnPage(
  orientation: Rule["orientation"],
  line: Rectangle,
  geometry: PageGeometry,
  turns: number,
): Rule {
  const { width, height } = geometry;
  const sideways = turns % 2 === 1;
  const box = boxOf(
    turned(line, uprightMatrix(turns, width, height)),
    sideways ? height : width,
    sideways ? width : height,
  );
  if (!sideways) return { orientation, box };
  return { orientation: orientation === "horizontal" ? "vertical" : "horizontal", box };
}

const turned = (box: Rectangle, matrix: Parameters<typeof transformCorners>[0]): Rectangle =>
  transformCorners(matrix, box.left, box.bottom, box.right, box.top);

const boxOf = (box: Rectangle, width: number, height: number): Box => [
  roundTo(box.left / width, 1e5),
  roundTo(box.top / height, 1e5),
  roundTo((box.right - box.left) / width, 1e5),
  roundTo((box.bottom - box.top) / height, 1e5),
];

const roundTo = (value: number, steps: number): number => Math.round(value * steps) / steps;

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
