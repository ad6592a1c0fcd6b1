import { isEqual } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { foldWording, printedDecimal } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { Governing, InvoiceContext } from "./context.ts";
import type { TermType } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";

type AnyTerm = GoverningTerm | Governing<TermType>;

/** What a price is raised or lowered from stands behind one of these. */
const fromWords = /(?<![\p{L}])(?:from|von|de|da|dal|del|van|d['’])\s*(?:[\p{L}]{1,3}\s*)?[€$£]?\s*$/u;
const figures = /\d(?:[\d.,'’\s]*\d)?/gu;

/** The price or fee of a term; `null` where it has none. */
function priceOf({ term }: AnyTerm): DecimalText | null {
  const { price, amount } = term.value as { readonly price?: DecimalText; readonly amount?: DecimalText };
  return term.type === "rate" || term.type === "fixed-fee" || term.type === "overage"
    ? (price ?? amount ?? null)
    : null;
}

/** "to 455.00", "netto auf EUR 455.00": what it is raised to, with no more than a few words between. */
const toWords = /^[^.;:\d]{0,40}?(?<![\p{L}])(?:to|auf|a|naar|para|in|al)\s*(?:[\p{L}]{1,3}\s*)?[€$£]?\s*$/u;

/** Whether a clause says that a price is replaced: "raised from 420.00 net to 455.00 net". */
export function isReplaced(price: DecimalText, clause: string): boolean {
  const folded = foldWording(clause);
  const printed = [...folded.matchAll(figures)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    value: printedDecimal(text.trim()),
  }));
  return printed.some(({ value, start, end }, position) => {
    const next = printed[position + 1];
    return (
      value !== null &&
      isEqual(value, price) &&
      fromWords.test(folded.slice(0, start)) &&
      next?.value !== undefined &&
      next.value !== null &&
      !isEqual(next.value, price) &&
      toWords.test(folded.slice(end, next.start))
    );
  });
}

/**
 * Whether a change to the agreement that is in force on a day replaces the price that a result rests on, however its
 * clause was read.
 */
export function isReplacedPrice(used: AnyTerm, day: LocalDate | null, invoice: InvoiceContext): boolean {
  const changes = invoice.onceForDocuments("terms-of-changes", findTermsOfChanges);
  const price = changes.length === 0 ? null : priceOf(used);
  return (
    price !== null &&
    changes.some(
      ({ term, from }) =>
        (from === null || day === null || from <= day) &&
        // A price that ends where the change begins bills the days before it.
        (from === null || used.to === null || from < used.to) &&
        term.evidence.some(({ quote }) => isReplaced(price, quote)),
    )
  );
}

const findTermsOfChanges = ({ governing }: InvoiceContext): readonly GoverningTerm[] =>
  governing.filter(({ agreement: { rank } }) => rank === "amendment" || rank === "change-order");
