import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { _electron as electron, expect, test } from "@playwright/test";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The Electron binary if it has been fetched; asking the package itself would start the download. */
function findElectron(): string | undefined {
  const folder = join(root, "node_modules/electron");
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return undefined;
  const binary = join(folder, "dist", readFileSync(pathFile, "utf8").trim());
  return existsSync(binary) ? binary : undefined;
}

const binary = findElectron();
const isRoot = process.platform === "linux" && process.getuid?.() === 0;
const hasDisplay = process.platform !== "linux" || process.env["DISPLAY"] !== undefined;

test("the real window opens sandboxed, under its policy, and shows the welcome page", async () => {
  test.skip(
    binary === undefined,
    "Electron's binary has not been fetched on this machine (npm start fetches it).",
  );
  test.skip(isRoot, "Chromium's sandbox does not run as root, and the app does not run without it.");
  test.skip(!hasDisplay, "There is no display.");
  const home = mkdtempSync(join(tmpdir(), "countersign-window-"));
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([, value]) => value !== undefined),
  );
  const app = await electron.launch({
    executablePath: binary ?? "",
    args: [root],
    env: { ...(environment as Record<string, string>), COUNTERSIGN_HOME: home },
  });
  try {
    const page = await app.firstWindow();
    await expect(page.getByRole("heading").first()).toBeVisible();
    expect(page.url()).toBe("app://countersign/");
    expect(
      await page.evaluate(() => ["process", "require", "Buffer"].filter((name) => name in globalThis)),
    ).toEqual([]);
    const outcome = await page.evaluate(() =>
      fetch("https://example.com/").then(
        () => "reached",
        () => "refused",
      ),
    );
    expect(outcome).toBe("refused");
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
});
