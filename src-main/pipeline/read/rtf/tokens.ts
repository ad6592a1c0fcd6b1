/** What the text of an RTF file is made of. `symbol` is a control of one character that stands for itself. */
export type RtfToken =
  | { readonly type: "open" }
  | { readonly type: "close" }
  | { readonly type: "word"; readonly word: string; readonly value: number | null }
  | { readonly type: "symbol"; readonly symbol: string }
  /** One byte of text in the code page of the place, written as `\'hh` or as it is. */
  | { readonly type: "byte"; readonly byte: number };

const backslash = 0x5c;
const longestWord = 32;

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * The tokens of an RTF file, in one pass. Line ends are no text; binary data are skipped.
 *
 * Source: Rich Text Format specification 1.9.1, "RTF syntax".
 */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const code = bytes[at] ?? 0;
    at += 1;
    if (code === 0x7b) yield { type: "open" };
    else if (code === 0x7d) yield { type: "close" };
    else if (code === 0x0d || code === 0x0a || code === 0) continue;
    else if (code !== backslash) yield { type: "byte", byte: code };
    else {
      const next = bytes[at] ?? 0;
      if (!isLetter(next)) {
        at += 1;
        if (next === 0x27) {
          const byte = Number.parseInt(String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0), 16);
          at += 2;
          if (!Number.isNaN(byte)) yield { type: "byte", byte };
        } else if (next === 0x0d || next === 0x0a) yield { type: "word", word: "par", value: null };
        else yield { type: "symbol", symbol: String.fromCharCode(next) };
        continue;
      }
      let word = "";
      while (at < bytes.length && isLetter(bytes[at] ?? 0) && word.length < longestWord)
        word += String.fromCharCode(bytes[at++] ?? 0);
      let digits = "";
      if (bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0)) digits += String.fromCharCode(bytes[at++] ?? 0);
      while (at < bytes.length && isDigit(bytes[at] ?? 0) && digits.length < 12)
        digits += String.fromCharCode(bytes[at++] ?? 0);
      if (bytes[at] === 0x20) at += 1;
      const value = digits === "" ? null : Number(digits);
      if (word === "bin") at += Math.max(0, value ?? 0);
      else yield { type: "word", word, value };
    }
  }
}
