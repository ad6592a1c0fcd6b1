import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { serveFakeWindow } from "../fakes/window/serve-window.ts";
import type { ServedWindow } from "../fakes/window/serve-window.ts";

/** The browser that drew the goldens; another one draws letters and lines differently, and proves nothing here. */
const madeWith = fileURLToPath(new URL("goldens/made-with.json", import.meta.url));
const fonts = fileURLToPath(new URL("../../node_modules/pdfjs-dist/standard_fonts/", import.meta.url));

/** One font for all machines, no blinking caret, nothing in motion. */
const steady = `
@font-face { font-family: "Steady"; src: url("/steady/LiberationSans-Regular.ttf"); font-weight: 100 500; }
@font-face { font-family: "Steady"; src: url("/steady/LiberationSans-Bold.ttf"); font-weight: 501 900; }
:root:root { --font-text: "Steady"; --font-fixed: "Steady"; }
* { caret-color: transparent !important; transition: none !important; animation: none !important; }
`;

let served: ServedWindow;
test.beforeAll(async ({ browser }) => {
  const [major = ""] = browser.version().split(".");
  const made = existsSync(madeWith)
    ? (JSON.parse(readFileSync(madeWith, "utf8")) as { readonly chromium: string; readonly platform: string })
    : null;
  if (test.info().config.updateSnapshots === "all")
    writeFileSync(madeWith, `${JSON.stringify({ chromium: major, platform: process.platform }, null, 2)}\n`);
  else
    test.skip(
      made?.chromium !== major || made.platform !== process.platform,
      `The goldens were drawn by Chromium ${made?.chromium ?? "?"} on ${made?.platform ?? "?"}; this is ${major} on ${process.platform}.`,
    );
  served = await serveFakeWindow();
});
test.afterAll(() => served?.close());

async function openSteady(page: Page, query: string): Promise<void> {
  await page.route("**/steady/*", (route) => {
    const [name = ""] = route.request().url().split("/").slice(-1);
    return name === "steady.css"
      ? route.fulfill({ contentType: "text/css", body: steady })
      : route.fulfill({ contentType: "font/ttf", body: readFileSync(`${fonts}${name}`) });
  });
  await page.goto(`${served.address}${query}`);
  await page.evaluate(async () => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "/steady/steady.css";
    const loaded = new Promise((resolve) => link.addEventListener("load", resolve));
    document.head.append(link);
    await loaded;
    await Promise.all([document.fonts.load("400 13px Steady"), document.fonts.load("700 13px Steady")]);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the main screens look as they did (${colorScheme})`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const look = async (name: string): Promise<void> => {
      // Pages of a PDF are drawn after their frame.
      await page.waitForTimeout(400);
      await expect.soft(page).toHaveScreenshot(`${name}-${colorScheme}.png`, {
        maxDiffPixelRatio: 0.01,
        threshold: 0.25,
        // The list of screens is looked at once; a new screen should not change every picture.
        mask: name === "queue" ? [] : [page.locator(".sidebar")],
        maskColor: "#808080",
      });
    };
    const grid = page.locator("[data-keys=queue][role=grid]");

    await openSteady(page, "?closed");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await look("welcome");

    await openSteady(page, "?rows=0");
    await expect(page.getByText("Nothing here yet")).toBeVisible();
    await look("queue-first-run");

    await openSteady(page, "?rows=60");
    await expect(grid.getByRole("gridcell").first()).toBeVisible();
    await grid.focus();
    await press("ArrowDown");
    await look("queue");
    await press("f");
    await page.keyboard.type("customer:nobody");
    await expect(page.getByText("No case matches the filter")).toBeVisible();
    await look("queue-nothing-matches");
    await press("Escape", "Escape");

    await grid.focus();
    await press("Home", "Enter");
    await expect(page.locator("[data-mark]").first()).toBeVisible();
    await expect(page.locator("canvas.pdf-canvas").first()).toBeVisible();
    await page.waitForTimeout(800);
    await look("review");
    await press("v");
    await look("review-values");

    await press("Escape", "g", "a");
    await expect(page.getByRole("region", { name: "Terms", exact: true })).toBeVisible();
    await look("agreements");
    await press("g", "t");
    await expect(page.getByRole("heading", { level: 1, name: "Rule lab" })).toBeVisible();
    await look("lab");
    await press("g", "e");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await look("exports-none");

    await press("g", "q");
    await grid.focus();
    await press("Control+a", "a");
    if (await page.getByRole("dialog").isVisible()) {
      await page.keyboard.type("Agreed by telephone");
      await press("Control+Enter");
    }
    await expect(page.getByText("Everything is decided")).toBeVisible();
    await page.getByRole("button", { name: "Dismiss" }).first().click();
    await look("queue-all-done");
  });
}
