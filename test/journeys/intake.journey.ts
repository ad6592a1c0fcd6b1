import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./journey.ts";

const table = [
  "Wann;Wer;Was;Std;Kd",
  "03.03.2026;Kim;Montage;7,5;Acme",
  "04.03.2026;Kim;Montage;acht;Acme",
  "05.03.2026;Lee;Abnahme;2,25;Acme",
].join("\n");

test("columns are named once, by keyboard; a folder is watched; what was not read is read again", async ({
  shell,
  window,
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "countersign-intake-"));
  await writeFile(join(folder, "aa werkstatt.csv"), table);
  await writeFile(join(folder, "aa broken.pdf"), "%PDF-1.7\nthis is cut off");
  await window.open(await shell.start());
  await window.openSample();
  await window.press("g", "d");
  await window.expectScreen("Documents");
  const grid = page.getByRole("grid", { name: "Documents" });

  await test.step("a watched folder offers what is whole, and only that", async () => {
    await window.press("g", "s");
    const path = page.getByLabel("Folder on this machine");
    await path.fill(folder);
    await path.press("Enter");
    await expect(page.getByText(`Watching ${folder}`)).toBeVisible();
    await writeFile(join(folder, "aa late.csv.part"), table.replaceAll(".03.", ".04."));
    await window.run("go to documents");
    await window.expectScreen("Documents");
    await expect(page.getByText("2 new files wait in the watched folder")).toBeVisible();
    await expect(page.getByText("1 is still being written")).toBeVisible();
    await window.run("import what waits");
    await expect(grid.getByRole("row", { name: /aa werkstatt\.csv/ })).toBeVisible({
      timeout: 60_000,
    });
    await expect(grid.getByRole("row", { name: /aa broken\.pdf.*Unreadable/ })).toBeVisible();
  });

  await test.step("which column is which is said once, with a preview, by keyboard alone", async () => {
    await grid.getByRole("row", { name: /aa werkstatt\.csv/ }).click();
    await window.press("m");
    const dialog = page.getByRole("dialog", { name: "Which column is which: aa werkstatt.csv" });
    await expect(dialog.getByText("Row 3, Std: “acht” is no number")).toBeVisible();
    await window.expectAccessible();
    for (const [title, field] of [
      ["Wann", "Date"],
      ["Wer", "Person"],
      ["Was", "Task"],
      ["Kd", "Customer"],
    ] as const) {
      await dialog.getByLabel(`Column “${title}” holds`).focus();
      await page.keyboard.type(field);
      await expect(dialog.getByLabel(`Column “${title}” holds`).locator("option:checked")).toHaveText(field);
    }
    await dialog.getByLabel("The rows are").focus();
    await page.keyboard.type("Timesheet");
    await expect(dialog.getByText("0 invoices, 3 records, 0 payments")).toBeVisible();
    await expect(dialog.getByText("3 Mar 2026 · Kim · Montage · 7.5 hour")).toBeVisible();
    await dialog.getByRole("button", { name: "Remember and read" }).press("Enter");
    await expect(dialog).toBeHidden();
    await expect(grid.getByRole("row", { name: /aa werkstatt\.csv.*Timesheet/ })).toBeVisible();
  });

  await test.step("the next table of its kind is understood by itself", async () => {
    await rename(join(folder, "aa late.csv.part"), join(folder, "aa late.csv"));
    await expect(page.getByText("1 new file waits in the watched folder")).toBeVisible();
    await window.run("import what waits");
    await expect(grid.getByRole("row", { name: /aa late\.csv.*Timesheet/ })).toBeVisible({ timeout: 60_000 });
  });

  await test.step("only what was not read is shown, and one of it is tried alone", async () => {
    await page.getByRole("button", { name: "Not read (1)" }).press("Enter");
    await expect(grid.getByRole("row", { name: /aa werkstatt/ })).toBeHidden();
    await grid.getByRole("row", { name: /aa broken\.pdf/ }).click();
    await page.getByRole("button", { name: /^Read again/ }).press("Enter");
    await expect(window.notices).toContainText("aa broken.pdf still cannot be read");
  });
  await rm(folder, { recursive: true, force: true });
});
