import { evidencePiecesFor } from "../../../../../src-shared/model/sourced-text.ts";
import type { Evidence, ReadDocument, SourcedText } from "../../../../../src-shared/model/index.ts";

/**
 * Text made even for matching, with a way back to its source.
 *
 * `text` has one kind of space, dash and quote; `folded` is the same, lower case without diacritics, character by
 * character at the same index. Runs of white space are one space.
 */
export interface PreparedText {
  readonly source: SourcedText;
  readonly text: string;
  readonly folded: string;
  /** Index of the source character behind each prepared one; one more entry for the end. */
  readonly origin: Int32Array;
}

const replacements: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  "½": " 1/2",
  "¼": " 1/4",
  "¾": " 3/4",
  "⅓": " 1/3",
  "⅔": " 2/3",
  "…": "...",
  "×": "x",
};

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/;

/** One character in its even form; "" for what is not seen. */
function evenCharacter(character: string): string {
  if (character >= "!" && character <= "~") return character;
  if (/\s/.test(character)) return " ";
  if (invisible.test(character)) return "";
  const known = replacements[character];
  if (known !== undefined) return known;
  if (/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/.test(character)) return "-";
  if (/[\u2018\u2019\u201a\u201b\u02bc\u00b4\u2032]/.test(character)) return "'";
  if (/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/.test(character)) return '"';
  if (/[\u2022\u25cf\u25aa\u25e6\u00b7\u2023\u2043\uf0b7]/.test(character)) return "•";
  const compatible = character.normalize("NFKC");
  return compatible === "" ? character : compatible;
}

const foldCharacter = (character: string): string => {
  if (character <= "~") return character.toLowerCase();
  const folded = character
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return folded.length === character.length ? folded : character.toLowerCase().slice(0, character.length);
};

/** Evens a text out; hyphens that only break a word at a line's end go. */
export function prepareText(source: SourcedText): PreparedText {
  const raw = source.text;
  let text = "";
  let folded = "";
  const origin: number[] = [];
  for (let index = 0; index < raw.length; index += 1) {
    const high = raw.charCodeAt(index);
    const width = high >= 0xd800 && high <= 0xdbff && index + 1 < raw.length ? 2 : 1;
    const even = evenCharacter(raw.slice(index, index + width));
    if (even === "-" && /^-\n\s*[a-z]/.test(raw.slice(index, index + 12)) && /[a-z]$/.test(text)) {
      const rest = /^-\n\s*/.exec(raw.slice(index, index + 200))?.[0].length ?? 1;
      index += rest - 1;
      continue;
    }
    for (const part of even) {
      if (part === " " && (text === "" || text.endsWith(" "))) continue;
      text += part;
      folded += part.length === 1 ? foldCharacter(part) : part;
      for (let unit = 0; unit < part.length; unit += 1) origin.push(index);
    }
    index += width - 1;
  }
  const trimmed = text.trimEnd().length;
  const ends = Int32Array.from([...origin.slice(0, trimmed), raw.length]);
  return { source, text: text.slice(0, trimmed), folded: folded.slice(0, trimmed), origin: ends };
}

/** Offsets into the source of a part of the prepared text. */
export function sourceRange(prepared: PreparedText, start: number, end: number): readonly [number, number] {
  const from = prepared.origin[Math.max(0, start)] ?? 0;
  const last = prepared.origin[Math.max(0, end - 1)] ?? prepared.source.text.length - 1;
  return [from, Math.min(last + 1, prepared.source.text.length)];
}

/** Proof of a part of the prepared text, one piece for each place that it stands in. */
export function quotePart(
  prepared: PreparedText,
  start: number,
  end: number,
  document: ReadDocument,
): readonly Evidence[] {
  const leading = /^[\s"'(]*/.exec(prepared.text.slice(start, end))?.[0].length ?? 0;
  const [from, to] = sourceRange(prepared, start + (leading < end - start ? leading : 0), end);
  return evidencePiecesFor(prepared.source, from, to, document, "term").filter(
    (piece) => piece.quote.trim() !== "",
  );
}
