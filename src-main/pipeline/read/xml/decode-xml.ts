import { decodeText } from "../text/decode-text.ts";

/** XML bytes as text: byte order mark, then the declared encoding, then UTF-8. `null` for an unknown encoding. */
export function decodeXml(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const hasMark =
    (first === 0xef && second === 0xbb) ||
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff);
  const isWide = first === 0 || second === 0;
  if (hasMark || isWide) return decodeText(bytes)?.text ?? null;
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 256));
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/iu.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(declared, { ignoreBOM: true }).decode(bytes).replace(/^\s+(?=<\?xml)/u, "");
  } catch {
    return null;
  }
}
