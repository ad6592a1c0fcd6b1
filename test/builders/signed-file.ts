/** DER and BER values for tests: a tag, a length in as many octets as it needs, and content. */
export const tagged = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = joined(parts);
  const octets: number[] = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  const length = content.length < 0x80 ? [content.length] : [0x80 | octets.length, ...octets];
  return joined([Uint8Array.of(tag, ...length), content]);
};

/** A value whose length is not said: it ends with two zeros. */
export const openEnded = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  joined([Uint8Array.of(tag, 0x80), ...parts, Uint8Array.of(0, 0)]);

const joined = (parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

const identifier = (last: number): Uint8Array =>
  tagged(0x06, Uint8Array.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, last));

/** Signed data around a file, as CMS writes it; without signers, since no signature is judged. */
export const signedFile = (content: Uint8Array | null, form: "whole" | "pieces" = "whole"): Uint8Array => {
  const wrap = form === "whole" ? tagged : openEnded;
  const pieces = (bytes: Uint8Array): Uint8Array =>
    form === "whole"
      ? tagged(0x04, bytes)
      : openEnded(0x24, tagged(0x04, bytes.subarray(0, 7)), tagged(0x04, bytes.subarray(7)));
  const signed = content === null ? [] : [wrap(0xa0, pieces(content))];
  return wrap(
    0x30,
    identifier(2),
    wrap(
      0xa0,
      wrap(
        0x30,
        tagged(0x02, Uint8Array.of(1)),
        tagged(0x31),
        wrap(0x30, identifier(1), ...signed),
        tagged(0x31),
      ),
    ),
  );
};
