import type { DocumentMark } from "../../components/document-view/marks.ts";
import { formatAmount } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { wordsOfTerm } from "../../locale/term-words.ts";
import { evidenceOfValue } from "./value-rows.ts";
import type { Evidence, Finding, ReviewCase } from "../../../src-shared/model/index.ts";

/** What a mark stands for: marks carry it in their id, so that a click finds its way back. */
export type Marked =
  | { readonly type: "finding"; readonly id: string }
  | { readonly type: "term"; readonly id: string }
  | { readonly type: "line"; readonly id: string }
  | { readonly type: "record"; readonly id: string }
  | { readonly type: "value"; readonly id: string };

const markId = (marked: Marked, at: number): string => `${marked.type}:${marked.id}#${at}`;

export function whatIsMarked(id: string): Marked | null {
  const match = /^(finding|term|line|record|value):(.*)#\d+$/.exec(id);
  const type = match?.[1] as Marked["type"] | undefined;
  return type === undefined ? null : { type, id: match?.[2] ?? "" };
}

/** All marks of a case on one document: clauses, lines, records, and what the findings point at. */
export function marksOfCase(
  review: ReviewCase,
  documentId: string,
  value: string | null = null,
): readonly DocumentMark[] {
  const marks: DocumentMark[] = [];
  const add = (
    marked: Marked,
    tone: DocumentMark["tone"],
    label: string,
    evidence: readonly Evidence[],
  ): void => {
    for (const [at, each] of evidence.entries()) {
      if (each.documentId === documentId) marks.push({ id: markId(marked, at), at: each.at, tone, label });
    }
  };
  for (const agreement of review.agreements) {
    for (const term of agreement.terms) {
      if (term.status === "rejected") continue;
      const label = say("mark.term", { term: wordsOfTerm(term, agreement.currency) });
      add({ type: "term", id: term.id }, "term", label, term.evidence);
    }
  }
  if (review.invoice.documentId === documentId) {
    for (const line of review.invoice.lines) {
      add(
        { type: "line", id: line.id },
        "line",
        say("mark.line", { line: line.id, text: line.description }),
        line.evidence,
      );
    }
  }
  if (value !== null) {
    const label = say("mark.value");
    add({ type: "value", id: value }, "line", label, evidenceOfValue(review.invoice, value));
  }
  for (const delivery of review.deliveries) {
    add(
      { type: "record", id: delivery.id },
      "record",
      say("mark.record", { item: delivery.item ?? delivery.person ?? "" }),
      delivery.evidence,
    );
  }
  const currency = review.invoice.currency?.value ?? null;
  for (const finding of review.findings) {
    add(
      { type: "finding", id: finding.id },
      finding.direction,
      labelOfFinding(finding, currency),
      finding.evidence,
    );
  }
  return marks;
}

function labelOfFinding(finding: Finding, currency: string | null): string {
  const title = say(`check.${finding.check}`);
  if (finding.impact === null) return title;
  return say("mark.finding", { title, amount: formatAmount(finding.impact, currency) });
}

export interface CaseSelection {
  readonly findingId: string | null;
  readonly termId: string | null;
  readonly lineId: string | null;
  /** A value that is looked at; it lights up alone. */
  readonly value?: string | null;
}

/** Marks that light up together: a finding with its proof, a clause with the lines that it governs, a line with its clause and records. */
export function activeMarks(
  review: ReviewCase,
  selection: CaseSelection,
  marks: readonly DocumentMark[],
): ReadonlySet<string> {
  const wanted = new Set<string>();
  const want = (marked: Marked): void => void wanted.add(`${marked.type}:${marked.id}`);
  const { findingId, termId, lineId, value = null } = selection;
  if (value !== null) want({ type: "value", id: value });
  else if (findingId !== null) {
    want({ type: "finding", id: findingId });
    // A finding about a line without a quoted clause still shows the clause that governs the line.
    const finding = review.findings.find((each) => each.id === findingId);
    const match = review.match.lines.find((each) => each.lineId === finding?.line);
    const hasClause = finding?.evidence.some((each) => each.role === "term") ?? false;
    if (!hasClause) for (const binding of match?.bindings ?? []) want({ type: "term", id: binding.termId });
  } else if (lineId !== null) {
    want({ type: "line", id: lineId });
    const match = review.match.lines.find((each) => each.lineId === lineId);
    for (const binding of match?.bindings ?? []) want({ type: "term", id: binding.termId });
    for (const share of match?.deliveries ?? []) want({ type: "record", id: share.deliveryId });
  } else if (termId !== null) {
    want({ type: "term", id: termId });
    for (const match of review.match.lines) {
      if (match.bindings.some((binding) => binding.termId === termId))
        want({ type: "line", id: match.lineId });
    }
  }
  return new Set(marks.filter((mark) => wanted.has(mark.id.replace(/#\d+$/, ""))).map((mark) => mark.id));
}
