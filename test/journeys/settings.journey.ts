import { expect, test } from "./journey.ts";

test("keys, four eyes and languages are set, and readiness and the tour lead on", async ({
  shell,
  window,
  page,
}) => {
  await window.open(await shell.start());
  await page.getByRole("button", { name: "Open it with a tour of five steps" }).press("Enter");
  await expect(window.rows.first()).toBeVisible({ timeout: 90_000 });
  await expect.poll(() => window.count("All invoices"), { timeout: 90_000 }).toBeGreaterThanOrEqual(20);
  const tour = page.getByRole("complementary", { name: "Take the tour" });

  await test.step("the tour goes on when its commands are run", async () => {
    await expect(tour).toContainText("step 1 of 5");
    await expect(window.grid).toBeFocused();
    await window.press("Home", "Enter");
    await expect(tour).toContainText("step 2 of 5");
    await window.press("v");
    await expect(tour).toContainText("step 3 of 5");
    await tour.getByRole("button", { name: "End the tour" }).press("Enter");
    await expect(tour).toBeHidden();
    await page.locator("[data-keys=review]").focus();
    await window.press("f", "Escape");
  });

  await test.step("readiness says what is missing, and leads there", async () => {
    await window.press("g", "r");
    await window.expectScreen("Readiness");
    await expect(page.getByText(/agreements hold terms that nobody has confirmed/)).toBeVisible();
    await window.expectAccessible();
  });

  await test.step("a key of one's own acts at once, and a taken one is refused", async () => {
    await window.press("g", "s");
    await window.expectScreen("Settings");
    await window.expectAccessible();
    await page.getByRole("searchbox", { name: "Find a command" }).fill("Postpone");
    await page.getByRole("button", { name: "Change the key of Postpone" }).press("Enter");
    await window.press("a");
    await expect(page.getByRole("alert")).toContainText("belongs to “Approve”");
    await window.press("z");
    await page.locator("[data-keys=settings]").focus();
    await window.press("g", "q");
    await expect(window.grid).toBeFocused();
    await window.press("z");
    await expect(page.getByRole("dialog")).toContainText("Postpone");
    await window.press("Escape");
    // What is written on a button is the key that acts now.
    await window.press("Home", "Enter");
    await window.expectScreen("Review");
    await expect(page.getByRole("button", { name: "Postpone" }).locator("kbd")).toHaveText("Z");
    await window.press("Escape");
  });

  await test.step("above the limit a second person must approve", async () => {
    await window.press("g", "s");
    await page.getByLabel("Second approval above").fill("100");
    await page.getByRole("button", { name: "Save for this workspace" }).press("Enter");
    await window.expectNotice(/Saved\. The checks have run again/);
    await page.locator("[data-keys=settings]").focus();
    await window.press("g", "q", "Home", "Enter");
    await window.expectScreen("Review");
    await window.press("h");
    await expect(page.getByText(/Two persons must approve this one/)).toBeVisible();
    await page.locator("[data-keys=review]").focus();
    await window.press("f", "Escape");
  });

  await test.step("in the longest language no button is cut off", async () => {
    await window.press("g", "s");
    await page.getByLabel("Language").selectOption("pseudo");
    await expect(page.getByRole("heading", { level: 1, name: /^\[Séttíngs~+\]$/ })).toBeVisible();
    const cutOff = (): Promise<readonly string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("button.button, [role=tab], h1")]
          .filter((element) => element.offsetParent !== null && element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.textContent),
      );
    expect(await cutOff()).toEqual([]);
  });
});
