import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ImportRun } from "./import-run.ts";
import { createInvoices } from "./invoice-pdfs.ts";
import { findChildrenMs } from "./processor-time.ts";
import { perSecond, type BenchResult } from "./result.ts";
import { writeInvoices } from "./ubl-invoices.ts";

/** Files of the two imports that are held against each other; each in a process and a workspace of its own. */
const fewFiles = 1_000;
const manyFiles = 10_000;
const pdfFiles = 100;
const pagesPerPdf = 5;

const script = fileURLToPath(new URL("./import-run.ts", import.meta.url));
const build = fileURLToPath(new URL("../../.scripts/build.mjs", import.meta.url));

function importFolder(source: string, count: number): ImportRun {
  const home = mkdtempSync(join(tmpdir(), "countersign-bench-home-"));
  try {
    const output = execFileSync(process.execPath, [script, source, home], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    const run = JSON.parse(output) as ImportRun;
    if (run.documents !== count || run.unreadable > 0)
      throw new Error(
        `The import was not whole: ${run.documents} of ${count}, ${run.unreadable} unreadable.`,
      );
    return run;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Processor time of a tool over the same files; `null` where it is missing. */
function measureTool(tool: string, calls: readonly (readonly string[])[]): number | null {
  const before = findChildrenMs();
  if (before === null || spawnSync(tool, ["--version"], { stdio: "ignore" }).error !== undefined) return null;
  for (const words of calls) spawnSync(tool, [...words], { stdio: "ignore" });
  return (findChildrenMs() ?? before) - before;
}

const once = (ms: number) => ({ medianMs: ms, leastMs: ms, mostMs: ms });
const exactly = (ratio: number) => ({ median: ratio, least: ratio, most: ratio });

/** All that an import does to a file (reading process, nouns, encrypted record, trail) against a tool that reads it. */
function againstTool(
  id: string,
  title: string,
  unit: string,
  count: number,
  run: ImportRun,
  toolName: string,
  toolMs: number | null,
): BenchResult {
  const ours = run.processorMs ?? run.wallMs;
  const result = { id, title, ours: once(ours), shown: `${perSecond(count, once(ours), unit)} of processor` };
  const work = `${count} ${unit}, ${perSecond(count, once(run.wallMs), unit)} by the clock`;
  if (toolMs === null || toolMs === 0)
    return { ...result, work, reference: `${toolName} (not on this machine)` };
  return {
    ...result,
    work,
    reference: toolName,
    theirs: once(toolMs),
    ratio: exactly(ours / toolMs),
    shownReference: `${perSecond(count, once(toolMs), unit)} of processor`,
  };
}

/** How time and memory grow from few files to many; both 1 when ten times the files take ten times as long. */
function growth(few: ImportRun, many: ImportRun): readonly BenchResult[] {
  const fewMs = few.processorMs ?? few.wallMs;
  const manyMs = many.processorMs ?? many.wallMs;
  const times = manyFiles / fewFiles;
  return [
    {
      id: "import-growth",
      title: "The same, for each file",
      work: `${manyFiles} files`,
      reference: `${fewFiles} files`,
      ours: once(manyMs),
      theirs: once(fewMs * times),
      ratio: exactly(manyMs / (fewMs * times)),
      shown: `${(manyMs / manyFiles).toFixed(2)} ms`,
      shownReference: `${(fewMs / fewFiles).toFixed(2)} ms`,
    },
    {
      id: "import-memory",
      title: "Memory at its peak, without the reading processes",
      work: `${manyFiles} files, ${many.startMegabytes} MB at the start`,
      reference: `${fewFiles} files`,
      ours: once(many.peakMegabytes),
      theirs: once(few.peakMegabytes),
      ratio: exactly(many.peakMegabytes / few.peakMegabytes),
      shown: `${many.peakMegabytes} MB`,
      shownReference: `${few.peakMegabytes} MB`,
    },
  ];
}

/** Importing into an encrypted workspace: e-invoices at two sizes, and PDFs, against tools that only read. */
export async function benchImporting(): Promise<readonly BenchResult[]> {
  execFileSync(process.execPath, [build], { stdio: ["ignore", "ignore", "inherit"] });
  const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
  try {
    const [fewSource, manySource, pdfSource] = ["few", "many", "pdf"].map((name) => join(folder, name));
    if (fewSource === undefined || manySource === undefined || pdfSource === undefined) return [];
    writeInvoices(fewSource, fewFiles);
    const paths = writeInvoices(manySource, manyFiles);
    const few = importFolder(fewSource, fewFiles);
    const many = importFolder(manySource, manyFiles);
    const xmllintMs = measureTool("xmllint", [["--noout", ...paths]]);
    mkdirSync(pdfSource);
    const pdfs = (await createInvoices(pdfFiles, pagesPerPdf)).map((bytes, index) => {
      const path = join(pdfSource, `invoice-${index}.pdf`);
      writeFileSync(path, bytes);
      return path;
    });
    const pdfRun = importFolder(pdfSource, pdfFiles);
    const pdftotextMs = measureTool(
      "pdftotext",
      pdfs.map((path) => ["-tsv", path, "/dev/null"]),
    );
    return [
      againstTool(
        "ubl-import",
        "UBL invoices into an encrypted workspace",
        "invoices",
        manyFiles,
        many,
        "xmllint --noout",
        xmllintMs,
      ),
      ...growth(few, many),
      againstTool(
        "pdf-import",
        "PDF pages into an encrypted workspace",
        "pages",
        pdfFiles * pagesPerPdf,
        pdfRun,
        "pdftotext -tsv",
        pdftotextMs,
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
