import { describe, expect, test } from "vitest";
import { findInDocument } from "../../../../src-renderer/components/document-view/search-marks.ts";
import {
  pickFromBlock,
  pickFromPage,
  wordAround,
} from "../../../../src-renderer/components/document-view/pick-words.ts";
import { computeCorrectedTotal } from "../../../../src-renderer/state/corrected-total.ts";
import { compareTwins } from "../../../../src-renderer/workspaces/review/compare-twins.ts";
import { valueGroups } from "../../../../src-renderer/workspaces/review/value-rows.ts";
import type { Finding, Invoice, ReadDocument, ReviewCase } from "../../../../src-shared/model/index.ts";
import { anInvoice } from "../../../builders/billing-documents.ts";
import type { InvoiceSpec } from "../../../builders/billing-documents.ts";

const invoice = (spec: Record<string, unknown> = {}): Invoice =>
  anInvoice({ number: "A-1", ...spec } as InvoiceSpec);
const withNet = (net: string | null, kind: Invoice["kind"] = "invoice"): Invoice => ({
  ...invoice(),
  kind,
  net: net === null ? null : ({ value: net, evidence: [], basis: "rule", confidence: 1 } as never),
});
const finding = (id: string, direction: string, impact: string | null): Finding =>
  ({ id, direction, impact, severity: "warn", evidence: [] }) as unknown as Finding;
const caseOf = (own: Invoice, findings: readonly Finding[]): ReviewCase =>
  ({ invoice: own, findings, decision: { dismissed: [] } }) as unknown as ReviewCase;

describe("the corrected total", () => {
  const findings = [
    finding("a", "over", "100.00"),
    finding("b", "under", "30.00"),
    finding("c", "process", null),
  ];
  test("takes off what is billed too much and adds what is billed too little", () => {
    expect(computeCorrectedTotal(caseOf(withNet("1000.00"), findings), new Set())).toEqual({
      billed: "1000.00",
      corrected: "930.00",
      difference: "-70.00",
    });
  });
  test("follows a finding that is taken out", () => {
    expect(computeCorrectedTotal(caseOf(withNet("1000.00"), findings), new Set(["a"]))?.corrected).toBe(
      "1030.00",
    );
  });
  test("lowers a credit that gives too much", () => {
    const credit = withNet("120.00", "credit-note");
    expect(
      computeCorrectedTotal(caseOf(credit, [finding("a", "under", "20.00")]), new Set())?.corrected,
    ).toBe("100.00");
  });
  test("is silent where no finding moves money, and invents no base", () => {
    expect(
      computeCorrectedTotal(caseOf(withNet("1.00"), [finding("c", "process", null)]), new Set()),
    ).toBeNull();
    const unknown = { ...withNet(null), lines: [{ ...invoice().lines[0], net: null }] } as unknown as Invoice;
    expect(computeCorrectedTotal(caseOf(unknown, findings), new Set())).toMatchObject({
      billed: null,
      corrected: null,
    });
  });
});

describe("picking words", () => {
  const word = (text: string, x: number, y = 0.1, visible = true) => ({
    text,
    box: [x, y, 0.08, 0.02],
    visible,
  });
  const paper = {
    pages: [
      {
        number: 1,
        words: [word("Total", 0.1), word("due", 0.2), word("2,520.00", 0.3), word("secret", 0.3, 0.5, false)],
      },
    ],
    blocks: [],
    sheets: [],
    root: null,
    text: null,
  } as unknown as ReadDocument;

  test("a click takes the word under it", () => {
    expect(pickFromPage(paper, { page: 1, box: [0.33, 0.11, 0, 0] })).toEqual({
      quote: "2,520.00",
      at: { page: 1, boxes: [[0.3, 0.1, 0.08, 0.02]] },
    });
  });
  test("a box takes all words whose middle it holds", () => {
    expect(pickFromPage(paper, { page: 1, box: [0.09, 0.09, 0.2, 0.05] })?.quote).toBe("Total due");
  });
  test("nothing is taken from empty paper, another page, or what nobody sees", () => {
    expect(pickFromPage(paper, { page: 1, box: [0.9, 0.9, 0, 0] })).toBeNull();
    expect(pickFromPage(paper, { page: 2, box: [0.33, 0.11, 0, 0] })).toBeNull();
    expect(pickFromPage(paper, { page: 1, box: [0.33, 0.51, 0, 0] })).toBeNull();
  });
  test("a word of a block is brought back to its place in the document", () => {
    const text = "Head\nRate: 150.00 per hour";
    const block = { text: "Rate: 150.00 per hour", runs: [{ start: 0, end: 21, at: { start: 5, end: 26 } }] };
    const at = wordAround(block.text, 8);
    expect(at).toEqual({ start: 6, end: 12 });
    expect(pickFromBlock(block, text, 6, 12)).toEqual({ quote: "150.00", at: { start: 11, end: 17 } });
    expect(wordAround("a  b", 2)).toBeNull();
  });
  test("a search finds words, runs of words, cells and text, in any case", () => {
    expect(findInDocument(paper, "total DUE").map(({ at }) => at)).toEqual([
      {
        page: 1,
        boxes: [
          [0.1, 0.1, 0.08, 0.02],
          [0.2, 0.1, 0.08, 0.02],
        ],
      },
    ]);
    expect(findInDocument(paper, "520")).toHaveLength(1);
    expect(findInDocument(paper, "secret")).toEqual([]);
    expect(findInDocument({ ...paper, text: "Net net NET" }, "net")).toHaveLength(3);
  });
});

test("twins are compared field by field and line by line", () => {
  const own = invoice();
  const other: Invoice = { ...own, number: { ...own.number, value: "A-2" } as Invoice["number"], lines: [] };
  const rows = compareTwins(own, other);
  expect(rows.find(({ own: value }) => value === "A-1")).toMatchObject({ other: "A-2", isSame: false });
  expect(rows.find(({ label }) => label === "Customer")?.isSame ?? true).toBe(true);
  expect(rows.filter(({ other: value }) => value === null).length).toBeGreaterThanOrEqual(own.lines.length);
});

test("values list what is printed and what the checks need; undecided ones show their readings", () => {
  const own = invoice();
  const undecided = {
    value: null,
    evidence: [],
    basis: "rule",
    confidence: 0.4,
    alternatives: [{ value: "2026-03-04" }, { value: "2026-04-03" }],
  };
  const [head] = valueGroups({ ...own, dueDate: undecided as never, taxNote: null });
  expect(head?.rows.find(({ field }) => field === "dueDate")?.text).toBe(
    "Undecided: 4 Mar 2026 / 3 Apr 2026",
  );
  expect(head?.rows.some(({ field }) => field === "taxNote")).toBe(false);
});
