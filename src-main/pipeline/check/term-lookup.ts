import type { InvoiceLine, LineBinding, TermType } from "../../../src-shared/model/index.ts";
import { answeredBy } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm, TermDirectory } from "../../../src-shared/wording/index.ts";
import { pushTo } from "./keyed-values.ts";

/** The terms that govern an invoice, by what is asked of them. */
export interface TermIndex {
  readonly all: readonly GoverningTerm[];
  readonly byType: ReadonlyMap<TermType, readonly GoverningTerm[]>;
  /** Where a term governs in several pieces, the first stands for it. */
  readonly byId: ReadonlyMap<string, GoverningTerm>;
  /** The pieces of the latest line that a term governed alone: the next line of those days is governed by the same. */
  readonly latest: Map<string, readonly GoverningTerm[]>;
  /** What checks found out about these documents alone, by name. */
  readonly found: Map<string, unknown>;
}

/** Invoices under the same documents share one index. */
export function indexTerms(governing: readonly GoverningTerm[]): TermIndex {
  const byType = new Map<TermType, GoverningTerm[]>();
  const byId = new Map<string, GoverningTerm>();
  for (const piece of governing) {
    const { id, type } = piece.term;
    pushTo(byType, type, piece);
    if (!byId.has(id)) byId.set(id, piece);
  }
  return { all: governing, byType, byId, latest: new Map(), found: new Map() };
}

const none: readonly GoverningTerm[] = [];

export const termsByType = ({ byType }: TermIndex, type: TermType): readonly GoverningTerm[] =>
  byType.get(type) ?? none;

/** The terms that a line is bound to, as they stand for it, with the days on which they hold for it. */
export function termPieces(
  line: InvoiceLine,
  bindings: readonly LineBinding[],
  index: TermIndex,
  directory: TermDirectory,
): readonly GoverningTerm[] {
  const [only] = bindings;
  if (only !== undefined && bindings.length === 1) return lonePiece(line, only, index, directory);
  const pieces: GoverningTerm[] = [];
  for (const binding of bindings) {
    const piece = termPiece(line, binding, index, directory);
    if (piece !== null) pieces.push(piece);
  }
  return pieces;
}

function lonePiece(
  line: InvoiceLine,
  binding: LineBinding,
  index: TermIndex,
  directory: TermDirectory,
): readonly GoverningTerm[] {
  const latest = index.latest.get(binding.termId);
  const known = latest?.[0];
  const isSame =
    known !== undefined &&
    known.from === binding.from &&
    known.to === binding.to &&
    (known.term.questions ?? none).length === 0 &&
    known.term === index.byId.get(binding.termId)?.term;
  if (latest !== undefined && isSame) return latest;
  const piece = termPiece(line, binding, index, directory);
  if (piece === null) return none;
  const pieces = [piece];
  index.latest.set(binding.termId, pieces);
  return pieces;
}

/** `null` where nobody has the term. */
function termPiece(
  line: InvoiceLine,
  { termId, from, to }: LineBinding,
  { byId }: TermIndex,
  directory: TermDirectory,
): GoverningTerm | null {
  const known = byId.get(termId);
  const term = known?.term ?? directory.terms.get(termId);
  const agreement = term === undefined ? undefined : directory.agreements.get(term.agreementId);
  if (term === undefined || agreement === undefined) return null;
  return { term: answeredBy(line, term), agreement, from, to, conflictsWith: known?.conflictsWith ?? [] };
}
