import { expect, test } from "./journey.ts";

test("a window without room for the preview shows it when it is asked for", async ({
  shell,
  window,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await window.open(await shell.start());
  await window.openSample();
  const preview = page.getByRole("complementary", { name: "Preview of the case" });
  await expect(preview).toBeHidden();
  await expect(page.getByRole("columnheader", { name: "Urgency" })).toBeAttached();

  await test.step("a key shows it, and the columns that have no room any more stand in it", async () => {
    await window.press("Home", "i");
    await expect(preview).toBeVisible();
    await expect(preview.getByText("Owner")).toBeVisible();
    await expect(preview.getByText("Urgency")).toBeVisible();
    await window.expectAccessible();
    const before = await preview.getByRole("heading", { level: 2 }).innerText();
    await window.press("ArrowDown");
    await expect(preview.getByRole("heading", { level: 2 })).not.toHaveText(before);
  });

  await test.step("Escape puts it away before anything else", async () => {
    await window.press("x", "Escape");
    await expect(preview).toBeHidden();
    await expect(page.getByRole("region", { name: "Selection" })).toBeVisible();
    await window.press("3");
    await expect(preview.getByRole("button", { name: "Open the case" })).toBeFocused();
  });
});

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
