import { describe, expect, test } from "vitest";
import { agreementOf } from "../../unit/src-main/pipeline/normalize/agreement/agreement-of.ts";
import { loadGold } from "./gold-terms.ts";
import { readGold, tallyByType, totalOf } from "./read-terms.ts";
import { scoreTerms } from "./score-terms.ts";

describe("terms of agreements of many trades", () => {
  test("the corpus keeps its precision and recall, and every quote stands in its text", async () => {
    const read = [];
    for (const part of ["design", "held-out", "blind-2026-11/open"])
      for (const gold of loadGold(part)) read.push(await readGold(gold));
    const { wanted, found, exact, spurious } = totalOf(tallyByType(read));
    expect(read.flatMap(({ score }) => score.unquoted)).toEqual([]);
    // Floors, a little below what is reached: they rise with the reader and never fall.
    expect(found / (found + spurious)).toBeGreaterThan(0.96);
    expect(found / wanted).toBeGreaterThan(0.9);
    expect(exact / found).toBeGreaterThan(0.92);
    // A hundred agreements: a minute and more where the machine does other work besides.
  }, 120_000);
});

describe("the score", () => {
  const text = "# AGREEMENT\n\n## Fees\n\nWork is billed at $100.00 per hour. Invoices are due in 30 days.\n";
  const gold = (line: string) => {
    const [head = "", ...slots] = line.split(" ");
    return {
      types: [head.replace("?", "") as "rate"],
      slots: new Map(slots.map((slot) => slot.split("=") as [string, string])),
      absent: false,
      optional: head.startsWith("?"),
      source: line,
    };
  };
  const score = (...lines: readonly string[]) => scoreTerms(lines.map(gold), agreementOf(text), text);

  test("counts what is found, missed and not wanted", () => {
    const { found, missed, spurious } = score("rate price=100", "cap amount=5");
    expect(found.map(({ term }) => term.type)).toEqual(["rate"]);
    expect(missed.map(({ source }) => source)).toEqual(["cap amount=5"]);
    expect(spurious.map(({ type }) => type)).toEqual(["payment-terms"]);
  });

  test("another figure is another term, another unit an inexact one, and what is optional is neither", () => {
    expect(score("rate price=101").missed).toHaveLength(1);
    expect(score("rate price=100 unit=day").found[0]?.differing).toEqual(["unit"]);
    expect(score("?rate price=100", "?payment-terms").spurious).toEqual([]);
  });
});
