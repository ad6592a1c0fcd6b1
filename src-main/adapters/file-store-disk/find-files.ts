import type { Stats } from "node:fs";
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import type { Problem } from "../../../src-shared/model/index.ts";
import type { FoundFile } from "../../ports/file-store.ts";
import { toProblem } from "./file-problem.ts";

const deepestFolder = 64;
const mostFiles = 200_000;

/** Leftovers of systems and open programs; no person means them when giving a folder. */
const systemFiles = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|~\$.*|\.~lock\..*#|\.git|\.svn|__MACOSX)$/i;

const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
const withForwardSlashes = (path: string): string => path.replaceAll("\\", "/").normalize("NFC");

interface Found extends FoundFile {
  /** The path as the person wrote it, for telling two files of one name apart. */
  readonly givenPath: string;
}

/** Walks the given paths. Every place is entered once, however many links lead to it. */
export async function findFiles(
  paths: readonly string[],
  signal: AbortSignal,
): Promise<readonly FoundFile[]> {
  const found: Found[] = [];
  const seen = new Set<string>();

  const add = (
    location: string,
    path: string,
    givenPath: string,
    sizeBytes: number,
    problem: Problem | null,
  ) =>
    found.push({
      location,
      path: withForwardSlashes(path),
      givenPath: withForwardSlashes(givenPath),
      sizeBytes,
      problem,
    });

  const visit = async (
    root: string,
    location: string,
    path: string,
    givenPath: string,
    depth: number,
  ): Promise<void> => {
    signal.throwIfAborted();
    const name = basename(location);
    let stats: Stats;
    let real: string;
    try {
      const link = await lstat(location);
      stats = link.isSymbolicLink() ? await stat(location) : link;
      real = await realpath(location);
    } catch (error) {
      const isLink = await lstat(location).then(
        (link) => link.isSymbolicLink(),
        () => false,
      );
      const problem = toProblem(error, location);
      const code = isLink && problem.code === "import/missing" ? "import/broken-link" : problem.code;
      const isLoop = (error as NodeJS.ErrnoException).code === "ELOOP";
      add(location, path, givenPath, 0, isLoop ? { code: "import/link-loop" } : { ...problem, code });
      return;
    }
    if (depth > 0 && systemFiles.test(name)) {
      if (stats.isFile()) add(location, path, givenPath, stats.size, { code: "import/system-file" });
      return;
    }
    // A link to a folder above the given one would bring in what nobody gave.
    const leadsUp = depth > 0 && stats.isDirectory() && `${root}${sep}`.startsWith(`${real}${sep}`);
    if (seen.has(real) || leadsUp) {
      if (stats.isDirectory() && depth > 0) add(location, path, givenPath, 0, { code: "import/link-loop" });
      return;
    }
    seen.add(real);
    if (stats.isFile()) return void add(location, path, givenPath, stats.size, null);
    if (!stats.isDirectory()) return void add(location, path, givenPath, 0, { code: "import/not-a-file" });
    if (depth >= deepestFolder)
      return void add(location, path, givenPath, 0, {
        code: "import/too-deep",
        facts: { limit: deepestFolder },
      });
    if (found.length > mostFiles)
      return void add(location, path, givenPath, 0, {
        code: "import/too-many-files",
        facts: { limit: mostFiles },
      });
    let names: readonly string[];
    try {
      names = await readdir(location);
    } catch (error) {
      return void add(location, path, givenPath, 0, toProblem(error, location));
    }
    for (const child of names.toSorted(byCodeUnit)) {
      await visit(
        root,
        join(location, child),
        path === "" ? child : `${path}/${child}`,
        `${givenPath}/${child}`,
        depth + 1,
      );
    }
  };

  for (const given of paths) {
    const location = resolve(given);
    const isFolder = await stat(location).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    const root = await realpath(location).catch(() => location);
    await visit(root, location, isFolder ? "" : basename(location), given, 0);
  }
  return withDistinctPaths(found).toSorted((left, right) => byCodeUnit(left.path, right.path));
}

/** Two files of one name under different folders keep apart by the path as it was given. */
function withDistinctPaths(found: readonly Found[]): readonly FoundFile[] {
  const countByPath = new Map<string, number>();
  for (const { path } of found) countByPath.set(path, (countByPath.get(path) ?? 0) + 1);
  const taken = new Set<string>();
  return found.map(({ givenPath, ...file }) => {
    const base =
      file.path !== "" && countByPath.get(file.path) === 1
        ? file.path
        : givenPath.replace(/^(?:\.{1,2}\/|\/)+/, "");
    let path = base === "" ? givenPath : base;
    for (let copy = 2; taken.has(path); copy += 1) path = `${base} (${copy})`;
    taken.add(path);
    return { ...file, path };
  });
}
