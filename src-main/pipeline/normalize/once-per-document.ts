import type { ReadDocument } from "../../../src-shared/model/index.ts";
import { oncePerThing } from "./once-per-thing.ts";

/** The same reading of a document, done once however many readers ask for it. */
export const oncePerDocument = <Read>(
  read: (document: ReadDocument) => Read,
): ((document: ReadDocument) => Read) => oncePerThing(read);
