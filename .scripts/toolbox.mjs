// What every script here needs before anything is installed: plain Node 20, no packages.
import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
export const isWindows = process.platform === "win32";

/** The Node that runs the product: the one the lock file brings, else the one at hand if it is new enough. */
export function findNode() {
  const system = isWindows ? "win" : process.platform;
  const carried = join(
    root,
    "node_modules",
    `node-${system}-${process.arch}`,
    "bin",
    isWindows ? "node.exe" : "node",
  );
  if (existsSync(carried)) return carried;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(
    `Countersign needs Node 22.18 or newer on this system; this is ${process.versions.node}. Install Node 24 from nodejs.org.`,
  );
}

/** Where a package's command lives as a plain script, so that it runs under `findNode()` on every system. */
export function findBin(packageName, binName = packageName) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[binName]);
}

/** The environment of children: their `node` is ours, and no test starts the download of Electron. */
export function childEnv(extra = {}) {
  const bin = [dirname(findNode()), join(root, "node_modules", ".bin")].join(isWindows ? ";" : ":");
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  return {
    ...process.env,
    [pathName]: `${bin}${isWindows ? ";" : ":"}${process.env[pathName] ?? ""}`,
    ...extra,
  };
}

/** Runs a command to its end with our output; resolves to its exit code, 124 when the time is up. */
export function run(command, args, { env = {}, timeoutMs, quiet = false, cwd = root } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env: childEnv(env),
      stdio: ["ignore", quiet ? "ignore" : "inherit", quiet ? "ignore" : "inherit"],
    });
    let isLate = false;
    const timer = timeoutMs
      ? setTimeout(() => {
          isLate = true;
          child.kill("SIGKILL");
        }, timeoutMs)
      : undefined;
    child.on("error", (error) => {
      clearTimeout(timer);
      process.stderr.write(`${command}: ${error.message}\n`);
      done(127);
    });
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      done(isLate ? 124 : (code ?? (signal ? 1 : 0)));
    });
  });
}

/** Runs a script of a package under our Node. */
export function runBin(packageName, args, options = {}) {
  return run(findNode(), [findBin(packageName, options.bin), ...args], options);
}

function runNpm(args) {
  const script = process.env.npm_execpath;
  const isScript = script !== undefined && /\.c?js$/.test(script);
  const result = isScript
    ? spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: isWindows });
  return result.status ?? 1;
}

const isNewer = (path, than) => existsSync(path) && statSync(path).mtimeMs > than;

/** npm 10 leaves out the link to the Node that the lock file brings; with it, every `npx` and `npm run` finds it. */
function ensureNodeLink() {
  const link = join(root, "node_modules", ".bin", "node");
  const carried = findNode();
  if (isWindows || carried === process.execPath || existsSync(link)) return;
  try {
    symlinkSync(relative(dirname(link), carried), link);
  } catch {
    // A read-only folder: our own scripts name the Node by its path.
  }
}

/** Installs what the lock file names when it is not there, or when the lock file has changed since. */
export function ensureInstalled() {
  const stamp = join(root, "node_modules", ".package-lock.json");
  if (
    !existsSync(stamp) ||
    (isNewer(join(root, "package-lock.json"), statSync(stamp).mtimeMs + 1000) && !describesLock(stamp))
  )
    install();
  ensureNodeLink();
}

function install() {
  process.stdout.write("Installing packages …\n");
  const status = runNpm(["ci", "--no-audit", "--no-fund"]);
  if (status !== 0)
    throw new Error(
      "npm ci did not finish. The reason stands above; the package registry must be reachable.",
    );
}

/** A checkout touches the lock file; what counts is whether each installed package is the one it names. */
function describesLock(stamp) {
  const installed = JSON.parse(readFileSync(stamp, "utf8")).packages ?? {};
  const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages ?? {};
  return Object.entries(locked).every(([path, entry]) => {
    if (path === "") return true;
    const found = installed[path];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version;
  });
}

function findNewest(path) {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, findNewest(join(path, name))), 0);
}

/** Whether `out/` is there and no source is newer than it. */
export function isBuildFresh() {
  const stamp = join(root, "out", ".built");
  if (!existsSync(stamp)) return false;
  const sources = ["src-main", "src-renderer", "src-shared", "electron.vite.config.ts", "package-lock.json"];
  const builtAt = statSync(stamp).mtimeMs;
  return sources.every((name) => findNewest(join(root, name)) <= builtAt);
}

const buildLock = () => join(root, "node_modules", ".cache", "countersign-build");

/** One build at a time; a lock that a killed build left behind counts for ten minutes. */
function takeBuildLock() {
  try {
    if (existsSync(buildLock()) && Date.now() - statSync(buildLock()).mtimeMs > 600_000)
      rmdirSync(buildLock());
    mkdirSync(dirname(buildLock()), { recursive: true });
    mkdirSync(buildLock());
    return true;
  } catch {
    return false;
  }
}

/** Builds `out/`; resolves to whether it is there. Does nothing while another process builds. */
async function build(options) {
  if (!takeBuildLock()) return false;
  try {
    const startedAt = new Date();
    const stamp = join(root, "out", ".built");
    rmSync(stamp, { force: true });
    if ((await runBin("electron-vite", ["build", "--logLevel", "warn"], options)) !== 0) return false;
    writeFileSync(stamp, `${startedAt.toISOString()}\n`);
    // A source saved while the build ran counts as newer.
    utimesSync(stamp, startedAt, startedAt);
    return true;
  } finally {
    rmdirSync(buildLock());
  }
}

/** Builds `out/` when a source is newer than it; waits for a build that another process has begun. */
export async function ensureBuilt() {
  for (let waitedSeconds = 0; !isBuildFresh(); waitedSeconds += 1) {
    if (waitedSeconds === 0) process.stdout.write("Building …\n");
    if (await build({})) return;
    if (!existsSync(buildLock()) || waitedSeconds > 300)
      throw new Error("The build failed; the reason stands above.");
    await new Promise((wake) => setTimeout(wake, 1000));
  }
}

/** Builds `out/` on the first use after a checkout, without a word on standard output; never throws. */
export async function buildOnce() {
  if (existsSync(join(root, "out", ".built"))) return;
  process.stderr.write("First use: building …\n");
  await build({ quiet: true }).catch(() => false);
}

/** One sentence on standard error, no stack: what a person sees when a script cannot go on. */
export function fail(error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
