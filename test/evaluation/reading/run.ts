// npm run eval:reading [-- --count N] [--split design,held-out] [--producer chromium,office,html] [--show N] [--keep DIR]
//
// Composes papers, prints them with real producers, reads the files with the real readers and says field by field
// what came out, and what the confidences are worth.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { normalizeDocument } from "../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../builders/read-bytes.ts";
import { composeSale, type Sale, type Split } from "./compose-sale.ts";
import { drawSale } from "./draw-sale.ts";
import { printPages, type Producer } from "./print-pages.ts";
import { formatCalibration, formatFields } from "./reading-tables.ts";
import { scoreSale, type PaperScore } from "./score-sale.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "150" },
    from: { type: "string", default: "1" },
    split: { type: "string", default: "design,held-out" },
    producer: { type: "string", default: "chromium" },
    show: { type: "string", default: "0" },
    only: { type: "string", default: "" },
    keep: { type: "string" },
  },
});

const from = Number(values.from);
const shown = Number(values.show);

async function scoreAll(sales: readonly Sale[], producer: Producer): Promise<readonly PaperScore[]> {
  const pages = sales.map(drawSale);
  const files = await printPages(pages, producer);
  const scores: PaperScore[] = [];
  for (const [index, sale] of sales.entries()) {
    const bytes = files[index];
    if (bytes === undefined || bytes === null) continue;
    const name = `paper-${sale.seed}.${producer === "html" ? "html" : "pdf"}`;
    if (values.keep !== undefined) {
      mkdirSync(values.keep, { recursive: true });
      writeFileSync(join(values.keep, name), bytes);
    }
    const read = await readBytes(name, bytes);
    scores.push(scoreSale(sale, normalizeDocument(read, importedFile(name, bytes), context)));
  }
  return scores;
}

for (const split of values.split.split(",") as Split[]) {
  for (const producer of values.producer.split(",") as Producer[]) {
    const sales = Array.from({ length: Number(values.count) }, (_, index) =>
      composeSale(from + index, split),
    );
    const scores = await scoreAll(sales, producer);
    process.stdout.write(`\n${split}, printed by ${producer}: ${scores.length} papers\n\n`);
    process.stdout.write(formatFields(scores));
    process.stdout.write(formatCalibration(scores));
    let left = shown;
    for (const score of scores) {
      for (const { field, verdict, printed, read, confidence } of score.marks) {
        if (verdict === "right" || verdict === "silent" || !field.startsWith(values.only)) continue;
        left -= 1;
        if (left >= 0)
          process.stdout.write(
            `${score.seed} ${sales.find(({ seed }) => seed === score.seed)?.country.code} ${field} ${verdict}: printed ${printed}, read ${read} (${confidence})\n`,
          );
      }
    }
  }
}
