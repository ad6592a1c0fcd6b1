import { readTaggedValue, valuesWithin, type TaggedValue } from "./tagged-value.ts";

const sequence = 0x30;
const objectIdentifier = 0x06;
const octetString = 0x04;
const constructedOctetString = 0x24;
const explicitZero = 0xa0;

/** 1.2.840.113549.1.7.2, signed data of CMS (RFC 5652), as its octets. */
const signedData = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

const isSignedData = (value: TaggedValue | undefined): boolean =>
  value?.tag === objectIdentifier &&
  value.content.length === signedData.length &&
  signedData.every((octet, index) => value.content[index] === octet);

/** The octets of a string, which long ones carry in pieces. */
function octetsOf(value: TaggedValue): Uint8Array | null {
  if (value.tag === octetString) return value.content;
  if (value.tag !== constructedOctetString) return null;
  const pieces = valuesWithin(value.content);
  if (pieces.some(({ tag }) => tag !== octetString)) return null;
  const joined = new Uint8Array(pieces.reduce((length, { content }) => length + content.length, 0));
  let offset = 0;
  for (const { content } of pieces) {
    joined.set(content, offset);
    offset += content.length;
  }
  return joined;
}

/** Whether bytes begin a CMS signed file. */
export function isSignedFile(head: Uint8Array): boolean {
  if (head[0] !== sequence) return false;
  // The length octets are at most five; the identifier of the content type follows them.
  for (let offset = 2; offset <= 6; offset += 1)
    if (head[offset] === objectIdentifier)
      return signedData.every((octet, index) => head[offset + 2 + index] === octet);
  return false;
}

/** The file inside a CMS signed file (RFC 5652, section 5); `null` where there is none or the structure is broken. */
export function signedContentOf(bytes: Uint8Array): Uint8Array | null {
  const outer = readTaggedValue(bytes, 0);
  if (outer?.tag !== sequence) return null;
  const [type, wrapped] = valuesWithin(outer.content);
  if (!isSignedData(type) || wrapped?.tag !== explicitZero) return null;
  const [data] = valuesWithin(wrapped.content);
  if (data?.tag !== sequence) return null;
  // Version, digest algorithms, and then what was signed: its type and, unless it is kept apart, itself.
  const signed = valuesWithin(data.content).find(({ tag }) => tag === sequence);
  const inner = signed === undefined ? undefined : valuesWithin(signed.content)[1];
  const content = inner?.tag === explicitZero ? valuesWithin(inner.content)[0] : undefined;
  return content === undefined ? null : octetsOf(content);
}
