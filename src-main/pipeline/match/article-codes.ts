import { normalizeReference } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";

/** A term with the codes of its row. */
interface Coded {
  readonly codes: readonly string[];
  readonly governing: GoverningTerm;
}

/** The codes of articles that one price alone has. */
export function ownCodes(priced: readonly Coded[]): ReadonlySet<string> {
  const holders = new Map<string, Set<string>>();
  for (const { codes, governing } of priced)
    for (const code of codes)
      holders.set(code, (holders.get(code) ?? new Set<string>()).add(governing.term.id));
  return new Set([...holders].flatMap(([code, terms]) => (terms.size === 1 ? [code] : [])));
}

/** A cell that is a code and nothing else: letters or a dash among its digits, so that it is no price and no count. */
const articleCode = /^(?=.*\d)(?=.*[\p{L}/-])[\p{L}\d./-]{3,20}$/u;

/** The codes of articles that the row of a term prints. */
export const codesOf = ({ term }: GoverningTerm): readonly string[] =>
  term.evidence.flatMap(({ quote }) => (articleCode.test(quote.trim()) ? [normalizeReference(quote)] : []));
