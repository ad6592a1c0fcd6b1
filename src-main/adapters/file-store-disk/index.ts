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
    const found = new Map<FileToWrite, "missing" | "same" | "other">();
    await sideBySide(files, async (file) => {
      found.set(file, await stateOf(join(directory, file.name), file));
    });
    const other = files.find((file) => found.get(file) === "other");
    if (other !== undefined) return err({ code: "export/file-exists", facts: { file: other.name } });
    const missing = files.filter((file) => found.get(file) === "missing");
    await sideBySide(missing, async (file, index) => {
      const temporary = join(directory, `${mark}-${index}`);
      temporaries.push(temporary);
      await writeFlushed(temporary, file.bytes);
    });
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
    await sideBySide(placed, (path) => rm(path, { force: true }));
    if (error instanceof TakenName)
      return err({ code: "export/file-exists", facts: { file: error.message } });
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown";
    return err({ code: "export/folder-unusable", facts: { directory, reason } });
  } finally {
    await sideBySide(temporaries, (path) => rm(path, { force: true }));
  }
}

/** Files in work at one time: most of the wait is for the disk, which takes several at once. */
const width = 16;

/**
 * Does a piece of work for each, some at a time. The first failure keeps the rest from being begun, and is thrown
 * when nothing is under way any more: whoever clears up then meets no file that appears behind its back.
 */
async function sideBySide<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const waiting = items.entries();
  const failures: unknown[] = [];
  const takeTurns = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      if (failures.length > 0) return;
      await work(item, index).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: width }, takeTurns));
  if (failures.length > 0) throw failures[0];
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
