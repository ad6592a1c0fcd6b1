import type { Agreement, DocumentId, Invoice, Term } from "../../../src-shared/model/index.ts";
import { correctInvoice } from "./correct-invoice.ts";
import type { DecisionFold, TermDecision } from "./fold-decisions.ts";

/** Nouns that belong to a document. */
interface FromDocument {
  readonly documentId: DocumentId;
}

/** What is left when the documents that were set aside are gone. */
export const withoutRemoved = <T extends FromDocument>(
  nouns: readonly T[],
  fold: DecisionFold,
): readonly T[] =>
  fold.removedDocuments.size === 0
    ? nouns
    : nouns.filter(({ documentId }) => !fold.removedDocuments.has(documentId));

/** Agreements with the terms as people confirmed, rejected or edited them. */
export function applyTermDecisions(
  agreements: readonly Agreement[],
  fold: DecisionFold,
): readonly Agreement[] {
  if (fold.terms.size === 0 && fold.addedTerms.length === 0) return agreements;
  return agreements.map((agreement) => {
    const terms = [...agreement.terms, ...addedTermsOf(agreement, fold)];
    return terms.length > agreement.terms.length || terms.some(({ id }) => fold.terms.has(id))
      ? { ...agreement, terms: terms.map((term) => decideTerm(term, fold.terms.get(term.id))) }
      : agreement;
  });
}

/** Terms that a person took over: confirmed by that, on the words that were shown. */
const addedTermsOf = ({ id }: Agreement, fold: DecisionFold): readonly Term[] =>
  fold.addedTerms.flatMap(({ agreementId, termId, termType, value, evidence }) =>
    agreementId === id
      ? [
          {
            id: termId,
            agreementId,
            status: "confirmed",
            type: termType,
            value,
            from: null,
            to: null,
            confidence: 1,
            basis: "person",
            evidence,
            version: 1,
          } as Term,
        ]
      : [],
  );

/** A person's value is never overwritten by a reading. */
function decideTerm(term: Term, decision: TermDecision | undefined): Term {
  if (decision === undefined) return term;
  const { status, edit, version } = decision;
  if (edit === null) return { ...term, status };
  const { remainder: _remainder, absent: _absent, questions: _questions, ...kept } = term;
  return {
    ...kept,
    type: edit.termType,
    value: edit.value,
    from: edit.from,
    to: edit.to,
    status,
    basis: "person",
    confidence: 1,
    version,
  } as Term;
}

/** Invoices with the values that people set in place of a reading. */
export const applyCorrections = (invoices: readonly Invoice[], fold: DecisionFold): readonly Invoice[] =>
  fold.corrections.size === 0
    ? invoices
    : invoices.map((invoice) => correctInvoice(invoice, fold.corrections.get(invoice.id) ?? []));
