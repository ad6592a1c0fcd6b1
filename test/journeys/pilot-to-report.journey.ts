import { readFile } from "node:fs/promises";
import { expect, test } from "./journey.ts";

const pictures = process.env["COUNTERSIGN_PICTURES"];

test("a consultant gets from the sample to a printed assessment, and every screen on the way is accessible", async ({
  shell,
  window,
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1360, height: 900 });
  const take = async (name: string): Promise<void> => {
    if (pictures === undefined) return;
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({ path: `${pictures}/${name}-${scheme}.png` });
    }
  };
  await window.open(await shell.start());
  await window.openSample();

  // A case is decided first, so that there is something to measure.
  await expect(window.grid).toBeFocused();
  await window.press("Enter");
  await expect(window.findings.getByRole("heading", { level: 3 }).first()).toBeVisible();
  await window.press("q");
  await expect(page.getByRole("dialog").getByRole("textbox", { name: "Question" })).toBeFocused();
  await page.keyboard.type("Which rate was agreed for this work?");
  await window.press("Shift+Tab");
  await page.keyboard.type("Project lead");
  await window.press("Control+Enter");
  await window.expectNotice(/Asked about 1 invoice/);
  await expect(page.getByRole("dialog")).toBeHidden();

  // The next case has opened, which leaves no room for the sidebar; its head leads back to the list.
  await page.getByRole("button", { name: "Queue", exact: true }).click();
  await page
    .getByRole("navigation", { name: "Countersign" })
    .getByRole("button", { name: "Pilot", exact: true })
    .click();
  await window.expectScreen("Pilot");
  await page.getByLabel("The handoff", { exact: true }).fill("Work order closed → invoice in accounting");
  await page.getByLabel("How often a month").fill("120");
  await page.getByLabel("Minutes for each, today").fill("25");
  await page.getByLabel("The one owner").fill("Ada Ahlberg");
  await page.getByLabel("Segment to begin with").fill("Monthly fees below 2,000");
  await page.getByRole("button", { name: "Add a step" }).click();
  await page.getByLabel("What is done").fill("Collect the time sheets");
  await expect(page.getByText("That is about 50.0 hours a month.")).toBeVisible();
  await page.getByRole("button", { name: "Record the assessment" }).click();
  await expect(page.getByText("1 / 1").first()).toBeVisible();
  await window.expectAccessible();
  await take("pilot-assess");

  await page.getByRole("tab", { name: "Baseline" }).click();
  const csv = [
    "Invoice,Delivered,Invoice date,Due,Paid,Minutes,Error",
    ...Array.from(
      { length: 12 },
      (_, at) =>
        `B-${at},2026-08-${10 + at},2026-08-${15 + at},2026-09-${10 + at},2026-09-${12 + at},2${at % 10},${at % 4 === 0 ? "yes" : "no"}`,
    ),
  ].join("\n");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "before.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(page.getByRole("cell", { name: "B-11" })).toBeVisible();
  await take("pilot-baseline");

  await page.getByRole("tab", { name: "Drills" }).click();
  await page.getByRole("button", { name: "Test the checks", exact: true }).click();
  await expect(page.getByText(/\d+ of \d+ caught/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Test yourself" }).click();
  await page.getByRole("button", { name: "Something is wrong" }).click();
  await expect(page.getByText(/^(Right|Not so): it was/)).toBeVisible();
  await window.expectAccessible();
  await take("pilot-drill");

  await page.getByRole("tab", { name: "Phase" }).click();
  await page.getByLabel("Your name, as the owner").fill("Ada Ahlberg");
  await page.getByRole("button", { name: "Sign Shadow" }).click();
  await expect(page.getByText(/Ada Ahlberg signed “Shadow”/)).toBeVisible();
  await window.expectAccessible();
  await take("pilot-phase");
  await page.getByRole("tab", { name: "Shadow ledger" }).click();
  await take("pilot-ledger");

  await window.press("g", "m");
  await window.expectScreen("Measures");
  await expect(page.getByRole("row", { name: /Work on a case/ }).first()).toContainText("23.5 minutes");
  await expect(page.getByRole("heading", { name: "Thirty days before and after" })).toBeVisible();
  await page
    .getByRole("button", { name: /show the cases of “Exceptions”/ })
    .first()
    .click();
  await expect(page.getByRole("list", { name: "Cases behind “Exceptions”" }).first()).toBeVisible();
  await window.expectAccessible();
  await take("measure");
  await page.locator("#measure-return").scrollIntoViewIfNeeded();
  await take("measure-return");

  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Assessment report" }).click();
  const report = await (await waiting).path();
  const html = await readFile(report, "utf8");
  expect(html).toContain("Ada Ahlberg");
  expect(html).toContain("<svg");
  if (pictures !== undefined) {
    const paper = await page.context().newPage();
    await paper.goto(`file://${report}`).catch(() => undefined);
    await paper.setContent(html);
    await paper.screenshot({ path: `${pictures}/report.png`, fullPage: true });
    await paper.close();
  }

  await window.press("g", "l");
  await window.expectScreen("Assistant");
  await page.getByRole("button", { name: "Ask now" }).click();
  await expect(page.getByText("Rules and templates", { exact: true }).first()).toBeVisible();
  await window.expectAccessible();
  await take("assistant");
});
