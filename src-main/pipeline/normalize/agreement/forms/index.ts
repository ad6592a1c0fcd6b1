import type {
  Agreement,
  AgreementRank,
  AgreementStanding,
  DocumentKind,
  ReadDocument,
} from "../../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../../context.ts";
import { joinFormTerms } from "./form-terms.ts";
import { readForm } from "./read-form.ts";

/**
 * An agreement that is printed as a form, with what its boxes, labels and line table say.
 *
 * A labeled value of the form goes before a guess from running text; terms of sentences stay.
 */
export function withForm(
  agreement: Agreement,
  document: ReadDocument,
  kind: DocumentKind,
  context: NormalizeContext,
): Agreement {
  // A label such as "Estimate:" on an order does not make it an offer.
  const isOrder = kind === "purchase-order" && agreement.rank === "estimate";
  const rank: AgreementRank = isOrder ? "purchase-order" : agreement.rank;
  const form = readForm(document, kind, rank, context);
  if (form === null) return agreement;
  const number = form.number?.value ?? plausible(agreement.number);
  const from = form.period?.value.start ?? agreement.from;
  const to = form.period?.value.end ?? agreement.to;
  const open = form.open.map(({ code, evidence }) => ({ code, evidence }));
  return {
    ...agreement,
    number,
    rank,
    standing: standingOf(
      isOrder && agreement.standing === "offer" ? "in-force" : agreement.standing,
      form.validUntil?.value ?? null,
      context.asOf,
    ),
    dated: form.dated?.value ?? agreement.dated,
    from,
    to,
    buyer: form.buyer ?? agreement.buyer,
    seller: form.seller ?? agreement.seller,
    parties: [
      ...agreement.parties,
      ...form.agents.filter((agent) => agreement.parties.every((party) => party.name !== agent.name)),
    ],
    terms: joinFormTerms(agreement.terms, form, agreement.id, number, rank, document, context.hash),
    gaps: [...agreement.gaps.filter((gap) => !isOrder || gap.code !== "estimate-firmness"), ...open],
    evidence: [...agreement.evidence, ...(form.number?.evidence ?? [])].slice(0, 3),
  };
}

/** A date that running text took for a number is none. */
const plausible = (number: string | null): string | null =>
  number !== null && /^(?:date\b|\d{1,2}\/\d{1,2}\/)/i.test(number) ? null : number;

const standingOf = (
  standing: AgreementStanding,
  validUntil: string | null,
  asOf: string,
): AgreementStanding =>
  standing === "offer" && validUntil !== null && validUntil < asOf ? "expired" : standing;
