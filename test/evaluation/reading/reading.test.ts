import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../builders/read-bytes.ts";
import { composeSale, type Sale } from "./compose-sale.ts";
import { drawSale } from "./draw-sale.ts";
import { formatCalibration, formatFields } from "./reading-tables.ts";
import { scoreSale, type PaperScore } from "./score-sale.ts";

/**
 * A small slice of the reading set, as pages of HTML: the same papers on every run, and no browser.
 *
 * `npm run eval:reading` prints the whole of it with real producers.
 */
const sales: readonly Sale[] = [
  ...Array.from({ length: 14 }, (_, index) => composeSale(1001 + index, "design")),
  ...Array.from({ length: 10 }, (_, index) => composeSale(1001 + index, "held-out")),
];

async function read(sale: Sale): Promise<PaperScore> {
  const bytes = new TextEncoder().encode(drawSale(sale));
  const name = `paper-${sale.seed}.html`;
  const document = await readBytes(name, bytes);
  return scoreSale(sale, normalizeDocument(document, importedFile(name, bytes), context));
}

describe("a slice of the reading set", () => {
  it("draws the same paper from the same seed", () => {
    expect(drawSale(composeSale(7, "design"))).toBe(drawSale(composeSale(7, "design")));
    expect(drawSale(composeSale(7, "design"))).not.toBe(drawSale(composeSale(8, "design")));
  });

  it("is read as printed, and no value is claimed surely that is wrong", async () => {
    const scores: PaperScore[] = [];
    for (const sale of sales) scores.push(await read(sale));
    const marks = scores.flatMap((score) => score.marks);
    const printed = marks.filter(({ verdict }) => verdict !== "silent" && verdict !== "extra");
    const right = printed.filter(({ verdict }) => verdict === "right");
    const sureAndWrong = marks.filter(
      ({ verdict, confidence }) => (verdict === "wrong" || verdict === "extra") && (confidence ?? 0) > 0.95,
    );
    const table = formatFields(scores) + formatCalibration(scores);
    expect(sureAndWrong, table).toEqual([]);
    expect(right.length / printed.length, table).toBeGreaterThan(0.98);
    expect(scores.filter((score) => score.areLinesExact).length, table).toBeGreaterThanOrEqual(22);
  }, 60_000);
});
