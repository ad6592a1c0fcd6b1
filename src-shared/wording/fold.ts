const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

const plain = /^[\x20-\x7e]*$/;
const marks = /\p{M}+/gu;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;
const special = /[ßæœøłđðþı]/g;

/** For comparing only, never for display: lower case, no diacritics, no invisible marks, compatible forms joined. */
export function foldWording(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .replace(invisible, "")
    .normalize("NFKD")
    .replace(marks, "")
    .toLowerCase()
    .replace(special, (letter) => letters[letter] ?? letter);
}

const wordSplit = /[^\p{L}\p{N}]+/u;
const plainSplit = /[^a-z0-9]+/;

/** Words and numbers of a text in their order, folded. */
export function splitWords(text: string): readonly string[] {
  const folded = foldWording(text);
  return folded.split(plain.test(folded) ? plainSplit : wordSplit).filter((word) => word !== "");
}
