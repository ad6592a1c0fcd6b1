import type { CountersignWindow } from "./pages/countersign-window.ts";
import { expect, test } from "./journey.ts";

async function becomePerson(window: CountersignWindow, name: string): Promise<void> {
  const { page } = window;
  await window.press("g", "s");
  await window.expectScreen("Settings");
  const field = page.getByLabel("Your name in the audit trail");
  await field.fill(name);
  await field.press("Enter");
  await expect(page.getByRole("contentinfo").getByText(name)).toBeVisible();
  await page.locator("[data-keys=settings]").focus();
}

test("a large amount needs two persons, and what they tell each other stays with the case", async ({
  shell,
  window,
  page,
}) => {
  test.slow();
  await window.open(await shell.start());
  await window.openWholeSample();
  await becomePerson(window, "Ana Ruiz");
  await page.getByLabel("Second approval above").fill("100");
  await page.getByRole("button", { name: "Save for this workspace" }).press("Enter");
  await window.expectNotice(/Saved\. The checks have run again/);
  await page.locator("[data-keys=settings]").focus();

  await test.step("a comment names a role and stands with the case", async () => {
    await window.press("g", "q");
    await expect(window.grid).toBeFocused();
    await window.press("Home", "Enter");
    await window.expectScreen("Review");
    await window.press("m");
    await expect(page.locator("[data-comment]")).toBeFocused();
    await page.keyboard.type("The customer agreed by telephone.");
    await page
      .getByRole("button", { name: /^Mention/ })
      .first()
      .press("Enter");
    await page.locator("[data-comment]").press("Control+Enter");
    const said = page.getByRole("listitem").filter({ hasText: "The customer agreed by telephone." });
    await expect(said).toContainText("Ana Ruiz");
    await expect(said).toContainText("@");
    await window.expectAccessible();
  });

  await test.step("the first approval leaves it to be decided by another person", async () => {
    await page.locator("[data-keys=review]").focus();
    await window.press("a");
    const reason = page.getByRole("dialog");
    await reason
      .or(window.notices.getByText(/approv/i))
      .first()
      .waitFor();
    if (await reason.isVisible()) {
      await page.keyboard.type("Seen and agreed");
      await window.press("Control+Enter");
    }
    await window.press("g", "q");
    await expect(window.grid).toBeFocused();
    await window.press("Home", "Enter", "h");
    await expect(page.getByText(/Two persons must approve this one\. So far 1: Ana Ruiz/)).toBeVisible();
  });

  await test.step("another person completes it", async () => {
    await page.locator("[data-keys=review]").focus();
    await becomePerson(window, "Ben Okafor");
    await window.press("g", "q");
    await expect(window.grid).toBeFocused();
    // Under review the list of screens is folded: what is done is counted beside the queue.
    const before = await window.count("Done");
    await window.press("Home", "Enter");
    await window.expectScreen("Review");
    await window.press("a");
    const reason = page.getByRole("dialog");
    await reason
      .or(window.notices.getByText(/Approved/))
      .first()
      .waitFor();
    if (await reason.isVisible()) {
      await page.keyboard.type("Agreed as well");
      await window.press("Control+Enter");
    }
    await window.expectNotice(/Approved/);
    await window.press("g", "q");
    await expect.poll(() => window.count("Done")).toBe(before + 1);
    await window.press("Control+z");
    await expect.poll(() => window.count("Done")).toBe(before);
  });
});
