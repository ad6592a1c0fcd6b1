import type { ImportedFile, Member, ReadDocument } from "../../src-shared/model/index.ts";
import { readingSchema } from "./answer/reading.ts";
import type { Reading, ReadingContext, WhatToKeep } from "../ports/document-reader.ts";

/** What the supervisor asks a reading process to do. Structured clone carries the bytes. */
export type ReadingRequest =
  | {
      readonly id: number;
      readonly operation: "read";
      readonly file: ImportedFile;
      readonly bytes: Uint8Array;
      readonly context: ReadingContext;
      readonly keep: WhatToKeep;
    }
  | {
      readonly id: number;
      readonly operation: "normalize";
      readonly file: ImportedFile;
      readonly document: ReadDocument;
      readonly context: ReadingContext;
    }
  /** Answered by a reading without nouns whose only member is the PDF. */
  | {
      readonly id: number;
      readonly operation: "show";
      readonly file: ImportedFile;
      readonly bytes: Uint8Array;
    };

/** The reading as JSON text, so that its size is known before it is opened; members' bytes stay bytes. */
export type ReadingAnswer =
  | {
      readonly id: number;
      readonly type: "reading";
      readonly json: string;
      readonly members: readonly Member[];
      readonly packed: Uint8Array | null;
    }
  | { readonly id: number; readonly type: "defect"; readonly message: string }
  /** Said before each picture that is recognized: slow work that is wanted. */
  | { readonly id: number; readonly type: "recognizing" }
  /** Said once, when the process has loaded its code. */
  | { readonly id: 0; readonly type: "ready" };

/** Opens the JSON of an answer; `null` when it is not a reading. */
export function parseReading(
  json: string,
  members: readonly Member[],
  packed: Uint8Array | null = null,
): Reading | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  return readingSchema.safeParse(value).success
    ? { ...(value as Omit<Reading, "members" | "packed">), members, packed }
    : null;
}
