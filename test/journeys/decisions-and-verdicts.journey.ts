import { expect, test } from "./journey.ts";

test("rows are selected one by one, by stretches and all, and the menu of a row names what can be done", async ({
  shell,
  window,
  page,
}) => {
  await window.open(await shell.start());
  await window.openWholeSample();
  const bar = page.getByRole("region", { name: "Selection" });

  await window.press("Home", "Space");
  await expect(bar).toContainText("1 selected");
  await window.press("Shift+ArrowDown", "Shift+ArrowDown");
  await expect(bar).toContainText("3 selected");
  await expect(bar).toContainText(/\$[\d,.]+ billed over contract/);
  await window.press("Control+a");
  await expect(bar).toContainText(`${await window.count("To decide")} selected`);
  await window.press("Escape");
  await expect(bar).toBeHidden();

  await window.press(".");
  const menu = page.getByRole("menu", { name: "This case" });
  await expect(menu.getByRole("menuitem", { name: /Approve/ })).toContainText("A");
  await window.press("Escape");
  await expect(menu).toBeHidden();
  await window.rows.nth(2).click({ button: "right" });
  await expect(menu.getByRole("menuitem", { name: /Postpone/ })).toContainText("P");
  await window.expectAccessible();
});

test("a case goes to a role with a note, and steps go back and forth over a restart", async ({
  shell,
  window,
  page,
}) => {
  test.slow();
  await window.open(await shell.start());
  await window.openWholeSample();
  const before = await window.count("To decide");

  const number = await test.step("it is handed to one of the roles of the workspace", async () => {
    await window.press("Home", "Enter");
    await window.expectScreen("Review");
    const title = page.getByRole("heading", { level: 1 });
    const opened = await title.innerText();
    await window.press("e");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("textbox", { name: "Hand-off note" })).toBeFocused();
    await dialog.getByRole("combobox", { name: "Role" }).selectOption("Finance lead");
    await page.keyboard.type("The rate was agreed by mail, which is not here.");
    await window.press("Control+Enter");
    await window.expectNotice(/Escalated 1 invoice to Finance lead/);
    await expect(title).not.toHaveText(opened);
    return opened.replace(/^Invoice /, "");
  });

  await test.step("the note stands with the case, and the role owns it", async () => {
    await window.press("Escape");
    await window.expectScreen("Review queue");
    // Whoever it went to has it now: it waits.
    await expect.poll(() => window.count("Waiting")).toBe(1);
    await window.press("v");
    await window.press("f");
    await page.keyboard.type(`number:${number} owner:finance`);
    await window.press("Enter");
    await expect(window.rows).toHaveCount(1);
    await window.press("Home", "Enter");
    await window.expectScreen("Review");
    await window.press("h");
    const said = page.getByRole("region", { name: "History" });
    await expect(said).toContainText("Escalated to Finance lead");
    await expect(said).toContainText("The rate was agreed by mail, which is not here.");
    await page.locator("[data-keys=review]").focus();
    await window.press("f", "Escape", "Escape");
  });

  await test.step("another one is put off, and both steps are taken back", async () => {
    await window.expectScreen("Review queue");
    await window.grid.focus();
    await window.press("Shift+V", "End", "p");
    await expect(page.getByRole("dialog").getByRole("textbox").first()).toBeFocused();
    await window.press("Control+Enter");
    await window.expectNotice(/Postponed 1 invoice/);
    await expect.poll(() => window.count("Waiting")).toBe(2);
    await window.press("Control+z");
    await expect.poll(() => window.count("Waiting")).toBe(1);
    await window.press("Control+z");
    await window.expectNotice(/Undone: Escalate 1 invoice/);
    await expect.poll(() => window.count("Waiting")).toBe(0);
  });

  await test.step("after a restart both come back, in their order", async () => {
    await page.goto("about:blank");
    await shell.kill();
    await window.open(await shell.start());
    await window.openWholeSample();
    expect(await window.count("To decide")).toBe(before);
    await window.press("Control+Shift+z");
    await window.expectNotice(/Done again: Escalate 1 invoice/);
    await window.press("Control+Shift+z");
    await expect.poll(() => window.count("Waiting")).toBe(2);
  });
});
