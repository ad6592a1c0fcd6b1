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

async function firstFolder(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const isThere = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isThere) return path;
  }
  return null;
}

/**
 * The sample in the first of the folders that exists.
 *
 * Its documents lie in `documents/`, or where there is no such folder, in the folder itself; `policy.json` is the owner's policy and `sample.json` names the day to check on.
 */
export function createSampleSource(folders: readonly string[]): SampleSource {
  return {
    locate: async () => {
      for (const folder of folders) {
        const location = await firstFolder([join(folder, "documents"), folder]);
        if (location === null) continue;
        const description = await readJson(join(folder, "sample.json"));
        const asOf = (description as { readonly asOf?: unknown } | null)?.asOf;
        return ok({
          location,
          policy: await readJson(join(folder, "policy.json")),
          asOf: typeof asOf === "string" ? asOf : null,
        });
      }
      return err({ code: "sample/missing" });
    },
  };
}
