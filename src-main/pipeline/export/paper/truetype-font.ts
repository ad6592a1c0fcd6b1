/** A TrueType font as far as a page needs it: widths, the way from characters to glyphs, and its tables. */
export interface TrueTypeFont {
  readonly tables: ReadonlyMap<string, Uint8Array>;
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly box: readonly [number, number, number, number];
  /** 0 where the font has no such character. */
  readonly glyphOf: (codePoint: number) => number;
  /** In units of the em. */
  readonly advanceOf: (glyph: number) => number;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Reads the tables of a font. Throws on a font of ours that is malformed: fonts are part of the program. */
export function parseFont(bytes: Uint8Array): TrueTypeFont {
  const head = view(bytes);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < head.getUint16(4); index += 1) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const start = head.getUint32(at + 8);
    tables.set(tag, bytes.subarray(start, start + head.getUint32(at + 12)));
  }
  const table = (tag: string): DataView => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`The font has no table ${tag}`);
    return view(found);
  };
  const [headTable, hhea, maxp, hmtx] = [table("head"), table("hhea"), table("maxp"), table("hmtx")];
  const longMetrics = hhea.getUint16(34);
  const os2 = tables.get("OS/2");
  const hasCapHeight = os2 !== undefined && os2.byteLength >= 90;
  return {
    tables,
    unitsPerEm: headTable.getUint16(18),
    glyphCount: maxp.getUint16(4),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    capHeight: hasCapHeight ? view(os2).getInt16(88) : hhea.getInt16(4),
    box: [headTable.getInt16(36), headTable.getInt16(38), headTable.getInt16(40), headTable.getInt16(42)],
    glyphOf: readCharacterMap(table("cmap")),
    advanceOf: (glyph) => hmtx.getUint16(Math.min(glyph, longMetrics - 1) * 4),
  };
}

/** The character map of a Unicode font: format 12 where there is one, else format 4. */
function readCharacterMap(cmap: DataView): (codePoint: number) => number {
  let [four, twelve]: [number | null, number | null] = [null, null];
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const at = cmap.getUint32(4 + index * 8 + 4);
    const format = cmap.getUint16(at);
    if (format === 4) four = at;
    if (format === 12) twelve = at;
  }
  const known = new Map<number, number>();
  return (codePoint) => {
    const kept = known.get(codePoint);
    if (kept !== undefined) return kept;
    const glyph =
      twelve !== null
        ? findInGroups(cmap, twelve, codePoint)
        : four === null
          ? 0
          : findInSegments(cmap, four, codePoint);
    known.set(codePoint, glyph);
    return glyph;
  };
}

function findInGroups(cmap: DataView, at: number, codePoint: number): number {
  for (let index = 0; index < cmap.getUint32(at + 12); index += 1) {
    const group = at + 16 + index * 12;
    const start = cmap.getUint32(group);
    if (codePoint >= start && codePoint <= cmap.getUint32(group + 4))
      return cmap.getUint32(group + 8) + codePoint - start;
  }
  return 0;
}

