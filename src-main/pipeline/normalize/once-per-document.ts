import type { ReadDocument } from "../../../src-shared/model/index.ts";

/**
 * The same reading of a document, done once however many readers ask for it.
 *
 * A document never changes, so what is kept is what would be read again; it goes when the document goes.
 */
export function oncePerDocument<Read>(
  read: (document: ReadDocument) => Read,
): (document: ReadDocument) => Read {
  const known = new WeakMap<ReadDocument, { readonly read: Read }>();
  return (document) => {
    const before = known.get(document);
    if (before !== undefined) return before.read;
    const found = read(document);
    known.set(document, { read: found });
    return found;
  };
}
