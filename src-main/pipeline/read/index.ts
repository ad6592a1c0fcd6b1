import type { ImportedFile, ReadDocument } from "../../../src-shared/model/index.ts";
import { createUnreadableDocument } from "./blank-document.ts";
import type { Format, ReadTools } from "./format.ts";
import { archive } from "./formats/archive.ts";
import { bai2 } from "./formats/bai2.ts";
import { camt053 } from "./formats/camt053.ts";
import { cii } from "./formats/cii.ts";
import { csv } from "./formats/csv.ts";
import { docx } from "./formats/docx.ts";
import { doc } from "./formats/doc.ts";
import { email } from "./formats/email.ts";
import { html } from "./formats/html.ts";
import { iif } from "./formats/iif.ts";
import { json } from "./formats/json.ts";
import { markdown } from "./formats/markdown.ts";
import { msg } from "./formats/msg.ts";
import { mt940 } from "./formats/mt940.ts";
import { ocr } from "./formats/ocr.ts";
import { ods } from "./formats/ods.ts";
import { odt } from "./formats/odt.ts";
import { ofx } from "./formats/ofx.ts";
import { p7m } from "./formats/p7m.ts";
import { pdfText } from "./formats/pdf-text.ts";
import { pptx } from "./formats/pptx.ts";
import { rtf } from "./formats/rtf.ts";
import { text } from "./formats/text.ts";
import { ubl } from "./formats/ubl.ts";
import { xls } from "./formats/xls.ts";
import { xlsx } from "./formats/xlsx.ts";
import { maximumFileBytes, sniffedBytes } from "./limits.ts";

export type { Format, ReadTools } from "./format.ts";
export { showPicture } from "./raster/picture-pages.ts";

/** Every format that can be read, sorted by id. */
export const formats: readonly Format[] = [
  archive,
  bai2,
  camt053,
  cii,
  csv,
  doc,
  docx,
  email,
  html,
  iif,
  json,
  markdown,
  msg,
  mt940,
  ocr,
  ods,
  odt,
  ofx,
  p7m,
  pdfText,
  pptx,
  rtf,
  text,
  ubl,
  xls,
  xlsx,
];

/**
 * Reads a file with the format that its content shows.
 *
 * Bad input never throws: it comes back `unreadable` or `partly-read`, with the reason. Rejects only when the
 * signal is aborted.
 */
export async function readFile(
  file: ImportedFile,
  bytes: Uint8Array,
  tools: ReadTools,
  signal: AbortSignal,
): Promise<ReadDocument> {
  signal.throwIfAborted();
  if (bytes.length === 0) return createUnreadableDocument(file, "text", { code: "read/empty-file" });
  const format = findFormat(file, bytes);
  if (format === null)
    return createUnreadableDocument(file, "text", {
      code: "read/unknown-format",
      facts: { mediaType: file.mediaType },
    });
  if (bytes.length > maximumFileBytes)
    return createUnreadableDocument(file, format.id, {
      code: "read/too-large",
      facts: { bytes: bytes.length, limit: maximumFileBytes },
    });
  try {
    const read = await format.read(file, bytes, tools, signal);
    return read.ok ? read.value : createUnreadableDocument(file, format.id, read.error);
  } catch (error) {
    if (signal.aborted) throw error;
    // A defect in a reader must not stop the other files; the code says that it is one.
    return createUnreadableDocument(file, format.id, {
      code: "read/reader-failed",
      facts: { reader: format.id, reason: error instanceof Error ? error.message : String(error) },
    });
  }
}

/**
 * The format that reads the file's media type, which came from its content; where several do, the one that sniffs it
 * best. A type that none reads goes to the best sniffer of all.
 */
export function findFormat(file: ImportedFile, bytes: Uint8Array): Format | null {
  const head = bytes.subarray(0, sniffedBytes);
  const declared = formats.filter((format) => format.mediaTypes.includes(file.mediaType));
  const [only] = declared;
  if (declared.length === 1 && only !== undefined) return only;
  let best: Format | null = null;
  let score = 0;
  for (const format of declared.length === 0 ? formats : declared) {
    const sniffed = format.sniff(head, file.name);
    if (sniffed > score) {
      best = format;
      score = sniffed;
    }
  }
  return best;
}
