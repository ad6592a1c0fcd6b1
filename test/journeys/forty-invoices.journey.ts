import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./journey.ts";

const agreement = `SERVICES AGREEMENT No. HL-12

between Harbor Light LLC ("Provider") and Quay Mills Inc. ("Client"), dated 2 January 2026.

1. Term. This agreement runs from 2 January 2026 until 31 December 2026.
2. Fees. Design work: USD 120.00 per hour.
3. Payment. Invoices are due 30 days after the invoice date.

Signed: Harbor Light LLC, Quay Mills Inc., 2 January 2026
`;

/** Forty at each run; three hundred, a bookkeeper's evening, where that is asked for. */
const count = Number(process.env["COUNTERSIGN_INVOICES"] ?? 40);
const numberOf = (at: number): string => `HL-${2001 + at}`;
/** Every tenth one is billed at another rate. */
const isWrong = (at: number): boolean => at % 10 === 3;

const invoice = (at: number): string => {
  const hours = 10 + at;
  const rate = isWrong(at) ? 135 : 120;
  const total = `${hours * rate}.00`;
  const day = String(1 + (at % 28)).padStart(2, "0");
  return `INVOICE

Harbor Light LLC

Invoice number: ${numberOf(at)}
Invoice date: 2026-03-${day}
Bill to: Quay Mills Inc.
Agreement: HL-12
Currency: USD

Description | Quantity | Unit | Unit price | Amount
Design work, part ${at + 1} | ${hours} | hour | ${rate}.00 | ${total}

Subtotal ${total}
Total due USD ${total}

Payment due within 30 days of the invoice date.
`;
};

test(`${count} invoices go from import to export without the mouse`, async ({ shell, window, page }) => {
  if (count > 40) test.setTimeout(15 * 60_000);
  const folder = await mkdtemp(join(tmpdir(), "countersign-forty-"));
  const names = ["agreement.txt", ...Array.from({ length: count }, (_, at) => `${numberOf(at)}.txt`)];
  await Promise.all(
    names.map((name, at) => writeFile(join(folder, name), at === 0 ? agreement : invoice(at - 1))),
  );
  const startedAt = Date.now();
  let keys = 0;
  const press = async (...pressed: readonly string[]): Promise<void> => {
    keys += pressed.length;
    await window.press(...pressed);
  };

  await window.open(await shell.start());
  await page.getByRole("region", { name: "New workspace" }).getByLabel("Name").focus();
  await page.keyboard.type("Harbor Light");
  await press("Tab");
  await page.keyboard.type("three hidden harbours");
  await press("Enter");
  await page.getByRole("checkbox", { name: /recovery key/ }).press("Space");
  await page.getByRole("button", { name: "Continue" }).press("Enter");

  await test.step("import", async () => {
    await window.expectScreen("Documents");
    const chooser = page.waitForEvent("filechooser");
    await press("Control+o");
    await (await chooser).setFiles(names.map((name) => join(folder, name)));
    await expect.poll(() => window.count("All invoices"), { timeout: 120_000 + count * 500 }).toBe(count);
  });

  await test.step("confirm the agreement", async () => {
    await press("g", "a");
    await expect(page.getByText("$120.00 per hour")).toBeVisible();
    await press("Shift+C");
    await expect(page.getByText(/to confirm$/)).toHaveCount(0);
  });

  await test.step("the wrong ones are at the top; each is sent back with its correction", async () => {
    await press("g", "q");
    await expect(window.grid).toBeFocused();
    await press("f");
    await page.keyboard.type("check:rate.over");
    await press("Enter");
    const wrong = Array.from({ length: count }, (_, at) => at).filter(isWrong).length;
    await expect(window.grid).toHaveAttribute("aria-rowcount", String(wrong + 1));
    await press("Home", "Enter");
    for (let turn = 0; turn < wrong; turn += 1) {
      await window.expectScreen("Review");
      await expect(window.findings.getByText("Rate above the agreement").first()).toBeVisible();
      const before = page.url();
      await press("c");
      await expect(page.getByRole("dialog")).toBeVisible();
      await press("Control+Enter");
      await expect(page.getByRole("dialog")).toBeHidden();
      if (turn < wrong - 1) await expect.poll(() => page.url()).not.toBe(before);
    }
    await window.expectScreen("Review queue");
  });

  await test.step("all others are approved as one step, and handed over", async () => {
    await press("f");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await press("Enter");
    await expect(window.grid).toBeFocused();
    await press("Control+a", "a");
    const approved = Array.from({ length: count }, (_, at) => at).filter((at) => !isWrong(at)).length;
    await window.expectNotice(new RegExp(`Approved ${approved} invoices`));
    await press("b");
    await window.expectScreen("Batches and exports");
    await expect(page.getByRole("table").getByRole("row").nth(1)).toBeVisible();
    await press("w");
    await page.getByRole("dialog").getByRole("button", { name: "Write the files" }).press("Enter");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).first().press("Enter"),
    ]);
    const path = join(folder, "export");
    await download.saveAs(path);
    const written = await readFile(path, "utf8");
    for (let at = 0; at < count; at += 1) expect(written.includes(numberOf(at))).toBe(!isWrong(at));
  });

  await test.step("the list of the accounting system is read back: what is missing goes out again, alone", async () => {
    const arrived = Array.from({ length: count }, (_, at) => at).filter((at) => !isWrong(at) && at !== 5);
    const list = join(folder, "sales-list.csv");
    await writeFile(
      list,
      [
        "Invoice number,Customer,Invoice date,Due date,Total,Currency",
        ...arrived.map(
          (at) =>
            `${numberOf(at)},Quay Mills Inc.,2026-03-${String(1 + (at % 28)).padStart(2, "0")},,${(10 + at) * 120}.00,USD`,
        ),
      ].join("\n"),
    );
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Read back" }).press("Enter");
    await (await chooser).setFiles(list);
    const result = page.getByRole("status").filter({ hasText: "According to sales-list.csv" });
    await expect(result.getByText(`${arrived.length} arrived`)).toBeVisible();
    await expect(result.getByText("1 missing")).toBeVisible();
    await expect(result.getByText(numberOf(5))).toBeVisible();
    await result.getByRole("button", { name: "Let these go out again" }).press("Enter");
    await window.expectNotice(/1 invoice may go out again/);
  });

  await test.step("the settings of a target are looked at and confirmed once", async () => {
    await page.getByRole("radio", { name: /Xero.*sales/i }).press("Space");
    await expect(page.getByText("Look at these settings, and confirm them once.")).toBeVisible();
    await page.getByRole("button", { name: "Confirm the settings" }).press("Enter");
    await expect(page.getByText("These settings were confirmed.")).toBeVisible();
  });
  test.info().annotations.push({
    type: "measured",
    description: `${keys} keys, ${Math.round((Date.now() - startedAt) / 1000)} s for ${count} invoices`,
  });
  await rm(folder, { recursive: true, force: true });
});
