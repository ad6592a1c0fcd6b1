import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { SampleSource } from "../../ports/sample-source.ts";

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return null;
  }
}

/**
 * The sample in the first of the folders that exists.
 *
 * Its documents lie in `documents/`; `policy.json` is the owner's policy and `sample.json` names the day to check on.
 */
export function createSampleSource(folders: readonly string[]): SampleSource {
  return {
    locate: async () => {
      for (const folder of folders) {
        const documents = join(folder, "documents");
        const isThere = await stat(documents).then(
          (found) => found.isDirectory(),
          () => false,
        );
        if (!isThere) continue;
        const description = await readJson(join(folder, "sample.json"));
        const asOf = (description as { readonly asOf?: unknown } | null)?.asOf;
        return ok({
          location: documents,
          policy: await readJson(join(folder, "policy.json")),
          asOf: typeof asOf === "string" ? asOf : null,
        });
      }
      return err({ code: "sample/missing" });
    },
  };
}
