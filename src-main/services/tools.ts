import type { Clock } from "../ports/clock.ts";
import type { Digest } from "../ports/digest.ts";
import type { DocumentReader } from "../ports/document-reader.ts";
import type { FileStore } from "../ports/file-store.ts";
import type { QuestionSeal } from "../ports/question-seal.ts";
import type { IdSource } from "../ports/id-source.ts";

/** What every service may lean on; picked once, at the composition root. */
export interface Tools {
  readonly clock: Clock;
  readonly digest: Digest;
  readonly files: FileStore;
  readonly ids: IdSource;
  readonly reader: DocumentReader;
  readonly seal: QuestionSeal;
}

/** How far a long step is; the shells turn it into events or lines. */
export type ReportProgress = (
  stage: ProgressStage,
  label: string,
  done: number,
  total: number | null,
) => void;

export type ProgressStage = "import" | "read" | "match" | "check" | "export" | "verify" | "sample" | "assist";
