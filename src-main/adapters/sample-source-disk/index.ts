import { stat } from "node:fs/promises";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { SampleSource } from "../../ports/sample-source.ts";

/** The sample in the first of the folders that exists. */
export function createSampleSource(folders: readonly string[]): SampleSource {
  return {
    locate: async () => {
      for (const folder of folders) {
        const isThere = await stat(folder).then(
          (found) => found.isDirectory(),
          () => false,
        );
        if (isThere) return ok(folder);
      }
      return err({ code: "sample/missing" });
    },
  };
}
