import { viewOf } from "../compound/byte-view.ts";

/** Reads on over the ends of records: a long table of strings goes on in records behind the first. */
export interface PieceReader {
  readonly isAtEnd: () => boolean;
  readonly byte: () => number;
  readonly short: () => number;
  readonly long: () => number;
  readonly skip: (bytes: number) => void;
  /** Characters; where they go on in the next record, it says anew how wide they are. */
  readonly characters: (count: number, isWide: boolean) => string;
}

/** Reads the data of a record and of those that continue it. Beyond the end all is zero and empty. */
export function createPieceReader(pieces: readonly Uint8Array[]): PieceReader {
  let piece = 0;
  let at = 0;
  const settle = (): void => {
    while (piece < pieces.length && at >= (pieces[piece]?.length ?? 0)) {
      piece += 1;
      at = 0;
    }
  };
  const byte = (): number => {
    settle();
    const value = pieces[piece]?.[at] ?? 0;
    at += 1;
    return value;
  };
  const short = (): number => byte() + byte() * 0x100;
  return {
    isAtEnd: () => {
      settle();
      return piece >= pieces.length;
    },
    byte,
    short,
    long: () => short() + short() * 0x10000,
    skip: (bytes) => {
      for (let rest = bytes; rest > 0;) {
        settle();
        const room = (pieces[piece]?.length ?? 0) - at;
        if (piece >= pieces.length) return;
        const step = Math.min(rest, room);
        at += step;
        rest -= step;
      }
    },
    characters: (count, isWide) => {
      let text = "";
      let wide = isWide;
      for (let read = 0; read < count; read += 1) {
        if (at >= (pieces[piece]?.length ?? 0)) {
          settle();
          if (piece >= pieces.length) return text;
          wide = (byte() & 1) === 1;
        }
        text += String.fromCharCode(wide ? short() : byte());
      }
      return text;
    },
  };
}

/** A string of an index of strings, with what it says of its runs and of how it is spoken left out. Source: MS-XLS 2.5.293. */
export function readRichString(reader: PieceReader): string {
  const count = reader.short();
  const flags = reader.byte();
  const runs = (flags & 8) === 0 ? 0 : reader.short();
  const extra = (flags & 4) === 0 ? 0 : reader.long();
  const text = reader.characters(count, (flags & 1) === 1);
  reader.skip(runs * 4 + extra);
  return text;
}

/** A string of a record of its own, with its length in one byte or in two. */
export function readUnicodeString(data: Uint8Array, at: number, lengthBytes: 1 | 2): string {
  if (at + lengthBytes >= data.length) return "";
  const view = viewOf(data);
  const count = lengthBytes === 1 ? view.getUint8(at) : view.getUint16(at, true);
  const reader = createPieceReader([data.subarray(at + lengthBytes)]);
  const flags = reader.byte();
  return reader.characters(count, (flags & 1) === 1);
}
