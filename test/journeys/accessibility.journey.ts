import { expect, test } from "./journey.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`every screen passes axe (${colorScheme})`, async ({ shell, window, page }) => {
    // What does not depend on color is the same in both.
    const rules = colorScheme === "light" ? "all" : "contrast";
    test.slow();
    await page.emulateMedia({ colorScheme });
    await window.open(await shell.start());
    await window.expectAccessible(rules);
    await window.openSample();
    await window.expectAccessible(rules);

    await window.press("Control+a");
    await window.expectAccessible(rules);
    await window.press("Shift+X", "Enter");
    await window.expectScreen("Review");
    await expect(page.locator("[data-mark]").first()).toBeAttached();
    await window.expectAccessible(rules);
    await window.press("c");
    await expect(page.getByRole("dialog")).toBeVisible();
    await window.expectAccessible(rules);
    await window.press("Escape", "Escape");

    for (const letter of ["a", "d", "e", "h", "r", "s"]) {
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

test("at 400 % zoom everything is still in reach without sideways scrolling of the page", async ({
  shell,
  window,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await window.open(await shell.start());
  await window.openSample();
  await window.press("Enter");
  await window.expectScreen("Review");
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
