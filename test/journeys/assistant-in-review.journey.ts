import { completes, fencedWords, startScriptedServer } from "../fakes/scripted-model-server.ts";
import type { SeenRequest } from "../fakes/scripted-model-server.ts";
import { expect, test } from "./journey.ts";

/** Reads the number as it stands, and takes the first amount of the page for the amount due. */
function readTwice(request: SeenRequest): string {
  const words = fencedWords(request);
  const lines = words.split("\n");
  const number = lines.find((line) => line.includes("HP-1049")) ?? "";
  const amount = lines.flatMap((line) => line.match(/\d[\d,]*\.\d{2}/) ?? [])[0] ?? "";
  const quote = lines.find((line) => line.includes(amount)) ?? "";
  return JSON.stringify({
    readings: [
      { field: "number", value: "HP-1049", quote: number.trim() },
      { field: "payable", value: amount, quote: quote.trim() },
      { field: "currency", value: "EUR", quote: "a sentence that stands nowhere" },
    ],
  });
}

test("proposals stand beside the rule's result with their quotes, and one key takes over or rejects", async ({
  shell,
  window,
  page,
}) => {
  const server = await startScriptedServer(completes(readTwice));
  try {
    await window.open(await shell.start());
    await window.openSample();
    await expect.poll(() => window.count("All invoices"), { timeout: 60_000 }).toBeGreaterThanOrEqual(20);

    await test.step("nothing is shown while the assistant is off", async () => {
      await window.press("Home", "Enter");
      await window.expectScreen("Review");
      await expect(page.getByRole("region", { name: "List of findings" })).toBeVisible();
      await expect(page.getByRole("region", { name: "The assistant about this case" })).toHaveCount(0);
    });

    await test.step("a person turns a second reading on", async () => {
      await window.press("g", "l");
      await window.expectScreen("Assistant");
      await page.getByRole("checkbox", { name: "Use a language model" }).check();
      await page.getByLabel("Address of the server").fill(server.baseUrl);
      await page.getByLabel("Model", { exact: true }).fill("tiny");
      await page.getByLabel("Read critical values a second time").selectOption("draft");
      await page.getByRole("button", { name: "Store" }).press("Enter");
      await expect(page.getByRole("button", { name: "Store" })).toBeDisabled();
      await page.locator("[data-keys=assistant]").focus();
    });

    const beside = page.getByRole("region", { name: "The assistant about this case" });
    await test.step("it is asked by a key, and what has no quote in the document is not shown", async () => {
      await window.press("g", "q");
      await expect(window.grid).toBeFocused();
      await window.press("Home", "Enter");
      await window.expectScreen("Review");
      await expect(beside).toBeVisible();
      await window.press("Shift+A");
      await expect(beside.getByRole("article")).toHaveCount(2);
      await expect(beside).toContainText("Rules");
      await expect(beside.locator("blockquote").first()).not.toBeEmpty();
      await expect(beside).not.toContainText("stands nowhere");
      await window.expectAccessible();
    });

    await test.step("one key rejects, one takes over, and each says so", async () => {
      await window.press("t");
      await expect(beside.getByText("Rejected")).toBeVisible();
      await window.press("y");
      await expect(beside.getByText("Taken over")).toBeVisible();
    });

    await test.step("settings say how far each action may go", async () => {
      await page.locator("[data-keys=review]").focus();
      await window.press("g", "s");
      await window.expectScreen("Settings");
      const row = page.getByRole("row", { name: /Read critical values a second time/ });
      await expect(row).toContainText("Advise");
      await expect(row).toContainText("One key");
      await expect(page.getByRole("row", { name: /Clear an invoice/ })).toContainText("Automatic");
      await window.expectAccessible();
    });
  } finally {
    await server.close();
  }
});
