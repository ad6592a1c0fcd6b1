import { describe, expect, test } from "vitest";
import { judgeTerms, openPassages } from "../../../../../src-main/services/assistant/tasks/propose-terms.ts";
import type { Agreement, DocumentId, Term } from "../../../../../src-shared/model/index.ts";

const text = `1. Fees. Senior staff: USD 180.00 per hour. Junior staff: USD 95.00 per hour.

2. Notices. Notices are sent by post within 10 days.

3. Callouts. For each callout USD 640.00 shall be owed.`;
const documentId = "doc-1" as DocumentId;
const source = { documentId, words: { text, runs: [] } };
const quoted = (quote: string) => [{ documentId, role: "term" as const, quote, at: { start: 0, end: 1 } }];
const rate = (item: string, price: string, quote: string, change: object = {}): Term =>
  ({
    id: `trm-${item}`,
    agreementId: "agr-1",
    type: "rate",
    value: { item, unit: "hour", price },
    status: "proposed",
    from: null,
    to: null,
    confidence: 0.95,
    basis: "rule",
    version: 1,
    evidence: quoted(quote),
    ...change,
  }) as unknown as Term;
const agreementWith = (terms: readonly Term[], residue: readonly string[] = []): Agreement =>
  ({
    id: "agr-1",
    documentId,
    terms,
    residue: residue.map((quote) => ({ evidence: quoted(quote)[0] })),
  }) as unknown as Agreement;

const senior = rate("Senior staff", "180.00", "Senior staff: USD 180.00 per hour.");
const junior = rate("Junior staff", "95.00", "Junior staff: USD 95.00 per hour.");
const named = (change: object) => ({
  type: "rate",
  item: "Senior staff",
  amount: "USD 180.00",
  percent: "",
  days: "",
  unit: "per hour",
  period: "",
  quote: "Senior staff: USD 180.00 per hour.",
  ...change,
});
const judge = (agreement: Agreement, ...terms: readonly object[]) =>
  judgeTerms({ terms }, agreement, source, () => "prp-1");

describe("a passage is worth asking about", () => {
  const starts = (agreement: Agreement): readonly string[] =>
    openPassages(agreement, text).map((passage) => passage.text.slice(0, 2));

  test("where the rules left a figure, and nowhere else", () => {
    expect(starts(agreementWith([senior, junior], ["For each callout USD 640.00 shall be owed."]))).toEqual([
      "2.",
      "3.",
    ]);
  });

  test("where they are in doubt", () => {
    const doubtful = rate("Junior staff", "95.00", "Junior staff: USD 95.00 per hour.", {
      questions: ["conflicting-values"],
    });
    expect(starts(agreementWith([senior, doubtful]))).toContain("1.");
  });
});

describe("a term beside the rules", () => {
  test("that says the same is nothing new", () => {
    const { proposals, citations } = judge(agreementWith([senior]), named({}));
    expect(proposals).toEqual([]);
    expect(citations).toEqual({ verified: 1, dropped: 0 });
  });

  test("that says otherwise is shown with what they read", () => {
    const misread = rate("Senior staff", "810.00", "Senior staff: USD 180.00 per hour.");
    const [proposal] = judge(agreementWith([misread]), named({})).proposals;
    expect(proposal?.content).toMatchObject({
      value: { price: "180.00", unit: "hour" },
      beside: expect.stringContaining("810.00") as unknown,
    });
  });

  test("is looked for only in the passage that was sent", () => {
    const part = { start: text.indexOf("3."), end: text.length };
    const { proposals, dropped } = judgeTerms(
      { terms: [named({})] },
      agreementWith([]),
      { ...source, part },
      () => "prp-1",
    );
    expect(proposals).toEqual([]);
    expect(dropped).toEqual({ "quote-not-found": 1 });
  });
});
