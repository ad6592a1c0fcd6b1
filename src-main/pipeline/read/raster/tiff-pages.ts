import type { PackedPicture, PicturePage } from "./picture-pdf.ts";
import { mostPicturePixels } from "./picture-pdf.ts";

const mostPages = 500;
const mostParts = 20_000;

/** Tags of a directory by number. Source: TIFF 6.0; 32773 PackBits, 32946 Deflate by its older number. */
type Directory = ReadonlyMap<number, readonly number[]>;

const tag = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  acrossResolution: 282,
  downResolution: 283,
  planar: 284,
  faxOptions: 292,
  predictor: 317,
  colorMap: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  jpegTables: 347,
} as const;

const bytesByType: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4 };

/**
 * The pages of a TIFF with their strips still packed: CCITT group 3 and 4, LZW, Deflate, PackBits, JPEG or bare.
 *
 * `null` for a damaged one, and for what no page of business is scanned as: samples in separate planes, tiles in
 * 16 bits, extra channels. Thumbnails are left out.
 */
export function tiffPages(bytes: Uint8Array): readonly PicturePage[] | null {
  if (bytes.length < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = view.getUint16(0) === 0x4949;
  if (view.getUint16(2, isLittle) !== 42) return null;
  const pages: PicturePage[] = [];
  const seen = new Set<number>();
  let parts = 0;
  try {
    for (let at = view.getUint32(4, isLittle); at !== 0 && !seen.has(at) && pages.length < mostPages;) {
      seen.add(at);
      const directory = readDirectory(view, at, isLittle);
      const isThumbnail = ((directory.get(tag.subfile)?.[0] ?? 0) & 1) === 1;
      const page = isThumbnail ? null : readPage(bytes, directory, isLittle);
      if (page !== null) {
        parts += page.parts.length;
        if (parts > mostParts) return null;
        pages.push(page);
      }
      at = view.getUint32(at + 2 + 12 * view.getUint16(at, isLittle), isLittle);
    }
  } catch (error) {
    // Offsets that point outside the file: what was whole before them is kept.
    if (!(error instanceof RangeError)) throw error;
  }
  return pages.length === 0 ? null : pages;
}

function readDirectory(view: DataView, at: number, isLittle: boolean): Directory {
  const directory = new Map<number, readonly number[]>();
  const count = view.getUint16(at, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = at + 2 + 12 * index;
    const type = view.getUint16(entry + 2, isLittle);
    const size = bytesByType[type];
    const length = view.getUint32(entry + 4, isLittle);
    if (size === undefined || length > 1_000_000) continue;
    const from = size * length <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle);
    if (from + size * length > view.byteLength) throw new RangeError("Beyond the file");
    const values: number[] = [];
    for (let item = 0; item < length; item += 1) {
      const place = from + item * size;
      if (size === 1) values.push(view.getUint8(place));
      else if (size === 2) values.push(view.getUint16(place, isLittle));
      else if (size === 4) values.push(view.getUint32(place, isLittle));
      else values.push(view.getUint32(place, isLittle) / Math.max(1, view.getUint32(place + 4, isLittle)));
    }
    directory.set(view.getUint16(entry, isLittle), values);
  }
  return directory;
}

function readPage(bytes: Uint8Array, directory: Directory, isLittle: boolean): PicturePage | null {
  const one = (name: keyof typeof tag, usual: number): number => directory.get(tag[name])?.[0] ?? usual;
  const [width, height] = [one("width", 0), one("height", 0)];
  if (width < 1 || height < 1 || width * height > mostPicturePixels) return null;
  if (one("planar", 1) !== 1 && one("samples", 1) > 1) return null;
  const isTiled = directory.has(tag.tileOffsets);
  const partWidth = isTiled ? one("tileWidth", width) : width;
  const partHeight = isTiled ? one("tileHeight", height) : Math.min(height, one("rowsPerStrip", height));
  const offsets = directory.get(isTiled ? tag.tileOffsets : tag.stripOffsets) ?? [];
  const lengths = directory.get(isTiled ? tag.tileBytes : tag.stripBytes) ?? [];
  if (partWidth < 1 || partHeight < 1 || offsets.length === 0) return null;
  const across = Math.ceil(width / partWidth);
  const parts: PackedPicture[] = [];
  for (const [index, offset] of offsets.entries()) {
    const top = Math.floor(index / across) * partHeight;
    if (top >= height) break;
    const rows = isTiled ? partHeight : Math.min(partHeight, height - top);
    const packed = bytes.subarray(offset, offset + (lengths[index] ?? bytes.length - offset));
    const held = holdPart(packed, directory, partWidth, rows, isLittle);
    if (held === null) return null;
    parts.push({ left: (index % across) * partWidth, top, width: partWidth, height: rows, ...held });
  }
  const turns: Readonly<Record<number, PicturePage["turn"]>> = { 3: 180, 6: 90, 8: 270 };
  const [fineAcross, fineDown] = [one("acrossResolution", 1), one("downResolution", 1)];
  const ratio = fineAcross > 0 && fineDown > 0 ? fineAcross / fineDown : 1;
  return {
    width,
    height,
    pixelAspect: ratio > 0.4 && ratio < 2.6 ? ratio : 1,
    turn: turns[one("orientation", 1)] ?? 0,
    parts,
  };
}

