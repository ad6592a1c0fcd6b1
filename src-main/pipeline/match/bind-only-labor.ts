import type { Invoice, InvoiceLine, LineMatch } from "../../../src-shared/model/index.ts";
import {
  foldWording,
  isTimeUnit,
  namesLabor,
  readsLikeExtraWork,
} from "../../../src-shared/wording/index.ts";
import { bindUnbound, isUncontradicted, onlyTermOf } from "./bind-unbound.ts";
import { isOpenFor } from "./term-pool.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

/**
 * "Labour 6 Oct", "Arbeitszeit": lines for labor as such, under the only price of an hour that the agreement has.
 *
 * Whoever the agreement calls an electrician there, the bill calls labor. What is wrong with the line, if anything, is
 * then its price or its hours. Two prices of an hour are a question, and so is a line that names another rank or trade.
 */
export function bindOnlyLabor(
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] {
  const only = onlyTermOf(pool.priced.filter(isPriceOfHours));
  if (only === null) return matches;
  return bindUnbound(matches, invoice, (line) =>
    billsLabor(line) && !isOpenFor(line, only) && isUncontradicted(line, only, pool)
      ? { priced: only, reasons: ["unit", "only-term"], confidence: 0.7 }
      : null,
  );
}

const isPriceOfHours = ({ governing: { term }, unit }: PricedTerm): boolean =>
  term.type === "rate" && isTimeUnit(unit);

/** By its words, and by the hour as far as it says by what. */
const billsLabor = ({ description, unit, quantity }: InvoiceLine): boolean =>
  quantity !== null &&
  (unit === null || isTimeUnit(unit.value)) &&
  namesLabor(foldWording(description)) &&
  !readsLikeExtraWork(description);
