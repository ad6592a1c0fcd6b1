import {
  addFractions,
  decimalToText,
  divideFractions,
  fraction,
  fractionToExactDecimal,
  multiplyFractions,
  sumFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import { isDecimalText } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { foldWording } from "../../../src-shared/wording/index.ts";
import type { BatchContext, InvoiceContext, LineContext } from "./context.ts";
import { findDuplicates } from "./duplicates.ts";

/** How many pieces an accepted offer or order counts, and how many were billed of them before. */
export interface Ordered {
  readonly quantity: Fraction;
  readonly before: Fraction;
}

/** The quantity beside the price that governs a line, in an estimate or order; `null` where none is said. */
export function orderedQuantityOf(context: LineContext): Ordered | null {
  const [governing] = context.terms;
  if (governing === undefined) return null;
  const quantity = quantityIn(governing);
  if (quantity === null) return null;
  const before = context.owner.batch.once("ordered-before", sumOrdered).get(context);
  return before === undefined || before === null ? null : { quantity: toFraction(quantity), before };
}

const orderRanks = new Set(["estimate", "purchase-order", "order-form", "change-order"]);

/** "quantity 6 each" among the conditions of a price. */
function quantityIn({ term, agreement }: GoverningTerm): DecimalText | null {
  if (term.type !== "rate" || !orderRanks.has(agreement.rank)) return null;
  for (const condition of term.conditions ?? []) {
    const figure = /^(?:quantity|qty|menge|quantite) (\d+(?:\.\d+)?)\b/.exec(foldWording(condition))?.[1];
    if (figure !== undefined && isDecimalText(figure)) return figure;
  }
  return null;
}

/** What an accepted offer or order comes to: each thing that it counts at its price; `null` where it counts nothing. */
export function orderedSumOf({ governing }: InvoiceContext): DecimalText | null {
  const amounts = governing.flatMap((one) => {
    const quantity = quantityIn(one);
    if (quantity === null || one.term.type !== "rate") return [];
    const { price, priceBase } = one.term.value;
    return [divideFractions(multiplyFractions(quantity, price), priceBase ?? fraction(1))];
  });
  const exact = fractionToExactDecimal(sumFractions(amounts));
  return amounts.length === 0 || exact === undefined ? null : decimalToText(exact);
}

/** Runs through the invoices once; `null` after a quantity that could not be read. */
function sumOrdered(batch: BatchContext): ReadonlyMap<LineContext, Fraction | null> {
  const totals = new Map<string, Fraction | null>();
  const before = new Map<LineContext, Fraction | null>();
  const duplicates = batch.once("duplicates", findDuplicates);
  for (const invoice of batch.invoices) {
    if (invoice.isCredit || invoice.invoice.kind === "proforma" || duplicates.has(invoice)) continue;
    for (const line of invoice.lines) {
      const [governing] = line.terms;
      if (governing === undefined || quantityIn(governing) === null) continue;
      const known = totals.get(governing.term.id);
      const total = known === undefined ? fraction(0) : known;
      before.set(line, total);
      const own = valueOf(line.line.quantity);
      totals.set(governing.term.id, total === null || own === null ? null : addFractions(total, own));
    }
  }
  return before;
}
