import { expect, test } from "vitest";
import { evaluate, summarize } from "./evaluate.ts";

// A slice with numbers of its own; `npm run eval:checks` runs as many as are asked for.
const numbers = [101];

test("what is planted in worlds of nouns is found, and nothing else", { timeout: 60_000 }, async () => {
  const evaluation = await evaluate({ mode: "nouns", numbers });
  const summary = summarize(evaluation);
  const missed = evaluation.seeds.filter(({ count, right, exact }) => right < count || exact < count);
  expect(missed.map(({ id, notes }) => [id, notes])).toEqual([]);
  expect(summary).toMatchObject({ wronglyClear: 0, nearMissesFlagged: 0, alarmed: 0 });
  expect(summary.defects).toBeGreaterThan(140);
  expect(summary.cleanClear).toBe(summary.cleanInvoices);
});

test("the same holds for documents of plain text and pages", { timeout: 60_000 }, async () => {
  const planted = new Set(["fee-raised", "total-is-off", "row-printed-twice", "part-month-on-another-basis"]);
  const evaluation = await evaluate({ mode: "documents", numbers, only: ({ id }) => planted.has(id) });
  const managed = evaluation.seeds.flatMap(({ id, notes }) =>
    notes.filter((note) => note.startsWith("managed")).map((note) => [id, note]),
  );
  expect(managed).toEqual([]);
  expect(summarize(evaluation).wronglyClear).toBe(0);
  const clean = evaluation.clean.find(({ world }) => world === "managed");
  expect(clean?.clear).toBe(clean?.invoices);
});
