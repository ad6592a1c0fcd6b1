import { zstdCompressSync } from "node:zlib";
import { normalizeDocument } from "../../src-main/pipeline/normalize/index.ts";
import { readFile } from "../../src-main/pipeline/read/index.ts";
import type { DocumentReader, Reading } from "../../src-main/ports/document-reader.ts";
import { hash, loadAsset } from "../builders/read-bytes.ts";

/** The real reading and normalizing rooms, in this process: for documents that a test wrote itself. */
export function createTextReader(): DocumentReader {
  const toReading = (
    document: Awaited<ReturnType<typeof readFile>>,
    normalized: Reading["normalized"],
  ): Reading => ({
    reader: document.reader,
    status: document.status,
    problem: document.problem,
    pages: null,
    normalized,
    document,
    packed: zstdCompressSync(JSON.stringify(document)),
    members: [],
  });
  return {
    show: async () => null,
    parallelism: 1,
    read: async (file, bytes, context, _keep, signal) => {
      const document = await readFile(file, bytes, { loadAsset }, signal);
      return toReading(document, normalizeDocument(document, file, { ...context, hash }));
    },
    normalize: (document, file, context) =>
      Promise.resolve(toReading(document, normalizeDocument(document, file, { ...context, hash }))),
    close: () => Promise.resolve(),
  };
}
