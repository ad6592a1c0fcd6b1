import type { Term, TermType } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import type { GoverningTerm, TermDirectory } from "../../../src-shared/wording/index.ts";

const byType = new WeakMap<readonly GoverningTerm[], Map<TermType, readonly GoverningTerm[]>>();

/** Invoices under the same documents share their lists of terms. */
export function termsByType(governing: readonly GoverningTerm[], type: TermType): readonly GoverningTerm[] {
  let types = byType.get(governing);
  if (types === undefined) {
    types = new Map();
    byType.set(governing, types);
  }
  let terms = types.get(type);
  if (terms === undefined) {
    terms = governing.filter(({ term }) => term.type === type);
    types.set(type, terms);
  }
  return terms;
}

const byId = new WeakMap<readonly GoverningTerm[], ReadonlyMap<string, GoverningTerm>>();

function termById(governing: readonly GoverningTerm[], termId: string): GoverningTerm | undefined {
  let terms = byId.get(governing);
  if (terms === undefined) {
    // Where a term governs in several pieces, the first stands for it.
    terms = new Map(governing.toReversed().map((piece) => [piece.term.id, piece] as const));
    byId.set(governing, terms);
  }
  return terms.get(termId);
}

/** A bound term with the days on which it holds for the line. */
export function termPiece(
  termId: string,
  from: LocalDate | null,
  to: LocalDate | null,
  governing: readonly GoverningTerm[],
  directory: TermDirectory,
): readonly GoverningTerm[] {
  const known = termById(governing, termId);
  const term = known?.term ?? directory.terms.get(termId as Term["id"]);
  const agreement = term === undefined ? undefined : directory.agreements.get(term.agreementId);
  if (term === undefined || agreement === undefined) return [];
  return [{ term, agreement, from, to, conflictsWith: known?.conflictsWith ?? [] }];
}