function findInSegments(cmap: DataView, at: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0;
  const count = cmap.getUint16(at + 6) / 2;
  const [ends, starts] = [at + 14, at + 16 + count * 2];
  const [deltas, offsets] = [starts + count * 2, starts + count * 4];
  for (let index = 0; index < count; index += 1) {
    if (codePoint > cmap.getUint16(ends + index * 2)) continue;
    const start = cmap.getUint16(starts + index * 2);
    if (codePoint < start) return 0;
    const delta = cmap.getUint16(deltas + index * 2);
    const offset = cmap.getUint16(offsets + index * 2);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = cmap.getUint16(offsets + index * 2 + offset + (codePoint - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/**
 * The font with the outlines of these glyphs alone; the others keep their numbers and are empty.
 *
 * Parts of composite glyphs come along. Instructions for coarse screens, a third of a font, stay behind: pages are
 * drawn from outlines. The same glyphs give the same bytes.
 */
export function subsetFont(font: TrueTypeFont, used: Iterable<number>): Uint8Array {
  const [glyf, loca, head] = [font.tables.get("glyf"), font.tables.get("loca"), font.tables.get("head")];
  if (glyf === undefined || loca === undefined || head === undefined)
    throw new Error("Not a TrueType outline font");
  const isLong = view(head).getInt16(50) === 1;
  const offsets = view(loca);
  const startOf = (glyph: number): number =>
    isLong ? offsets.getUint32(glyph * 4) : offsets.getUint16(glyph * 2) * 2;
  const kept = withParts(new Set([0, ...used]), glyf, startOf);
  const starts = new Uint32Array(font.glyphCount + 1);
  const outlines: Uint8Array[] = [];
  let size = 0;
  for (let glyph = 0; glyph < font.glyphCount; glyph += 1) {
    starts[glyph] = size;
    if (!kept.has(glyph)) continue;
    const outline = withoutInstructions(glyf.subarray(startOf(glyph), startOf(glyph + 1)));
    outlines.push(outline);
    size += outline.length + ((4 - (outline.length % 4)) % 4);
  }
  starts[font.glyphCount] = size;
  const newGlyf = new Uint8Array(size);
  let at = 0;
  for (const outline of outlines) {
    newGlyf.set(outline, at);
    at += outline.length + ((4 - (outline.length % 4)) % 4);
  }
  const newLoca = new Uint8Array(starts.length * 4);
  for (const [index, start] of starts.entries()) view(newLoca).setUint32(index * 4, start);
  const newHead = head.slice();
  view(newHead).setInt16(50, 1);
  view(newHead).setUint32(8, 0);
  const tables = new Map<string, Uint8Array>();
  const made = new Map([
    ["glyf", newGlyf],
    ["loca", newLoca],
    ["head", newHead],
    ["hmtx", metricsOf(font, kept)],
  ]);
  for (const tag of ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]) {
    const own = made.get(tag) ?? font.tables.get(tag);
    if (own !== undefined) tables.set(tag, own);
  }
  return writeTables(tables);
}

/** An outline without its instructions. Source: OpenType, table glyf, simple and composite glyph description. */
function withoutInstructions(outline: Uint8Array): Uint8Array {
  if (outline.length < 10) return outline;
  const data = view(outline);
  const contours = data.getInt16(0);
  if (contours < 0) return withoutPartInstructions(outline);
  const lengthAt = 10 + contours * 2;
  const length = data.getUint16(lengthAt);
  const bare = new Uint8Array(outline.length - length);
  bare.set(outline.subarray(0, lengthAt));
  bare.set(outline.subarray(lengthAt + 2 + length), lengthAt + 2);
  return bare;
}

/** A composite outline up to its last part, which no longer says that instructions follow. */
function withoutPartInstructions(outline: Uint8Array): Uint8Array {
  const bare = outline.slice();
  let end = 10;
  for (const { at, next } of partsOf(outline)) {
    const flags = view(bare).getUint16(at);
    view(bare).setUint16(at, flags & ~0x100);
    end = next;
  }
  return bare.subarray(0, end);
}

/** Advance and bearing of the glyphs that are kept; the others stand at nothing, and pack to nothing. */
function metricsOf(font: TrueTypeFont, kept: ReadonlySet<number>): Uint8Array {
  const metrics = font.tables.get("hmtx")?.slice() ?? new Uint8Array();
  const full = view(font.tables.get("hhea") ?? new Uint8Array(36)).getUint16(34);
  for (let glyph = 0; glyph < full; glyph += 1)
    if (!kept.has(glyph)) metrics.fill(0, glyph * 4, glyph * 4 + 4);
  return metrics;
}

/** Glyphs with the parts that composite ones are made of. Source: OpenType, table glyf. */
function withParts(
  glyphs: Set<number>,
  glyf: Uint8Array,
  startOf: (glyph: number) => number,
): ReadonlySet<number> {
  const waiting = [...glyphs];
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    const outline = glyf.subarray(startOf(glyph), startOf(glyph + 1));
    if (outline.length < 10 || view(outline).getInt16(0) >= 0) continue;
    for (const { part } of partsOf(outline)) {
      if (glyphs.has(part)) continue;
      glyphs.add(part);
      waiting.push(part);
    }
  }
  return glyphs;
}

/** Parts of a composite outline: where each stands, which glyph it is, where the next begins. */
function* partsOf(outline: Uint8Array): Generator<{ at: number; part: number; next: number }> {
  const data = view(outline);
  for (let at = 10, hasMore = true; hasMore;) {
    const flags = data.getUint16(at);
    const scale = (flags & 0x8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0;
    const next = at + 4 + ((flags & 0x1) !== 0 ? 4 : 2) + scale;
    yield { at, part: data.getUint16(at + 2), next };
    hasMore = (flags & 0x20) !== 0;
    at = next;
  }
}

function writeTables(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const count = tables.size;
  const power = 2 ** Math.floor(Math.log2(count));
  let offset = 12 + count * 16;
  const total = [...tables.values()].reduce(
    (size, { length }) => size + length + ((4 - (length % 4)) % 4),
    offset,
  );
  const bytes = new Uint8Array(total);
  const out = view(bytes);
  out.setUint32(0, 0x00010000);
  out.setUint16(4, count);
  out.setUint16(6, power * 16);
  out.setUint16(8, Math.log2(power));
  out.setUint16(10, count * 16 - power * 16);
  let entry = 12;
  for (const [tag, table] of tables) {
    for (let index = 0; index < 4; index += 1) bytes[entry + index] = tag.charCodeAt(index);
    bytes.set(table, offset);
    const padded = table.length + ((4 - (table.length % 4)) % 4);
    let sum = 0;
    for (let at = offset; at < offset + padded; at += 4) sum = (sum + out.getUint32(at)) >>> 0;
    out.setUint32(entry + 4, sum);
    out.setUint32(entry + 8, offset);
    out.setUint32(entry + 12, table.length);
    entry += 16;
    offset += padded;
  }
  return bytes;
}
