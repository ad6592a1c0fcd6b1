import {
  addFractions,
  compareFractions,
  decimalToText,
  fraction,
  fractionToExactDecimal,
  isEqual,
  multiplyFractions,
  subtractFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import type { DraftGap, Unit } from "../../../src-shared/model/index.ts";
import { lineAmount } from "../../../src-shared/pricing/index.ts";
import type { Period } from "../../../src-shared/time/index.ts";
import { lineKindOf, relateUnits, unitFactor } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { historyWithin } from "./billed-history.ts";
import { charge, hasRemainder, openGap, whyUnusable } from "./draft-room.ts";
import type { Charge, DraftRoom, Governing } from "./draft-room.ts";
import type { DraftWords } from "./draft-words.ts";
import { isOnePeriod } from "./metered-use.ts";
import { chargesInScope } from "./scope.ts";

/**
 * What is missing to an agreed quantity of the counted days, at the one price of its unit; `null` where it is reached.
 *
 * Without one price over all of those days, or with a line that does not say how much it bills, it stays open.
 */
export function draftMinimumQuantity(
  minimum: Governing<"minimum">,
  counted: Period,
  charges: readonly Charge[],
  room: DraftRoom,
  words: DraftWords,
): Charge | DraftGap | null {
  const { quantity, unit, scope } = minimum.term.value;
  const { evidence } = minimum.term;
  const noPrice = openGap(
    "drafting/minimum-of-quantity",
    { quantity: quantity ?? "", unit: unit ?? "" },
    evidence,
  );
  if (quantity === undefined || unit === undefined) return noPrice;
  const price = onePriceOf(unit, scope, counted, room);
  if (price === null) return noPrice;
  const total = countUnits([...billedWithin(counted, room), ...charges], unit, scope);
  if (total === null) return openGap("drafting/billed-before-unread", { item: words.minimum }, evidence);
  const missing = subtractFractions(quantity, total);
  if (compareFractions(missing, fraction(0)) <= 0) return null;
  const exact = fractionToExactDecimal(missing);
  if (exact === undefined) return noPrice;
  const { price: unitPrice, priceBase } = price.term.value;
  const computed = lineAmount({ quantity: exact, unitPrice, priceBase: priceBase ?? null }, room.precision);
  return charge({
    kind: "true-up",
    description: words.trueUp,
    quantity: decimalToText(exact),
    unit,
    unitPrice,
    priceBase: priceBase ?? null,
    net: computed.value,
    period: counted === room.period ? null : counted,
    terms: [minimum as GoverningTerm, price as GoverningTerm],
    formula: computed.formula,
  });
}

/** The price at which a unit is billed through all of some days, if there is exactly one and nothing changes it. */
function onePriceOf(unit: Unit, scope: string, days: Period, room: DraftRoom): Governing<"rate"> | null {
  const asCharge = (rate: Governing<"rate">): Charge =>
    charge({
      kind: "fee",
      description: rate.term.value.item,
      role: rate.term.value.role ?? null,
      unit: rate.term.value.unit,
      net: rate.term.value.price,
      terms: [rate as GoverningTerm],
      formula: "",
    });
  const holdsWithin = ({ from, to }: Governing<"rate">): boolean =>
    (from === null || from < days.end) && (to === null || to > days.start);
  const rates = room
    .allTermsOf("rate")
    .filter(
      (rate) =>
        rate.term.absent !== true &&
        holdsWithin(rate) &&
        relateUnits(unit, rate.term.value.unit) !== "different" &&
        chargesInScope([asCharge(rate)], scope).length > 0,
    );
  const [first] = rates;
  if (first === undefined || room.allTermsOf("escalator").some(({ term }) => term.absent !== true))
    return null;
  const isWhole = (rate: Governing<"rate">): boolean =>
    (rate.from === null || rate.from <= days.start) && (rate.to === null || rate.to >= days.end);
  const isSame = ({ term: { value } }: Governing<"rate">): boolean =>
    value.unit === unit &&
    isEqual(value.price, first.term.value.price) &&
    (value.priceBase ?? null) === (first.term.value.priceBase ?? null) &&
    (value.per === undefined || isOnePeriod(value.per, room)) &&
    value.ceiling !== true;
  const isClear = rates.every(
    (rate) =>
      isWhole(rate) && isSame(rate) && whyUnusable(rate as GoverningTerm) === null && !hasRemainder(rate),
  );
  return isClear ? first : null;
}

/** The lines of earlier invoices within some days as charges, credits below zero, each with the terms that govern it. */
const billedWithin = (days: Period, room: DraftRoom): readonly Charge[] =>
  historyWithin(days, room).flatMap(({ invoice, match }) =>
    invoice.lines.flatMap((line): readonly Charge[] => {
      const kind = lineKindOf(line);
      if (kind !== "fee" && kind !== "true-up") return [];
      const bound = match.lines.find(({ lineId }) => lineId === line.id)?.bindings ?? [];
      const quantity = line.quantity?.value ?? null;
      return [
        charge({
          kind,
          description: line.description,
          group: line.group,
          role: line.role,
          quantity: invoice.kind === "credit-note" ? negated(quantity) : quantity,
          unit: line.unit?.value ?? null,
          net: line.net?.value ?? "",
          terms: room.governing.filter(({ term }) => bound.some(({ termId }) => termId === term.id)),
          formula: "",
        }),
      ];
    }),
  );

const negated = (quantity: string | null): string | null =>
  quantity === null ? null : quantity.startsWith("-") ? quantity.slice(1) : `-${quantity}`;

/** How much charges of a scope bill in a unit; `null` where one that may count does not say. */
function countUnits(charges: readonly Charge[], unit: Unit, scope: string): Fraction | null {
  const counted = [...chargesInScope(charges, scope), ...charges.filter(({ kind }) => kind === "true-up")];
  let total = fraction(0);
  for (const each of counted) {
    const own = each.unit as Unit | null;
    const factor = own === null ? undefined : unitFactor(own, unit);
    if (factor !== undefined && each.quantity !== null) {
      total = addFractions(total, multiplyFractions(toFraction(each.quantity as DecimalText), factor));
      continue;
    }
    // What is under another kind of price is another thing; the rest may be the very work that the minimum counts.
    const isOther = each.terms.length > 0 && each.terms.every(({ term }) => term.type !== "rate");
    if (!isOther && (own === null || relateUnits(own, unit) !== "different")) return null;
  }
  return total;
}
