import { fractionToDecimal, isEqual, multiplyFractions, toDecimal } from "../../../src-shared/money/index.ts";
import type { Invoice, InvoiceLine, LineMatch } from "../../../src-shared/model/index.ts";
import { isTimeUnit, wordingOf } from "../../../src-shared/wording/index.ts";
import { bindUnbound, isUncontradicted } from "./bind-unbound.ts";
import { hasMultipliedPrice, relateLineUnit } from "./line-attributes.ts";
import { isOpenFor } from "./term-pool.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

/**
 * Hours whose words say when they were worked ("weekend labor", "Störung Samstag"), under the one hourly price that comes
 * to theirs with what the agreement multiplies it by.
 *
 * Two ranks that come to the same figure are a question, and so is a line that names another rank or trade.
 */
export const bindMultipliedPrice = (
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] => bindWhere(isMultiple, matches, invoice, pool);

/** Lines that name a surcharge, under the one price that comes to theirs with it; after those at a price as it stands. */
export const bindRaisedPrice = (
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] => bindWhere(isRaised, matches, invoice, pool);

function bindWhere(
  fits: typeof isMultiple,
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] {
  if (pool.factors.length === 0) return matches;
  return bindUnbound(matches, invoice, (line) => {
    const [only, ...others] = pool.priced.filter((priced) => fits(line, priced, pool));
    return only === undefined || others.length > 0
      ? null
      : { priced: only, reasons: ["price"], confidence: 0.7 };
  });
}

function isMultiple(line: InvoiceLine, priced: PricedTerm, pool: TermPool): boolean {
  const wording = wordingOf(line.description);
  if (isOpenFor(line, priced) || !isTimeUnit(priced.unit) || wording.shifts.length === 0) return false;
  if (!hasMultipliedPrice(line, wording, priced, pool)) return false;
  const unit = line.unit?.value ?? null;
  if (wording.grades.length === 0 && wording.roles.length === 0 && line.role === null)
    return unit === null || isTimeUnit(unit);
  return isUncontradicted(line, priced, pool);
}

/** Any price with the surcharge that the line names on top of it: pages "expedited" at 7.21, where a page is 5.15. */
function isRaised(line: InvoiceLine, priced: PricedTerm, pool: TermPool): boolean {
  const { governing, price } = priced;
  const billed = line.unitPrice?.value ?? null;
  if (isOpenFor(line, priced) || governing.term.type !== "rate" || price === null || billed === null)
    return false;
  if (relateLineUnit(line.unit?.value ?? null, priced) === "different") return false;
  const { all, grades, roles } = wordingOf(line.description);
  if (grades.length > 0 || roles.length > 0) return false;
  const { scale } = toDecimal(billed);
  return pool.surcharges.some(
    ({ factor, cues }) =>
      cues.some((word) => all.has(word)) &&
      isEqual(fractionToDecimal(multiplyFractions(price, factor), scale), billed),
  );
}
