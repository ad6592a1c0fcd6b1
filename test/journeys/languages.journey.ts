import { loadLanguage } from "../../src-renderer/locale/language.ts";
import type { Language } from "../../src-renderer/locale/language.ts";
import { say } from "../../src-renderer/locale/say.ts";
import type { CountersignWindow } from "./pages/countersign-window.ts";
import { findCutOff } from "./pages/cut-off.ts";
import { expect, test } from "./journey.ts";

/** The letters of G that lead to a screen, with its name. */
const screens = {
  a: "screen.agreements",
  d: "screen.documents",
  n: "screen.drafts",
  e: "screen.exports",
  b: "screen.payments",
  f: "screen.followup",
  h: "screen.history",
  r: "screen.readiness",
  s: "screen.settings",
  l: "screen.assistant",
  p: "screen.pilot",
  m: "screen.measure",
  t: "screen.lab",
} as const;

/** Chooses a language on the settings page, and waits until the window speaks it. */
async function speak(window: CountersignWindow, language: Language): Promise<void> {
  await window.press("g", "s");
  await window.expectScreen(say("screen.settings"));
  await window.page.getByLabel(say("settings.language")).selectOption(language);
  await loadLanguage(language);
  await window.expectScreen(say("screen.settings"));
}

test.afterEach(() => loadLanguage("en"));

test("in the longest language no word of a control is cut off, on any screen", async ({
  shell,
  window,
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 800 });
  await window.open(await shell.start());
  await window.openSample();
  await speak(window, "pseudo");

  for (const [letter, name] of Object.entries(screens))
    await test.step(name, async () => {
      await page.locator("main [data-keys]").first().focus();
      await window.press("g", letter);
      await window.expectScreen(say(name));
      expect(await findCutOff(page)).toEqual([]);
    });

  await test.step("what ends in an ellipsis shows itself whole when it is pointed at", async () => {
    const item = page.getByRole("navigation").getByText(say("view.cannot-determine"));
    await item.hover();
    await expect(item).toHaveAttribute("title", say("view.cannot-determine"));
  });

  await test.step("queue and review", async () => {
    await window.press("g", "q");
    await window.expectScreen(say("screen.queue"));
    await expect(window.rows.first()).toBeVisible();
    await window.grid.focus();
    expect(await findCutOff(page)).toEqual([]);
    await window.press("Home", "Enter");
    await window.expectScreen(say("screen.review"));
    await expect(page.getByRole("region", { name: say("review.findingList") })).toBeVisible();
    expect(await findCutOff(page)).toEqual([]);
    await window.press("v");
    await expect(page.locator("[data-value]").first()).toBeVisible();
    expect(await findCutOff(page)).toEqual([]);
  });
});

test("the queue shows its columns up to the risk at 1280 pixels, and a review holds no English, in German and French", async ({
  shell,
  window,
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 800 });
  await window.open(await shell.start());
  await window.openSample();
  for (const language of ["de", "fr"] as const)
    await test.step(language, async () => {
      await speak(window, language);
      await window.press("g", "q");
      await window.expectScreen(say("screen.queue"));
      await expect(window.rows.first()).toBeVisible();
      await expect(page.getByRole("columnheader", { name: say("column.risk") })).toBeVisible();
      const { needed, room } = await window.grid.evaluate((grid) => ({
        needed: grid.scrollWidth,
        room: grid.clientWidth,
      }));
      expect(needed).toBeLessThanOrEqual(room);

      await window.grid.focus();
      await window.press("Home", "Enter");
      await window.expectScreen(say("screen.review"));
      const checked = page.getByRole("region", { name: say("checked.title") });
      await expect(checked).toBeAttached();
      // Every group is opened, so that all reasons are there to be read.
      await checked.evaluate((list) => {
        for (const group of list.querySelectorAll("details")) group.open = true;
      });
      const reasons = await checked.locator("li p").allInnerTexts();
      expect(reasons.length).toBeGreaterThan(20);
      const english = /\b(the|is|are|were|not|could|invoice|billed|agreement|whether|among)\b/;
      expect(reasons.filter((reason) => english.test(reason))).toEqual([]);
    });
});
