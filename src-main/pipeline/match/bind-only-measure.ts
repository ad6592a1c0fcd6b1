import type { Invoice, LineMatch } from "../../../src-shared/model/index.ts";
import { isDistance, readsLikeExtraWork } from "../../../src-shared/wording/index.ts";
import { bindOnlyLabor } from "./bind-only-labor.ts";
import { bindUnbound, onlyTermOf } from "./bind-unbound.ts";
import { isOpenFor } from "./term-pool.ts";
import type { TermPool } from "./term-pool.ts";

/** Lines for labor as such and for distances, each under the only price of its measure. */
export const bindOnlyMeasure = (
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] => bindOnlyDistance(bindOnlyLabor(matches, invoice, pool), invoice, pool);

/**
 * "Vehicle, 74 km": a line that counts how far somebody drove, under the only price of a distance that the agreement has.
 *
 * The agreement calls it travel by car, the bill a vehicle. What is wrong with the line, if anything, is then its price
 * or its distance. Two prices of a distance are a question.
 */
function bindOnlyDistance(
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] {
  const only = onlyTermOf(
    pool.priced.filter(({ governing: { term }, unit }) => term.type === "rate" && isDistance(unit)),
  );
  if (only === null) return matches;
  return bindUnbound(
    matches,
    invoice,
    (line) =>
      isDistance(line.unit?.value ?? null) && !readsLikeExtraWork(line.description) && !isOpenFor(line, only)
        ? { priced: only, reasons: ["unit", "only-term"], confidence: 0.7 }
        : null,
    ["fee", "expense"],
  );
}
