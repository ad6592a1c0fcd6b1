import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./journey.ts";

const invoice = (number: string, customer: string, total: string): string => `INVOICE

Oak Street Studio LLC
12 Elm Street, Springfield, IL 62701

Bill to: ${customer}

Invoice number: ${number}
Invoice date: 2026-09-01
Due date: 2026-10-01

Description            Quantity    Unit price    Amount
Design work            1           ${total}      ${total}

Subtotal               USD ${total}
Total due              USD ${total}
`;

const movement = (day: string, amount: string, id: string, name: string, memo: string): string =>
  `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${day}<TRNAMT>${amount}<FITID>${id}<NAME>${name}<MEMO>${memo}</STMTTRN>`;

const statement = `OFXHEADER:100
DATA:OFXSGML
VERSION:102

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD
<BANKACCTFROM><BANKID>122099999<ACCTID>000123456<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20261001<DTEND>20261031
${movement("20261005", "1200.00", "1", "MARLOW FOODS INC.", "Invoice OS-2041")}
${movement("20261006", "-80.00", "2", "CITY POWER", "Electricity")}
</BANKTRANLIST><LEDGERBAL><BALAMT>5120.00<DTASOF>20261031</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`;

/** A day from today, as a payment service writes it. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const failedPayments = `id,created_at,charge_date,amount,description,currency,status,amount_refunded,reference,transaction_fee,payout_date
PM8,${dayFromNow(-3)}T08:00:00.000Z,${dayFromNow(-2)},80.00,Design retainer,USD,failed,0.00,OS-2040,0.00,
PM9,${dayFromNow(-2)}T08:00:00.000Z,${dayFromNow(-1)},80.00,Design retainer,USD,failed,0.00,OS-2040,0.00,
`;

test("a payment is settled, what is late is reminded, and what failed has days to try again", async ({
  shell,
  window,
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "countersign-files-"));
  const shots = process.env["SHOTS"];
  const shoot = async (name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
  };
  await writeFile(join(folder, "OS-2041.txt"), invoice("OS-2041", "Marlow Foods Inc.", "1200.00"));
  await writeFile(join(folder, "OS-2042.txt"), invoice("OS-2042", "Beta Bakery LLC", "300.00"));
  await writeFile(join(folder, "statement.ofx"), statement);
  await writeFile(join(folder, "payments.csv"), failedPayments);
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
  await (
    await chooser
  ).setFiles(
    ["OS-2041.txt", "OS-2042.txt", "statement.ofx", "payments.csv"].map((name) => join(folder, name)),
  );
  await expect(page.getByRole("row", { name: /statement\.ofx.*Read/ })).toBeVisible({ timeout: 60_000 });

  await test.step("what is sure is settled by one button", async () => {
    await window.press("g", "b");
    await window.expectScreen("Payments");
    await expect(page.getByText("Number and amount").first()).toBeVisible();
    await shoot("payments");
    await window.expectAccessible();
    await page.getByRole("button", { name: /Settle what is sure \(1\)/ }).press("Enter");
    await window.expectNotice(/1 payment settled/);
    await page.getByRole("tab", { name: /Settled/ }).click();
    await page.getByRole("button", { name: "Take back" }).press("Enter");
    await window.expectNotice(/The payment waits again/);
    await page.getByRole("tab", { name: /Open/ }).click();
    await page.getByText("Allocate by hand").click();
    await page.getByLabel("Share for OS-2041").fill("1100.00");
    await page.getByLabel("Share for OS-2042").fill("100.00");
    await expect(page.getByText(/Left of the payment: .*0\.00/)).toBeVisible();
    await shoot("by-hand");
    await window.expectAccessible();
    await page.getByRole("button", { name: "Settle so" }).press("Enter");
    await window.expectNotice(/Payment settled/);
    await window.press("Control+z");
    await window.expectNotice(/Undone|Took|undone/i);
    await page.getByRole("button", { name: "Settle", exact: true }).first().press("Enter");
    await window.expectNotice(/Payment settled/);
    await page.getByRole("tab", { name: "Months" }).click();
    await expect(page.getByText("1 movement is not matched.")).toBeVisible();
    await shoot("months");
    await window.expectAccessible();
  });

  await test.step("what is late has a draft, and is held back once promised", async () => {
    await window.press("g", "f");
    await window.expectScreen("Follow-up");
    const reminder = page.getByRole("article").filter({ hasText: "Beta Bakery LLC" });
    await expect(reminder).toBeVisible();
    await reminder.getByText("A reminder: OS-2042").click();
    await shoot("reminders");
    await window.expectAccessible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      reminder.getByRole("button", { name: "Save as mail" }).press("Enter"),
    ]);
    expect(await readFile(await download.path(), "utf8")).toContain("X-Unsent: 1");
    await reminder.getByText(/Reminders after 1, 3, 7 days/).click();
    await reminder.getByLabel("Days after the due date").fill("1, 5, 5");
    await expect(reminder.getByRole("button", { name: "Keep for Beta Bakery LLC" })).toBeDisabled();
    await reminder.getByLabel("Days after the due date").fill("1, 5");
    await shoot("schedule");
    await window.expectAccessible();
    await reminder.getByRole("button", { name: "Keep for Beta Bakery LLC" }).press("Enter");
    await expect(page.getByText(/Beta Bakery LLC: Reminders after 1, 5 days/)).toBeVisible();
    await page.getByRole("button", { name: "Back to the usual schedule" }).press("Enter");
    await expect(page.getByText(/Reminders after 1, 3, 7 days/)).toBeVisible();
    await reminder.getByLabel("Promised to pay by").fill("2099-01-31");
    await reminder.getByRole("button", { name: "Promised" }).press("Enter");
    await expect(page.getByText(/OS-2042, Beta Bakery LLC: promised/)).toBeVisible();
    await page.getByRole("tab", { name: /Calls/ }).click();
    await expect(page.getByRole("cell", { name: "Beta Bakery LLC" })).toBeVisible();
    await shoot("calls");
    await window.expectAccessible();
  });

  await test.step("a payment that failed is listed with the days on which to try again", async () => {
    await page.getByRole("tab", { name: "Failed payments (1)" }).click();
    const row = page.getByRole("row").filter({ hasText: "OS-2040" });
    await expect(row.getByRole("cell").nth(3)).toHaveText("2");
    await expect(row.getByRole("cell").nth(4)).toHaveText(/ · /);
    await shoot("failed");
    await window.expectAccessible();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy as CSV" }).press("Enter");
    await window.expectNotice(/Copied/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      `PM9,,,OS-2040,80.00,USD,2,${dayFromNow(1)}`,
    );
  });

  if (shots !== undefined) {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 900, height: 700 });
    await shoot("calls-dark");
    await window.press("g", "b");
    await page.getByRole("tab", { name: /All/ }).click();
    await shoot("payments-dark");
  }
  await rm(folder, { recursive: true, force: true });
});
