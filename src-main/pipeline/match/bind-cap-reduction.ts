import { add, compare, isEqual, isNegative, zero } from "../../../src-shared/money/index.ts";
import type { Decimal } from "../../../src-shared/money/index.ts";
import type { Invoice, LineMatch } from "../../../src-shared/model/index.ts";
import { bindingOf, notPriced } from "./bind-special.ts";
import type { TermPool } from "./term-pool.ts";

/**
 * The one row below zero that brings an invoice, or what stands above it, down to an agreed limit, to the cent: it is
 * what the limit cuts off.
 *
 * Nothing prices such a row. One that takes off more or less than the limit does stays without a term.
 */
export function bindCapReduction(
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] {
  const below = matches.flatMap(({ state }, position) => {
    const net = invoice.lines[position]?.net?.value ?? null;
    return state === "unbound" && net !== null && isNegative(net) ? [position] : [];
  });
  const [only] = below;
  const line = only === undefined ? undefined : invoice.lines[only];
  if (line === undefined || below.length > 1) return matches;
  let total: Decimal = zero;
  // What stands below the row, mileage and expenses outside of the limit, was not cut.
  let above: Decimal = zero;
  for (const [position, { net }] of invoice.lines.entries()) {
    // A row of text adds nothing; one whose amount could not be read leaves the sum open.
    if (net !== null && net.value === null) return matches;
    if (net !== null && net.value !== null) total = add(total, net.value);
    if (position === only) above = total;
  }
  const limit = (pool.byType.get("cap") ?? []).find(
    ({ term, conflictsWith }) =>
      term.type === "cap" &&
      term.absent !== true &&
      conflictsWith.length === 0 &&
      (term.questions ?? []).length === 0 &&
      term.value.amount !== undefined &&
      term.value.includesTax !== true &&
      compare(above, zero) > 0 &&
      (isEqual(total, term.value.amount) || isEqual(above, term.value.amount)),
  );
  return limit === undefined
    ? matches
    : matches.map((match, position) =>
        position === only ? notPriced(line.id, [bindingOf(limit, ["price"], 0.8)]) : match,
      );
}
