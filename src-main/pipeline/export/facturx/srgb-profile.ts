/**
 * The sRGB color space as an ICC profile, version 2.1: three primaries, one curve of 1,024 steps.
 *
 * An archived page names the color space that its colors are meant in. Source: IEC 61966-2-1 and ICC.1:2001-04.
 */
export function srgbProfile(): Uint8Array {
  const curve = curveTag();
  const tags: readonly (readonly [signature: string, bytes: Uint8Array])[] = [
    ["desc", descriptionTag("sRGB IEC61966-2.1")],
    ["cprt", textTag("No copyright, use freely")],
    ["wtpt", xyzTag(0xf351, 0x10000, 0x116cc)],
    ["rXYZ", xyzTag(0x6fa2, 0x38f5, 0x0390)],
    ["gXYZ", xyzTag(0x6299, 0xb785, 0x18da)],
    ["bXYZ", xyzTag(0x24a0, 0x0f84, 0xb6cf)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const bodies = [...new Set(tags.map(([, bytes]) => bytes))];
  const padded = (length: number): number => length + ((4 - (length % 4)) % 4);
  const start = 128 + 4 + tags.length * 12;
  const offsets = new Map<Uint8Array, number>();
  let size = start;
  for (const body of bodies) {
    offsets.set(body, size);
    size += padded(body.length);
  }
  const bytes = new Uint8Array(size);
  const out = new DataView(bytes.buffer);
  const sign = (at: number, text: string): void => bytes.set(ascii(text), at);
  out.setUint32(0, size);
  out.setUint32(8, 0x02100000);
  sign(12, "mntrRGB XYZ ");
  for (const [index, part] of [2000, 1, 1, 0, 0, 0].entries()) out.setUint16(24 + index * 2, part);
  sign(36, "acsp");
  // The white of the connection space: D50.
  for (const [index, part] of [0xf6d6, 0x10000, 0xd32d].entries()) out.setUint32(68 + index * 4, part);
  out.setUint32(128, tags.length);
  for (const [index, [signature, body]] of tags.entries()) {
    sign(132 + index * 12, signature);
    out.setUint32(136 + index * 12, offsets.get(body) ?? 0);
    out.setUint32(140 + index * 12, body.length);
  }
  for (const [body, offset] of offsets) bytes.set(body, offset);
  return bytes;
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function tagOf(signature: string, length: number): { readonly bytes: Uint8Array; readonly out: DataView } {
  const bytes = new Uint8Array(length);
  bytes.set(ascii(signature), 0);
  return { bytes, out: new DataView(bytes.buffer) };
}

function xyzTag(...values: readonly number[]): Uint8Array {
  const { bytes, out } = tagOf("XYZ ", 20);
  for (const [index, value] of values.entries()) out.setUint32(8 + index * 4, value);
  return bytes;
}

function textTag(text: string): Uint8Array {
  const { bytes } = tagOf("text", 8 + text.length + 1);
  bytes.set(ascii(text), 8);
  return bytes;
}

/** Text in ASCII; the places for Unicode and for old Macintosh text stay empty. */
function descriptionTag(text: string): Uint8Array {
  const { bytes, out } = tagOf("desc", 12 + text.length + 1 + 8 + 70);
  out.setUint32(8, text.length + 1);
  bytes.set(ascii(text), 12);
  return bytes;
}

function curveTag(): Uint8Array {
  const steps = 1024;
  const { bytes, out } = tagOf("curv", 12 + steps * 2);
  out.setUint32(8, steps);
  for (let step = 0; step < steps; step += 1) {
    const value = step / (steps - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    out.setUint16(12 + step * 2, Math.floor(linear * 65535 + 0.5));
  }
  return bytes;
}
