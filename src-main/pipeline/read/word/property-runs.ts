import { viewOf } from "../compound/byte-view.ts";

/** What one or several properties say of a stretch of text. The stretch is of offsets in the stream, end exclusive. */
export interface PropertyRun {
  readonly from: number;
  readonly to: number;
  /** Index of the paragraph's style; `null` for runs of characters. */
  readonly style: number | null;
  readonly properties: ReadonlyMap<number, number>;
}

const pageBytes = 512;
const tableDefinition = 0xd608;

/** Bytes of an operand by the kind that the upper three bits of a property name. Source: MS-DOC 2.6.1. */
const operandBytes: readonly number[] = [1, 1, 2, 4, 2, 2, -1, 3];

/** Properties of a list of changes, by their numbers; operands of any length are left out. */
function readProperties(data: Uint8Array): ReadonlyMap<number, number> {
  const view = viewOf(data);
  const properties = new Map<number, number>();
  let at = 0;
  while (at + 3 <= data.length) {
    const name = view.getUint16(at, true);
    at += 2;
    const size = operandBytes[name >>> 13] ?? 1;
    if (size === -1) {
      at +=
        name === tableDefinition
          ? 1 + (at + 2 <= data.length ? view.getUint16(at, true) : 0)
          : 1 + (data[at] ?? 0);
      continue;
    }
    if (at + size > data.length) break;
    properties.set(
      name,
      size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at, true) : view.getUint32(at, true),
    );
    at += size;
  }
  return properties;
}

/**
 * All runs that an index of pages lists, in order of their offsets.
 *
 * `kind` says whether the pages hold paragraphs, with a style in front of their properties, or characters. Source:
 * MS-DOC 2.8.5, 2.8.6, 2.9.33, 2.9.175.
 */
export function readPropertyRuns(
  stream: Uint8Array,
  index: Uint8Array,
  kind: "paragraphs" | "characters",
): readonly PropertyRun[] {
  const view = viewOf(index);
  const pages = Math.floor((index.length - 4) / 8);
  const entry = kind === "paragraphs" ? 13 : 1;
  const runs: PropertyRun[] = [];
  for (let page = 0; page < pages; page += 1) {
    const number = view.getUint32((pages + 1) * 4 + page * 4, true) & 0x3fffff;
    const bytes = stream.subarray(number * pageBytes, (number + 1) * pageBytes);
    if (bytes.length < pageBytes) continue;
    const places = viewOf(bytes);
    const count = bytes[pageBytes - 1] ?? 0;
    for (let run = 0; run < count; run += 1) {
      const slot = (count + 1) * 4 + run * entry;
      if (slot >= pageBytes - 1) break;
      const at = (bytes[slot] ?? 0) * 2;
      const held =
        at === 0 ? null : kind === "paragraphs" ? paragraphData(bytes, at) : characterData(bytes, at);
      const styled = kind === "paragraphs" && held !== null && held.length >= 2;
      runs.push({
        from: places.getUint32(run * 4, true),
        to: places.getUint32((run + 1) * 4, true),
        style: styled ? viewOf(held).getUint16(0, true) : null,
        properties: held === null ? new Map() : readProperties(styled ? held.subarray(2) : held),
      });
    }
  }
  return runs.toSorted((one, other) => one.from - other.from);
}

/** Length in words; a zero in front says that the length stands in the next byte. */
function paragraphData(page: Uint8Array, at: number): Uint8Array {
  const short = page[at] ?? 0;
  if (short !== 0) return page.subarray(at + 1, at + short * 2);
  const long = page[at + 1] ?? 0;
  return page.subarray(at + 2, at + 2 + long * 2);
}

const characterData = (page: Uint8Array, at: number): Uint8Array =>
  page.subarray(at + 1, at + 1 + (page[at] ?? 0));

/** The run that an offset lies in; `null` where none does. */
export function runAt(runs: readonly PropertyRun[], offset: number): PropertyRun | null {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run === undefined) return null;
    if (offset < run.from) high = middle - 1;
    else if (offset >= run.to) low = middle + 1;
    else return run;
  }
  return null;
}
