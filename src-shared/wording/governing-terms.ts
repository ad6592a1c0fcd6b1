import type { Agreement, AgreementId, InvoiceMatch, Term, TermId, TermInForce } from "../model/index.ts";
import type { LocalDate } from "../time/index.ts";
import { termKey } from "./term-key.ts";

/** A term as it governs one invoice, with the days on which it does. */
export interface GoverningTerm {
  readonly term: Term;
  readonly agreement: Agreement;
  readonly from: LocalDate | null;
  /** Exclusive. */
  readonly to: LocalDate | null;
  readonly conflictsWith: readonly TermId[];
}

/** Everything that is needed to look terms up, built once for a batch. */
export interface TermDirectory {
  readonly agreements: ReadonlyMap<AgreementId, Agreement>;
  readonly terms: ReadonlyMap<TermId, Term>;
  readonly byAgreement: ReadonlyMap<AgreementId, readonly TermInForce[]>;
}

export function createTermDirectory(
  agreements: readonly Agreement[],
  termsInForce: readonly TermInForce[],
): TermDirectory {
  const terms = new Map(
    agreements.flatMap((agreement) => agreement.terms.map((term) => [term.id, term] as const)),
  );
  const byAgreement = new Map<AgreementId, TermInForce[]>();
  for (const piece of termsInForce) {
    const term = terms.get(piece.termId);
    if (term === undefined) continue;
    const pieces = byAgreement.get(term.agreementId);
    if (pieces === undefined) byAgreement.set(term.agreementId, [piece]);
    else pieces.push(piece);
  }
  return {
    agreements: new Map(agreements.map((agreement) => [agreement.id, agreement])),
    terms,
    byAgreement,
  };
}

/**
 * All pieces of terms that govern an invoice, strongest document first.
 *
 * Where two documents have the same key, the weaker one is left out for the days of the stronger one.
 */
export function selectGoverningTerms(
  governedBy: InvoiceMatch["governedBy"],
  directory: TermDirectory,
): readonly GoverningTerm[] {
  const selected: GoverningTerm[] = [];
  const byKey = new Map<string, GoverningTerm[]>();
  for (const agreementId of governedBy) {
    const agreement = directory.agreements.get(agreementId);
    if (agreement === undefined) continue;
    const own: (readonly [string, GoverningTerm])[] = [];
    for (const { termId, from, to, conflictsWith } of directory.byAgreement.get(agreementId) ?? []) {
      const term = directory.terms.get(termId);
      if (term === undefined) continue;
      const key = termKey(term);
      const pieces = cut({ term, agreement, from, to, conflictsWith }, byKey.get(key) ?? []);
      for (const piece of pieces) own.push([key, piece]);
    }
    for (const [key, piece] of own) {
      selected.push(piece);
      if (isAdditive(piece.term)) continue;
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [piece]);
      else known.push(piece);
    }
  }
  return selected;
}

/** A change that adds to a limit leaves the limit in force. */
const isAdditive = (term: Term): boolean => term.type === "cap" && term.value.increasesBy !== undefined;

function cut(piece: GoverningTerm, stronger: readonly GoverningTerm[]): readonly GoverningTerm[] {
  let pieces: readonly GoverningTerm[] = [piece];
  for (const other of stronger) {
    if (other.agreement.id === piece.agreement.id) continue;
    pieces = pieces.flatMap((part) => subtractDays(part, other));
  }
  return pieces;
}

function subtractDays(part: GoverningTerm, other: GoverningTerm): readonly GoverningTerm[] {
  const startsBefore = part.to === null || other.from === null || other.from < part.to;
  const endsAfter = other.to === null || part.from === null || part.from < other.to;
  if (!startsBefore || !endsAfter) return [part];
  const rest: GoverningTerm[] = [];
  if (other.from !== null && (part.from === null || part.from < other.from))
    rest.push({ ...part, to: other.from });
  if (other.to !== null && (part.to === null || other.to < part.to)) rest.push({ ...part, from: other.to });
  return rest;
}

/** Whether a piece holds on a day. */
export const holdsOn = ({ from, to }: Pick<GoverningTerm, "from" | "to">, day: LocalDate): boolean =>
  (from === null || from <= day) && (to === null || day < to);
