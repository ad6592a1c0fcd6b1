/** Errors of recognized words against printed ones, wherever on the page they stand. */
export interface WordScore {
  readonly letters: number;
  readonly wrongLetters: number;
  readonly words: number;
  readonly wrongWords: number;
  readonly numbers: number;
  readonly wrongNumbers: number;
}

/** Fewest insertions, removals and replacements that make one text of the other. */
function distanceBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_zero, at) => at);
  for (let index = 0; index < one.length; index += 1) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at += 1)
      next.push(Math.min(next[at]! + 1, row[at + 1]! + 1, row[at]! + (one[index] === other[at] ? 0 : 1)));
    row = next;
  }
  return row[other.length]!;
}

/** Words as they are compared: "21 %" is "21%", "€ 5" is "€5", dots between parts of an address line are decoration. */
const comparable = (texts: readonly string[]): readonly string[] =>
  texts
    .map((text) => text.replace(/^[·|]+|[·|]+$/gu, ""))
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .map((text) => text.replace(/^[€£$]|[€£$%]$/gu, ""));

/** Each printed word is first given its equal, then the closest that is left; what is never given counts as missing. */
export function scoreWords(printedTexts: readonly string[], recognizedTexts: readonly string[]): WordScore {
  const [printed, recognized] = [comparable(printedTexts), comparable(recognizedTexts)];
  const left = new Map<string, number>();
  for (const text of recognized) left.set(text, (left.get(text) ?? 0) + 1);
  const take = (text: string): void => {
    const count = left.get(text) ?? 0;
    if (count > 1) left.set(text, count - 1);
    else left.delete(text);
  };
  const missing: string[] = [];
  for (const text of printed)
    if (left.has(text)) take(text);
    else missing.push(text);
  let wrongLetters = 0;
  for (const text of missing) {
    let [closest, distance] = ["", text.length];
    for (const other of left.keys()) {
      if (Math.abs(other.length - text.length) >= distance) continue;
      const found = distanceBetween(text, other);
      if (found < distance) [closest, distance] = [other, found];
    }
    if (closest !== "") take(closest);
    wrongLetters += distance;
  }
  const isNumber = (text: string): boolean => /\d/u.test(text);
  return {
    letters: printed.reduce((sum, text) => sum + text.length, 0),
    wrongLetters,
    words: printed.length,
    wrongWords: missing.length,
    numbers: printed.filter(isNumber).length,
    wrongNumbers: missing.filter(isNumber).length,
  };
}

export const addScores = (one: WordScore, other: WordScore): WordScore => ({
  letters: one.letters + other.letters,
  wrongLetters: one.wrongLetters + other.wrongLetters,
  words: one.words + other.words,
  wrongWords: one.wrongWords + other.wrongWords,
  numbers: one.numbers + other.numbers,
  wrongNumbers: one.wrongNumbers + other.wrongNumbers,
});

export const noWords: WordScore = {
  letters: 0,
  wrongLetters: 0,
  words: 0,
  wrongWords: 0,
  numbers: 0,
  wrongNumbers: 0,
};
