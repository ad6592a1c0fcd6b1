// The steps of the gate and of the test command, each counted, so that one line can sum them up.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt, findBin, findNode, root, run } from "./toolbox.mjs";
import { findChromium } from "./chromium.mjs";

/** Format, lint and types: each is one check that passes or fails. */
export const staticSteps = [
  { title: "format", command: ["prettier", "prettier", ["--check", "--log-level", "warn", "."]] },
  { title: "lint", command: ["oxlint", "oxlint", []] },
  { title: "types", command: ["typescript", "tsc", ["-b"]] },
];

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined);

async function runStaticStep({ title, command: [packageName, bin, args] }) {
  const startedAt = performance.now();
  const status = await run(findNode(), [findBin(packageName, bin), ...args]);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? "ok  " : "FAIL"} ${title} (${seconds} s)\n`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

async function runVitest(folder, args) {
  const counts = join(folder, "vitest.json");
  const status = await run(
    findNode(),
    [findBin("vitest"), "run", "--config", "test/vitest.config.ts", ...args],
    {
      env: { COUNTERSIGN_COUNTS: counts, ELECTRON_SKIP_BINARY_DOWNLOAD: "1" },
    },
  );
  const found = readJson(counts) ?? { passed: 0, failed: 1, skipped: 0 };
  return status !== 0 && found.failed === 0 ? { ...found, failed: 1 } : found;
}

/** "title: reason" of each journey that did not run here. */
function listSkipReasons(suite) {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === "skipped")
      .map(
        ({ annotations }) =>
          `${title}: ${annotations.find(({ type }) => type === "skip")?.description ?? "no reason given"}`,
      ),
  );
  return [...own, ...(suite.suites ?? []).flatMap(listSkipReasons)];
}

async function runJourneys(folder) {
  if (!existsSync(join(root, "test/journeys/playwright.config.ts")))
    return { passed: 0, failed: 0, skipped: 0 };
  const chromium = findChromium();
  if (chromium === undefined) {
    process.stdout.write(
      "SKIPPED journeys: no Chromium on this machine. Debian: apt-get install chromium; elsewhere: npx playwright install chromium.\n",
    );
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const report = join(folder, "playwright.json");
  const status = await run(
    findNode(),
    [findBin("@playwright/test", "playwright"), "test", "--config", "test/journeys/playwright.config.ts"],
    { env: { COUNTERSIGN_JOURNEYS_REPORT: report, ELECTRON_SKIP_BINARY_DOWNLOAD: "1" } },
  );
  const found = readJson(report);
  if (found === undefined) return { passed: 0, failed: 1, skipped: 0 };
  for (const reason of listSkipReasons(found)) process.stdout.write(`SKIPPED journey ${reason}\n`);
  const failed = found.stats.unexpected + found.errors.length;
  return {
    passed: found.stats.expected + found.stats.flaky,
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: found.stats.skipped,
  };
}

/** Runs the whole gate, or with `journeys` the whole suite; ends with `N passed, N failed`; sets the exit code. */
export async function runGate({ journeys }) {
  const folder = mkdtempSync(join(tmpdir(), "countersign-gate-"));
  const results = [];
  try {
    for (const step of staticSteps) results.push(await runStaticStep(step));
    try {
      await ensureBuilt();
      results.push({ passed: 1, failed: 0, skipped: 0 });
    } catch (error) {
      process.stdout.write(`FAIL build: ${error.message}\n`);
      results.push({ passed: 0, failed: 1, skipped: 0 });
    }
    results.push(await runVitest(folder, []));
    if (journeys) results.push(await runJourneys(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const sum = (name) => results.reduce((total, result) => total + result[name], 0);
  if (sum("skipped") > 0) process.stdout.write(`${sum("skipped")} skipped, for the reasons given above\n`);
  process.stdout.write(`${sum("passed")} passed, ${sum("failed")} failed\n`);
  process.exitCode = sum("failed") > 0 ? 1 : 0;
}
