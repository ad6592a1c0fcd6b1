import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

/** The window as a person with a keyboard meets it. Nothing here uses the mouse but where a method says so. */
export class CountersignWindow {
  readonly page: Page;
  /** What the browser complained about: script errors, refused styles, failed loads. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(error.message));
  }

  get grid(): Locator {
    return this.page.locator("[data-keys=queue][role=grid]");
  }

  /** Rows of cases and heads of groups; neither the head of the columns nor the words that stand in for rows. */
  get rows(): Locator {
    return this.grid.locator('[role=row][aria-rowindex]:not([aria-rowindex="1"])');
  }

  get notices(): Locator {
    return this.page.getByRole("status", { name: "Notices" });
  }

  get findings(): Locator {
    return this.page.getByRole("region", { name: "List of findings" });
  }

  async open(address: string): Promise<void> {
    // A shell that starts again has the same address: only its ticket differs, and the page must be loaded anew.
    await this.page.goto("about:blank");
    await this.page.goto(address);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Runs a command as the palette finds it. */
  async run(command: string): Promise<void> {
    await this.press("F1");
    const search = this.page.getByRole("combobox", { name: "Search commands" });
    await search.fill(command);
    await expect(this.page.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
    await this.press("Enter");
    await expect(search).toBeHidden();
  }

  async openSample(): Promise<void> {
    await this.run("open the sample");
    await expect(this.rows.first()).toBeVisible({ timeout: 90_000 });
  }

  /** Opens the sample and waits until all of its invoices are checked and the list takes keys. */
  async openWholeSample(): Promise<void> {
    await this.openSample();
    await expect.poll(() => this.count("All invoices"), { timeout: 60_000 }).toBeGreaterThanOrEqual(20);
    await expect(this.grid).toBeFocused();
  }

  /** How many cases stand in a list, as the sidebar says. */
  async count(list: string): Promise<number> {
    const item = this.page
      .getByRole("navigation")
      .getByRole("button", { name: new RegExp(`^${list} [\\d,]+$`) });
    return Number((await item.innerText()).replaceAll(/\D/g, ""));
  }

  async expectScreen(name: string): Promise<void> {
    await expect(this.page.getByRole("main", { name, exact: true })).toBeVisible();
  }

  async expectNotice(text: string | RegExp): Promise<void> {
    await expect(this.notices.getByText(text).last()).toBeVisible();
  }

  /** No violation of WCAG 2.2 AA, nor of what axe holds for good practice, on what is shown now. */
  async expectAccessible(rules: "all" | "contrast" = "all"): Promise<void> {
    // Things that fade in are judged when they are there.
    await this.page.waitForTimeout(300);
    const axe = new AxeBuilder({ page: this.page }).options({ resultTypes: ["violations"] });
    const { violations } = await (
      rules === "contrast"
        ? axe.withRules(["color-contrast"])
        : axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    ).analyze();
    expect(
      violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(" ")) })),
    ).toEqual([]);
  }

  expectNoComplaints(): void {
    expect(this.complaints).toEqual([]);
  }
}
