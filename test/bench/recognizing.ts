import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTesseractRecognizer } from "../../src-main/adapters/recognizer-tesseract/index.ts";
import { readFile } from "../../src-main/pipeline/read/index.ts";
import { composeInvoice } from "../builders/composed-invoice.ts";
import { pictureOf } from "../builders/printed-pages.ts";
import { importedFile, loadAsset } from "../builders/read-bytes.ts";
import { blur, grain, jpegTraces, skew, wornBy } from "../builders/worn-picture.ts";
import { scoreWords } from "../evaluation/scans/score-words.ts";
import { makePng } from "../golden/formats/make-picture-inputs.ts";
import { duel, solo, type Spread } from "./duel.ts";
import type { BenchResult } from "./result.ts";

const dotsPerInch = 300;
const seed = 4100;
const perMinute = ({ medianMs }: Spread): string => `${(60_000 / medianMs).toFixed(1)} pages/min`;

/** Letters of a page that were recognized right, in percent. */
function rightLetters(printed: readonly string[], recognized: readonly string[]): string {
  const { letters, wrongLetters } = scoreWords(printed, recognized);
  return `${((100 * (letters - wrongLetters)) / letters).toFixed(1)} %`;
}

/**
 * The words of one office scan, from its file: ours in this process, the native program as one process a page.
 *
 * The native one is held to one thread, so that time is processor time on both sides. Its quality is told beside ours:
 * a faster reading of fewer letters is none.
 */
export async function benchRecognizing(rounds: number): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
  try {
    const { document } = composeInvoice(seed, "en");
    const wear = wornBy(skew(0.7), blur(0.8), grain(seed, 8), jpegTraces(60));
    const image = wear(await pictureOf(document, dotsPerInch, "sans"));
    const bytes = makePng(image.width, image.height, image.pixels, dotsPerInch);
    const path = join(folder, "page.png");
    writeFileSync(path, bytes);
    const printed = document.pages.flatMap((page) => page.words.map(({ text }) => text));
    const { recognize } = createTesseractRecognizer();
    let own: readonly string[] = [];
    const readOurs = async (): Promise<void> => {
      const file = importedFile("page.png", bytes);
      const read = await readFile(file, bytes, { loadAsset, recognize }, new AbortController().signal);
      own = read.pages.flatMap((page) => page.words.map(({ text }) => text));
    };
    const base = { id: "scanned-page", title: "Words of an office scan" } as const;
    if (spawnSync("tesseract", ["--version"], { stdio: "ignore" }).error !== undefined) {
      const ours = await solo(readOurs, rounds);
      const reference = "tesseract (not on this machine: install tesseract-ocr)";
      const work = `1 page, ${rightLetters(printed, own)} of letters`;
      return { ...base, work, reference, ours, shown: perMinute(ours) };
    }
    let theirs: readonly string[] = [];
    const readTheirs = (): void => {
      const text = execFileSync("tesseract", [path, "-", "-l", "eng"], {
        stdio: ["ignore", "pipe", "ignore"],
        env: { ...process.env, OMP_THREAD_LIMIT: "1" },
      });
      theirs = text.toString("utf8").split(/\s+/u);
    };
    const { ours, reference, ratio } = await duel(readOurs, readTheirs, rounds);
    return {
      ...base,
      work: `1 page, ${rightLetters(printed, own)} of letters; native ${rightLetters(printed, theirs)}`,
      reference: "tesseract, one thread",
      ours,
      theirs: reference,
      ratio,
      shown: perMinute(ours),
      shownReference: perMinute(reference),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
