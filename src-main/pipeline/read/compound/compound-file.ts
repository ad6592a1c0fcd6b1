import { viewOf } from "./byte-view.ts";

/** Sector numbers from here on are marks: end of chain, free, and the like. Source: MS-CFB 2.1. */
const firstMark = 0xfffffffa;
const headerBytes = 512;
const entryBytes = 128;
const smallSectorBytes = 64;
const headTableSectors = 109;
const mostTableSectors = 100_000;

const nothing = 0xffffffff;
const storage = 1;
const stream = 2;
const root = 5;

interface Tables {
  readonly view: DataView;
  readonly sectorBytes: number;
  readonly sectors: number;
  /** Next sector by sector. */
  readonly next: readonly number[];
}

const placeOf = ({ sectorBytes }: Pick<Tables, "sectorBytes">, sector: number): number =>
  (sector + 1) * sectorBytes;

/** The table of chains; `null` when its own list of sectors leads outside or in a circle. */
function readTables(bytes: Uint8Array): Tables | null {
  if (bytes.length < headerBytes) return null;
  const view = viewOf(bytes);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectorBytes = 2 ** shift;
  const sectors = Math.floor(bytes.length / sectorBytes) - 1;
  const listed: number[] = [];
  for (let index = 0; index < headTableSectors; index += 1) {
    const sector = view.getUint32(76 + index * 4, true);
    if (sector < firstMark) listed.push(sector);
  }
  const seen = new Set<number>();
  let more = view.getUint32(68, true);
  while (more < firstMark) {
    if (more >= sectors || seen.has(more) || listed.length > mostTableSectors) return null;
    seen.add(more);
    const at = placeOf({ sectorBytes }, more);
    for (let offset = 0; offset + 8 <= sectorBytes; offset += 4) {
      const sector = view.getUint32(at + offset, true);
      if (sector < firstMark) listed.push(sector);
    }
    more = view.getUint32(at + sectorBytes - 4, true);
  }
  const next: number[] = [];
  for (const sector of listed) {
    if (sector >= sectors) return null;
    const at = placeOf({ sectorBytes }, sector);
    for (let offset = 0; offset < sectorBytes; offset += 4) next.push(view.getUint32(at + offset, true));
  }
  return { view, sectorBytes, sectors, next };
}

/** A chain of sectors; `null` when it meets a sector that another chain, or itself, has already taken. */
function followChain(
  start: number,
  next: readonly number[],
  limit: number,
  taken: Set<number>,
): number[] | null {
  const chain: number[] = [];
  let sector = start;
  while (sector < firstMark) {
    if (sector >= limit || taken.has(sector)) return null;
    taken.add(sector);
    chain.push(sector);
    sector = next[sector] ?? nothing;
  }
  return chain;
}

/** A stream or storage of the directory. */
interface Entry {
  readonly name: string;
  readonly type: number;
  /** Sectors of its content, of the small ones where it is small. */
  readonly chain: readonly number[];
  readonly isSmall: boolean;
  readonly bytes: number;
}

interface Directory {
  readonly tables: Tables;
  readonly entries: readonly Entry[];
}

/**
 * The directory with all chains followed; `null` when anything in it leads outside, in a circle, or into another's
 * sectors.
 */
