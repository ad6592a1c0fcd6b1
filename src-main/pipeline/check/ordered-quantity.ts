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
import type { Evidence, Term, Unit } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { foldWording, isCalendarUnit, isTimeUnit, wordingOf } from "../../../src-shared/wording/index.ts";
import type { BatchContext, InvoiceContext, LineContext } from "./context.ts";
import { findDuplicates } from "./duplicates.ts";

/** How many pieces an accepted offer or order counts, and how many were billed of them before. */
export interface Ordered {
  readonly quantity: Fraction;
  readonly before: Fraction;
  /** Seats of a subscription may be added: what an order lists of them is agreed, and more may be. */
  readonly mayGrow: boolean;
}

/** The quantity beside the price that governs a line, in an estimate or order; `null` where none is said. */
export function orderedQuantityOf(context: LineContext): Ordered | null {
  const [governing] = context.terms;
  if (governing === undefined) return null;
  const quantity = quantityIn(governing);
  if (quantity === null) return null;
  const before = context.owner.batch.once("ordered-before", sumOrdered).get(context);
  if (before === undefined || before === null) return null;
  const { term } = governing;
  const mayGrow = term.type === "rate" && term.value.per !== undefined && besideOf(term) === null;
  return { quantity: toFraction(quantity), before, mayGrow };
}

const orderRanks = new Set(["estimate", "purchase-order", "order-form", "change-order"]);

/** "quantity 6 each" among the conditions of a price. */
function quantityIn({ term, agreement }: GoverningTerm): DecimalText | null {
  if (term.type !== "rate") return null;
  const beside = besideOf(term);
  if (beside !== null) return beside;
  if (term.value.per === undefined && !orderRanks.has(agreement.rank)) return null;
  for (const condition of term.conditions ?? []) {
    const figure = /^(?:quantity|qty|menge|quantite) (\d+(?:\.\d+)?)\b/.exec(foldWording(condition))?.[1];
    if (figure !== undefined && isDecimalText(figure)) return figure;
  }
  return null;
}

/** The count in the clause of a recurring price itself. */
const besideOf = ({ value, evidence }: Extract<Term, { readonly type: "rate" }>): DecimalText | null =>
  value.per === undefined ? null : countBeside(value.unit, evidence);

/** What a count is not when it stands behind such a word. */
const limits =
  /\b(?:up to|at least|at most|minimum|maximum|min|max|first|over|above|more than|from|beyond|each|every|bis zu|mindestens|hochstens|ab|uber|je|jusqu'a|au moins|minimum de|plus de|des|hasta|al menos|minimo|mas de|desde|cada|fino a|almeno|oltre|ogni|ate|pelo menos|mais de|tot|minstens|meer dan|vanaf|per)(?: de| di| van)? $/;

/**
 * "12 seats at 18.00 per seat per month": how many of a thing the clause of a recurring price agrees.
 *
 * Two counts, and those of a limit or a step, are none.
 */
function countBeside(unit: Unit, evidence: readonly Evidence[]): DecimalText | null {
  if (isTimeUnit(unit) || isCalendarUnit(unit)) return null;
  const [wanted] = wordingOf(unit.replaceAll("-", " ")).content;
  if (wanted === undefined) return null;
  const counts = new Set(
    evidence.flatMap(({ quote }) => {
      const folded = foldWording(quote);
      return [...folded.matchAll(/(?<![\d.,/])(\d{1,5}) ((?:[a-z-]+ ){0,2}[a-z-]+)/g)].flatMap((match) => {
        const [, figure = "", words = ""] = match;
        const isUnit = words.split(" ").some((word) => wordingOf(word).content[0] === wanted);
        return isUnit && !limits.test(folded.slice(0, match.index)) ? [figure] : [];
      });
    }),
  );
  const [only] = counts;
  return counts.size === 1 && only !== undefined && isDecimalText(only) ? only : null;
}

/** What an accepted offer or order comes to: each thing that it counts at its price; `null` where it counts nothing. */
export function orderedSumOf({ governing }: InvoiceContext): DecimalText | null {
  const amounts = governing.flatMap((one) => {
    const quantity = quantityIn(one);
    if (quantity === null || one.term.type !== "rate" || one.term.value.per !== undefined) return [];
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
      const key = orderKeyOf(governing, line);
      const known = totals.get(key);
      const total = known === undefined ? fraction(0) : known;
      before.set(line, total);
      const own = valueOf(line.line.quantity);
      totals.set(key, total === null || own === null ? null : addFractions(total, own));
    }
  }
  return before;
}

/** What is agreed for each month is used up anew in each; an order is used up once. */
function orderKeyOf({ term }: GoverningTerm, { interval, owner }: LineContext): string {
  const isRecurring = term.type === "rate" && term.value.per !== undefined;
  if (!isRecurring) return term.id;
  return `${term.id}|${interval?.start ?? valueOf(owner.invoice.issueDate)?.slice(0, 7) ?? owner.invoice.id}`;
}
