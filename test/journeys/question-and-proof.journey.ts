import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "./journey.ts";

test("a question leaves encrypted and its signed answer returns; the evidence verifies itself", async ({
  shell,
  window,
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "countersign-question-"));
  const passphrase = "seven green bottles";
  await window.open(await shell.start());
  await window.openSample();
  await expect.poll(() => window.count("All invoices"), { timeout: 60_000 }).toBeGreaterThanOrEqual(20);
  await window.press("Enter");
  await window.expectScreen("Review");
  await expect(page.locator("[data-mark]").first()).toBeAttached();
  const address = page.url();

  const question = await test.step("the question is saved as a file, and the case waits", async () => {
    await window.press("q");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Question" }).fill("Which rate was agreed?");
    await dialog.getByRole("textbox", { name: "To" }).fill("Project manager");
    await dialog.getByRole("checkbox").press("Space");
    await dialog.getByLabel("Passphrase").fill(passphrase);
    await window.expectAccessible();
    const [download] = await Promise.all([page.waitForEvent("download"), window.press("Control+Enter")]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    await window.expectNotice(/The case waits for the answer/);
    return path;
  });

  const answer = await test.step("the other side opens it in a browser and signs an answer", async () => {
    await page.goto(pathToFileURL(question).href);
    await page.getByLabel("Passphrase").fill("a wrong one");
    await window.press("Enter");
    await expect(page.getByRole("alert")).toContainText("does not open this question");
    await page.getByLabel("Passphrase").fill(passphrase);
    await window.press("Enter");
    await expect(page.getByText("Which rate was agreed?")).toBeVisible({ timeout: 60_000 });
    await page.getByLabel("Your name").fill("Maria");
    await page.getByLabel("Your answer").fill("210 an hour, by e-mail of 3 July.");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Sign and save the answer" }).press("Enter"),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  });

  await test.step("the answer joins the history of the case", async () => {
    await page.goto(address);
    await window.expectScreen("Review");
    await expect(page.locator("[data-mark]").first()).toBeAttached();
    const chooser = page.waitForEvent("filechooser");
    await window.press("Control+Alt+a");
    await (await chooser).setFiles(answer);
    await window.expectNotice(/signed answer was taken in/);
    await window.press("h");
    await expect(page.getByRole("region", { name: "History" })).toContainText("Signed answer from Maria");
  });

  await test.step("the evidence pack verifies itself and prints", async () => {
    await page.locator("[data-keys=review]").focus();
    const [download] = await Promise.all([page.waitForEvent("download"), window.press("Control+Shift+E")]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    await page.goto(pathToFileURL(path).href);
    await expect(page.getByText(/Verified here: all \d+ hashes and formulas hold/)).toBeVisible();
    await expect(page.locator("svg.crop").first()).toBeVisible();
  });
  await rm(folder, { recursive: true, force: true });
});
