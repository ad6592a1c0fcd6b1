import type { Member } from "../../../../src-shared/model/index.ts";
import type { PdfEngine } from "./engine.ts";
import { readWideText, withAscii, withMemory } from "./engine.ts";

/** What a PDF carries beside its pages. */
export interface PdfDetails {
  readonly properties: Readonly<Record<string, string>>;
  readonly members: readonly Member[];
}

const maximumAttachments = 100;
const maximumAttachmentBytes = 64 * 1024 * 1024;
const invoiceNames = /^(?:factur-x|zugferd-invoice|xrechnung|order-x|cii|ubl)[^/\\]*\.xml$/iu;

/** Title, author and the like, and the attached files. */
export function readPdfDetails(engine: PdfEngine, pdf: number): PdfDetails {
  const properties: Record<string, string> = {};
  for (const key of ["Title", "Author", "Subject", "Creator", "Producer", "CreationDate", "ModDate"]) {
    const value = withAscii(engine, key, (name) =>
      readWideText(
        engine,
        (buffer, bytes) => engine.call["FPDF_GetMetaText"]?.(pdf, name, buffer, bytes) ?? 0,
      ),
    );
    if (value.trim() !== "") properties[key.charAt(0).toLowerCase() + key.slice(1)] = value.trim();
  }
  return { properties, members: readAttachments(engine, pdf) };
}

function readAttachments(engine: PdfEngine, pdf: number): Member[] {
  const { call } = engine;
  const count = Math.min(maximumAttachments, call["FPDFDoc_GetAttachmentCount"]?.(pdf) ?? 0);
  const members: Member[] = [];
  for (let index = 0; index < count; index += 1) {
    const attachment = call["FPDFDoc_GetAttachment"]?.(pdf, index) ?? 0;
    if (attachment === 0) continue;
    const name = readWideText(
      engine,
      (buffer, bytes) => call["FPDFAttachment_GetName"]?.(attachment, buffer, bytes) ?? 0,
    );
    const bytes = readAttachment(engine, attachment);
    if (bytes === null) continue;
    const relation = invoiceNames.test(name) ? "embedded-invoice" : "attachment";
    members.push({ name: name === "" ? `attachment-${index + 1}` : name, bytes, relation });
  }
  return members;
}

function readAttachment(engine: PdfEngine, attachment: number): Uint8Array | null {
  const { call } = engine;
  return withMemory(engine, 8, (length) => {
    if (call["FPDFAttachment_GetFile"]?.(attachment, 0, 0, length) !== 1) return null;
    const bytes = engine.memory.HEAPU32[length >> 2] ?? 0;
    if (bytes === 0 || bytes > maximumAttachmentBytes) return null;
    return withMemory(engine, bytes, (buffer) =>
      call["FPDFAttachment_GetFile"]?.(attachment, buffer, bytes, length) === 1
        ? engine.memory.HEAPU8.slice(buffer, buffer + bytes)
        : null,
    );
  });
}
