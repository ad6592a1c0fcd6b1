// npm run lock:check: the lock file must install on every system we build for, not just on the one it was made on.
//
// npm drops a foreign platform's package from the lock without a word when the registry lags; `npm ci` then fails
// there. So: every optional dependency that a locked package names must itself be locked, and every package that
// comes as a family of platform builds must have one for each of our platforms.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./toolbox.mjs";

const platforms = [
  { os: "linux", cpu: "x64" },
  { os: "linux", cpu: "arm64" },
  { os: "darwin", cpu: "x64" },
  { os: "darwin", cpu: "arm64" },
  { os: "win32", cpu: "x64" },
  { os: "win32", cpu: "arm64" },
];

const path = process.argv[2] ?? join(root, "package-lock.json");
const { packages } = JSON.parse(readFileSync(path, "utf8"));
const problems = [];

/** Node's lookup: the nearest node_modules on the way up. */
function findLocked(from, name) {
  for (let folder = from; ;) {
    const candidate = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (packages[candidate] !== undefined) return packages[candidate];
    if (folder === "") return undefined;
    const cut = folder.lastIndexOf("/node_modules/");
    folder = cut < 0 ? "" : folder.slice(0, cut);
  }
}

const allows = (list, value) =>
  list === undefined ||
  (list.includes(value) && !list.includes(`!${value}`)) ||
  (list.every((one) => one.startsWith("!")) && !list.includes(`!${value}`));
const runsOn = (entry, { os, cpu }) =>
  allows(entry.os, os) && allows(entry.cpu, cpu) && (os !== "linux" || allows(entry.libc, "glibc"));

for (const [where, entry] of Object.entries(packages)) {
  const optional = Object.keys(entry.optionalDependencies ?? {});
  const family = [];
  for (const name of optional) {
    const locked = findLocked(where, name);
    if (locked === undefined)
      problems.push(`Missing: ${name} (optional, of ${where || "the project"}) from lock file`);
    else if (locked.os !== undefined && locked.cpu !== undefined) family.push(locked);
  }
  // The project's own node-* packages are no family: macOS brings its own Node.
  if (where === "" || family.length < 6) continue;
  for (const platform of platforms)
    if (!family.some((one) => runsOn(one, platform)))
      problems.push(
        `No build of ${where.replace(/^.*node_modules\//, "")} for ${platform.os} ${platform.cpu}`,
      );
}
for (const [where, entry] of Object.entries(packages))
  if (entry.resolved !== undefined) problems.push(`${where} is locked to a host: ${entry.resolved}`);

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(
  `${Object.keys(packages).length} locked packages, ${platforms.length} platforms, ${problems.length} problems\n`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
