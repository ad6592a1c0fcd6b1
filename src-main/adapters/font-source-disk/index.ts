import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { FontSource } from "../../ports/font-source.ts";

/** Fonts from the first of the folders that has them, read once. */
export function createFontSource(folders: readonly string[]): FontSource {
  let kept: ReturnType<FontSource["load"]> | null = null;
  const load = async (): ReturnType<FontSource["load"]> => {
    for (const folder of folders) {
      const read = (name: string): Promise<Uint8Array> =>
        readFile(join(folder, name)).then((bytes) => new Uint8Array(bytes));
      const files = await Promise.all([
        read("LiberationSans-Regular.ttf"),
        read("LiberationSans-Bold.ttf"),
      ]).catch(() => null);
      if (files !== null) return ok({ plain: files[0], bold: files[1] });
    }
    return err({ code: "paper/fonts-missing" });
  };
  return { load: () => (kept ??= load()) };
}
