import type {
  Box,
  GrayImage,
  RecognizedLanguage,
  RecognizedWord,
  RecognizeWords,
  Word,
} from "../../../../src-shared/model/index.ts";
import { cleanScan } from "./clean-scan.ts";
import { findSkew, liesOnItsSide, rotate, rotateBack } from "./deskew.ts";
import { turnQuarters } from "./gray-image.ts";
import { languageOf } from "./page-language.ts";

/**
 * What came of a page. Boxes of its words are fractions of the page turned upright and straightened, as layout needs
 * them; their places are boxes on the page as it was given.
 */
export interface RecognizedPage {
  readonly words: readonly Word[];
  /** Width divided by height, upright. */
  readonly aspect: number;
  readonly language: RecognizedLanguage;
}

type Quarters = 0 | 1 | 2 | 3;

interface Attempt {
  readonly words: readonly RecognizedWord[];
  readonly quarters: Quarters;
  readonly angle: number;
  readonly turned: Pick<GrayImage, "width" | "height">;
}

/** Mean confidence below which a page may stand on its head. */
const doubtful = 0.6;
/** Marks that a recognizer makes of dirt. */
const leastConfidence = 0.2;
/** Marks vanish at high confidence ("80,5" becomes "805"): a recognized word is never sure. */
const mostConfidence = 0.9;

/**
 * Recognizes a page: turned upright, straightened, cleaned, read in the language that it turns out to be in.
 *
 * `null` when the recognizer's time is used up.
 */
export async function recognizePage(
  image: GrayImage,
  page: number,
  usual: RecognizedLanguage,
  recognize: RecognizeWords,
): Promise<RecognizedPage | null> {
  const read = async (quarters: Quarters, language: RecognizedLanguage): Promise<Attempt | null> => {
    const turned = turnQuarters(image, quarters);
    const angle = findSkew(turned);
    const words = await recognize(cleanScan(rotate(turned, angle)), language);
    return words === null
      ? null
      : { words, quarters, angle, turned: { width: turned.width, height: turned.height } };
  };
  const sideways = liesOnItsSide(image, turnQuarters(image, 1));
  let best = await read(sideways ? 1 : 0, usual);
  if (best === null) return null;
  if (best.words.length > 0 && meanConfidence(best.words) < doubtful) {
    const reversed = await read(sideways ? 3 : 2, usual);
    if (reversed !== null && meanConfidence(reversed.words) > meanConfidence(best.words) + 0.1)
      best = reversed;
  }
  const language = languageOf(
    best.words.map(({ text }) => text),
    usual,
  );
  if (language !== usual) best = (await read(best.quarters, language)) ?? best;
  const aspect = round(best.turned.width / best.turned.height);
  return { words: wordsOnPage(best, image, page), aspect, language };
}

function meanConfidence(words: readonly RecognizedWord[]): number {
  let sum = 0;
  let letters = 0;
  for (const { text, confidence } of words) {
    sum += confidence * text.length;
    letters += text.length;
  }
  return letters === 0 ? 0 : sum / letters;
}

function wordsOnPage(
  { words, quarters, angle, turned }: Attempt,
  image: GrayImage,
  page: number,
): readonly Word[] {
  return words
    .filter(({ text, confidence }) => confidence >= leastConfidence && /[\p{L}\p{N}€$£%]/u.test(text))
    .map((word): Word => {
      const box: Box = [
        round(word.left / turned.width),
        round(word.top / turned.height),
        round(word.width / turned.width),
        round(word.height / turned.height),
      ];
      const size = round((word.lineHeight * 0.8) / turned.height);
      return {
        text: word.text,
        box,
        at: { page, box: boxOnPage(word, turned, angle, quarters, image) },
        size: Math.max(size, box[3]),
        bold: false,
        source: "ocr",
        confidence: round(Math.min(mostConfidence, word.confidence)),
        visible: true,
      };
    });
}

/** A box of the straightened picture as a box of the one that was given: turned back by its middle. */
function boxOnPage(
  word: RecognizedWord,
  turned: Pick<GrayImage, "width" | "height">,
  angle: number,
  quarters: Quarters,
  image: GrayImage,
): Box {
  const [x, y] = rotateBack(word.left + word.width / 2, word.top + word.height / 2, turned, angle);
  const [left, top] = [x - word.width / 2, y - word.height / 2];
  const corners: readonly (readonly [number, number])[] = [
    [left, top],
    [left + word.width, top + word.height],
  ];
  const places = corners.map(([column, row]): readonly [number, number] => {
    if (quarters === 0) return [column, row];
    if (quarters === 2) return [image.width - column, image.height - row];
    return quarters === 1 ? [row, image.height - column] : [image.width - row, column];
  });
  const [one, other] = places as [readonly [number, number], readonly [number, number]];
  const [from, to] = [
    [Math.min(one[0], other[0]), Math.min(one[1], other[1])],
    [Math.max(one[0], other[0]), Math.max(one[1], other[1])],
  ] as const;
  return [
    round(clamp(from[0] / image.width)),
    round(clamp(from[1] / image.height)),
    round(clamp((to[0] - from[0]) / image.width)),
    round(clamp((to[1] - from[1]) / image.height)),
  ];
}

const clamp = (share: number): number => Math.max(0, Math.min(1, share));
const round = (value: number): number => Math.round(value * 1e6) / 1e6;
