import { decimalToText, negate, sum, zero } from "../money/index.ts";
import type { DecimalText, Numeric } from "../money/index.ts";
import { computeAmount, shownSum } from "./computed.ts";
import type { Computed, Precision } from "./computed.ts";

/** The parts of a document's total, each already rounded. What is not there is absent, which counts as nothing. */
export interface TotalParts {
  /** BT-131 of every line, without tax. */
  readonly lines: readonly Numeric[];
  /** BT-92, never negative. */
  readonly allowances?: readonly Numeric[];
  /** BT-99, never negative. */
  readonly charges?: readonly Numeric[];
  /** BT-117 of every category and rate. */
  readonly taxes?: readonly Numeric[];
  /** BT-113. */
  readonly prepaid?: Numeric | null;
  readonly retention?: Numeric | null;
  /** Tax that the buyer keeps back. */
  readonly withholding?: Numeric | null;
  /** BT-114. */
  readonly rounding?: Numeric | null;
}

export interface DocumentTotals {
  /** BT-106: Σ lines. */
  readonly subtotal: Computed;
  /** BT-109: subtotal − allowances + charges. */
  readonly net: Computed;
  /** BT-110: Σ taxes. */
  readonly tax: Computed;
  /** BT-112: net + tax. */
  readonly gross: Computed;
  /** BT-115: gross − prepaid − retention − withholding + rounding. */
  readonly payable: Computed;
}

/** All totals of a document from its parts; nothing is rounded again. */
export function documentTotals(parts: TotalParts, precision: Precision): DocumentTotals {
  const subtotal = total(parts.lines, precision);
  const net = total(
    [subtotal.value, ...(parts.allowances ?? []).map(negate), ...(parts.charges ?? [])],
    precision,
  );
  const tax = total(parts.taxes ?? [], precision);
  const gross = total([net.value, tax.value], precision);
  const kept = [parts.prepaid, parts.retention, parts.withholding]
    .filter((amount) => isPresent(amount))
    .map(negate);
  const added = [parts.rounding].filter((amount) => isPresent(amount));
  return { subtotal, net, tax, gross, payable: total([gross.value, ...kept, ...added], precision) };
}

/** A sum with its formula; of more than a dozen terms the first ones and their number. */
export function total(terms: readonly Numeric[], precision: Precision): Computed {
  const isLong = terms.length > 12;
  const shown = shownSum(terms.length === 0 ? [zero] : terms.slice(0, isLong ? 6 : 12), precision);
  const [only] = terms;
  const exact = only !== undefined && terms.length === 1 ? only : sum(terms);
  return computeAmount(isLong ? `${shown} + … (${terms.length})` : shown, exact, precision);
}

/** The signed effect of a document: what a credit note prints as positive counts against what was billed. */
export function signedAmount(kind: string, amount: Numeric): DecimalText {
  return decimalToText(kind === "credit-note" ? negate(amount) : amount);
}

function isPresent(amount: Numeric | null | undefined): amount is Numeric {
  return amount !== null && amount !== undefined;
}
