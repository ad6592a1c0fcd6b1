import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile as readBytes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { detectMediaType, documentIdFor } from "../../src-main/pipeline/import/index.ts";
import { readFile } from "../../src-main/pipeline/read/index.ts";
import type { ImportedFile } from "../../src-shared/model/index.ts";
import { duel, solo } from "./duel.ts";
import { createInvoices } from "./invoice-pdfs.ts";
import { perSecond, type BenchResult } from "./result.ts";

const fileCount = 24;
const pagesPerFile = 5;
const pdfium = fileURLToPath(
  new URL("../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm", import.meta.url),
);

/** The path of pdftotext; on a Debian machine where we are root it is installed when it is missing. */
function findPdftotext(): string | undefined {
  const isThere = (): boolean => spawnSync("pdftotext", ["-v"], { stdio: "ignore" }).error === undefined;
  if (isThere()) return "pdftotext";
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    return undefined;
  const options = { stdio: "ignore", timeout: 300_000 } as const;
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "poppler-utils"], options);
  return isThere() ? "pdftotext" : undefined;
}

/** Words with boxes from every page of the same files: ours in one process, pdftotext as one process a file. */
export async function benchReading(rounds: number): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
  try {
    const paths: string[] = [];
    for (const [index, bytes] of (await createInvoices(fileCount, pagesPerFile)).entries()) {
      const path = join(folder, `invoice-${index}.pdf`);
      writeFileSync(path, bytes);
      paths.push(path);
    }
    const wasm = new Uint8Array(readFileSync(pdfium));
    const tools = { loadAsset: () => Promise.resolve(wasm) };
    const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
    let wordCount = 0;

    async function readOurs(): Promise<void> {
      wordCount = 0;
      for (const path of paths) {
        const bytes = new Uint8Array(await readBytes(path));
        const sha256 = createHash("sha256").update(bytes).digest("hex");
        const file: ImportedFile = {
          id: documentIdFor(sha256, path, hash),
          path,
          name: basename(path),
          sha256,
          sizeBytes: bytes.length,
          mediaType: detectMediaType(path, bytes),
          copyOf: null,
        };
        const document = await readFile(file, bytes, tools, new AbortController().signal);
        if (document.pages.length !== pagesPerFile)
          throw new Error(`${path}: ${document.pages.length} pages read`);
        wordCount += document.pages.reduce((sum, page) => sum + page.words.length, 0);
      }
    }

    const pages = fileCount * pagesPerFile;
    const title = "PDF text with word boxes";
    const pdftotext = findPdftotext();
    if (pdftotext === undefined) {
      const ours = await solo(readOurs, rounds);
      const reference = "pdftotext -tsv (not on this machine: install poppler-utils)";
      return {
        id: "pdf-pages",
        title,
        work: `${pages} pages`,
        reference,
        ours,
        shown: perSecond(pages, ours, "pages"),
      };
    }
    const readTheirs = (): void => {
      for (const path of paths)
        execFileSync(pdftotext, ["-tsv", path, "-"], { stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1e9 });
    };
    const { ours, reference, ratio } = await duel(readOurs, readTheirs, rounds);
    return {
      id: "pdf-pages",
      title,
      work: `${pages} pages, ${wordCount} words`,
      reference: "pdftotext -tsv",
      ours,
      theirs: reference,
      ratio,
      shown: perSecond(pages, ours, "pages"),
      shownReference: perSecond(pages, reference, "pages"),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
