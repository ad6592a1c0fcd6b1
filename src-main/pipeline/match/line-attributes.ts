import {
  compareFractions,
  decimalText,
  divideFractions,
  fractionToDecimal,
  isEqual,
  multiplyFractions,
  toDecimal,
} from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Unit } from "../../../src-shared/model/index.ts";
import { countsDays, isDayPriceOfWeek } from "../../../src-shared/pricing/index.ts";
import {
  foldWording,
  isCalendarUnit,
  isTimeUnit,
  multipleOf,
  normalizeReference,
  relateUnits,
  saysUnit,
  severalOf,
  unitFactor,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import type { Wording } from "../../../src-shared/wording/index.ts";
import type { ComparedLine } from "./compared-line.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

const one = decimalText("1");

/** "Eerste termijn 40 %", "30 % à la commande": the share that a deposit or milestone is of the whole. */
export function namesShare({ description }: ComparedLine, { governing: { term } }: PricedTerm): boolean {
  if (term.type !== "deposit" && term.type !== "milestone" && term.type !== "surcharge") return false;
  const { percent } = term.value;
  if (percent === undefined) return false;
  const shares = [
    ...description.matchAll(/(\d+(?:[.,]\d+)?)\s*(?:%|percent|per cent|prozent|pct|procent)/gi),
  ];
  return shares.some(([, figure = ""]) => isEqual(decimalText(figure.replace(",", ".")), percent));
}

/** Words for what is added to another price. */
const surchargeWords =
  /\b(surcharges?|service charge|add-?ons?|supplements?|supplement[oi]|suplementos?|recargos?|maggiorazion[ei]|majorations?|sobretaxas?|zuschlag|\w+zuschlage?|aufschlag|\w*toeslag(en)?|acrescimos?|levy)\b/;

/** A name that says itself that it comes on top: a line by that name bills it, at whatever price. */
const additionNouns = /\b(?:premium|surcharge|charge|fee|levy|waiver|uplift)s?\b/;

/** What is only charged on something is billed by a line that says so: by its words, its percentage or its amount. */
export function readsLikeSurcharge(line: ComparedLine, priced: PricedTerm): boolean {
  const { term } = priced.governing;
  if (term.type !== "surcharge" || takesOff(line)) return false;
  if (surchargeWords.test(foldWording(line.description)) || namesShare(line, priced)) return true;
  const words = wordingOf(line.description);
  // What it is for names it; what it is taken from stands on the lines that it is taken from.
  const { condition = "", on } = term.value;
  // "Damage waiver 15 % of 5,640.00": a share by the very name of the surcharge is that one, at another percentage.
  const named = isBasis(on) ? [] : wordingOf(on).content;
  const isNamed = named.length > 0 && named.every((word) => words.all.has(word));
  if (isNamed && (/\d ?%/.test(line.description) || additionNouns.test(foldWording(on)))) return true;
  const own = wordingOf(condition !== "" ? condition : isBasis(on) ? "" : on).content;
  return hasSamePrice(line, priced) || (line.unitPrice === null && own.some((word) => words.all.has(word)));
}

/** "on all labor": what the surcharge is taken from, and not what it is for. */
const isBasis = (on: string): boolean => /^(all|any|the|each|every|total)\b/i.test(on.trim());

/** A row below zero gives back. */
const takesOff = ({ net, printedAmount }: ComparedLine): boolean =>
  (net?.value ?? printedAmount?.value ?? "").startsWith("-");

/**
 * Of several prices of one machine, the one whose period the line counts.
 *
 * A price for four weeks is not the one of "2 weeks", unless the line bills its very figure.
 */
export function periodFit(
  line: ComparedLine,
  { governing: { term }, unit }: PricedTerm,
  hasPrice: boolean,
): number {
  if (term.type !== "rate" || !isCalendarUnit(unit)) return 0;
  const printed = line.unit?.value ?? null;
  const several = printed === null ? null : severalOf(printed);
  const counted = several === null ? (line.priceBase?.value ?? one) : decimalText(String(several.count));
  if (isEqual(term.value.priceBase ?? one, counted)) return 0.4;
  return hasPrice && !isCalendarUnit(printed) ? 0.9 : 0;
}

export function relateLineUnit(
  unit: Unit | null,
  { governing, unit: agreed }: PricedTerm,
): ReturnType<typeof relateUnits> {
  const { term } = governing;
  if (agreed !== null) {
    const relation = relateUnits(unit, agreed);
    if (relation === "different" && unit !== null && term.type === "rate" && saysUnit(term.value, unit))
      return "countable";
    // Days against hours: how long a day is, the agreement says or a person does; the check asks.
    return relation === "different" && isTimeUnit(unit) && isTimeUnit(agreed) ? "countable" : relation;
  }
  if (unit === null) return "unknown";
  // "Call-out, flat per day of work": a sum for each of what its name counts.
  if (
    term.type === "fixed-fee" &&
    term.value.per === "once" &&
    saysUnit({ item: term.value.item, unit: "each" }, unit)
  )
    return "countable";
  // "Night premium, 56 hours at 2.25": a sum on top is counted in whatever it comes on top of.
  if (term.type === "surcharge" && term.value.amount !== undefined) return "countable";
  if (isTimeUnit(unit) && unit !== "day") return "different";
  if (term.type === "fixed-fee" && isCalendarUnit(unit))
    return term.value.per === unit ? "same" : "countable";
  if (unit === "percent" || unit === "day")
    return term.type === "fixed-fee" && unit === "day" ? "different" : "countable";
  return "countable";
}

/** Days at a seventh of a weekly price, where the agreement prices parts of a period by their days. */
export const isDayOfWeek = (
  line: ComparedLine,
  { governing: { term } }: PricedTerm,
  { byType }: TermPool,
): boolean =>
  line.unit?.value === "day" &&
  term.type === "rate" &&
  isDayPriceOfWeek(term.value, line.unitPrice?.value ?? null) &&
  (byType.get("proration") ?? []).some(
    ({ term: clause, conflictsWith }) =>
      clause.type === "proration" && conflictsWith.length === 0 && countsDays(clause.value),
  );

export function hasItemCode(code: string, text: string): boolean {
  const wanted = normalizeReference(code);
  if (wanted.length < 3) return false;
  return text.split(/[\s,;()]+/).some((word) => normalizeReference(word) === wanted);
}

export function hasSamePrice(line: ComparedLine, { price, governing: { term } }: PricedTerm): boolean {
  const printed = line.unitPrice?.value ?? null;
  // Of a ladder of prices any step may be the one that was reached; which one is, another check says.
  if (term.type === "tiers")
    return printed !== null && term.value.tiers.some((tier) => isEqual(tier.price, printed));
  if (price === null) return false;
  const figure = line.unitPrice === null ? (line.net?.value ?? null) : printed;
  return figure !== null && (isEqual(figure, price) || isSamePerUnit(line, figure, price, term));
}

/** 0.90 for "1000 calls" is 0.0009 a call: where either counts by the hundred or thousand, one unit is compared. */
function isSamePerUnit(
  { unit, priceBase }: ComparedLine,
  billed: DecimalText,
  price: DecimalText,
  term: PricedTerm["governing"]["term"],
): boolean {
  const counted = unit?.value ?? null;
  if ((term.type !== "rate" && term.type !== "overage") || counted === null) return false;
  const factor = multipleOf(counted) === null ? undefined : unitFactor(counted, term.value.unit);
  if (factor === undefined) return false;
  const base = term.type === "rate" ? (term.value.priceBase ?? one) : one;
  const agreed = divideFractions(price, base);
  return (
    compareFractions(divideFractions(billed, priceBase?.value ?? one), multiplyFractions(agreed, factor)) ===
    0
  );
}

/** Overtime at the base price times what the agreement multiplies it by, where the line says what kind of hours it bills. */
export function hasMultipliedPrice(
  line: ComparedLine,
  wording: Wording,
  { price, governing }: PricedTerm,
  { factors }: TermPool,
): boolean {
  const billed = line.unitPrice?.value ?? null;
  if (price === null || billed === null || factors.length === 0 || governing.term.type !== "rate")
    return false;
  if (wording.shifts.length === 0 && !/\d ?%/.test(line.description)) return false;
  const { scale } = toDecimal(billed);
  return factors.some((factor) =>
    isEqual(fractionToDecimal(multiplyFractions(price, factor), scale), billed),
  );
}
