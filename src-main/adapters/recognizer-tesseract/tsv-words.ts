import type { RecognizedLetter, RecognizedWord } from "../../../src-shared/model/index.ts";

const wordLevel = "5";

/**
 * Words of Tesseract's table of levels (level, page, block, paragraph, line, word, left, top, width, height,
 * confidence from 0 to 100, text) with their letters from its table of boxes (text, left, bottom, right, top, page).
 */
export function tsvToWords(tsv: string, boxes: string): readonly RecognizedWord[] {
  const letters = boxesToLetters(boxes);
  const words: RecognizedWord[] = [];
  let next = 0;
  for (const row of tsv.split("\n")) {
    const [level, , , , , , left, top, width, height, confidence, shown] = row.split("\t");
    const text = shown?.trim() ?? "";
    if (level !== wordLevel || text === "") continue;
    const own: RecognizedLetter[] = [];
    let spelled = "";
    while (spelled.length < text.length && next < letters.length) {
      const letter = letters[next];
      if (letter === undefined || !text.startsWith(spelled + letter.text)) break;
      spelled += letter.text;
      own.push(letter);
      next += 1;
    }
    words.push({
      text,
      left: Number(left),
      top: Number(top),
      width: Number(width),
      height: Number(height),
      confidence: Math.max(0, Math.min(1, Number(confidence) / 100)),
      letters: spelled === text ? own : [],
    });
  }
  return words;
}

function boxesToLetters(boxes: string): readonly RecognizedLetter[] {
  return boxes.split("\n").flatMap((row): readonly RecognizedLetter[] => {
    const [text = "", left, , right] = row.split(" ");
    return text === "" || right === undefined ? [] : [{ text, left: Number(left), right: Number(right) }];
  });
}
