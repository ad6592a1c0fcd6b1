import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./journey.ts";

const agreement = `SERVICES AGREEMENT No. AG-77

between Oak Street Studio LLC ("Provider") and Marlow Foods Inc. ("Client")

1. Term. This agreement runs from 1 January 2026 until 31 December 2026.
2. Fees. The hourly rate is USD 120.00 per hour for design work.
3. Payment. Invoices are due 30 days after the invoice date.

Signed 15 December 2025
`;

test("a workspace of one's own is made, filled, locked and opened again", async ({ shell, window, page }) => {
  const folder = await mkdtemp(join(tmpdir(), "countersign-files-"));
  const passphrase = "three hidden harbours";
  await writeFile(join(folder, "agreement.txt"), agreement);
  await writeFile(join(folder, "broken.pdf"), "%PDF-1.7\nthis is cut off");
  await writeFile(join(folder, "empty.csv"), "");

  await window.open(await shell.start());
  const card = page.getByRole("region", { name: "New workspace" });
  await card.getByLabel("Name").fill("Oak Street");
  await card.getByLabel("Passphrase").fill("short");
  await window.press("Enter");
  await expect(card.getByRole("alert")).toContainText("at least 8");
  await card.getByLabel("Passphrase").fill(passphrase);
  await window.press("Enter");

  const recovery = page.getByRole("region", { name: "Keep this recovery key" });
  const recoveryKey = (await recovery.locator("output").innerText()).trim();
  expect(recoveryKey.length).toBeGreaterThan(20);
  await window.expectAccessible();
  await expect(recovery.getByRole("button", { name: "Continue" })).toBeDisabled();
  await recovery.getByRole("checkbox").press("Space");
  await recovery.getByRole("button", { name: "Continue" }).press("Enter");

  await test.step("bad files are named with a sentence, and the others are taken in", async () => {
    await window.expectScreen("Documents");
    const chooser = page.waitForEvent("filechooser");
    await window.press("Control+o");
    await (
      await chooser
    ).setFiles(["agreement.txt", "broken.pdf", "empty.csv"].map((name) => join(folder, name)));
    const grid = page.getByRole("grid", { name: "Documents" });
    await expect(grid.getByRole("row", { name: /agreement\.txt.*Agreement.*Read/ })).toBeVisible({
      timeout: 60_000,
    });
    await expect(grid.getByRole("row", { name: /broken\.pdf.*Unreadable.*broken\.pdf/ })).toBeVisible();
    await expect(grid.getByRole("row", { name: /empty\.csv.*Unreadable/ })).toBeVisible();
  });

  await test.step("a term shows its clause in the document", async () => {
    await window.press("g", "a");
    await window.expectScreen("Agreements");
    await expect(page.getByText("$120.00 per hour")).toBeVisible();
    await expect(page.locator('mark[data-active="true"]').first()).toBeVisible();
  });

  await test.step("a wrong passphrase says so, the recovery key opens", async () => {
    await window.run("lock the workspace");
    const open = page.getByRole("region", { name: "Open a workspace" });
    await open.getByLabel("Passphrase").fill("not the passphrase");
    await window.press("Enter");
    await expect(page.getByRole("alert")).toBeVisible();
    await open.getByRole("button", { name: "Use the recovery key" }).press("Enter");
    await open.getByRole("textbox", { name: "Recovery key" }).fill(recoveryKey);
    await window.press("Enter");
    await window.expectScreen("Review queue");
    await window.press("g", "d");
    await expect(page.getByRole("grid", { name: "Documents" })).toContainText("agreement.txt");
  });
  await rm(folder, { recursive: true, force: true });
});
