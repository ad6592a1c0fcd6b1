import { expect, test } from "./journey.ts";

test("the sample goes from import to export by keyboard alone", async ({ shell, window, page }) => {
  await window.open(await shell.start());
  await expect(page.getByText("0 bytes sent")).toBeVisible();
  await window.openSample();
  await window.expectScreen("Review queue");
  await expect.poll(() => window.count("All invoices"), { timeout: 60_000 }).toBeGreaterThanOrEqual(20);

  await test.step("confirm the terms of all agreements", async () => {
    await window.press("g", "a");
    await window.expectScreen("Agreements");
    const confirmAll = page.getByRole("button", { name: /^Confirm all \d+/ });
    // Confirming goes on to the next agreement with something to confirm; in the end nothing is left.
    for (let turn = 0; turn < 20; turn += 1) {
      await page.waitForTimeout(400);
      if ((await page.getByRole("button", { name: /to confirm/ }).count()) === 0) break;
      if (await confirmAll.isVisible()) await window.press("Shift+C");
      else await window.press("u");
    }
    await expect(page.getByText(/to confirm$/)).toHaveCount(0);
  });

  await test.step("review the first case with its evidence on both sides", async () => {
    await window.press("g", "q");
    await expect(window.grid).toBeFocused();
    await expect.poll(() => window.count("Clear"), { timeout: 60_000 }).toBeGreaterThan(0);
    await window.press("Home", "Enter");
    await window.expectScreen("Review");
    await expect(window.findings.getByRole("heading", { level: 3 }).first()).toBeVisible();
    await expect(page.locator('[data-active="true"][data-mark]').first()).toBeVisible();
    await window.press("]");
    await window.press("[");
  });

  await test.step("ask about it", async () => {
    const waiting = await page.evaluate(() => location.hash);
    await window.press("q");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("textbox", { name: "Question" })).toBeFocused();
    await page.keyboard.type("Which rate was agreed for this work?");
    await window.press("Shift+Tab");
    await page.keyboard.type("Project lead");
    await window.press("Control+Enter");
    await expect(dialog).toBeHidden();
    await window.expectNotice(/Asked about 1 invoice/);
    // One key decides and moves on.
    await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(waiting);
    await window.press("Escape");
    await window.expectScreen("Review queue");
    await expect.poll(() => window.count("Waiting")).toBe(1);
  });

  await test.step("approve all clear cases as one step", async () => {
    const clear = await window.count("Clear");
    await window.press("Shift+C");
    await expect(page.getByRole("region", { name: "Selection" })).toContainText(`${clear} selected`);
    await window.press("a");
    await window.expectNotice(/Approved \d+ invoice/);
    await expect.poll(() => window.count("Done")).toBe(clear);
  });

  await test.step("make a batch and write it for accounting", async () => {
    await window.press("b");
    await window.expectScreen("Batches and exports");
    await expect(page.getByRole("table").getByRole("row").nth(1)).toBeVisible();
    await window.press("w");
    const dialog = page.getByRole("dialog", { name: "Write these files?" });
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button", { name: "Write the files" }).focus();
    await window.press("Enter");
    await expect(page.getByRole("heading", { name: /files? written/ })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).first().press("Enter"),
    ]);
    expect(download.suggestedFilename()).not.toBe("");
    await expect(page.getByText("Handed over", { exact: true })).toBeVisible();
  });

  await test.step("the reviews of the batch go to paper, one section for each, with the state of the trail", async () => {
    await page.evaluate(() => {
      globalThis.print = () => document.documentElement.setAttribute("data-printed", "");
    });
    await page.getByRole("button", { name: "Print the reviews of the batch" }).press("Enter");
    await expect(page.locator("html")).toHaveAttribute("data-printed", "");
    const printed = page.locator(".printed");
    const title = printed.getByRole("heading", { level: 1, includeHidden: true });
    const [count = ""] = /\d+/.exec((await title.textContent()) ?? "") ?? [];
    await expect(printed.locator(":scope > section")).toHaveCount(Number(count));
    await expect(printed.locator("footer")).toContainText(/whole/);
    const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString("latin1");
    expect(pdf).toContain("/StructTreeRoot");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect(printed).toHaveCount(0);
  });

  await test.step("the trail is whole", async () => {
    await window.press("g", "h");
    await window.press("v");
    await expect(page.getByText(/The trail is whole/)).toBeVisible();
  });
});

test("a decision is undone after the program was killed and started again", async ({
  shell,
  window,
  page,
}) => {
  await window.open(await shell.start());
  await window.openSample();
  await expect.poll(() => window.count("All invoices"), { timeout: 60_000 }).toBeGreaterThanOrEqual(20);
  const before = await window.count("To decide");
  await window.press("p");
  await expect(page.getByRole("dialog")).toBeVisible();
  await window.press("Control+Enter");
  await window.expectNotice(/Postponed 1 invoice/);
  await expect.poll(() => window.count("Waiting")).toBe(1);

  await page.goto("about:blank");
  await shell.kill();
  await window.open(await shell.start());
  await window.openSample();
  await expect.poll(() => window.count("Waiting"), { timeout: 60_000 }).toBe(1);
  await window.press("Control+z");
  await window.expectNotice(/Undone/);
  await expect.poll(() => window.count("Waiting")).toBe(0);
  await expect.poll(() => window.count("To decide")).toBe(before);
  await window.press("Control+Shift+z");
  await expect.poll(() => window.count("Waiting")).toBe(1);
});
