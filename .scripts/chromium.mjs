// The browser of the journeys: the system's Chromium or Chrome, else the one Playwright has fetched before.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const systemPlaces = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

const playwrightFolder = () =>
  process.env.PLAYWRIGHT_BROWSERS_PATH ??
  {
    linux: join(homedir(), ".cache/ms-playwright"),
    darwin: join(homedir(), "Library/Caches/ms-playwright"),
    win32: join(process.env.LOCALAPPDATA ?? "", "ms-playwright"),
  }[process.platform];

/** The path of a system browser, the word "playwright" when Playwright brings its own, or undefined. */
export function findChromium() {
  const found = [process.env.COUNTERSIGN_CHROMIUM, ...(systemPlaces[process.platform] ?? [])].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (found !== undefined) return found;
  const folder = playwrightFolder();
  if (folder && existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("chromium")))
    return "playwright";
  return undefined;
}

/** On a Debian machine where we are root, a missing Chromium is installed; anywhere else nothing happens. */
export function ensureChromium() {
  if (findChromium() !== undefined) return;
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  process.stdout.write("Installing Chromium for the journeys …\n");
  const options = {
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync(
    "apt-get",
    ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
    options,
  );
}
