import type { Problem } from "../../src-shared/model/index.ts";
import type { Reading } from "../ports/document-reader.ts";

/** What one file may take before its process is ended. */
export interface ReadingBudget {
  readonly wallMs: number;
  readonly processorMs: number;
  readonly memoryBytes: number;
}

/** Limits for one file, and for the processes that read. */
export interface ReadingLimits extends ReadingBudget {
  /** For each picture whose words are recognized: that takes seconds and memory where reading takes neither. */
  readonly recognition: ReadingBudget;
  /** Characters of the answer. */
  readonly answerLength: number;
  /**
   * Clean documents after which a process is replaced by a fresh one; after one that broke its reader it is at once.
   * To start one and warm it up costs far more than to read a document.
   */
  readonly recycleAfter: number;
  /** Small texts that lie ready in a process while it reads another, so that none is lost to sending. */
  readonly lyingReady: number;
  /** Time without work after which all processes are let go. */
  readonly idleMs: number;
}

export const megabyte = 1024 * 1024;

export const defaultReadingLimits: ReadingLimits = {
  wallMs: 30_000,
  processorMs: 10_000,
  memoryBytes: 512 * megabyte,
  recognition: { wallMs: 90_000, processorMs: 45_000, memoryBytes: 1024 * megabyte },
  answerLength: 256 * megabyte,
  recycleAfter: 5_000,
  lyingReady: 12,
  idleMs: 30_000,
};

/** Large files may take more, in proportion: one second and eight times its size for each megabyte. */
export const budgetFor = (limits: ReadingLimits, bytes: number): ReadingBudget => {
  const megabytes = Math.floor(bytes / megabyte);
  return {
    wallMs: limits.wallMs + megabytes * 3_000,
    processorMs: limits.processorMs + megabytes * 1_000,
    memoryBytes: limits.memoryBytes + megabytes * 8 * megabyte,
  };
};

export const unreadable = (problem: Problem): Reading => ({
  reader: null,
  status: "unreadable",
  problem,
  pages: null,
  normalized: null,
  document: null,
  members: [],
});

/** Verdicts after which the process is not trusted: something in it ended in a way that no reader foresaw. */
const tainting: ReadonlySet<string> = new Set([
  "read/reader-failed",
  "read/crashed",
  "read/invalid-answer",
  "read/answer-too-large",
  "read/pdf-too-heavy",
]);

/** Verdicts that may be the doing of what the same process read before. */
const doubtful: ReadonlySet<string> = new Set([
  "read/reader-failed",
  "read/crashed",
  "read/invalid-answer",
  "read/memory-limit",
]);

export const isTainted = ({ problem }: Reading): boolean => problem !== null && tainting.has(problem.code);
export const isDoubtful = ({ problem }: Reading): boolean => problem !== null && doubtful.has(problem.code);
