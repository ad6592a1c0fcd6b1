import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import type { FileStore, FileToWrite, FoundFile } from "../../ports/file-store.ts";
import { toProblem } from "./file-problem.ts";
import { findFiles } from "./find-files.ts";

const megabyte = 1024 * 1024;
const largestFileBytes = 200 * megabyte;

/** The disk of this machine. */
export const diskFileStore: FileStore = { find: findFiles, load, writeAll };

async function load(file: FoundFile): Promise<Result<Uint8Array, Problem>> {
  if (file.problem !== null) return err(file.problem);
  if (file.sizeBytes > largestFileBytes) return err(tooLarge(file.sizeBytes));
  try {
    const handle = await open(file.location, "r");
    try {
      const before = await handle.stat();
      if (!before.isFile()) return err({ code: "import/not-a-file" });
      if (before.size > largestFileBytes) return err(tooLarge(before.size));
      const bytes = new Uint8Array(await handle.readFile());
      const after = await handle.stat();
      const isSteady =
        before.size === after.size && before.mtimeMs === after.mtimeMs && bytes.length === after.size;
      return isSteady ? ok(bytes) : err({ code: "import/changed-while-reading" });
    } finally {
      await handle.close();
    }
  } catch (error) {
    return err(toProblem(error, file.location));
  }
}

const tooLarge = (sizeBytes: number): Problem => ({
  code: "import/file-too-large",
  facts: { megabytes: Math.ceil(sizeBytes / megabyte), limit: largestFileBytes / megabyte },
});

async function writeAll(
  directory: string,
  files: readonly FileToWrite[],
): Promise<Result<undefined, Problem>> {
  const mark = `.countersign-${randomBytes(6).toString("hex")}`;
  const temporaries: string[] = [];
  const placed: string[] = [];
  try {
    await mkdir(directory, { recursive: true });
    const missing: FileToWrite[] = [];
    for (const file of files) {
      const found = await stateOf(join(directory, file.name), file);
      if (found === "other") return err({ code: "export/file-exists", facts: { file: file.name } });
      if (found === "missing") missing.push(file);
    }
    for (const [index, file] of missing.entries()) {
      const temporary = join(directory, `${mark}-${index}`);
      temporaries.push(temporary);
      await writeFlushed(temporary, file.bytes);
    }
    for (const [index, file] of missing.entries()) {
      const target = join(directory, file.name);
      const temporary = join(directory, `${mark}-${index}`);
      if (file.mayReplace === true) await rename(temporary, target);
      else await place(temporary, target);
      placed.push(target);
    }
    await flushDirectory(directory);
    return ok();
  } catch (error) {
    await Promise.all(placed.map((path) => rm(path, { force: true })));
    if (error instanceof TakenName)
      return err({ code: "export/file-exists", facts: { file: error.message } });
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown";
    return err({ code: "export/folder-unusable", facts: { directory, reason } });
  } finally {
    await Promise.all(temporaries.map((path) => rm(path, { force: true })));
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** What stands under a name: nothing, the very same bytes (of an attempt that was cut off), or something else. */
async function stateOf(path: string, file: FileToWrite): Promise<"missing" | "same" | "other"> {
  if (!(await exists(path))) return "missing";
  const bytes = await readFile(path);
  if (bytes.equals(file.bytes)) return "same";
  return file.mayReplace === true ? "missing" : "other";
}

/** A file of that name is there already. */
class TakenName extends Error {}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A hard link refuses to overwrite in one step; file systems without links get a rename after a look. */
async function place(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST" || (await exists(target)))
      throw new TakenName(target, { cause: error });
    await rename(temporary, target);
  }
}

async function flushDirectory(directory: string): Promise<void> {
  // Windows cannot open a folder for flushing.
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
