import { isEqual, isNegative, sum, sumFractions } from "../../../src-shared/money/index.ts";
import type { Decimal } from "../../../src-shared/money/index.ts";
import { computeAmount, periodAnchor, prorateSpan, shownAmount } from "../../../src-shared/pricing/index.ts";
import type { Computed, ProrationBasis } from "../../../src-shared/pricing/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import { raisedPrice } from "./raised-price.ts";
import { agreedStartOf } from "./agreed-start.ts";
import { compareAmounts } from "./compare-price.ts";
import type { PriceVerdict } from "./compare-price.ts";
import type { LineContext } from "./context.ts";
import { hasRemainder, whyUnusable } from "./firmness.ts";
import { netOfLine } from "./line-figures.ts";

/** Bases by which the parts of a period add up to it; where a month begun is a whole one, two prices share none. */
const dividing: ReadonlySet<ProrationBasis> = new Set(["actual/actual", "30/360", "actual/365", "actual/30"]);

/**
 * A recurring fee whose amount changes within the days of a line: each amount for its own days, by the agreed basis.
 *
 * Rounded for each amount or once for all: "8.06" and "8.07" are both right.
 */
export function compareSplitFee(context: LineContext): PriceVerdict {
  const { terms, owner } = context;
  const open: PriceVerdict = { is: "cannot-determine", because: sentence("because/split-amount", {}) };
  const basis = owner.termsOf("proration").find(({ term }) => term.absent !== true);
  const net = netOfLine(context);
  const [first] = terms;
  if (first === undefined || net === null || basis === undefined) return open;
  if (whyUnusable(basis) !== null || hasRemainder(basis) || !dividing.has(basis.term.value.basis))
    return open;
  const parts: Computed[] = [];
  for (const governing of terms) {
    const { term, from, to } = governing;
    if (term.type !== "fixed-fee" || from === null || to === null) return open;
    const { per } = term.value;
    if (per === "once" || per === "week" || whyUnusable(governing) !== null) return open;
    const fee = raisedPrice(term.value.amount, governing, context);
    if (!fee.ok) return { is: "cannot-determine", because: fee.because };
    const span = { start: from, end: to };
    const part = prorateSpan(
      basis.term.value.basis,
      { price: fee.price, step: per, anchor: periodAnchor(per, span, agreedStartOf(owner)), span },
      owner.precision,
    );
    if (!part.ok) return open;
    const [piece] = part.value.pieces;
    parts.push(part.value.pieces.length === 1 && piece !== undefined ? piece.computed : part.value.total);
  }
  owner.use(basis);
  const expression = parts.map(({ value }) => shownAmount(value, owner.precision)).join(" + ");
  const expected = computeAmount(expression, sumFractions(parts.map(({ value }) => value)), owner.precision);
  const formula = [...parts.map((part) => part.formula), expected.formula].join("; ");
  const once = computeAmount("", sumFractions(parts.map(({ exact }) => exact)), owner.precision);
  const others = linesBesideOf(context);
  const together = sumOf([context, ...others]);
  if ([once.value, expected.value].some((right) => together !== null && isEqual(together, right)))
    return { is: "same", because: sentence("because/formula", { formula }) };
  // Unused days given back on a line of their own: which line of them is wrong, nobody can say.
  if (others.length > 0) return open;
  return compareAmounts(context, first, expected.value, net, formula, null);
}

/** Lines that bill the same fee too, and those that give something back and are bound to nothing else. */
const linesBesideOf = (context: LineContext): readonly LineContext[] => {
  const ids = new Set(context.terms.map(({ term }) => term.id));
  return context.owner.lines.filter((line) => {
    if (line === context || line.kind === "text") return false;
    const net = netOfLine(line);
    return line.terms.length > 0
      ? line.terms.some(({ term }) => ids.has(term.id))
      : net !== null && isNegative(net);
  });
};

function sumOf(lines: readonly LineContext[]): Decimal | null {
  const nets = lines.map((line) => netOfLine(line));
  return nets.includes(null) ? null : sum(nets.flatMap((net) => net ?? []));
}
