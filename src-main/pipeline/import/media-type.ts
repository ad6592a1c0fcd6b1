import { decodeTextStart } from "./text-start.ts";

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/** First bytes in hex, with their type. Longer ones first where one begins another. */
const magics: readonly (readonly [string, string])[] = [
  ["89504e470d0a1a0a", "image/png"],
  ["ffd8ff", "image/jpeg"],
  ["474946383761", "image/gif"],
  ["474946383961", "image/gif"],
  ["49492a00", "image/tiff"],
  ["4d4d002a", "image/tiff"],
  ["d0cf11e0a1b11ae1", "application/x-ole-storage"],
  ["1f8b", "application/gzip"],
  ["377abcaf271c", "application/x-7z-compressed"],
  ["526172211a07", "application/vnd.rar"],
  ["7b5c727466", "application/rtf"],
];

/** A sequence of any length whose first part says that it is signed data (CMS, RFC 5652). */
const signedData = /^30(?:80|[0-7].|81.{2}|82.{4}|83.{6}|84.{8})06092a864886f70d010702/u;

/**
 * What a file is, from its first bytes (64 KiB are enough; the whole file is better for archives).
 *
 * The name only decides between texts that look alike: `.csv`, `.md` and `.txt`.
 */
export function detectMediaType(name: string, head: Uint8Array): string {
  if (head.length === 0) return "application/x-empty";
  const start = latin(head.subarray(0, 1024));
  if (start.includes("%PDF-")) return "application/pdf";
  if (/^PK(?:\u0003\u0004|\u0005\u0006|\u0007\u0008)/u.test(start)) return zipType(latin(head));
  const hex = [...head.subarray(0, 24)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (signedData.test(hex)) return "application/pkcs7-mime";
  for (const [magic, type] of magics) if (hex.startsWith(magic)) return type;
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return "image/webp";
  if (isBitmap(head)) return "image/bmp";
  const brand = start.slice(4, 8) === "ftyp" ? start.slice(8, 12) : "";
  if (/^(?:hei[cxms]|hev[cx]|mif1|msf1)$/u.test(brand)) return "image/heic";
  if (brand === "avif" || brand === "avis") return "image/avif";
  const text = decodeTextStart(head);
  return text === null ? "application/octet-stream" : textType(name, text);
}

/** "BM" begins words as well: the empty bytes behind the size and the length of the second head tell a bitmap. */
function isBitmap(head: Uint8Array): boolean {
  if (head.length < 26 || head[0] !== 0x42 || head[1] !== 0x4d) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return view.getUint32(6, true) === 0 && [12, 40, 52, 56, 64, 108, 124].includes(view.getUint32(14, true));
}

const latin = (bytes: Uint8Array): string => new TextDecoder("windows-1252").decode(bytes);

/** Office files are ZIP files whose parts have known names; local and central headers both carry them. */
function zipType(head: string): string {
  const has = (part: string): boolean => head.includes(part);
  const isOffice = has("[Content_Types].xml") || has("_rels/.rels") || has("docProps/");
  if (isOffice || has("word/document") || has("xl/workbook")) {
    if (has("word/document") || has("word/styles") || has("word/_rels/")) return word;
    if (has("xl/workbook") || has("xl/worksheets/") || has("xl/_rels/")) return workbook;
    if (has("ppt/")) return slides;
  }
  if (has("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
    return "application/vnd.oasis.opendocument.spreadsheet";
  if (has("mimetypeapplication/vnd.oasis.opendocument.text"))
    return "application/vnd.oasis.opendocument.text";
  return "application/zip";
}

function textType(name: string, text: string): string {
  const trimmed = text.trimStart();
  if (trimmed === "") return "text/plain";
  const bank = bankType(trimmed);
  if (bank !== null) return bank;
  if (trimmed.startsWith("<")) {
    const markup = markupType(trimmed);
    if (markup !== null) return markup;
  }
  // MYOB puts a line of braces above its tables.
  if (/^\{\}[^\S\r\n]*[\r\n]+[^\r\n]*\t[^\r\n]*\t/u.test(trimmed)) return "text/csv";
  if (isJson(trimmed)) return "application/json";
  if (isMail(trimmed)) return "message/rfc822";
  const extension = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? "";
  if (/^"?sep=./iu.test(trimmed)) return "text/csv";
  const delimited = delimitedShare(trimmed);
  if (["csv", "tsv", "tab"].includes(extension)) return "text/csv";
  if (["md", "markdown", "mdown"].includes(extension)) return "text/markdown";
  if (["txt", "text", "log"].includes(extension))
    return delimited >= 0.999 && hasTabs(trimmed) ? "text/csv" : "text/plain";
  return delimited > 0.95 ? "text/csv" : looksLikeMarkdown(trimmed) ? "text/markdown" : "text/plain";
}

/** Exchange formats of banks and accounting that are text: their first records are unmistakable. */
function bankType(text: string): string | null {
  const start = text.slice(0, 4096);
  if (/^OFXHEADER\s{0,20}:/iu.test(start) || /^(?:<\?[^<>]{0,400}>\s{0,40}){0,4}<OFX>/iu.test(start))
    return "application/x-ofx";
  if (/^01,[^,\r\n]{0,40},[^,\r\n]{0,40},\d{6},\d{0,4},/u.test(start)) return "application/x-bai2";
  if (/^"?![A-Z]{3,20}"?[\t,\r\n]/u.test(start)) return "application/x-iif";
  // Extracts of a statement may begin at an entry.
  if (/^:61:\d{6}/u.test(start)) return "application/x-mt940";
  const isSwift = /^(?:\{[^\r\n]{0,400})?:20:/mu.test(start) && /^:25[A-Z]?:/mu.test(start);
  return isSwift && /^:(?:60[FM]|34F):/mu.test(start) ? "application/x-mt940" : null;
}

function markupType(text: string): string | null {
  if (
    /^<!doctype\s+html|^<html[\s>]|^<(?:head|body|style|h[1-6]|table|div|dl|ul|ol|p|span|center|main)[\s>]/iu.test(
      text,
    )
  )
    return "text/html";
  if (/^<\?xml\b|^<!doctype\b|^<!--/iu.test(text))
    return /<(?:[\w.-]+:)?html[\s>]/iu.test(text.slice(0, 2048)) ? "text/html" : "application/xml";
  return /^<[A-Za-z_][\w.:-]*(?:\s+[\w.:-]+\s*=\s*["']|\s*\/?>)/u.test(text) ? "application/xml" : null;
}

/** "[2026-09-08 08:58] Ute: …" is a line of a chat: behind a number of a list stands a comma or its end. */
const isJson = (text: string): boolean =>
  /^[[{]\s*(?:["{[\]}]|-?\d[\d.eE+]*\s*(?:[,\]]|$)|true|false|null)/u.test(text);

/** Two or more mail header fields before anything else. */
function isMail(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/u, 12);
  const headers = lines.filter((line) =>
    /^(?:return-path|received|from|to|cc|date|subject|message-id|mime-version|content-type|delivered-to|x-[\w-]+|dkim-signature|reply-to):\s/iu.test(
      line,
    ),
  ).length;
  const first = lines[0] ?? "";
  const hasMachineHeader = lines.some((line) =>
    /^(?:message-id|mime-version|return-path|received|dkim-signature|delivered-to):\s/iu.test(line),
  );
  if (headers >= 3 && hasMachineHeader && /^[\w-]+:\s/u.test(first)) return true;
  // Saved from a mail program: sender and subject in the first lines, nothing else between them.
  const opening = lines.slice(0, lines.indexOf("") === -1 ? 4 : lines.indexOf(""));
  return (
    opening.length >= 3 &&
    opening.every((line) => /^(?:from|to|cc|bcc|date|sent|subject|reply-to):\s/iu.test(line)) &&
    opening.some((line) => /^from:.*@/iu.test(line)) &&
    opening.some((line) => /^subject:/iu.test(line))
  );
}

const hasTabs = (text: string): boolean => text.includes("\t");

/** Share of lines that agree on how often one of the delimiters stands in them, quotes respected; 0 for prose. */
function delimitedShare(text: string): number {
  const lines = text
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== "")
    .slice(0, 200);
  if (text.length >= 60_000) lines.pop();
  if (lines.length < 2) return 0;
  let best = 0;
  for (const delimiter of [",", ";", "\t", "|"]) {
    const counts = lines.map((line) => line.replaceAll(/"(?:[^"]|"")*"/gu, "").split(delimiter).length - 1);
    const countOf = new Map<number, number>();
    for (const count of counts) countOf.set(count, (countOf.get(count) ?? 0) + 1);
    for (const [count, occurrences] of countOf)
      if (count >= 2 || (count === 1 && lines.length >= 3 && delimiter !== ","))
        best = Math.max(best, occurrences / lines.length);
  }
  return best;
}

const looksLikeMarkdown = (text: string): boolean =>
  /^#{1,6} \S/mu.test(text) &&
  (/^\s*[-*+] \S/mu.test(text) || /\*\*\S/u.test(text) || /^\|.*\|$/mu.test(text));
