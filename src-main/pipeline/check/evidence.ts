import type {
  Delivery,
  Evidence,
  EvidenceRole,
  Field,
  Invoice,
  InvoiceLine,
  Party,
} from "../../../src-shared/model/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { Governing } from "./context.ts";
import type { TermType } from "../../../src-shared/model/index.ts";

type Source =
  | Field<unknown>
  | InvoiceLine
  | Party
  | Delivery
  | GoverningTerm
  | Governing<TermType>
  | Invoice
  | { readonly evidence: readonly Evidence[] }
  | null
  | undefined;

/** Proof of several things in their order, each quote once. */
export function evidenceOf(...sources: readonly Source[]): readonly Evidence[] {
  const found: Evidence[] = [];
  const seen = new Set<string>();
  for (const source of sources) {
    if (source === null || source === undefined) continue;
    const evidence =
      "term" in source ? source.term.evidence : "evidence" in source ? source.evidence : headEvidence(source);
    for (const piece of evidence) {
      const key = `${piece.documentId}|${JSON.stringify(piece.at)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push(piece);
    }
  }
  return found;
}

/** What stands for an invoice as a whole: its number, else its total, else its first line. */
function headEvidence(invoice: Invoice): readonly Evidence[] {
  const fields = [invoice.number, invoice.payable, invoice.gross, invoice.issueDate];
  const proven = fields.find((field) => field !== null && field.evidence.length > 0);
  return proven?.evidence ?? invoice.lines[0]?.evidence ?? [];
}

/** The same proof in another role: an earlier invoice is history. */
export const inRole = (
  role: EvidenceRole,
  evidence: readonly Evidence[],
): { readonly evidence: readonly Evidence[] } => ({
  evidence: evidence.map((piece) => ({ ...piece, role })),
});

/** The weakest of the readings that a result rests on, 0 to 1. */
export function confidenceOf(
  ...sources: readonly (Field<unknown> | GoverningTerm | Governing<TermType> | Delivery | null | undefined)[]
): number {
  let weakest = 1;
  for (const source of sources) {
    if (source === null || source === undefined) continue;
    const value = "term" in source ? source.term.confidence : source.confidence;
    if (value < weakest) weakest = value;
  }
  return weakest;
}
