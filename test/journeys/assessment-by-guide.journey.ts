import { readFile } from "node:fs/promises";
import { expect, test } from "./journey.ts";

/** A newcomer has fifteen minutes; a machine that presses the same buttons takes far less, so steps are counted too. */
const mostSteps = 40;

test("a newcomer follows the guide from an empty workspace to a printed assessment", async ({
  shell,
  window,
  page,
}) => {
  test.slow();
  let steps = 0;
  const press = async (name: string | RegExp): Promise<void> => {
    steps += 1;
    await page.getByRole("button", { name }).first().click();
  };
  const fill = async (label: string, text: string): Promise<void> => {
    steps += 1;
    await page.getByLabel(label, { exact: true }).fill(text);
  };
  const guide = page.getByRole("navigation", { name: "The way to a printed assessment" });
  const next = guide.locator("[aria-current=step]");
  const follow = async (title: RegExp): Promise<void> => {
    steps += 1;
    await expect(next).toHaveText(title);
    await next.click();
  };
  const sidebar = page.getByRole("navigation", { name: "Countersign" });
  const back = async (): Promise<void> => {
    steps += 1;
    await sidebar.getByRole("button", { name: "Pilot", exact: true }).click();
    await window.expectScreen("Pilot");
  };

  await window.open(await shell.start());
  await page.getByRole("button", { name: "Open the sample", exact: true }).click();
  await expect(window.rows.first()).toBeVisible({ timeout: 90_000 });
  await back();

  await follow(/Take a baseline/);
  await press("Use the sample's list");
  await expect(page.getByRole("cell", { name: "HP-0961" })).toBeVisible();

  await follow(/Describe the handoff/);
  await fill("The handoff", "Work order closed → invoice in accounting");
  // What the workspace shows is taken over, each by one press.
  const offers = page.getByRole("button", { name: /^Use [\d.]+$/ });
  await expect(offers).toHaveCount(4);
  for (let left = 4; left > 0; left -= 1) {
    steps += 1;
    await offers.first().click();
    await expect(offers).toHaveCount(left - 1);
  }
  await expect(page.getByText(/That is about .+ hours a month/)).toBeVisible();
  await fill("The one owner", "Ada Ahlberg");
  await press(/: \d+ of \d+ without a finding$/);
  await press("Begin with the usual steps");
  await press("Record the assessment");
  await window.expectNotice("The assessment is recorded.");
  await window.expectAccessible();

  await follow(/Decide five cases/);
  await window.expectScreen("Review queue");
  await expect(window.grid).toBeFocused();
  for (let decided = 1; decided <= 5; decided += 1) {
    steps += 1;
    await window.press("Enter");
    await expect(window.findings).toBeVisible();
    await window.press("q");
    await expect(page.getByRole("dialog").getByRole("textbox", { name: "Question" })).toBeFocused();
    await page.keyboard.type("Which record is this billed from?");
    await window.press("Shift+Tab");
    await page.keyboard.type("Project lead");
    await window.press("Control+Enter");
    await expect(page.getByRole("dialog")).toBeHidden();
    // The next case has opened, which leaves no room for the sidebar; its head leads back to the list.
    await page.getByRole("button", { name: "Queue", exact: true }).click();
    await window.expectScreen("Review queue");
    await expect.poll(() => window.count("Waiting")).toBe(decided);
    await window.grid.focus();
  }
  await back();

  await follow(/Test the checks/);
  await page.getByRole("button", { name: "Test the checks", exact: true }).click();
  await expect(page.getByText(/\d+ of \d+ caught/)).toBeVisible({ timeout: 90_000 });

  await follow(/Set the inputs of the return/);
  await window.expectScreen("Measures");
  await fill("Loaded cost an hour", "75");
  await fill("Cost a month", "120");
  await press("Store the inputs");
  await window.expectNotice("The inputs of the return are stored.");
  await back();

  const printing = page.waitForEvent("download");
  await follow(/Print the assessment/);
  const paper = await printing;
  expect(paper.suggestedFilename()).toMatch(/^assessment-\d{4}-\d{2}-\d{2}\.pdf$/);
  expect((await readFile(await paper.path())).subarray(0, 5).toString()).toBe("%PDF-");
  const waiting = page.waitForEvent("download");
  await press("Assessment report");
  const html = await readFile(await (await waiting).path(), "utf8");
  for (const words of [
    "Ada Ahlberg",
    "Work order closed",
    "Enter it in accounting",
    "<svg",
    "Return",
    "Drills",
  ])
    expect(html).toContain(words);
  expect(steps).toBeLessThanOrEqual(mostSteps);
});

test("the weekly review leads from what was overruled into the rule lab, and back to a decision", async ({
  shell,
  window,
  page,
}) => {
  await window.open(await shell.start());
  await window.openSample();
  await window.press("Enter");
  await expect(window.findings.getByRole("heading", { level: 3 }).first()).toBeVisible();
  await window.press("a");
  await window.expectNotice(/Approved 1 invoice/);
  await window.press("g", "p");
  await page.getByRole("tab", { name: "Weekly review" }).click();
  await expect(page.getByRole("heading", { name: "What to look at" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Rules to change" })).toBeVisible();
  await window.expectAccessible();
  await page
    .getByRole("button", { name: /^Write it down: / })
    .first()
    .click();
  await expect(page.getByLabel("Decisions of this week, one on a line")).toHaveValue(/^Change “/);
  await page.getByRole("button", { name: "Record the review" }).click();
  await window.expectNotice("The review is recorded.");
  await page
    .getByRole("button", { name: /^Try in the rule lab: / })
    .first()
    .click();
  await window.expectScreen("Rule lab");
  await page.getByRole("button", { name: "Compare with the history" }).click();
  await expect(page.getByRole("main", { name: "Rule lab" }).getByRole("heading").nth(2)).toBeVisible();
  // Back leads to the page of the meeting, not to its first tab.
  await page.goBack();
  await expect(page.getByRole("tab", { name: "Weekly review" })).toHaveAttribute("aria-selected", "true");
});
