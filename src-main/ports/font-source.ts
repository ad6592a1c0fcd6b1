import type { Problem } from "../../src-shared/model/index.ts";
import type { Result } from "../../src-shared/result/index.ts";

/** The faces that pages are set in, which ship with the program, as TrueType files. */
export interface FontSource {
  readonly load: () => Promise<Result<{ readonly plain: Uint8Array; readonly bold: Uint8Array }, Problem>>;
}
