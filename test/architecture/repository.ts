import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Paths from the root, with forward slashes, of every file that is in git or would be added to it. */
export function listFiles(): readonly string[] {
  const { stdout, status } = spawnSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], { cwd: root });
  // A release archive has no git; what is ignored is then left out by name.
  const paths = status === 0 ? stdout.toString("utf8").split("\0").filter(Boolean) : walk("");
  return paths.filter((path) => existsSync(join(root, path))).toSorted();
}

const ignored = new Set([
  "node_modules",
  "out",
  "dist",
  "coverage",
  "test-results",
  "playwright-report",
  ".git",
]);

function walk(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    if (folder === "" && ignored.has(name)) return [];
    const path = folder === "" ? name : `${folder}/${name}`;
    return statSync(join(root, path)).isDirectory() ? walk(path) : [path];
  });
}

export function readText(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

export const isCode = (path: string): boolean => /\.(ts|tsx|mjs|cjs)$/.test(path);
export const isProduct = (path: string): boolean => /^src-(main|renderer|shared)\//.test(path);

/** Names of the folders in a folder; none when it does not exist. */
export function listFolders(path: string): readonly string[] {
  const folder = join(root, path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}
