import type {
  Box,
  GrayImage,
  RecognizedLanguage,
  RecognizedWord,
  RecognizeWords,
  Rule,
  Word,
} from "../../../../src-shared/model/index.ts";
import { edgesInLine, edgesOfLine } from "./line-edges.ts";
import type { LineEdges } from "./line-edges.ts";
import { drawStrip } from "./line-strip.ts";
import type { LineStrip } from "./line-strip.ts";
import { readFiguresAgain } from "./second-reading.ts";
import type { CheckedWord } from "./second-reading.ts";
import { turnQuarters } from "./gray-image.ts";
import { languageOf, toldLanguage } from "./page-language.ts";
import type { InkPart } from "./ink-parts.ts";
import { findPageInk } from "./page-ink.ts";
import type { PageInk } from "./page-ink.ts";
import { setDotsApart } from "./separator-dots.ts";
import { wordsOfStrip } from "./strip-words.ts";
import type { StripWord } from "./strip-words.ts";
import type { TextSegment } from "./text-lines.ts";
import { findLie, flattenPage, levelPage, onItsHead } from "./upright-page.ts";
import type { UprightPage } from "./upright-page.ts";

/**
 * What came of a page. Boxes of its words are fractions of the page turned upright and straightened, as layout needs
 * them; their places are boxes on the page as it was given.
 */
export interface RecognizedPage {
  readonly words: readonly Word[];
  readonly rules: readonly Rule[];
  /** Width divided by height, upright. */
  readonly aspect: number;
  readonly language: RecognizedLanguage;
}

/** Lines that are read to learn which way is up, and those of them that are read on their head where they make no sense. */
const [sampleSize, turnedSize] = [5, 3];
const leastSampleLetters = 6;
/** Mean confidence of the sample below which the page may stand on its head. */
const doubtful = 0.8;
/** Marks that a recognizer makes of dirt. */
const leastConfidence = 0.15;
const leastOfMark = 0.5;
/** Letter heights that a letter of a word is wide on average. */
const [narrowLetter, wideLetter] = [0.35, 1.1];

/**
 * Recognizes a page: cut out of its photograph, turned upright, straightened, cleaned, read line by line in the
 * language that it turns out to be in, its figures twice.
 *
 * `null` when the recognizer's time is used up.
 */
export async function recognizePage(
  image: GrayImage,
  page: number,
  usual: RecognizedLanguage,
  recognize: RecognizeWords,
): Promise<RecognizedPage | null> {
  const read = rememberReadings(recognize);
  const flat = flattenPage(image);
  const lie = findLie(flat);
  let upright = levelPage(flat, lie);
  let ink = findPageInk(upright);
  let rows = drawRows(ink);
  const isReversed = await standsOnItsHead(rows, usual, read);
  if (isReversed === null) return null;
  if (isReversed) {
    upright = levelPage(flat, onItsHead(lie));
    ink = findPageInk(upright);
    rows = drawRows(ink);
  }
  let language = await readUntilToldLanguage(rows, usual, read);
  if (language === null) return null;
  let words = await readRows(rows, language, read);
  if (words === null) return null;
  const better = languageOf(
    words.map(({ text }) => text),
    language,
  );
  if (better !== language) {
    language = better;
    words = (await readRows(rows, language, read)) ?? words;
  }
  const checked = await readFiguresAgain(words.filter(isPlausible), ink, language, recognize);
  if (checked === null) return null;
  const aspect = round(upright.image.width / upright.image.height);
  return {
    words: wordsOnPage(checked, upright, image, page),
    rules: rulesOnPage(ink, upright),
    aspect,
    language,
  };
}

/** What was read of a picture in a language is not read once more: the fullest lines are a good part of a page. */
function rememberReadings(recognize: RecognizeWords): RecognizeWords {
  const known = new Map<RecognizedLanguage, WeakMap<GrayImage, readonly RecognizedWord[]>>();
  return async (image, language) => {
    const readings = known.get(language) ?? new WeakMap<GrayImage, readonly RecognizedWord[]>();
    known.set(language, readings);
    const words = readings.get(image) ?? (await recognize(image, language));
    if (words !== null) readings.set(image, words);
    return words;
  };
}

/** A row of a page as a picture for the recognizer, and its dots, which are none of the recognizer's business. */
interface DrawnRow {
  readonly strip: LineStrip;
  readonly dots: readonly StripWord[];
  readonly letters: number;
}

const drawRows = ({ image, rows }: PageInk): readonly DrawnRow[] =>
  rows.map((row) => {
    const parted = row.map(setDotsApart);
    const segments = parted.flatMap(({ letters }) => (letters.parts.length === 0 ? [] : [letters]));
    return {
      strip: drawStrip(image, segments),
      dots: parted.flatMap(({ letters, dots }) => dots.map((dot) => dotToWord(dot, letters))),
      letters: segments.reduce((sum, { parts }) => sum + parts.length, 0),
    };
  });

/** Pictures of the lines with the most letters, which tell most about a page. */
const fullestLines = (rows: readonly DrawnRow[]): readonly GrayImage[] =>
  rows
    .filter(({ letters }) => letters >= leastSampleLetters)
    .toSorted((one, other) => other.letters - one.letters)
    .map(({ strip }) => strip.image);

/**
 * Reads the fullest lines; where they make little sense, some also on their head. Words that tell a language are sense
 * enough, however badly the network of another language reads the rest.
 */
