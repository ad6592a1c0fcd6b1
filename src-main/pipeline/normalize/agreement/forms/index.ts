import type {
  Agreement,
  AgreementRank,
  AgreementStanding,
  DocumentKind,
  Party,
  ReadDocument,
} from "../../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../../context.ts";
import { strengthOf } from "../header/paper-codes.ts";
import { looksLikeCompany } from "../header/party-words.ts";
import { joinFormTerms } from "./form-terms.ts";
import type { FormReadings } from "./read-form.ts";

/**
 * An agreement that is printed as a form, with what its boxes, labels and line table say.
 *
 * A labeled value of the form goes before a guess from running text; terms of sentences stay.
 */
export function withForm(
  agreement: Agreement,
  form: FormReadings | null,
  document: ReadDocument,
  kind: DocumentKind,
  context: NormalizeContext,
): Agreement {
  if (form === null) return agreement;
  const rank = rankOnForm(kind, agreement.rank);
  const isOrder = rank !== agreement.rank;
  const read = plausible(agreement.number);
  const labeled = form.number?.value ?? null;
  const number =
    labeled === null || (read !== null && strengthOf(read) > strengthOf(labeled)) ? read : labeled;
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
    buyer: fullerParty(form.buyer, agreement.buyer),
    seller: fullerParty(form.seller, agreement.seller),
    parties: otherParties(form, agreement),
    terms: joinFormTerms(agreement.terms, form, agreement.id, number, rank, document, context.hash),
    gaps: [...agreement.gaps.filter((gap) => !isOrder || gap.code !== "estimate-firmness"), ...open],
    evidence: [...agreement.evidence, ...(form.number?.evidence ?? [])].slice(0, 3),
  };
}

/** A label such as "Estimate:" on an order does not make it an offer. */
export const rankOnForm = (kind: DocumentKind, rank: AgreementRank): AgreementRank =>
  kind === "purchase-order" && rank === "estimate" ? "purchase-order" : rank;

/** The party that all mentions together speak for; else the one beside a label of the form. */
function fullerParty(labeled: Party | null, read: Party | null): Party | null {
  if (labeled === null || read === null || !isSameName(labeled.name, read.name)) return read ?? labeled;
  const more = read.name.slice(labeled.name.length);
  // More than a legal form behind the name is a neighbor on the page ("Acme HOA Valid for 30 days").
  return more === "" || looksLikeCompany(more.toLowerCase()) || labeled.name.length > read.name.length
    ? read
    : { ...read, name: labeled.name, evidence: labeled.evidence };
}

const isSameName = (one: string, other: string): boolean => {
  const [first, second] = [one.toLowerCase(), other.toLowerCase()];
  return first.startsWith(second) || second.startsWith(first);
};

/** Who orders for the buyer, and parties without a role that are not a piece of a name with one. */
function otherParties(form: FormReadings, agreement: Agreement): readonly Party[] {
  const named = [form.buyer, form.seller, ...form.agents].flatMap((party) =>
    party === null ? [] : [party.name.toLowerCase()],
  );
  const rest = agreement.parties.filter((party) =>
    named.every(
      (name) => !name.includes(party.name.toLowerCase()) && !party.name.toLowerCase().includes(name),
    ),
  );
  return [...rest, ...form.agents];
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
