import type { RecognizedWord } from "../../../src-shared/model/index.ts";

const lineLevel = "4";
const wordLevel = "5";

/**
 * Words of Tesseract's table of levels: level, page, block, paragraph, line, word, left, top, width, height,
 * confidence from 0 to 100, text.
 */
export function tsvToWords(tsv: string): readonly RecognizedWord[] {
  const words: RecognizedWord[] = [];
  let line = -1;
  let lineHeight = 0;
  for (const row of tsv.split("\n")) {
    const cells = row.split("\t");
    const [level, , , , , , left, top, width, height, confidence, text] = cells;
    if (level === lineLevel) {
      line += 1;
      lineHeight = Number(height);
    }
    if (level !== wordLevel || text === undefined || text.trim() === "") continue;
    words.push({
      text: text.trim(),
      left: Number(left),
      top: Number(top),
      width: Number(width),
      height: Number(height),
      lineHeight,
      line,
      confidence: Math.max(0, Math.min(1, Number(confidence) / 100)),
    });
  }
  return words;
}