async function standsOnItsHead(
  rows: readonly DrawnRow[],
  language: RecognizedLanguage,
  recognize: RecognizeWords,
): Promise<boolean | null> {
  const images = fullestLines(rows).slice(0, sampleSize);
  const lines: (readonly RecognizedWord[])[] = [];
  for (const image of images) {
    const words = await recognize(image, language);
    if (words === null) return null;
    lines.push(words);
    if (toldLanguage(lines.flat().map(({ text }) => text)) !== null) return false;
  }
  if (images.length === 0 || meanConfidence(lines.flat()) >= doubtful) return false;
  const turned: RecognizedWord[] = [];
  for (const image of images.slice(0, turnedSize)) {
    const words = await recognize(turnQuarters(image, 2), language);
    if (words === null) return null;
    turned.push(...words);
  }
  return meanConfidence(turned) > meanConfidence(lines.slice(0, turnedSize).flat()) + 0.08;
}

/**
 * Reads the fullest lines in the usual language until their words tell which one it is: what was read until then is
 * lost only if it is another one.
 */
async function readUntilToldLanguage(
  rows: readonly DrawnRow[],
  usual: RecognizedLanguage,
  recognize: RecognizeWords,
): Promise<RecognizedLanguage | null> {
  const texts: string[] = [];
  for (const image of fullestLines(rows)) {
    const words = await recognize(image, usual);
    if (words === null) return null;
    texts.push(...words.map(({ text }) => text));
    const told = toldLanguage(texts);
    if (told !== null) return told;
  }
  return usual;
}

/** By letters; 0 where there are none. */
function meanConfidence(words: readonly RecognizedWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const confidence = words.reduce((sum, { text, confidence: own }) => sum + own * text.length, 0);
  return letters === 0 ? 0 : confidence / letters;
}

async function readRows(
  rows: readonly DrawnRow[],
  language: RecognizedLanguage,
  recognize: RecognizeWords,
): Promise<readonly StripWord[] | null> {
  const words: StripWord[] = [];
  for (const { strip, dots, letters } of rows) {
    words.push(...dots);
    if (letters === 0) continue;
    const found = await recognize(strip.image, language);
    if (found === null) return null;
    words.push(...wordsOfStrip(strip, found));
  }
  return words;
}

/** A dot as a word as high as the letters beside it: what is as low as a dot is on no line. */
function dotToWord(dot: InkPart, segment: TextSegment): StripWord {
  const { letterHeight } = segment;
  const top = Math.round((dot.top + dot.bottom - letterHeight) / 2);
  const place = { left: dot.left, right: dot.right, top, bottom: top + letterHeight };
  return { ...place, text: "·", letterHeight, confidence: 0.9, segment, parts: [dot] };
}

/**
 * Dirt is dropped; a figure is kept however unsure, or a sum would lose a part without a word.
 *
 * The recognizer gives some plain words no confidence at all: those are as wide and as high as their letters should be.
 */
function isPlausible({ text, confidence, parts, letterHeight, left, right }: StripWord): boolean {
  if (/\d/u.test(text)) return true;
  if (/^[-–—/&+#·]$/u.test(text)) return confidence >= leastOfMark;
  if (!/[\p{L}\p{N}€$£%]/u.test(text)) return false;
  if (confidence >= leastConfidence) return true;
  const isHigh = parts.some(({ top, bottom }) => bottom - top > 0.8 * letterHeight);
  const width = (right - left) / (letterHeight * text.length);
  return isHigh && /^[\p{L}%]{2,}[.,:]?$/u.test(text) && width > narrowLetter && width < wideLetter;
}

function wordsOnPage(
  words: readonly CheckedWord[],
  { image: { width, height }, wayBack }: UprightPage,
  given: GrayImage,
  page: number,
): readonly Word[] {
  const lines = new Map<TextSegment, LineEdges>();
  return words.map((word): Word => {
    const line = lines.get(word.segment) ?? edgesOfLine(word.segment);
    lines.set(word.segment, line);
    const [top, bottom] = edgesInLine(line, word.segment, (word.left + word.right) / 2);
    const box: Box = [
      round(word.left / width),
      round(clamp(top / height)),
      round((word.right - word.left) / width),
      round((bottom - Math.max(0, top)) / height),
    ];
    return {
      text: word.text,
      box,
      at: { page, box: boxOnPage(word, wayBack, given) },
      size: round((word.letterHeight * 1.35) / height),
      bold: false,
      source: "ocr",
      confidence: round(word.certainty),
      ...(word.otherReading === null ? {} : { otherReading: word.otherReading }),
      visible: true,
    };
  });
}

/** The upright box around a word where it stands on the page as it was given. */
function boxOnPage(word: StripWord, wayBack: UprightPage["wayBack"], given: GrayImage): Box {
  const corners = [
    wayBack(word.left, word.top),
    wayBack(word.right, word.top),
    wayBack(word.right, word.bottom),
    wayBack(word.left, word.bottom),
  ];
  const across = corners.map(([x]) => clamp(x / given.width));
  const down = corners.map(([, y]) => clamp(y / given.height));
  const [left, top] = [Math.min(...across), Math.min(...down)];
  return [round(left), round(top), round(Math.max(...across) - left), round(Math.max(...down) - top)];
}

const rulesOnPage = ({ rules }: PageInk, { image: { width, height } }: UprightPage): readonly Rule[] =>
  rules.map(({ orientation, left, top, right, bottom }) => ({
    orientation,
    box: [
      round(left / width),
      round(top / height),
      round((right - left) / width),
      round((bottom - top) / height),
    ],
  }));

const clamp = (share: number): number => Math.max(0, Math.min(1, share));
const round = (value: number): number => Math.round(value * 1e6) / 1e6;