function holdPart(
  packed: Uint8Array,
  directory: Directory,
  columns: number,
  rows: number,
  isLittle: boolean,
): Pick<PackedPicture, "entries" | "bytes"> | null {
  const one = (name: keyof typeof tag, usual: number): number => directory.get(tag[name])?.[0] ?? usual;
  const [bits, samples, photometric] = [one("bits", 1), one("samples", 1), one("photometric", 1)];
  const compression = one("compression", 1);
  const space = colorSpaceOf(photometric, samples, bits, directory);
  if (space === null || ![1, 2, 4, 8, 16].includes(bits)) return null;
  const ordered = one("fillOrder", 1) === 2 && compression !== 7 ? packed.map(reverseBits) : packed;
  const shape = `/ColorSpace ${space} /BitsPerComponent ${bits}`;
  const inverted = photometric === 0 ? " /Decode [1 0]" : "";
  const isPredicted = one("predictor", 1) === 2;
  const predicted = isPredicted
    ? ` /DecodeParms << /Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${columns} >>`
    : "";
  if (bits === 16 && isLittle && compression !== 1) return null;
  switch (compression) {
    case 1:
      return { entries: shape + inverted, bytes: bits === 16 && isLittle ? swapPairs(ordered) : ordered };
    case 2:
    case 3:
    case 4: {
      const options = one("faxOptions", 0);
      const kind = compression === 4 ? -1 : compression === 3 && (options & 1) === 1 ? 1 : 0;
      const aligned = compression === 2 || (options & 4) === 4;
      const parameters = `/K ${kind} /Columns ${columns} /Rows ${rows} /BlackIs1 ${photometric === 1} /EncodedByteAlign ${aligned} /EndOfBlock ${compression === 4}`;
      return {
        entries: `/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << ${parameters} >>`,
        bytes: ordered,
      };
    }
    case 5:
      return { entries: `${shape}${inverted} /Filter /LZWDecode${predicted}`, bytes: ordered };
    case 7: {
      const transform = photometric === 2 ? " /DecodeParms << /ColorTransform 0 >>" : "";
      const merged = withTables(packed, directory.get(tag.jpegTables));
      return { entries: `${shape}${inverted} /Filter /DCTDecode${transform}`, bytes: merged };
    }
    case 8:
    case 32_946:
      return { entries: `${shape}${inverted} /Filter /FlateDecode${predicted}`, bytes: ordered };
    case 32_773:
      return { entries: `${shape}${inverted} /Filter /RunLengthDecode`, bytes: ordered };
    default:
      return null;
  }
}

function colorSpaceOf(
  photometric: number,
  samples: number,
  bits: number,
  directory: Directory,
): string | null {
  if (photometric <= 1) return samples === 1 ? "/DeviceGray" : null;
  if (photometric === 2 || photometric === 6) return samples === 3 ? "/DeviceRGB" : null;
  if (photometric === 5) return samples === 4 ? "/DeviceCMYK" : null;
  const map = directory.get(tag.colorMap);
  if (photometric !== 3 || samples !== 1 || bits > 8 || map === undefined) return null;
  const colors = 1 << bits;
  let palette = "";
  for (let color = 0; color < colors; color += 1)
    for (let channel = 0; channel < 3; channel += 1)
      palette += ((map[channel * colors + color] ?? 0) >> 8).toString(16).padStart(2, "0");
  return `[/Indexed /DeviceRGB ${colors - 1} <${palette}>]`;
}

/** Strips of a JPEG share their tables: they go between the start and the rest. */
function withTables(strip: Uint8Array, tables: readonly number[] | undefined): Uint8Array {
  if (tables === undefined || tables.length < 4) return strip;
  const shared = tables.slice(0, -2);
  const whole = new Uint8Array(shared.length + strip.length - 2);
  whole.set(shared);
  whole.set(strip.subarray(2), shared.length);
  return whole;
}

function reverseBits(byte: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit += 1) if ((byte & (1 << bit)) !== 0) reversed |= 0x80 >> bit;
  return reversed;
}

function swapPairs(bytes: Uint8Array): Uint8Array {
  const swapped = new Uint8Array(bytes.length);
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    swapped[at] = bytes[at + 1] ?? 0;
    swapped[at + 1] = bytes[at] ?? 0;
  }
  return swapped;
}
