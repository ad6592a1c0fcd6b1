import { decodeText } from "../text/decode-text.ts";

/** HTML bytes as text: byte order mark, then the encoding that the page declares, then as any text. `null` for binary. */
export function decodeHtml(bytes: Uint8Array): string | null {
  const usual = decodeText(bytes);
  if (usual === null || usual.encoding !== "windows-1252") return usual?.text ?? null;
  const head = usual.text.slice(0, 4096);
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]+)/iu.exec(head)?.[1];
  if (declared === undefined) return usual.text;
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return usual.text;
  }
}
