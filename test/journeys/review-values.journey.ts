import { expect, test } from "./journey.ts";

test("a value is corrected by pointing at a word, a finding is taken out of the total, and twins are told apart", async ({
  shell,
  window,
  page,
}) => {
  await window.open(await shell.start());
  await window.openSample();
  await expect.poll(() => window.count("All invoices"), { timeout: 60_000 }).toBeGreaterThanOrEqual(20);
  const openCase = async (filter: string): Promise<void> => {
    await window.press("f");
    await window.press("Control+a");
    await page.keyboard.type(filter);
    await window.press("Enter", "Enter");
    await window.expectScreen("Review");
    await expect(page.locator("[data-mark]").first()).toBeAttached();
  };

  await test.step("the record stands under the invoice, and the total follows the findings", async () => {
    await openCase("HP-1058");
    await expect(page.getByRole("region", { name: "Delivered and billed before" })).toContainText(
      "Castellan",
    );
    const total = page.locator(".corrected-total");
    await expect(total).toContainText("$7,500.00");
    await page.getByRole("checkbox", { name: "Counts in the total" }).first().press("Space");
    await expect(total).not.toContainText("$7,500.00");
    await expect(total).toContainText("$8,400.00");
  });

  await test.step("a value shows where it comes from, and takes the word that is pointed at", async () => {
    await page.locator("[data-keys=review]").focus();
    await window.press("v");
    await expect(page.getByRole("button", { name: /^Number/ })).toBeFocused();
    await window.press("ArrowDown", "ArrowDown");
    await expect(page.getByText(/“Oct 31, 2026”, HP-1058\.pdf page 1/)).toBeVisible();
    await window.expectAccessible();
    await window.press("Enter");
    const field = page.getByRole("textbox", { name: "Correct Due date" });
    await expect(field).toHaveValue("2026-10-31");
    // Several words: the box is drawn around the printed issue date.
    const invoicePage = page.getByRole("region", { name: "Billed" }).locator(".pdf-page").first();
    const word = page
      .getByRole("region", { name: "Billed" })
      .locator(".textLayer span", { hasText: "Oct 1, 2026" });
    const [paper, box] = [await invoicePage.boundingBox(), await word.first().boundingBox()];
    if (paper === null || box === null) throw new Error("The page is not drawn.");
    await page.mouse.move(box.x - 3, box.y - 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 3, box.y + box.height + 2, { steps: 4 });
    await page.mouse.up();
    await expect(field).toHaveValue("Oct 1, 2026");
    await window.press("Enter");
    await window.expectNotice(/Due date corrected/);
    await expect(page.getByRole("button", { name: "Due date: 1 Oct 2026" })).toBeVisible();
    await window.press("Control+z");
    await expect(page.getByRole("button", { name: "Due date: 31 Oct 2026" })).toBeVisible();
  });

  await test.step("a comment that mentions a role stays with the case", async () => {
    await page.locator("[data-keys=review]").focus();
    await window.press("m");
    await page.getByRole("textbox", { name: "Comment" }).fill("@Project lead, were the six hours approved?");
    await window.press("Control+Enter");
    await expect(page.getByRole("region", { name: "History" })).toContainText("six hours approved");
    await page.locator("[data-keys=review]").focus();
    await window.press("f", "Escape");
  });

  await test.step("a pair stands side by side; the verdict is remembered and can be undone", async () => {
    await window.expectScreen("Review queue");
    await openCase("is:blocked");
    await expect(page.getByRole("table", { name: /Compared with BW-5002/ })).toBeVisible();
    await expect(page.getByRole("region", { name: "Agreed" })).toContainText("BW-5002 copy.txt");
    await page.getByRole("button", { name: "Not the same" }).press("Enter");
    await window.expectNotice(/not asked about again/);
    await expect(page.getByRole("heading", { name: "Possibly billed twice" })).toHaveCount(0);
    await window.press("Control+z");
    await expect(page.getByRole("heading", { name: "Possibly billed twice" }).first()).toBeVisible();
  });
});
