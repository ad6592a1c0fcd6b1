import { expect, test } from "./journey.ts";

const looks = [
  { name: "light", colorScheme: "light", rules: "all", isContrast: false },
  // What does not depend on color is the same in all.
  { name: "dark", colorScheme: "dark", rules: "contrast", isContrast: false },
  { name: "high contrast", colorScheme: "light", rules: "contrast", isContrast: true },
] as const;
/** The letters of G that lead to every screen. */
const letters = ["a", "d", "e", "b", "f", "h", "n", "r", "s", "l", "p", "m", "t"];

for (const { name, colorScheme, rules, isContrast } of looks) {
  test(`every screen passes axe (${name})`, async ({ shell, window, page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await window.open(await shell.start());
    if (isContrast) {
      await window.press("Control+Alt+t", "Control+Alt+t", "Control+Alt+t");
      await expect(page.locator("html")).toHaveAttribute("data-contrast", "more");
    }
    await window.expectAccessible(rules);
    await window.openSample();
    await window.expectAccessible(rules);

    await window.press("Control+a");
    await window.expectAccessible(rules);
    await window.press("Shift+X", "Enter");
    await window.expectScreen("Review");
    await expect(page.locator("[data-mark]").first()).toBeAttached();
    await window.expectAccessible(rules);
    await window.press("v");
    await window.expectAccessible(rules);
    await page.locator("[data-keys=review]").focus();
    await window.press("h");
    await window.expectAccessible(rules);
    await page.locator("[data-keys=review]").focus();
    await window.press("f", "c");
    await expect(page.getByRole("dialog")).toBeVisible();
    await window.expectAccessible(rules);
    await window.press("Escape", "Escape");

    for (const letter of letters) {
      await window.press("g", letter);
      await page.waitForTimeout(600);
      await window.expectAccessible(rules);
    }
    await window.press("F1");
    await window.expectAccessible(rules);
    await window.press("Escape");
    await window.press("Control+/");
    await expect(page.getByRole("dialog")).toBeVisible();
    await window.expectAccessible(rules);
  });
}

test("the cell at hand says its column, its value and the verdict on its row", async ({
  shell,
  window,
  page,
}) => {
  await window.open(await shell.start());
  await window.openSample();
  await expect(window.grid).toBeFocused();
  const said = async (): Promise<string> => {
    const id = await window.grid.getAttribute("aria-activedescendant");
    const cell = page.locator(`[id="${id}"]`);
    // A list that is loaded anew may have replaced the cell between the two questions.
    if (id === null || (await cell.count()) === 0) return "";
    return (await cell.ariaSnapshot()).replaceAll(/\s+/g, " ");
  };
  await window.press("Home");
  await expect.poll(said).toMatch(/^- gridcell "Over [\d,.]+ (Review|Blocked|Clear)"/);
  await window.press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
  await expect.poll(said).toMatch(/^- gridcell "Customer .+ (Review|Blocked|Clear)"/);
  await expect(window.grid).toHaveAttribute("aria-rowcount", /^\d+$/);
});

test("at 400 % zoom nothing leaves the window sideways, and nothing moves for those who want it still", async ({
  shell,
  window,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await window.open(await shell.start());
  /** Things to act on that stand out of the window and that no scrolling brings in. */
  const lost = (): Promise<readonly string[]> =>
    page.evaluate(() => {
      const canScroll = (element: Element | null): boolean => {
        for (let parent = element?.parentElement ?? null; parent !== null; parent = parent.parentElement)
          if (
            ["auto", "scroll"].includes(getComputedStyle(parent).overflowX) &&
            parent.scrollWidth > parent.clientWidth
          )
            return true;
        return false;
      };
      const wanted = "button, input, select, textarea, a[href], summary, [role=tab], [tabindex='0'], h1";
      return [...document.querySelectorAll<HTMLElement>(wanted)]
        .filter((element) => {
          const { left, right, width, height } = element.getBoundingClientRect();
          if (width === 0 || height === 0 || !element.checkVisibility()) return false;
          return (right > globalThis.innerWidth + 1 || left < -1) && !canScroll(element);
        })
        .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`);
    });
  const moving = (): Promise<number> =>
    page.evaluate(
      () =>
        [...document.querySelectorAll("*")].filter((element) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
          return animationName !== "none" || transitionDuration !== "0s" || scrollBehavior === "smooth";
        }).length,
    );
  const expectReflow = async (): Promise<void> => {
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    expect(await lost()).toEqual([]);
    expect(await moving()).toBe(0);
  };
  await expectReflow();
  await window.openSample();
  await expectReflow();
  await window.press("Enter");
  await window.expectScreen("Review");
  await expect(page.locator("[data-mark]").first()).toBeAttached();
  await expectReflow();
  await window.press("Escape");
  for (const letter of letters) {
    await window.press("g", letter);
    await page.waitForTimeout(300);
    await test.step(`screen of G ${letter}`, expectReflow);
  }
});
