import { expect, test } from "./journey.ts";

test("the window looks after a restart as it was left", async ({ shell, window, page }) => {
  await window.open(await shell.start());
  await window.openSample();
  await expect(window.grid).toBeFocused();

  await test.step("columns, density and a pane are changed", async () => {
    await page.getByRole("button", { name: "Columns" }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: "Payable" }).uncheck();
    await dialog.getByRole("checkbox", { name: "Due", exact: true }).check();
    await window.press("Escape");
    await expect(page.getByRole("columnheader", { name: "Due", exact: true })).toBeAttached();
    await window.grid.focus();
    await window.press("g", "s");
    await window.expectScreen("Settings");
    await page.getByLabel("Density", { exact: true }).selectOption("comfortable");
    await expect(page.locator("html")).toHaveAttribute("data-density", "comfortable");
  });

  await test.step("the shell ends and starts again at the same address", async () => {
    const before = new URL(page.url()).origin;
    await page.goto("about:blank");
    await shell.stop();
    const address = await shell.start();
    expect(new URL(address).origin).toBe(before);
    await window.open(address);
    await window.openSample();
  });

  await test.step("everything is as it was left", async () => {
    await expect(page.locator("html")).toHaveAttribute("data-density", "comfortable");
    await expect(page.getByRole("columnheader", { name: "Due", exact: true })).toBeAttached();
    await expect(page.getByRole("columnheader", { name: "Payable" })).toHaveCount(0);
  });
});
