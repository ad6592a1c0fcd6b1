import type { Problem } from "../../src-shared/model/index.ts";
import type { Result } from "../../src-shared/result/index.ts";

/** A file that was found under the given paths, or a place that could not be entered. */
export interface FoundFile {
  /** Where it is on this machine. */
  readonly location: string;
  /** Relative to the folder that was given, with forward slashes; the plain name of a file that was given itself. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Why its content cannot be had, if so. */
  readonly problem: Problem | null;
}

export interface FileToWrite {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mayReplace?: boolean;
}

/** The file system, as far as documents and exports need it. */
export interface FileStore {
  /** All files below the paths, in one total order that does not depend on the machine. */
  readonly find: (paths: readonly string[], signal: AbortSignal) => Promise<readonly FoundFile[]>;
  readonly load: (file: FoundFile) => Promise<Result<Uint8Array, Problem>>;
  /**
   * Writes all files into a folder or none: each complete and flushed under another name first, then renamed.
   * Never overwrites; a file that is there already with the very same bytes is as good as written. A file with
   * `mayReplace` takes the place of another of its name.
   */
  readonly writeAll: (
    directory: string,
    files: readonly FileToWrite[],
  ) => Promise<Result<undefined, Problem>>;
}
