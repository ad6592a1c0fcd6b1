import { viewOf } from "../compound/byte-view.ts";

/** The text of a document, and where each character stands in the stream. */
export interface PiecedText {
  readonly text: string;
  /** Offset in the stream by index of the text. */
  readonly offsets: Uint32Array;
}

const compressedFlag = 0x40000000;
const longestText = 20_000_000;

/** Joins the text from the pieces that the table lists; what lies outside the stream is left out. Source: MS-DOC 2.9.38. */
export function joinPieces(stream: Uint8Array, table: Uint8Array): PiecedText {
  const view = viewOf(table);
  let at = 0;
  while (at + 3 <= table.length && table[at] === 1) at += 3 + view.getUint16(at + 1, true);
  if (at + 5 > table.length || table[at] !== 2) return { text: "", offsets: new Uint32Array() };
  const from = at + 5;
  const count = Math.floor((Math.min(view.getUint32(at + 1, true), table.length - from) - 4) / 12);
  const western = new TextDecoder("windows-1252");
  const wide = new TextDecoder("utf-16le");
  const texts: string[] = [];
  const offsets: number[] = [];
  for (let piece = 0; piece < count && offsets.length < longestText; piece += 1) {
    const length = view.getUint32(from + piece * 4 + 4, true) - view.getUint32(from + piece * 4, true);
    const place = view.getUint32(from + (count + 1) * 4 + piece * 8 + 2, true);
    const isCompressed = (place & compressedFlag) !== 0;
    const width = isCompressed ? 1 : 2;
    const start = isCompressed ? (place & ~compressedFlag) / 2 : place;
    const bytes = stream.subarray(start, start + Math.max(0, length) * width);
    const text = (isCompressed ? western : wide).decode(bytes);
    texts.push(text);
    for (let index = 0; index < text.length; index += 1) offsets.push(start + index * width);
  }
  return { text: texts.join(""), offsets: Uint32Array.from(offsets) };
}