function readDirectory(bytes: Uint8Array): Directory | null {
  const tables = readTables(bytes);
  if (tables === null) return null;
  const { view, next, sectors, sectorBytes } = tables;
  const taken = new Set<number>();
  const directory = followChain(view.getUint32(48, true), next, sectors, taken);
  const smallTable = followChain(view.getUint32(60, true), next, sectors, taken);
  if (directory === null || directory.length === 0 || smallTable === null) return null;
  const smallNext = smallTable.flatMap((sector) =>
    Array.from({ length: sectorBytes / 4 }, (_, index) =>
      view.getUint32(placeOf(tables, sector) + index * 4, true),
    ),
  );
  const smallLimit = view.getUint32(56, true);
  const smallTaken = new Set<number>();
  const perSector = sectorBytes / entryBytes;
  const entryAt = (id: number): number | null => {
    const sector = directory[Math.floor(id / perSector)];
    return sector === undefined ? null : placeOf(tables, sector) + (id % perSector) * entryBytes;
  };
  const entries: Entry[] = [];
  const seen = new Set<number>();
  const open = [0];
  while (open.length > 0) {
    const id = open.pop() ?? 0;
    const at = entryAt(id);
    if (at === null || seen.has(id)) return null;
    seen.add(id);
    const type = view.getUint8(at + 66);
    if (type !== root && type !== storage && type !== stream) return null;
    for (const offset of [68, 72, 76]) {
      const link = view.getUint32(at + offset, true);
      if (link < firstMark) open.push(link);
    }
    const start = view.getUint32(at + 116, true);
    const size = view.getUint32(at + 120, true);
    const isSmall = type === stream && size < smallLimit;
    let chain: number[] | null = [];
    if (type !== storage && size > 0)
      chain = isSmall
        ? followChain(start, smallNext, smallNext.length, smallTaken)
        : followChain(start, next, sectors, taken);
    if (chain === null) return null;
    entries.push({ name: nameAt(view, at), type, chain, isSmall, bytes: size });
  }
  return { tables, entries };
}

/** Names are UTF-16, with their length in bytes behind them, the closing zero counted in. */
function nameAt(view: DataView, at: number): string {
  const length = Math.max(0, Math.min(62, view.getUint16(at + 64, true) - 2));
  let name = "";
  for (let offset = 0; offset < length; offset += 2)
    name += String.fromCharCode(view.getUint16(at + offset, true));
  return name;
}

/**
 * Whether the chains and the directory of a compound file lead somewhere.
 *
 * Readers follow them without looking back: a circle holds them for ever. Checked before anything else reads the file.
 */
export const isSoundCompoundFile = (bytes: Uint8Array): boolean => readDirectory(bytes) !== null;

/** The streams of a compound file by name. Streams of the same name in several storages: the first one stands. */
export interface CompoundFile {
  readonly has: (name: string) => boolean;
  /** The content of a stream, cut to what is there; `null` when there is none of that name. */
  readonly read: (name: string) => Uint8Array | null;
}

/** Opens a compound file; `null` when it is not sound. Source: MS-CFB. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  const directory = readDirectory(bytes);
  if (directory === null) return null;
  const { tables, entries } = directory;
  const gather = (
    chain: readonly number[],
    size: number,
    piece: (part: number) => Uint8Array,
  ): Uint8Array => {
    const content = new Uint8Array(Math.min(size, bytes.length));
    let at = 0;
    for (const part of chain) {
      const found = piece(part).subarray(0, content.length - at);
      content.set(found, at);
      at += found.length;
    }
    return content.subarray(0, at);
  };
  const sectorOf = (sector: number): Uint8Array => {
    const at = placeOf(tables, sector);
    return bytes.subarray(at, at + tables.sectorBytes);
  };
  const [top] = entries;
  let small: Uint8Array | null = null;
  const smallSectors = (): Uint8Array =>
    (small ??= gather(top?.chain ?? [], (top?.chain.length ?? 0) * tables.sectorBytes, sectorOf));
  const find = (name: string): Entry | undefined =>
    entries.find((entry) => entry.type === stream && entry.name.toLowerCase() === name.toLowerCase());
  return {
    has: (name) => find(name) !== undefined,
    read: (name) => {
      const entry = find(name);
      if (entry === undefined) return null;
      const piece = entry.isSmall
        ? (part: number) => smallSectors().subarray(part * smallSectorBytes, (part + 1) * smallSectorBytes)
        : sectorOf;
      return gather(entry.chain, entry.bytes, piece);
    },
  };
}
