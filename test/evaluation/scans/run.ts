// npm run eval:scans [-- pages] [condition]: how well worn pages are read. Prints a table a condition and the
// calibration of the confidences, and lists sure values that are wrong. TOLD=1 tells each miss; KEEP=<folder> keeps what
// was recognized there and takes it from there: what is made of words is then measured without recognizing again.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportedFile, ReadDocument } from "../../../src-shared/model/index.ts";
import { createTesseractRecognizer } from "../../../src-main/adapters/recognizer-tesseract/index.ts";
import { normalizeDocument } from "../../../src-main/pipeline/normalize/index.ts";
import { readFile } from "../../../src-main/pipeline/read/index.ts";
import { composeInvoice } from "../../builders/composed-invoice.ts";
import type { Language } from "../../builders/composed-invoice.ts";
import { pictureOf } from "../../builders/printed-pages.ts";
import { context, importedFile, loadAsset } from "../../builders/read-bytes.ts";
import { makePng } from "../../golden/formats/make-picture-inputs.ts";
import { scanConditions } from "./scan-conditions.ts";
import { isRight, scoreInvoice, sureFrom } from "./score-invoice.ts";
import type { ScoredValue } from "./score-invoice.ts";
import { addScores, noWords, scoreWords } from "./score-words.ts";

const languages: readonly Language[] = ["en", "de", "fr", "us", "nl", "es", "it", "pt"];
const [pagesText = "4", only = ""] = process.argv.slice(2);
const pagesPerCondition = Number(pagesText);
/** With TOLD set, each page tells what was read otherwise than printed. */
const isTold = process.env["TOLD"] !== undefined;
const kept = process.env["KEEP"];

const recognizer = createTesseractRecognizer();
const tools = { loadAsset, recognize: recognizer.recognize };

interface Recognized {
  readonly file: ImportedFile;
  readonly read: ReadDocument;
  readonly usedMs: number;
}

async function recognizeOnce(seed: number, draw: () => Promise<Uint8Array>): Promise<Recognized> {
  const place = kept === undefined ? null : join(kept, `${seed}.json`);
  if (place !== null && existsSync(place)) return JSON.parse(readFileSync(place, "utf8")) as Recognized;
  const bytes = await draw();
  const file = importedFile(`${seed}.png`, bytes);
  const before = process.cpuUsage();
  const read = await readFile(file, bytes, tools, new AbortController().signal);
  const used = process.cpuUsage(before);
  const recognized: Recognized = { file, read, usedMs: (used.user + used.system) / 1000 };
  if (kept !== undefined && place !== null) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(place, JSON.stringify(recognized));
  }
  return recognized;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
const row = (...cells: readonly string[]): void =>
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(26) : cell.padStart(10))).join(""));

row("condition", "letters", "words", "numbers", "head", "lines", "CPU/page");
const all: ScoredValue[] = [];
let everyWord = noWords;
let [allLines, allRightLines] = [0, 0];
for (const [place, condition] of scanConditions.entries()) {
  if (!condition.name.includes(only)) continue;
  let words = noWords;
  let [lines, rightLines, processorMs] = [0, 0, 0];
  const values: ScoredValue[] = [];
  for (let page = 0; page < pagesPerCondition; page += 1) {
    const seed = 7000 + place * 40 + page;
    const { document, truth, plan } = composeInvoice(seed, languages[(place * 3 + page) % languages.length]!);
    const { file, read, usedMs } = await recognizeOnce(seed, async () => {
      const image = condition.wear(seed)(
        await pictureOf(document, condition.dotsPerInch, condition.typeface),
      );
      return makePng(image.width, image.height, image.pixels, condition.dotsPerInch);
    });
    processorMs += usedMs;
    const normalized = normalizeDocument(read, file, context);
    const printed = document.pages.flatMap((sheet) => sheet.words.map(({ text }) => text));
    const recognized = read.pages.flatMap((sheet) => sheet.words.map(({ text }) => text));
    const score = scoreWords(printed, recognized);
    words = addScores(words, score);
    const scored = scoreInvoice(truth, normalized.invoices);
    values.push(...scored.values);
    lines += scored.lines;
    rightLines += scored.rightLines;
    if (isTold) {
      console.log(
        `  ${seed} ${plan}: ${score.wrongWords} words, ${score.wrongNumbers} numbers wrong; kind ${normalized.kind}`,
      );
      const missing = printed.filter((text) => !recognized.includes(text));
      console.log(`    printed ${missing.join(" ")}`);
      console.log(`    read    ${recognized.filter((text) => !printed.includes(text)).join(" ")}`);
      for (const value of scored.values.filter((each) => !isRight(each)))
        console.log(`    ${value.name}: ${value.printed} read ${value.read} (${value.confidence})`);
    }
  }
  const head = values.filter(({ part }) => part === "head");
  row(
    condition.name,
    percent(words.letters - words.wrongLetters, words.letters),
    percent(words.words - words.wrongWords, words.words),
    percent(words.numbers - words.wrongNumbers, words.numbers),
    percent(head.filter(isRight).length, head.length),
    percent(rightLines, lines),
    `${(processorMs / pagesPerCondition / 1000).toFixed(2)} s`,
  );
  all.push(...values);
  everyWord = addScores(everyWord, words);
  allLines += lines;
  allRightLines += rightLines;
}
const head = all.filter(({ part }) => part === "head");
row(
  "all",
  percent(everyWord.letters - everyWord.wrongLetters, everyWord.letters),
  percent(everyWord.words - everyWord.wrongWords, everyWord.words),
  percent(everyWord.numbers - everyWord.wrongNumbers, everyWord.numbers),
  percent(head.filter(isRight).length, head.length),
  percent(allRightLines, allLines),
);

console.log("\nconfidence      values     right");
const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, sureFrom, 1.01];
for (const [at, low] of edges.slice(0, -1).entries()) {
  const bin = all.filter(
    ({ read, confidence }) => read !== null && confidence >= low && confidence < edges[at + 1]!,
  );
  console.log(
    `${low.toFixed(2)}–${Math.min(1, edges[at + 1]!).toFixed(2)}  ${String(bin.length).padStart(10)}${percent(bin.filter(isRight).length, bin.length).padStart(10)}`,
  );
}
const strong = all.filter(
  ({ read, confidence, basis }) => read !== null && (basis === "two-readings" || confidence >= sureFrom),
);
console.log(
  `two readings or sure: ${strong.length} of ${all.length} values, ${percent(strong.filter(isRight).length, strong.length)} right`,
);
for (const value of strong.filter((each) => !isRight(each)))
  console.log(
    `  wrong: ${value.name} ${value.printed} read ${value.read} (${value.confidence}, ${value.basis})`,
  );
