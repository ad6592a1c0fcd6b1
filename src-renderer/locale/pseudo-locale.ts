const accents: Readonly<Record<string, string>> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ó",
  u: "ú",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ó",
  U: "Ú",
};

/**
 * English with accents and two fifths longer, between brackets: words that are not in the catalogue stay plain, and
 * a text that is cut off has lost its bracket. Places for facts stay as they are.
 */
export function pseudoLocalize(text: string): string {
  let depth = 0;
  let accented = "";
  for (const letter of text) {
    if (letter === "{") depth += 1;
    accented += depth === 0 ? (accents[letter] ?? letter) : letter;
    if (letter === "}") depth -= 1;
  }
  const extra = "~".repeat(Math.ceil((text.length * 2) / 5));
  return `[${accented}${extra}]`;
}
