import { expect, test } from "vitest";
import { groupEvidence } from "../../../../src-renderer/workspaces/review/group-evidence.ts";
import type { Evidence } from "../../../../src-shared/model/index.ts";

const quote = (text: string, at: Evidence["at"], role: Evidence["role"] = "delivery"): Evidence =>
  ({ documentId: "doc-1", role, quote: text, at }) as unknown as Evidence;
const words = (evidence: readonly Evidence[]): readonly string[] =>
  groupEvidence(evidence).map((group) => group.map((each) => each.quote).join("+"));

test("cells of one row read as one, cells of the next row do not join them", () => {
  expect(
    words([
      quote("8.0", { row: 2, column: 4 }),
      quote("yes", { row: 2, column: 5 }),
      quote("6.0", { row: 3, column: 4 }),
      quote("A1", { sheet: "May", cell: "A9" }),
      quote("B1", { sheet: "May", cell: "B9" }),
      quote("C1", { sheet: "May", cell: "C10" }),
    ]),
  ).toEqual(["8.0+yes", "6.0", "A1+B1", "C1"]);
});

test("long quotes and other roles stand alone, and nothing is lost", () => {
  const long = "Total fees under this Agreement shall not exceed $36,000.";
  const evidence = [
    quote("150.00", { page: 1 }, "term"),
    quote(long, { page: 1 }, "term"),
    quote("165.00", { page: 1 }, "invoice"),
    quote("40", { page: 1 }, "invoice"),
    quote("7", { page: 2 }, "invoice"),
  ];
  expect(words(evidence)).toEqual(["150.00", long, "165.00+40", "7"]);
  expect(groupEvidence(evidence).flat()).toEqual(evidence);
});
