import type { Locator } from "@playwright/test";
import { expect, test } from "./journey.ts";

test("both verdicts on a pair are remembered, and a clause and its lines light each other up", async ({
  shell,
  window,
  page,
}) => {
  test.slow();
  await window.open(await shell.start());
  await window.openWholeSample();
  const openPair = async (): Promise<void> => {
    await window.press("f");
    await page.keyboard.type("check:duplicate.invoice");
    await window.press("Enter", "Home", "Enter");
    await window.expectScreen("Review");
  };
  const asked = page.getByRole("heading", { name: "Possibly billed twice" });

  await test.step("billed twice stays said over a restart", async () => {
    await openPair();
    await expect(page.getByRole("table", { name: /Compared with/ })).toBeVisible();
    await page.getByRole("button", { name: "The same, billed twice" }).press("Enter");
    await window.expectNotice(/Marked as billed twice/);
    await page.goto("about:blank");
    await shell.kill();
    await window.open(await shell.start());
    await window.openWholeSample();
    await window.press("g", "h");
    await expect(page.getByText(/Judge a pair of invoices: duplicate/)).toBeVisible();
    await page.locator("[data-keys=history]").focus();
    await window.press("Control+z", "g", "q");
    await expect(window.grid).toBeFocused();
  });

  await test.step("not the same is not asked again", async () => {
    await openPair();
    await page.getByRole("button", { name: "Not the same" }).press("Enter");
    await expect(asked).toHaveCount(0);
    await page.locator("[data-keys=review]").focus();
    await window.press("Escape", "Escape");
  });

  await test.step("a click on a clause lights its lines, a click on a line its clause", async () => {
    await window.expectScreen("Review queue");
    await window.grid.focus();
    await window.press("f");
    await page.keyboard.type("number:HP-1041");
    await window.press("Enter", "Home", "Enter");
    await window.expectScreen("Review");
    const lit = (side: "Agreed" | "Billed") =>
      page.getByRole("region", { name: side }).locator("[data-mark][data-active=true]");
    /** A page is a picture: what is marked on it is clicked at its place. */
    const clickAt = async (mark: Locator): Promise<void> => {
      const place = await mark.boundingBox();
      if (place === null) throw new Error("The mark is not drawn.");
      await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
    };
    await page.getByRole("tab", { name: /^Agreement MSA/ }).click();
    const clauses = page.getByRole("region", { name: "Agreed" }).locator("[data-mark^='term:']");
    await clauses.filter({ hasText: "185.00" }).first().click({ timeout: 30_000 });
    await expect(lit("Billed").first()).toHaveAttribute("data-mark", /^line:/);
    const lines = page.getByRole("region", { name: "Billed" }).locator("[data-mark^='line:']");
    await clickAt(lines.first());
    await expect(lit("Agreed").first()).toHaveAttribute("data-mark", /^term:/);
  });
});
