export interface WordPiece {
  readonly text: string;
  readonly is: "same" | "removed" | "added";
}

/**
 * The words of two texts as one: what stayed, what went, what came, in reading order.
 *
 * By the longest common run of words; sentences of terms are short, so the plain table of lengths is enough.
 */
export function compareWords(before: string, after: string): readonly WordPiece[] {
  const old = splitWords(before);
  const next = splitWords(after);
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(next.length + 1));
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = next.length - 1; column >= 0; column -= 1) {
      const below = lengths[row + 1]?.[column] ?? 0;
      const beside = lengths[row]?.[column + 1] ?? 0;
      const diagonal = lengths[row + 1]?.[column + 1] ?? 0;
      lengths[row]?.fill(
        old[row] === next[column] ? diagonal + 1 : Math.max(below, beside),
        column,
        column + 1,
      );
    }
  }
  const pieces: WordPiece[] = [];
  const push = (text: string | undefined, is: WordPiece["is"]): void => {
    if (text === undefined) return;
    const last = pieces.at(-1);
    if (last?.is === is) pieces[pieces.length - 1] = { text: `${last.text} ${text}`, is };
    else pieces.push({ text, is });
  };
  let row = 0;
  let column = 0;
  while (row < old.length || column < next.length) {
    if (row < old.length && column < next.length && old[row] === next[column]) {
      push(old[row], "same");
      row += 1;
      column += 1;
    } else if (
      column >= next.length ||
      (row < old.length && (lengths[row + 1]?.[column] ?? 0) >= (lengths[row]?.[column + 1] ?? 0))
    ) {
      push(old[row], "removed");
      row += 1;
    } else {
      push(next[column], "added");
      column += 1;
    }
  }
  return pieces;
}

const splitWords = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== "");
