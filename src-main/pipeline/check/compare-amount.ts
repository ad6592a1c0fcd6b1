import {
  decimalToText,
  fraction,
  fractionToExactDecimal,
  isEqual,
  multiplyFractions,
  sum,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import { orderedSumOf } from "./ordered-quantity.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { computeAmount, roundAmount, shareOf, shownAmount } from "../../../src-shared/pricing/index.ts";
import { taxFactorOf } from "./agreed-price.ts";
import { raisedPrice } from "./raised-price.ts";
import { compareAmounts } from "./compare-price.ts";
import { periodsBilled } from "./billed-periods.ts";
import { compareSurcharge } from "./compare-surcharge.ts";
import type { PriceVerdict } from "./compare-price.ts";
import type { LineContext } from "./context.ts";
import { whyUnusable } from "./firmness.ts";
import { netOfLine } from "./line-figures.ts";
import { foldWording, isTimeUnit, withoutTotals } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";

/** Compares a line under a fee, milestone, deposit or surcharge: an amount that is due as a whole. */
export function compareFixedAmount(context: LineContext, governing: GoverningTerm): PriceVerdict {
  const blocked = whyUnusable(governing);
  if (blocked !== null) return { is: "cannot-determine", because: blocked };
  if (context.owner.isCredit)
    return { is: "not-applicable", because: sentence("because/credit-gives-part", {}) };
  const net = netInBasis(context);
  if (net === null) return { is: "cannot-determine", because: sentence("because/line-amount-unread", {}) };
  switch (governing.term.type) {
    case "fixed-fee":
      return compareFee(context, governing, net);
    case "milestone":
    case "deposit":
      return comparePart(context, governing, net);
    case "surcharge":
      return compareSurcharge(context, governing, net);
    default:
      throw new Error(`No whole amount in a ${governing.term.type}`);
  }
}

/** The amount of a line on the agreement's basis of tax. */
function netInBasis(context: LineContext): DecimalText | null {
  const factor = taxFactorOf(context);
  const net = netOfLine(context);
  const isPlain = factor !== undefined && isSame(factor, fraction(1));
  if (isPlain || context.owner.invoice.pricesIncludeTax) return net;
  if (net === null || factor === undefined) return null;
  return roundAmount(multiplyFractions(net, factor), context.owner.precision);
}

const isSame = (first: Fraction, second: Fraction): boolean =>
  first.numerator === second.numerator && first.denominator === second.denominator;

const bothWays =
  /\b(each way|both ways|per way|hin und zuruck|(je|pro) (weg|strecke)|par trajet|aller et retour|por trayecto|(a|per) tratta|andata e ritorno|por trajeto|per rit|(delivery|drop[- ]?off) (and|&) (collection|pick[- ]?up|return)|(collection|pick[- ]?up) (and|&) delivery|an ?- und (abfahrt|ruckfahrt|abtransport)|livraison et (reprise|enlevement|retour)|(halen en brengen|brengen en halen)|entrega y recogida|consegna e ritiro|entrega e recolha)\b/;
const eachTime =
  /\b(per (trip|journey|run|visit|delivery|occasion|viaggio)|(je|pro) (fahrt|einsatz|anfahrt)|(par|chaque) (passage|voyage)|por (viaje|visita|viagem)|a viaggio)\b/;

/** How often a sum that is due each time ("175.00 each way") is due at the least; `null` for one that is due once. */
export function leastTimesDue({ term }: GoverningTerm): 1 | 2 | null {
  if (term.type !== "fixed-fee" || term.value.per !== "once") return null;
  const own = [term.value.item, ...(term.conditions ?? [])].map(foldWording);
  // A clause may speak of several things: only "each way" is said of nothing but the way.
  const clause = term.evidence.map(({ quote }) => foldWording(quote));
  if ([...own, ...clause].some((text) => bothWays.test(text))) return 2;
  return own.some((text) => eachTime.test(text)) ? 1 : null;
}

const onceWords =
  /\b(one[- ]?(off|time)|once|set-?up|activation|lump[- ]sum|fixed price|einmalig\w*|\w*pauschale?|pauschal|festpreis|einrichtung\w*|unique|forfait\w*|mise en service|una tantum|a corpo|forfettari[oa]|unic[oa]|tanto alzado|alta|eenmalig\w*|vaste prijs|preco fixo)\b/;

/** Whether a sum is one for a whole: of a figure in a list of prices nobody knows how many of it there are. */
export const saysOnce = ({ term, agreement }: GoverningTerm): boolean =>
  term.type === "fixed-fee" &&
  (agreement.rank === "change-order" ||
    [term.value.item, ...(term.conditions ?? []), ...term.evidence.map(({ quote }) => quote)].some((text) =>
      onceWords.test(foldWording(text)),
    ));

function compareFee(context: LineContext, governing: GoverningTerm, net: DecimalText): PriceVerdict {
  const { term } = governing;
  if (term.type !== "fixed-fee") throw new Error("Not a fee");
  const raised = raisedPrice(term.value.amount, governing, context);
  if (!raised.ok) return { is: "cannot-determine", because: raised.because };
  for (const escalator of raised.with) context.owner.use(escalator);
  const { precision } = context.owner;
  const fee = raised.price;
  const [quantity, price] = [valueOf(context.line.quantity), valueOf(context.line.unitPrice)];
  const periods = periodsBilled(term.value.per, context);
  if (periods === null) {
    if (isEqual(net, fee)) return { is: "same", because: sentence("because/full-fee", { fee }) };
    return { is: "not-applicable", because: sentence("because/part-of-period", {}) };
  }
  // Days at a price of their own under a fee by the month: how many of them make a month, nobody says.
  const unit = valueOf(context.line.unit);
  if (term.value.per !== "once" && price !== null && !isEqual(price, fee) && isTimeUnit(unit))
    return {
      is: "cannot-determine",
      because: sentence("because/other-units", { counted: unit ?? "", agreed: term.value.per }),
    };
  // A printed quantity of periods or items at the agreed fee is the fee; how many are due is another check.
  if (quantity !== null && price !== null && isEqual(price, fee))
    return { is: "same", because: sentence("because/fee-is", { fee }) };
  // Several at a price for each of a sum that may be due for each: at least by that price it is wrong.
  const billsPieces =
    term.value.per === "once" && quantity !== null && !isEqual(quantity, "1" as DecimalText);
  const count = periods ?? fraction(1);
  const times = fractionToExactDecimal(count);
  const isOne = isSame(count, fraction(1));
  const expression = isOne
    ? shownAmount(fee, precision)
    : `${times === undefined ? `${count.numerator} ÷ ${count.denominator}` : decimalToText(times)} × ${shownAmount(fee, precision)}`;
  const expected = computeAmount(expression, multiplyFractions(count, fee), precision);
  if (isEqual(expected.value, net))
    return { is: "same", because: sentence("because/formula", { formula: expected.formula }) };
  if (quantity !== null && price !== null && (periods === undefined || billsPieces)) {
    const whole = computeAmount(
      `${quantity} × ${shownAmount(fee, precision)}`,
      multiplyFractions(quantity, fee),
      precision,
    );
    return compareAmounts(
      context,
      governing,
      whole.value,
      net,
      whole.formula,
      alternativeOf(context, governing, net),
    );
  }
  const formula = isOne ? `the fee is ${shownAmount(fee, precision)}` : expected.formula;
  return compareAmounts(
    context,
    governing,
    expected.value,
    net,
    formula,
    alternativeOf(context, governing, net),
  );
}

function alternativeOf(context: LineContext, governing: GoverningTerm, net: DecimalText): Sentence | null {
  for (const other of context.owner.allTermsOf("fixed-fee")) {
    if (other.term.id === governing.term.id || !isEqual(other.term.value.amount, net)) continue;
    if (other.to !== null && governing.from !== null && other.to <= governing.from)
      return sentence("reading/fee-until", { day: other.to });
    if (other.from !== null && governing.to !== null && other.from >= governing.to)
      return sentence("reading/fee-from", { day: other.from });
    return sentence("reading/fee-for", { item: other.term.value.item });
  }
  return null;
}

/** The sum that milestones and deposits are a part of: one-off fees, the limit of the agreement, or what was ordered. */
export function contractSumOf({ owner }: LineContext): DecimalText | null {
  const ordered = orderedSumOf(owner);
  const listed = [
    ...owner.allTermsOf("fixed-fee").flatMap(({ term }) => (term.value.per === "once" ? [term.value] : [])),
    ...(ordered === null ? [] : [{ item: "what was ordered", amount: ordered }]),
  ];
  const parts = withoutTotals(listed, (part) => part);
  if (parts.some(({ amount }) => amount !== ordered))
    return decimalToText(sum(parts.map(({ amount }) => amount)));
  const caps = owner
    .termsOf("cap")
    .filter(({ term }) => term.value.scope === "agreement" && term.value.amount !== undefined);
  const [cap] = caps;
  return caps.length === 1 ? (cap?.term.value.amount ?? null) : ordered;
}

function comparePart(context: LineContext, governing: GoverningTerm, net: DecimalText): PriceVerdict {
  const { term } = governing;
  if (term.type !== "milestone" && term.type !== "deposit") throw new Error("Not a part");
  const { amount, percent } = term.value;
  const { precision } = context.owner;
  if (amount !== undefined) {
    if (isEqual(amount, net) || isWithTax(context, amount))
      return {
        is: "same",
        because: sentence("because/agreed-amount", { amount: shownAmount(amount, precision) }),
      };
    return compareAmounts(
      context,
      governing,
      amount,
      net,
      `the agreed amount is ${shownAmount(amount, precision)}`,
      null,
    );
  }
  const base = contractSumOf(context);
  if (percent === undefined || base === null)
    return {
      is: "cannot-determine",
      because: sentence("because/share-base-missing", {}),
    };
  const expected = shareOf(base, percent, precision);
  return isEqual(expected.value, net)
    ? { is: "same", because: sentence("because/formula", { formula: expected.formula }) }
    : compareAmounts(context, governing, expected.value, net, expected.formula, null);
}

/** What is paid ahead is often agreed as what is to be paid: the whole invoice, with its tax. */
function isWithTax({ owner }: LineContext, amount: DecimalText): boolean {
  const due = valueOf(owner.invoice.gross) ?? valueOf(owner.invoice.payable);
  return (
    due !== null && owner.lines.filter(({ kind }) => kind === "fee").length === 1 && isEqual(due, amount)
  );
}
