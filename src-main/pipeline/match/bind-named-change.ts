import type { Invoice, InvoiceLine, LineMatch } from "../../../src-shared/model/index.ts";
import { namesChangeNumber } from "../../../src-shared/wording/index.ts";
import { bindUnbound, onlyTermOf } from "./bind-unbound.ts";
import { hasSamePrice, relateLineUnit } from "./line-attributes.ts";
import { isOfChange } from "./tell-apart.ts";
import { isOpenFor } from "./term-pool.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

/**
 * Lines that name a change of the agreement ("Pump house, Variation 1"), under the one price that the change sets, or
 * the one of its prices that is theirs. Hours are not under a sum that the change agrees.
 */
export function bindNamedChange(
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] {
  const changed = pool.priced.filter(isOfChange);
  if (changed.length === 0) return matches;
  return bindUnbound(matches, invoice, (line) => {
    const named = changed.filter((priced) => namesChange(line, priced) && mayBill(line, priced));
    const atPrice = named.filter((priced) => hasSamePrice(line, priced));
    const only = onlyTermOf(atPrice.length > 0 ? atPrice : named);
    if (only === null) return null;
    return { priced: only, reasons: atPrice.length > 0 ? ["item", "price"] : ["item"], confidence: 0.7 };
  });
}

/** The number of the change names its price: the words of the line need not say again what it is for. */
const mayBill = (line: InvoiceLine, priced: PricedTerm): boolean =>
  !isOpenFor(line, priced) && relateLineUnit(line.unit?.value ?? null, priced) !== "different";

const namesChange = ({ description }: InvoiceLine, { governing: { agreement } }: PricedTerm): boolean =>
  agreement.number !== null && namesChangeNumber(description, agreement.number);
