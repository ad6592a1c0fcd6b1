// Source: the WHATWG encoding index of windows-1252, 0x80 to 0x9f; five positions hold no character.
const high = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const byteByCharacter: ReadonlyMap<string, number> = new Map(
  Array.from(high, (character, index) => [character, 0x80 + index]),
);

/** The byte of a character, or `undefined` where Windows-1252 has none. */
const byteOf = (character: string): number | undefined => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  return code > 0x9f ? byteByCharacter.get(character) : undefined;
};

/** The first character that Windows-1252 cannot hold, and the words around it; `null` when all can be written. */
export const unwritableIn = (
  text: string,
): { readonly character: string; readonly context: string } | null => {
  let position = 0;
  for (const character of text) {
    if (byteOf(character) === undefined)
      return { character, context: text.slice(Math.max(0, position - 20), position + 20).trim() };
    position += character.length;
  }
  return null;
};

/** Bytes of a text that was found writable before; a character without a byte is a defect of the plan. */
export const encodeWindows1252 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (const character of text) {
    const byte = byteOf(character);
    if (byte === undefined)
      throw new Error("The plan let a character through that Windows-1252 cannot hold.");
    bytes[length] = byte;
    length += 1;
  }
  return bytes.subarray(0, length);
};
