import type { ImportedFile, Member, ReadDocument } from "../../src-shared/model/index.ts";
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

const readStatuses = new Set(["read", "partly-read", "unreadable"]);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every((item) => isItem(item));
const hasId = (value: unknown): boolean => isRecord(value) && typeof value["id"] === "string";

/** Opens the JSON of an answer; `null` when it is not a reading. A process that read hostile bytes is not trusted. */
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
  if (!isRecord(value) || !readStatuses.has(String(value["status"]))) return null;
  const { reader, pages, problem, normalized, document } = value;
  if (reader !== null && typeof reader !== "string") return null;
  if (pages !== null && typeof pages !== "number") return null;
  if (problem !== null && !(isRecord(problem) && typeof problem["code"] === "string")) return null;
  if (normalized !== null && !isNormalized(normalized)) return null;
  if (document !== null && !(isRecord(document) && Array.isArray(document["pages"]))) return null;
  return { ...(value as unknown as Reading), members, packed };
}

function isNormalized(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value["kind"] === "string" &&
    isListOf(value["agreements"], (one) => hasId(one) && isRecord(one) && isListOf(one["terms"], hasId)) &&
    isListOf(value["invoices"], (one) => hasId(one) && isRecord(one) && isListOf(one["lines"], hasId)) &&
    isListOf(value["deliveries"], hasId) &&
    isListOf(value["statements"], (one) => hasId(one) && isRecord(one) && isListOf(one["payments"], hasId)) &&
    Array.isArray(value["problems"]) &&
    Array.isArray(value["instructions"])
  );
}
