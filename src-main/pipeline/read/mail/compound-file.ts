/** Sector numbers from here on are marks: end of chain, free, and the like. Source: MS-CFB 2.1. */
const firstMark = 0xfffffffa;
const headerBytes = 512;
const entryBytes = 128;
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
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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

/**
 * Whether the chains and the directory of a compound file lead somewhere.
 *
 * Readers follow them without looking back: a circle holds them for ever. Checked before anything else reads the file.
 */
export function isSoundCompoundFile(bytes: Uint8Array): boolean {
  const tables = readTables(bytes);
  if (tables === null) return false;
  const { view, next, sectors, sectorBytes } = tables;
  const taken = new Set<number>();
  const directory = followChain(view.getUint32(48, true), next, sectors, taken);
  const smallTable = followChain(view.getUint32(60, true), next, sectors, taken);
  if (directory === null || directory.length === 0 || smallTable === null) return false;
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
  const seen = new Set<number>();
  const open = [0];
  while (open.length > 0) {
    const id = open.pop() ?? 0;
    const at = entryAt(id);
    if (at === null || seen.has(id)) return false;
    seen.add(id);
    const type = view.getUint8(at + 66);
    if (type !== root && type !== storage && type !== stream) return false;
    for (const offset of [68, 72, 76]) {
      const link = view.getUint32(at + offset, true);
      if (link < firstMark) open.push(link);
    }
    const start = view.getUint32(at + 116, true);
    const size = view.getUint32(at + 120, true);
    if (type === storage || size === 0) continue;
    const isSmall = type === stream && size < smallLimit;
    const chain = isSmall
      ? followChain(start, smallNext, smallNext.length, smallTaken)
      : followChain(start, next, sectors, taken);
    if (chain === null) return false;
  }
  return true;
}
