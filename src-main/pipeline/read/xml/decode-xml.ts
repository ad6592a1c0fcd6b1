import { decodeText } from "../text/decode-text.ts";

/** For a look at the declaration, which is plain ASCII in every encoding that is read with it. */
const eightBit = new TextDecoder("windows-1252");
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** XML bytes as text: byte order mark, then the declared encoding, then UTF-8. `null` for an unknown encoding. */
export function decodeXml(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const hasMark =
    (first === 0xef && second === 0xbb) ||
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff);
  const isWide = first === 0 || second === 0;
  if (hasMark || isWide) return decodeText(bytes)?.text ?? null;
  const head = eightBit.decode(bytes.subarray(0, 256));
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/iu.exec(head)?.[1] ?? "utf-8";
  try {
    const decoder =
      declared.toLowerCase() === "utf-8" ? utf8 : new TextDecoder(declared, { ignoreBOM: true });
    return decoder.decode(bytes).replace(/^\s+(?=<\?xml)/u, "");
  } catch {
    return null;
  }
}
