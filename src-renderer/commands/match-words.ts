/**
 * How well a typed text fits a title: higher is better, `null` is not at all.
 *
 * Letters in order count, runs and starts of words count more, and one wrong, missing, doubled or swapped letter is forgiven.
 */
export function scoreMatch(typed: string, title: string): number | null {
  const wanted = typed.trim().toLowerCase();
  const text = title.toLowerCase();
  if (wanted === "") return 0;
  const at = text.indexOf(wanted);
  const isWordStart = at === 0 || text[at - 1] === " ";
  // Two letters inside a word fit nearly anything.
  if (at >= 0 && (isWordStart || wanted.length > 2))
    return 1000 - at - (text.length - wanted.length) * 0.1 + (isWordStart ? 200 : 0);
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  let total = 0;
  for (const part of wanted.split(/\s+/)) {
    const best = Math.max(...words.map((word) => scoreWord(part, word)), 0);
    if (best === 0) return scoreLetters(wanted.replaceAll(" ", ""), text);
    total += best;
  }
  return total - text.length * 0.1;
}

function scoreWord(part: string, word: string): number {
  if (word.startsWith(part)) return 300;
  if (part.length < 3) return 0;
  if (word.includes(part)) return 200;
  // The beginning of the word is compared, so that typing can stop early.
  const distances = [part.length - 1, part.length, part.length + 1].map((length) =>
    editDistance(part, word.slice(0, length)),
  );
  const allowed = part.length >= 7 ? 2 : 1;
  const distance = Math.min(...distances);
  return distance > allowed ? 0 : 140 - distance * 10 - Math.abs(word.length - part.length);
}

/** Letters in order anywhere: "opsm" finds "Open the sample". */
function scoreLetters(letters: string, text: string): number | null {
  let from = 0;
  let starts = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at < 0) return null;
    if (at === 0 || text[at - 1] === " ") starts += 1;
    from = at + 1;
  }
  // Scattered letters fit nearly anything; at least half of them must begin words.
  return starts * 2 >= letters.length ? 40 + (starts * 60) / letters.length : null;
}

/** Changes that turn one word into the other; two neighbors swapped are one change. */
function editDistance(first: string, second: string): number {
  let before: number[] = [];
  let above = Array.from({ length: second.length + 1 }, (_, at) => at);
  for (let row = 1; row <= first.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= second.length; column += 1) {
      const isEqual = first[row - 1] === second[column - 1];
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isEqual ? 0 : 1),
      );
      const isSwap =
        row > 1 &&
        column > 1 &&
        first[row - 1] === second[column - 2] &&
        first[row - 2] === second[column - 1];
      if (isSwap) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
    }
    before = above;
    above = current;
  }
  return above[second.length] ?? 0;
}
