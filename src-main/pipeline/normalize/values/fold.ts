const dashes = /[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\r\n]/g;
const apostrophes = /[\u2018\u2019\u201b\u02bc\u00b4\u0060\u2032]/g;
const ascii = /^[ -~]*$/;
const invisible = /[\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/** One kind of dash, space and apostrophe, no invisible marks; letters and digits stay as printed. */
export function plainText(text: string): string {
  if (ascii.test(text)) return text.replaceAll("`", "'");
  return text
    .replaceAll("\u00ad", "")
    .replace(invisible, "")
    .replace(dashes, "-")
    .replace(spaces, " ")
    .replace(apostrophes, "'");
}

/** For matching only, never for display: plain marks, lower case, no diacritics, ligatures resolved. */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replaceAll("`", "'");
  return plainText(text)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l");
}

/** Like `foldText`, but with one unit for each unit of the text, so that offsets into it stay valid. */
export function foldAligned(text: string): string {
  let folded = "";
  for (let index = 0; index < text.length; index += 1) folded += foldUnit(text.charAt(index));
  return folded;
}

const foldedUnits = new Map<string, string>();

function foldUnit(unit: string): string {
  const known = foldedUnits.get(unit);
  if (known !== undefined) return known;
  const plain = unit
    .replace(dashes, "-")
    .replace(spaces, " ")
    .replace(apostrophes, "'")
    .normalize("NFD")
    .charAt(0)
    .toLowerCase();
  const folded = plain.length === 1 ? plain : unit;
  foldedUnits.set(unit, folded);
  return folded;
}
