/** One tag-length-value of BER or DER (X.690), as a window on the bytes. */
export interface TaggedValue {
  /** The identifier octet, which is all that signed files use. */
  readonly tag: number;
  readonly isConstructed: boolean;
  readonly content: Uint8Array;
  /** Offset behind the whole value. */
  readonly end: number;
}

const constructedBit = 0x20;
const endOfContents = 0;
const longestLength = 4;

/**
 * The value that begins at an offset; `null` where the bytes are no value or run out.
 *
 * `depth` bounds how deeply values of indefinite length may nest, since their end is found only by walking them.
 */
export function readTaggedValue(bytes: Uint8Array, offset: number, depth = 16): TaggedValue | null {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
  const isConstructed = (tag & constructedBit) !== 0;
  const start = offset + 2;
  if (first < 0x80) return valueAt(bytes, tag, start, first);
  if (first === 0x80) return isConstructed ? indefiniteValue(bytes, tag, start, depth) : null;
  const octets = first & 0x7f;
  if (octets > longestLength) return null;
  let length = 0;
  for (let index = 0; index < octets; index += 1) {
    const octet = bytes[start + index];
    if (octet === undefined) return null;
    length = length * 256 + octet;
  }
  return valueAt(bytes, tag, start + octets, length);
}

/** The values one after another inside a constructed value; stops at what is none. */
export function valuesWithin(content: Uint8Array): readonly TaggedValue[] {
  const values: TaggedValue[] = [];
  let offset = 0;
  while (offset < content.length) {
    const value = readTaggedValue(content, offset);
    if (value === null || isEnd(value)) break;
    values.push(value);
    offset = value.end;
  }
  return values;
}

const isEnd = ({ tag, content }: TaggedValue): boolean => tag === endOfContents && content.length === 0;

function valueAt(bytes: Uint8Array, tag: number, start: number, length: number): TaggedValue | null {
  const end = start + length;
  if (end > bytes.length) return null;
  return { tag, isConstructed: (tag & constructedBit) !== 0, content: bytes.subarray(start, end), end };
}

function indefiniteValue(bytes: Uint8Array, tag: number, start: number, depth: number): TaggedValue | null {
  if (depth === 0) return null;
  let offset = start;
  for (;;) {
    const value = readTaggedValue(bytes, offset, depth - 1);
    if (value === null) return null;
    if (isEnd(value))
      return { tag, isConstructed: true, content: bytes.subarray(start, offset), end: value.end };
    offset = value.end;
  }
}
