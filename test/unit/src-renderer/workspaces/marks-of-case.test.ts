import { describe, expect, test } from "vitest";
import {
  activeMarks,
  marksOfCase,
  whatIsMarked,
} from "../../../../src-renderer/workspaces/review/marks-of-case.ts";
import {
  agreementLines,
  createCase,
  createRows,
  documentIds,
  invoiceLines,
} from "../../../fakes/window/workspace-fixture.ts";

const drawn = [...agreementLines, ...invoiceLines].map(({ text }) => ({
  text,
  page: 1,
  box: [0, 0, 0.1, 0.1] as const,
}));
const review = createCase(
  drawn,
  drawn,
  createRows(20).find((row) => row.route === "blocked")!,
);
const none = { findingId: null, termId: null, lineId: null };
const lit = (selection: Partial<typeof none>, documentId: string): readonly string[] => {
  const marks = marksOfCase(review, documentId);
  const active = activeMarks(review, { ...none, ...selection } as never, marks);
  return [...new Set([...active].map((id) => id.replace(/#\d+$/, "")))].sort();
};

describe("evidence linked both ways", () => {
  test("a finding lights up its clause on one side and its line on the other", () => {
    const findingId = review.findings[0]!.id;
    expect(lit({ findingId } as never, documentIds.agreement)).toEqual([`finding:${findingId}`]);
    expect(lit({ findingId } as never, documentIds.invoice)).toEqual([`finding:${findingId}`]);
  });

  test("a finding without a quoted clause still lights up the clause that governs its line", () => {
    const findingId = review.findings[1]!.id;
    expect(lit({ findingId } as never, documentIds.agreement)).toEqual(["term:trm-2"]);
    expect(lit({ findingId } as never, documentIds.timesheet)).toEqual([`finding:${findingId}`]);
  });

  test("a clause lights up the lines that it governs", () => {
    expect(lit({ termId: "trm-3" } as never, documentIds.invoice)).toEqual(["line:2"]);
    expect(lit({ termId: "trm-3" } as never, documentIds.agreement)).toEqual(["term:trm-3"]);
  });

  test("a line lights up its clause and its records", () => {
    expect(lit({ lineId: "1" } as never, documentIds.agreement)).toEqual(["term:trm-2"]);
    expect(lit({ lineId: "1" } as never, documentIds.timesheet)).toEqual(["record:dlv-2", "record:dlv-3"]);
  });

  test("a mark knows what it stands for", () => {
    expect(whatIsMarked("finding:fnd-1-inv-2#0")).toEqual({ type: "finding", id: "fnd-1-inv-2" });
    expect(whatIsMarked("line:2.1#12")).toEqual({ type: "line", id: "2.1" });
    expect(whatIsMarked("elsewhere")).toBeNull();
  });
});
