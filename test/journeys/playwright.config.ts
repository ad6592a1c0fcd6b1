import { defineConfig } from "@playwright/test";
import { findChromium } from "../../.scripts/chromium.mjs";

const chromium = findChromium();
const report = process.env["COUNTERSIGN_JOURNEYS_REPORT"];

/**
 * The journeys in a real browser. Each starts its own local web shell on a fresh folder (see the page models), so
 * no server is configured here.
 */
export default defineConfig({
  testDir: ".",
  testMatch: ["**/*.journey.ts", "**/*.spec.ts"],
  snapshotPathTemplate: "{testDir}/goldens/{arg}{ext}",
  outputDir: "../../test-results",
  timeout: 300_000,
  expect: { timeout: 30_000 },
  // Two cores: a second browser would only make both slower, and timing less certain.
  workers: 1,
  // A busy machine may miss a moment; a journey that passes only at its second try is listed as flaky.
  retries: 1,
  forbidOnly: true,
  reporter: report === undefined ? [["list"]] : [["list"], ["json", { outputFile: report }]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "America/New_York",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(chromium === undefined || chromium === "playwright" ? {} : { executablePath: chromium }),
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
