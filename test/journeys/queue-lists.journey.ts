import { expect, test } from "./journey.ts";

test("the queue is grouped by cause, kept as a list, and one cause is cleared for all at once", async ({
  shell,
  window,
  page,
}) => {
  await window.open(await shell.start());
  await window.openSample();
  await expect.poll(() => window.count("All invoices"), { timeout: 60_000 }).toBeGreaterThanOrEqual(20);
  await expect(window.grid).toBeFocused();

  await test.step("every case has an owner, an urgency and a day to send it by", async () => {
    const row = window.rows.filter({ hasText: "HP-1049" });
    await expect(row).toContainText(/10 Aug 2026.*Overdue.*High/);
    await expect(page.getByRole("columnheader", { name: "Owner" })).toBeAttached();
  });

  await test.step("grouped by cause, each head says its money and offers to clear it", async () => {
    await window.press("Shift+G", "Shift+G");
    await expect(page.getByRole("combobox", { name: "Group by" })).toHaveValue("cause");
    await expect(window.grid.getByText("No term governs this line, MSA-2026-014")).toBeVisible();
    await window.expectAccessible();
  });

  await test.step("the list is kept with the workspace and shows its count", async () => {
    await window.press("f");
    await page.keyboard.type("risk:high");
    await window.press("Enter", "s");
    await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
    await page.keyboard.type("Risky ones");
    await window.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Risky ones" })).toBeVisible();
    await expect.poll(() => window.count("Risky ones")).toBeGreaterThan(3);
  });

  await test.step("a cause is cleared with one reason and comes back with one undo", async () => {
    const before = await window.count("Risky ones");
    await window.press("Home", "Shift+D");
    await expect(page.getByRole("dialog")).toContainText("as one step");
    await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
    await page.keyboard.type("The customer agreed to the price in writing");
    await window.press("Control+Enter");
    await window.expectNotice(/Cleared in 1 invoice/);
    await expect.poll(() => window.count("Risky ones")).toBeLessThan(before);
    await window.press("Control+z");
    await expect.poll(() => window.count("Risky ones")).toBe(before);
  });
});
