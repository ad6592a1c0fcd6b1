import type { Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { viewOf } from "../compound/byte-view.ts";
import type { CompoundFile } from "../compound/compound-file.ts";

/** Where the parts of a document of Word 97 to 2003 stand. */
export interface WordHead {
  readonly stream: Uint8Array;
  /** Characters of the parts of the text, in the order in which they stand. */
  readonly lengths: Readonly<
    Record<"body" | "footnote" | "header" | "macro" | "comment" | "endnote" | "box", number>
  >;
  /** A table by the place of its offset and length in the head. */
  readonly table: (place: number) => Uint8Array;
}

const wordMark = 0xa5ec;
/** The first version whose text stands in pieces of a table. */
const word97 = 0x00c1;
const headBytes = 0x01aa;
const encryptedFlag = 0x0100;
const secondTableFlag = 0x0200;

/** Offsets of pairs of offset and length. Source: MS-DOC 2.5.6. */
export const tablePlaces = { characters: 0x00fa, paragraphs: 0x0102, pieces: 0x01a2 } as const;

/**
 * The head of a document.
 *
 * Errors: `read/zip-encrypted` with a password; `read/office-damaged` for what is cut off, or older than Word 97.
 * Source: MS-DOC 2.5.1.
 */
export function readWordHead(file: CompoundFile): Result<WordHead, Problem> {
  const damaged = err({ code: "read/office-damaged", facts: { part: "WordDocument" } } as Problem);
  const stream = file.read("WordDocument");
  if (stream === null || stream.length < headBytes) return damaged;
  const view = viewOf(stream);
  const flags = view.getUint16(0x0a, true);
  if (view.getUint16(0, true) !== wordMark || view.getUint16(2, true) < word97) return damaged;
  if ((flags & encryptedFlag) !== 0) return err({ code: "read/zip-encrypted" });
  const tables = file.read((flags & secondTableFlag) === 0 ? "0Table" : "1Table");
  if (tables === null) return damaged;
  const count = (at: number): number => Math.max(0, view.getInt32(at, true));
  return ok({
    stream,
    lengths: {
      body: count(0x4c),
      footnote: count(0x50),
      header: count(0x54),
      macro: count(0x58),
      comment: count(0x5c),
      endnote: count(0x60),
      box: count(0x64),
    },
    table: (place) => {
      const at = view.getUint32(place, true);
      return tables.subarray(at, at + view.getUint32(place + 4, true));
    },
  });
}
