import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findChromium } from "../../../.scripts/chromium.mjs";

/** Who makes a paper's file. `html` is read as it is, as a page of a mail would be. */
export type Producer = "chromium" | "office" | "html";

/** Prints pages of HTML with one producer; `null` for a page that it could not print. */
export async function printPages(
  pages: readonly string[],
  producer: Producer,
): Promise<readonly (Uint8Array | null)[]> {
  if (producer === "html") return pages.map((page) => new TextEncoder().encode(page));
  return producer === "chromium" ? printWithChromium(pages) : printWithOffice(pages);
}

async function printWithChromium(pages: readonly string[]): Promise<readonly Uint8Array[]> {
  const found = findChromium();
  const browser = await chromium.launch({
    ...(found === undefined || found === "playwright" ? {} : { executablePath: found }),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
  try {
    const page = await browser.newPage();
    const files: Uint8Array[] = [];
    for (const html of pages) {
      await page.setContent(html);
      files.push(new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
    }
    return files;
  } finally {
    await browser.close();
  }
}

function printWithOffice(pages: readonly string[]): readonly (Uint8Array | null)[] {
  const folder = mkdtempSync(join(tmpdir(), "reading-set-"));
  try {
    const names = pages.map((html, index) => {
      const name = `paper-${String(index).padStart(4, "0")}`;
      writeFileSync(join(folder, `${name}.html`), html);
      return name;
    });
    mkdirSync(join(folder, "out"));
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "pdf:writer_web_pdf_Export",
        "--outdir",
        join(folder, "out"),
        ...names.map((name) => join(folder, `${name}.html`)),
      ],
      { stdio: "ignore" },
    );
    return names.map((name) => {
      try {
        return new Uint8Array(readFileSync(join(folder, "out", `${name}.pdf`)));
      } catch {
        return null;
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
