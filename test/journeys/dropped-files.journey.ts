import type { Page } from "@playwright/test";
import { expect, test } from "./journey.ts";

const bill = (number: string): string => `INVOICE

Oak Street Studio LLC

Invoice number: ${number}
Invoice date: 2026-03-02
Bill to: Marlow Foods Inc.
Currency: USD

Description | Quantity | Unit | Unit price | Amount
Design work | 10 | hour | 120.00 | 1,200.00

Total due USD 1,200.00
`;

/** Drops files on the middle of the window, as from a folder of the system. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const carried = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(given)) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  const area = page.locator(".drop-area");
  await area.dispatchEvent("dragenter", { dataTransfer: carried });
  await expect(page.getByText("Drop to import")).toBeVisible();
  await area.dispatchEvent("drop", { dataTransfer: carried });
  await expect(page.getByText("Drop to import")).toBeHidden();
}

test("what is dropped comes in, also what was dropped before there was a workspace", async ({
  shell,
  window,
  page,
}) => {
  await window.open(await shell.start());
  await drop(page, { "first.txt": bill("OS-1"), "second.txt": bill("OS-2") });
  await expect(page.getByText("2 files wait.")).toBeVisible();
  await window.expectAccessible();

  const card = page.getByRole("region", { name: "New workspace" });
  await card.getByLabel("Name").fill("Oak Street");
  await card.getByLabel("Passphrase").fill("three hidden harbours");
  await window.press("Enter");
  await page.getByRole("checkbox", { name: /recovery key/ }).press("Space");
  await page.getByRole("button", { name: "Continue" }).press("Enter");
  const grid = page.getByRole("grid", { name: "Documents" });
  for (const name of ["first", "second"])
    await expect(grid.getByRole("row", { name: new RegExp(`${name}\\.txt.*Invoice.*Read`) })).toBeVisible({
      timeout: 60_000,
    });

  await drop(page, { "third.txt": bill("OS-3") });
  await expect(grid.getByRole("row", { name: /third\.txt.*Invoice.*Read/ })).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => window.count("All invoices")).toBe(3);
});
