import { expect, test } from "./journey.ts";

test("a tolerance is tried before it counts, approvals come out the same, columns and panes stay, and a review goes to paper", async ({
  shell,
  window,
  page,
}) => {
  await window.open(await shell.start());
  await window.openSample();
  await expect.poll(() => window.count("All invoices"), { timeout: 90_000 }).toBeGreaterThanOrEqual(20);
  await expect(window.grid).toBeFocused();

  await test.step("approve one, so that there is something to compute again", async () => {
    await window.press("End", "a");
    await window.expectNotice(/Approved 1 invoice/);
  });

  await test.step("what a check is worth shows by leaving it out, and cannot be switched on", async () => {
    await window.press("g", "t");
    await window.expectScreen("Rule lab");
    await page.getByRole("combobox", { name: "Without a check" }).selectOption("cap.exceeded");
    await page.getByRole("button", { name: "Compare with the history" }).press("Enter");
    const result = page.getByRole("status", { name: "What it would have said" });
    await expect(result).toContainText("Cap exceeded", { timeout: 60_000 });
    await expect(result).toContainText("Vanishes");
    await expect(result.getByRole("button", { name: "Switch it on" })).toHaveCount(0);
    await window.expectAccessible();
    await page.getByRole("button", { name: "Put back Cap exceeded" }).press("Enter");
  });

  await test.step("a tolerance is switched on with a reason, and the history says so", async () => {
    await page.getByRole("button", { name: "Add a tolerance" }).press("Enter");
    await page.getByLabel("Check of tolerance 1").selectOption("arithmetic.total");
    await page.getByLabel("Too much, at most").fill("abc");
    await page.getByRole("button", { name: "Compare with the history" }).press("Enter");
    await expect(page.getByRole("alert")).toContainText("an amount of zero or more");
    await page.getByLabel("Too much, at least").fill("500");
    await page.getByLabel("Too much, at most").fill("500");
    await page.getByRole("button", { name: "Compare with the history" }).press("Enter");
    await page.getByLabel("Why").fill("Rounding agreed with the client");
    await page.getByRole("button", { name: "Switch it on" }).press("Enter");
    await window.expectNotice(/The tolerances are on/);
    await page.getByRole("tab", { name: "Compute approvals again" }).press("Enter");
    await page.getByRole("button", { name: "Compute all approvals again" }).press("Enter");
    await expect(page.getByText("1 of 1 came out the same")).toBeVisible({ timeout: 60_000 });
    await page.locator("[data-keys=lab]").focus();
    await window.press("g", "h");
    await expect(page.getByText("Change the policy: Rounding agreed with the client")).toBeVisible();
  });

  await test.step("columns and the width of a pane are there again after a reload", async () => {
    await window.press("g", "q");
    await expect(window.grid).toBeFocused();
    await window.press("Shift+K");
    await page.getByRole("checkbox", { name: "Under" }).press("Space");
    await window.press("Escape");
    await expect(page.getByRole("columnheader", { name: "Under" })).toHaveCount(0);
    const edge = page.getByRole("separator", { name: "Width of the sidebar" });
    await edge.focus();
    await window.press("ArrowRight", "ArrowRight");
    await expect(edge).toHaveAttribute("aria-valuenow", "236");
    await page.waitForTimeout(300);
    await page.reload();
    await expect(window.rows.first()).toBeVisible();
    await expect(page.getByRole("separator", { name: "Width of the sidebar" })).toHaveAttribute(
      "aria-valuenow",
      "236",
    );
    await expect(page.getByRole("columnheader", { name: "Under" })).toHaveCount(0);
  });

  await test.step("a group folds and unfolds by key", async () => {
    await window.grid.focus();
    await window.press("Shift+G");
    const before = await window.rows.count();
    await window.press("Shift+F");
    await expect.poll(() => window.rows.count()).toBeLessThan(before);
    await expect(window.grid.getByText("folded", { exact: true }).first()).toBeAttached();
    await window.press("Home", "Enter");
    await expect(window.grid.getByText("unfolded", { exact: true })).toHaveCount(1);
    await window.press("Shift+F", "Shift+F", "Shift+G", "Shift+G", "Shift+G");
  });

  await test.step("the review is printed with its proofs, tagged and with page numbers", async () => {
    await page.evaluate(() => {
      globalThis.print = () => document.documentElement.setAttribute("data-printed", "");
    });
    await window.grid.focus();
    await window.press("Home", "Control+p");
    await expect(page.locator("html")).toHaveAttribute("data-printed", "");
    const printed = page.locator(".printed");
    await expect(printed.getByRole("heading", { level: 1, includeHidden: true })).toHaveText(/^Review of /);
    await expect(printed.locator(".crop-page").first()).toBeAttached();
    const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString("latin1");
    expect(pdf).toContain("/StructTreeRoot");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect(printed).toHaveCount(0);
  });
});
