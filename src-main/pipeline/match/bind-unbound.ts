import type { Invoice, InvoiceLine, LineMatch, MatchReason } from "../../../src-shared/model/index.ts";
import { lineKindOf, serviceIntervalOf } from "../../../src-shared/wording/index.ts";
import type { LineKind } from "../../../src-shared/wording/index.ts";
import { bindingOf } from "./bind-special.ts";
import { clip } from "./clip-term.ts";
import { compareWithTerm } from "./compare-line.ts";
import { printedWordsOf } from "./compared-line.ts";
import { isOpenFor } from "./term-pool.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

/** The price that a rule finds for a line, and what speaks for it. */
export interface FoundPrice {
  readonly priced: PricedTerm;
  readonly reasons: readonly MatchReason[];
  /** 0 to 1. */
  readonly confidence: number;
}

/**
 * Binds each fee that is still unbound under the price that `find` names for it, on the days of its service on which that
 * price governs; what is bound or open between several stays as it is.
 */
export function bindUnbound(
  matches: readonly LineMatch[],
  invoice: Invoice,
  find: (line: InvoiceLine) => FoundPrice | null,
  kinds: readonly LineKind[] = ["fee"],
): readonly LineMatch[] {
  if (!matches.some(({ state }) => state === "unbound")) return matches;
  return matches.map((match, position) => {
    const line = invoice.lines[position];
    if (match.state !== "unbound" || line === undefined || !kinds.includes(lineKindOf(line))) return match;
    const found = find(line);
    const days = found === null ? null : clip(found.priced.governing, serviceIntervalOf(invoice, line));
    if (found === null || days === null) return match;
    const { priced, reasons, confidence } = found;
    return {
      ...match,
      state: "bound",
      bindings: [bindingOf(priced.governing, reasons, confidence, days.from, days.to)],
      candidates: [],
    };
  });
}

/** Whether nothing of a line speaks against a price: no question, unit, rank, role, size or hour of the day. */
export function isUncontradicted(line: InvoiceLine, priced: PricedTerm, pool: TermPool): boolean {
  if (isOpenFor(line, priced)) return false;
  const comparison = compareWithTerm(line, printedWordsOf(line), priced, pool);
  return comparison !== null && !comparison.isOtherRole;
}

/** The first of prices that are all of one term; `null` for none, and for those of several terms. */
export function onlyTermOf(prices: readonly PricedTerm[]): PricedTerm | null {
  const [first] = prices;
  if (first === undefined) return null;
  return prices.every(({ governing }) => governing.term.id === first.governing.term.id) ? first : null;
}

/** The terms that lines bill, or may bill where several are possible. */
export const billedTerms = (matches: readonly LineMatch[]): ReadonlySet<string> =>
  new Set(
    matches.flatMap(({ bindings, candidates, state }) =>
      (state === "ambiguous" ? candidates : bindings).map(({ termId }) => termId),
    ),
  );
