import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { detectMediaType } from "../../src-main/pipeline/import/index.ts";
import type { NormalizeContext } from "../../src-main/pipeline/normalize/context.ts";
import { readFile } from "../../src-main/pipeline/read/index.ts";
import type { DocumentId, ImportedFile, ReadDocument } from "../../src-shared/model/index.ts";
import { localDate } from "../../src-shared/time/index.ts";

export const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What normalizing knows in tests: a fixed day and no own company. */
export const context: NormalizeContext = {
  asOf: localDate("2026-11-21"),
  ownCompany: { names: [], taxIds: [], bankAccounts: [] },
  hash,
};

/** A file as import makes it, for bytes that a test wrote. */
export const importedFile = (name: string, bytes: Uint8Array): ImportedFile => ({
  id: `doc-${hash(name).slice(0, 12)}` as DocumentId,
  path: name,
  name,
  sha256: createHash("sha256").update(bytes).digest("hex"),
  sizeBytes: bytes.length,
  mediaType: detectMediaType(name, bytes),
  copyOf: null,
});

export const loadAsset = async (): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm")));

/** Reads bytes or text with the real readers. */
export const readBytes = async (name: string, content: string | Uint8Array): Promise<ReadDocument> => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return readFile(importedFile(name, bytes), bytes, { loadAsset }, new AbortController().signal);
};
