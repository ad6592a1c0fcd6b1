import type { ImportedFile, Problem, ReadDocument, ReaderId } from "../../../src-shared/model/index.ts";

/** A document with nothing in it, to be filled by a reader. */
export function createBlankDocument(file: ImportedFile, reader: ReaderId): ReadDocument {
  return {
    documentId: file.id,
    reader,
    status: "read",
    problem: null,
    pages: [],
    blocks: [],
    sheets: [],
    root: null,
    members: [],
    text: null,
    properties: {},
  };
}

/** A document that could not be read, with the reason. */
export function createUnreadableDocument(
  file: ImportedFile,
  reader: ReaderId,
  problem: Problem,
): ReadDocument {
  return { ...createBlankDocument(file, reader), status: "unreadable", problem };
}
