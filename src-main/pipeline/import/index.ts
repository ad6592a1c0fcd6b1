import type { DocumentId } from "../../../src-shared/model/index.ts";

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export type Hash = (text: string) => string;

export { detectMediaType } from "./media-type.ts";

/** The id of a file: the same content under the same path has the same id, on every machine. */
export function documentIdFor(sha256: string, path: string, hash: Hash): DocumentId {
  return `doc-${hash(`${sha256}\n${path}`).slice(0, 12)}` as DocumentId;
}
