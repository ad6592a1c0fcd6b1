import { describe, expect, test } from "vitest";
import { readGivenValue } from "../../../../src-main/services/read-given-value.ts";
import { isQuoteThere } from "../../../../src-main/services/verify-quote.ts";
import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import { localDate } from "../../../../src-shared/time/index.ts";
import { openMemoryProgram } from "../../../fakes/memory-program.ts";

const asOf = localDate("2026-11-21");

describe("what a person gives is read as print, and never guessed", () => {
  test.each([
    ["net", "$2,520.00", "2520.00"],
    ["net", "2.520,00 €", "2520.00"],
    ["lines/1/quantity", "12", "12"],
    ["dueDate", "31 March 2026", "2026-03-31"],
    ["dueDate", "2026-03-31", "2026-03-31"],
    ["currency", "€", "EUR"],
    ["lines/1/unit", "hrs", "hour"],
    ["number", " A-1 ", "A-1"],
  ])("%s: %s", (field, value, expected) => {
    expect(readGivenValue({ field, value }, asOf)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ["net", "1.234", ["1.234", "1234"]],
    ["dueDate", "03/04/2026", ["2026-03-04", "2026-04-03"]],
  ])("%s: %s has two readings, and both are named", (field, value, readings) => {
    const read = readGivenValue({ field, value }, asOf);
    expect(read).toMatchObject({ ok: false, error: { code: "decide/ambiguous-value" } });
    const { first, second } = read.ok ? {} : (read.error.facts ?? {});
    expect(new Set([first, second])).toEqual(new Set(readings));
  });

  test("that a document does not print a value can be said", () => {
    expect(readGivenValue({ field: "dueDate", value: null }, asOf)).toEqual({ ok: true, value: null });
  });
});

describe("a quote counts only where it stands", () => {
  const word = (text: string, x: number) => ({ text, box: [x, 0.1, 0.05, 0.02], visible: true });
  const paper = {
    pages: [{ number: 1, words: [word("Total", 0.1), word("2,520.00", 0.3)] }],
    sheets: [{ name: "S", rows: [[{ text: "12", at: { sheet: "S", cell: "B2" } }]] }],
    root: null,
    text: "Total 2,520.00",
  } as unknown as ReadDocument;

  test.each([
    [{ quote: "2,520.00", at: { page: 1, box: [0.29, 0.09, 0.08, 0.04] } }, true],
    [{ quote: "2,520.00", at: { page: 1, box: [0.09, 0.09, 0.08, 0.04] } }, false],
    [{ quote: "2,520.00", at: { page: 2, box: [0.29, 0.09, 0.08, 0.04] } }, false],
    [{ quote: "2,520.00", at: { start: 6, end: 14 } }, true],
    [{ quote: "9,999.00", at: { start: 6, end: 14 } }, false],
    [{ quote: "12", at: { sheet: "S", cell: "B2" } }, true],
    [{ quote: "12", at: { sheet: "T", cell: "B2" } }, false],
    [{ quote: " ", at: { start: 5, end: 6 } }, false],
  ] as const)("%j", (pointed, expected) => {
    expect(isQuoteThere(paper, pointed as never)).toBe(expected);
  });
});

test("a corrected value keeps the place that was pointed at, or the former one where the words are not there", async () => {
  const host = await openMemoryProgram();
  await host.importSales({ "a.json": { number: "A-1", net: "100.00", gross: "100.00", customer: "Acme" } });
  const { rows } = await host.call("review.queue", {});
  const invoiceId = rows[0]?.invoiceId ?? "";
  const { invoice } = await host.call("review.case", { invoiceId });
  const text = (await host.call("documents.read", { documentId: invoice.documentId })).text ?? "";
  const start = text.indexOf("A-1");
  await host.call("review.correct-value", {
    invoiceId,
    field: "number",
    value: "A-1",
    pointedAt: { quote: "A-1", at: { start, end: start + 3 } },
  });
  const corrected = (await host.call("review.case", { invoiceId })).invoice.number;
  expect(corrected).toMatchObject({
    basis: "person",
    evidence: [{ quote: "A-1", at: { start, end: start + 3 } }],
  });
  await host.call("review.correct-value", {
    invoiceId,
    field: "number",
    value: "A-2",
    pointedAt: { quote: "A-2", at: { start, end: start + 3 } },
  });
  const moved = (await host.call("review.case", { invoiceId })).invoice.number;
  expect(moved?.value).toBe("A-2");
  expect(moved?.evidence.some(({ quote }) => quote === "A-2")).toBe(false);
});
