/** Text of a file with the encoding that it turned out to have. The byte order mark is not part of it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
}

/** Control characters that no text has; more than this share of them means binary. */
const binaryShare = 0.005;
const controls = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/gu;
const anyControl = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/;

/**
 * Bytes as text: byte order mark, then the zero-byte pattern of UTF-16, then valid UTF-8, else windows-1252.
 *
 * `null` when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [first, second, third] = bytes;
  let decoded: DecodedText;
  if (first === 0xef && second === 0xbb && third === 0xbf) decoded = decodeAs("utf-8", bytes.subarray(3));
  else if (first === 0xff && second === 0xfe) decoded = decodeAs("utf-16le", bytes.subarray(2));
  else if (first === 0xfe && second === 0xff) decoded = decodeAs("utf-16be", bytes.subarray(2));
  else decoded = decodeUnmarked(bytes);
  return looksBinary(decoded.text) ? null : decoded;
}

const decodedHeads = new WeakMap<Uint8Array, DecodedText | null>();

/** Like `decodeText` for the start of a file, where the last character may be cut; kept, since every format asks. */
export function decodeTextHead(head: Uint8Array): DecodedText | null {
  const known = decodedHeads.get(head);
  if (known !== undefined) return known;
  const decoded = decodeHead(head);
  decodedHeads.set(head, decoded);
  return decoded;
}

function decodeHead(head: Uint8Array): DecodedText | null {
  let end = head.length;
  for (let back = 0; back < 3 && end > 0 && ((head[end - 1] ?? 0) & 0x80) !== 0; back += 1) end -= 1;
  return decodeText(head.subarray(0, end === 0 ? head.length : end));
}

function decodeAs(encoding: DecodedText["encoding"], bytes: Uint8Array): DecodedText {
  return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding };
}

/** Whether bytes are valid UTF-8 is told by decoding them: what comes of it is kept, since nearly all files are. */
function decodeUnmarked(bytes: Uint8Array): DecodedText {
  const wide = zeroPattern(bytes);
  if (wide !== null) return decodeAs(wide, bytes);
  try {
    return { text: strictUtf8.decode(bytes), encoding: "utf-8" };
  } catch {
    return decodeAs("windows-1252", bytes);
  }
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Latin text in UTF-16 has a zero in nearly every second byte. */
function zeroPattern(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4 || bytes.length % 2 !== 0 || !sample.includes(0)) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1)
    if (sample[index] === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    }
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return "utf-16le";
  if (even > half * 0.6 && odd < half * 0.05) return "utf-16be";
  return null;
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 65_536);
  if (!anyControl.test(sample)) return false;
  const found = sample.match(controls)?.length ?? 0;
  return found > sample.length * binaryShare;
}
