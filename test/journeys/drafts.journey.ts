import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./journey.ts";

const agreement = `MASTER SERVICES AGREEMENT

Agreement No. OS-77

between Oak Street Studio LLC ("Provider") and Marlow Foods Inc. ("Client"), dated July 1, 2026.

1. Term. This Agreement runs from July 1, 2026 through June 30, 2027.

2. Fees. Client pays a flat monthly fee of $1,200.00 for website care, invoiced monthly in arrears.

3. Payment. Invoices are due 30 days from the invoice date.

4. Taxes. All prices exclude sales tax, which is added at 8 %.

Signed for Provider: Dana Reed, June 20, 2026
Signed for Client: Lee Park, June 22, 2026
`;

test("a bill that the agreement lets expect is drafted, kept, and checked like any other", async ({
  shell,
  window,
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "countersign-files-"));
  const shots = process.env["SHOTS"];
  const shoot = async (name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
  };
  await writeFile(join(folder, "agreement.txt"), agreement);
  await window.open(await shell.start());
  const card = page.getByRole("region", { name: "New workspace" });
  await card.getByLabel("Name").fill("Oak Street");
  await card.getByLabel("Passphrase").fill("three hidden harbours");
  await window.press("Enter");
  const recovery = page.getByRole("region", { name: "Keep this recovery key" });
  await recovery.getByRole("checkbox").press("Space");
  await recovery.getByRole("button", { name: "Continue" }).press("Enter");
  await window.expectScreen("Documents");
  const chooser = page.waitForEvent("filechooser");
  await window.press("Control+o");
  await (await chooser).setFiles([join(folder, "agreement.txt")]);
  await expect(page.getByRole("row", { name: /agreement\.txt.*Read/ })).toBeVisible({ timeout: 60_000 });
  await window.press("g", "n");
  await window.expectScreen("Drafts");
  await page.getByRole("tab", { name: "Calendar of bills" }).click();
  await expect(page.getByRole("row", { name: /Marlow Foods Inc\./ }).first()).toContainText("Late");
  await shoot("drafts-calendar");
  await window.expectAccessible("contrast");
  await page
    .getByRole("row", { name: /Marlow Foods Inc\./ })
    .first()
    .getByRole("button", { name: "Draft it" })
    .click();
  const draft = page.getByRole("article");
  await expect(draft).toContainText("1,200.00");
  await shoot("drafts-one");
  await window.expectAccessible("contrast");
  await draft.getByLabel("Number").fill("OS-3001");
  await draft.getByRole("button", { name: "Compute anew" }).click();
  await expect(draft).toContainText("OS-3001");
  await draft.getByRole("button", { name: /Make it an invoice/ }).click();
  await page.getByRole("button", { name: "Review OS-3001" }).click();
  await window.expectScreen("Review");
  await expect(page.locator("main")).toContainText("OS-3001");
  await shoot("drafts-review");
  await rm(folder, { recursive: true, force: true });
});
