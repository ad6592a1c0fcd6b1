import { viewOf } from "../compound/byte-view.ts";

/** One record of a workbook stream. Its data do not hold the head. */
export interface BiffRecord {
  readonly type: number;
  readonly data: Uint8Array;
  /** Offset of its head in the stream. */
  readonly at: number;
}

/** Types of records by their names in MS-XLS 2.3.1. */
export const recordTypes = {
  formula: 0x0006,
  eof: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  font: 0x0031,
  continue: 0x003c,
  codePage: 0x0042,
  columnInfo: 0x007d,
  boundSheet: 0x0085,
  multipleRk: 0x00bd,
  richString: 0x00d6,
  extendedFormat: 0x00e0,
  mergedCells: 0x00e5,
  sharedStrings: 0x00fc,
  labelShared: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const;

/** Walks the records from an offset on, to the end of the stream or where one is cut off. */
export function* biffRecords(stream: Uint8Array, from: number): Generator<BiffRecord> {
  const view = viewOf(stream);
  let at = from;
  while (at + 4 <= stream.length) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > stream.length) return;
    yield { type: view.getUint16(at, true), data: stream.subarray(at + 4, at + 4 + length), at };
    at += 4 + length;
  }
}
