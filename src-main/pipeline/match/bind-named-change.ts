import type { Invoice, InvoiceLine, LineMatch } from "../../../src-shared/model/index.ts";
import {
  lineKindOf,
  normalizeReference,
  referenceWords,
  serviceIntervalOf,
} from "../../../src-shared/wording/index.ts";
import { bindingOf } from "./bind-special.ts";
import { clip } from "./clip-term.ts";
import { hasSamePrice } from "./line-attributes.ts";
import { isOfChange } from "./tell-apart.ts";
import { isOpenFor } from "./term-pool.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

/**
 * Lines that name a change of the agreement ("Pump house, Variation 1"), under the one price that the change sets, or
 * the one of its prices that is theirs.
 */
export function bindNamedChange(
  matches: readonly LineMatch[],
  invoice: Invoice,
  pool: TermPool,
): readonly LineMatch[] {
  const changed = pool.priced.filter(isOfChange);
  if (changed.length === 0) return matches;
  return matches.map((match, position) => {
    const line = invoice.lines[position];
    if (match.state !== "unbound" || line === undefined || lineKindOf(line) !== "fee") return match;
    const named = changed.filter((priced) => namesChange(line, priced) && !isOpenFor(line, priced));
    const atPrice = named.filter((priced) => hasSamePrice(line, priced));
    const fitting = atPrice.length > 0 ? atPrice : named;
    const [only] = fitting;
    if (only === undefined || new Set(fitting.map(({ governing }) => governing.term.id)).size !== 1)
      return match;
    const days = clip(only.governing, serviceIntervalOf(invoice, line));
    const reasons = atPrice.length > 0 ? (["item", "price"] as const) : (["item"] as const);
    return days === null
      ? match
      : {
          ...match,
          state: "bound",
          bindings: [bindingOf(only.governing, reasons, 0.7, days.from, days.to)],
          candidates: [],
        };
  });
}

const changeWords =
  /\b(?:change(?: ?orders?)?|variations?|amendments?|addend(?:um|a)|co|vo|nachtr(?:ag|age)|avenants?|anexos?|adendas?|atto aggiuntivo|varianti?|aanvulling|meerwerk|aditamentos?)[ .:#-]*(?:no\.?|nr\.?|n[o°º]\.?|num\.?)?[ .#-]*0*(\d{1,3})\b/giu;

/** By its number behind a word for a change, or by a longer number of its own. */
function namesChange({ description }: InvoiceLine, { governing: { agreement } }: PricedTerm): boolean {
  const { number } = agreement;
  if (number === null) return false;
  const plain = /^(?:\D{0,12}?)0*(\d{1,3})$/.exec(number.trim())?.[1];
  const named = [...description.matchAll(changeWords)].map(([, digits = ""]) => digits);
  if (plain !== undefined && named.includes(plain)) return true;
  const wanted = normalizeReference(number);
  return wanted.length >= 4 && referenceWords(description).includes(wanted);
}
