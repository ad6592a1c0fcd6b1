import type {
  ImportedFile,
  Member,
  NormalizedDocument,
  OwnCompany,
  Problem,
  ReadDocument,
  ReaderId,
  ReadStatus,
  TableMapping,
} from "../../src-shared/model/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";

/** What reading may know besides the document. */
export interface ReadingContext {
  readonly asOf: LocalDate;
  readonly ownCompany: OwnCompany;
  readonly tableMappings?: readonly TableMapping[];
}

export type WhatToKeep = "nouns" | "everything" | "packed";

/** What came of reading one file. */
export interface Reading {
  readonly reader: ReaderId | null;
  readonly status: Exclude<ReadStatus, "skipped">;
  readonly problem: Problem | null;
  readonly pages: number | null;
  /** `null` when the document could not be read at all. */
  readonly normalized: NormalizedDocument | null;
  /** The words and places, when they were asked for. */
  readonly document: ReadDocument | null;
  /** The same as JSON compressed by Zstandard, when that was asked for: to be kept, not to be looked at. */
  readonly packed?: Uint8Array | null;
  readonly members: readonly Member[];
}

/**
 * Reads documents away from everything that matters: in other processes, with limits of time and memory.
 *
 * A document that crashes, hangs or swells its reader gives a reading with a problem, never a failure of the run.
 */
export interface DocumentReader {
  /** `keep` says whether and how the words and their places come back, too. Rejects with the signal's reason. */
  readonly read: (
    file: ImportedFile,
    bytes: Uint8Array,
    context: ReadingContext,
    keep: WhatToKeep,
    signal: AbortSignal,
  ) => Promise<Reading>;
  /** Derives the nouns again from words that were read before. */
  readonly normalize: (
    document: ReadDocument,
    file: ImportedFile,
    context: ReadingContext,
    signal: AbortSignal,
  ) => Promise<Reading>;
  /** A picture as a PDF that every window can show; `null` where it cannot be unpacked. Rejects with the signal's reason. */
  readonly show: (file: ImportedFile, bytes: Uint8Array, signal: AbortSignal) => Promise<Uint8Array | null>;
  /** How many documents are worth giving at the same time. */
  readonly parallelism: number;
  readonly close: () => Promise<void>;
}
