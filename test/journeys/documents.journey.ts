import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./journey.ts";

test("a document is searched, enlarged, turned and shown as the file it is", async ({
  shell,
  window,
  page,
}) => {
  await window.open(await shell.start());
  await window.openSample();
  await window.press("g", "d");
  await window.expectScreen("Documents");
  const grid = page.getByRole("grid", { name: "Documents" });
  const found = page.getByRole("search").getByRole("status");

  await test.step("a PDF: its words are found one after the other, its page grows and turns", async () => {
    await grid.getByRole("row", { name: /HP-1041\.pdf/ }).click();
    const sheet = page.locator(".pdf-page").first();
    await expect(sheet).toBeVisible();
    const before = await sheet.boundingBox();
    await page.getByRole("button", { name: "Find in the document" }).press("Enter");
    await page.getByRole("searchbox", { name: "Find in the document" }).fill("invoice");
    await expect(found).toHaveText(/^1 of [1-9]/);
    await page.keyboard.press("Enter");
    await expect(found).toHaveText(/^(2 of|1 of 1$)/);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Zoom in" }).press("Enter");
    await expect.poll(async () => (await sheet.boundingBox())?.width).toBeGreaterThan(before?.width ?? 0);
    await page.getByRole("button", { name: "fit to width" }).press("Enter");
    await page.getByRole("button", { name: "Rotate" }).press("Enter");
    await expect
      .poll(async () => {
        const box = await sheet.boundingBox();
        return (box?.width ?? 0) > (box?.height ?? 0);
      })
      .toBe(true);
  });

  await test.step("an e-invoice: as a printed form, and as its elements", async () => {
    await grid.press("End");
    await grid.getByRole("row", { name: /TS-207\.xml/ }).click();
    const paper = page.locator(".invoice-paper");
    await expect(paper).toContainText("Invoice TS-207");
    await expect(paper.getByRole("row", { name: /Detailed design.*18,000\.00/ })).toBeVisible();
    await window.expectAccessible();
    await page.getByRole("button", { name: "Show the file" }).press("Enter");
    await expect(paper).toBeHidden();
    await expect(page.locator(".paper-tree")).toContainText("InvoiceTypeCode");
  });
});

test("a long import is cancelled at once and leaves nothing", async ({ shell, window, page }) => {
  const folder = await mkdtemp(join(tmpdir(), "countersign-cancel-"));
  const table = (hours: number): string => `Date;Person;Task;Hours\n2026-03-04;Kim;Assembly;${hours}\n`;
  for (let at = 0; at < 900; at += 1) await writeFile(join(folder, `${at}.csv`), table(1 + at / 100));
  await window.open(await shell.start());
  await window.openSample();
  await window.press("g", "s");
  const path = page.getByLabel("Folder on this machine");
  await path.fill(folder);
  await path.press("Enter");
  await expect(page.getByText(`Watching ${folder}`)).toBeVisible();
  await window.run("go to documents");
  await expect(page.getByText(/900 new files wait in the watched folder/)).toBeVisible({ timeout: 30_000 });
  const before = await page.getByRole("grid", { name: "Documents" }).getAttribute("aria-rowcount");

  await window.run("import what waits");
  const cancel = page.getByRole("button", { name: "Cancel", exact: true });
  await expect(page.getByText(/ of 900/).first()).toBeVisible();
  await cancel.press("Enter");
  // The goal is a second for the program; the rest is what a loaded machine takes to draw.
  await expect(page.getByText("Cancelled, nothing was left half done")).toBeVisible({ timeout: 3_000 });
  await expect
    .poll(() => page.getByRole("grid", { name: "Documents" }).getAttribute("aria-rowcount"))
    .toBe(before);
  await rm(folder, { recursive: true, force: true });
});
