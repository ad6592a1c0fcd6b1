import { decimalText, isEqual } from "../../../src-shared/money/index.ts";
import type { MatchReason } from "../../../src-shared/model/index.ts";
import {
  foldWording,
  hasSizeConflict,
  isTimeUnit,
  mayCountAlike,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import type { Wording } from "../../../src-shared/wording/index.ts";
import {
  hasItemCode,
  hasMultipliedPrice,
  hasSamePrice,
  isDayOfWeek,
  namesShare,
  periodFit,
  readsLikeSurcharge,
  relateLineUnit,
} from "./line-attributes.ts";
import { namesCadence } from "./line-cadence.ts";
import { codesNamed, namesMeasure, namesUnit } from "./line-measures.ts";
import { comparisonKey } from "./compared-line.ts";
import type { ComparedLine, Comparison, LineWords } from "./compared-line.ts";
import type { ComparedTerm, Overlap, PricedTerm, TermPool } from "./term-pool.ts";

const one = decimalText("1");

/** How a line stands to each price of a pool that its attributes do not rule out. */
export function compareWithPool(
  line: ComparedLine,
  words: LineWords,
  pool: TermPool,
): readonly ComparedTerm[] {
  const key = comparisonKey(line, words);
  const known = pool.compared.get(key);
  if (known !== undefined) return known;
  const compared = pool.priced.flatMap((priced) => {
    const comparison = compareWithTerm(line, words, priced, pool);
    return comparison === null ? [] : [{ priced, comparison }];
  });
  if (pool.compared.size >= mostComparisonsKept) pool.compared.clear();
  pool.compared.set(key, compared);
  return compared;
}

const mostComparisonsKept = 1_000;

/** Compares attributes; `null` when one of them rules the term out. */
export function compareWithTerm(
  line: ComparedLine,
  words: LineWords,
  priced: PricedTerm,
  pool: TermPool,
): Comparison | null {
  const isDay = isDayOfWeek(line, priced, pool);
  const relation = isDay ? "convertible" : relateLineUnit(line.unit?.value ?? null, priced);
  const mayMatch = relation !== "different" || mayCount(line, priced);
  if (!mayMatch) return null;
  if (priced.governing.term.type === "rate" && isTimeUnit(priced.unit) && isFlat(line)) return null;
  if (priced.governing.term.type === "surcharge" && !readsLikeSurcharge(line, priced)) return null;
  const wording = wordingOf(words.text);
  const isOffHours = hasSamePrice(line, priced) && isOffHoursPrice(wording, priced, pool);
  const best = isOffHours
    ? findOverlap(asAfterHours(wording), priced, pool)
    : (overlapOf(words.text, priced, pool) ?? silentOverlap(line, wording, priced, pool));
  if (best === null) return null;
  // Units that say nothing against each other need the item to say that one thing is meant.
  if (relation === "different" && !isPlainlyNamed(best, priced)) return null;
  const unit = relation === "different" ? "countable" : relation;
  const hasAttribute = priced.attributes.some((word) => wording.all.has(word));
  if (!hasAttribute && priced.otherAttributes.some((word) => wording.all.has(word))) return null;
  const isShareNamed = namesShare(line, priced);
  const named = codesNamed(line, pool.codes);
  if (named.length > 0 && priced.codes.length > 0 && !named.some((code) => priced.codes.includes(code)))
    return null;
  const hasCode =
    named.some((code) => priced.codes.includes(code)) ||
    (line.itemCode !== null && hasItemCode(line.itemCode, priced.text));
  const hasPrice = isDay || hasSamePrice(line, priced) || hasMultipliedPrice(line, wording, priced, pool);
  const isGenericTerm = priced.wordings.some(isPlainWork);
  const isGenericLine = wording.content.every((word) => word === plainWork);
  const isUnitKnown = unit === "same" || unit === "convertible";
  const lineCoverage = isGenericLine ? 0 : best.shared / wording.content.length;
  // A name of common words ("Quarterly fee") is one by standing there as a whole.
  const isVerbatim =
    isGenericTerm && priced.text.includes(" ") && foldWording(line.description).includes(priced.text);
  const isNamed = isVerbatim || best.coverage >= 0.5 || (lineCoverage >= 0.6 && best.shared > 0);
  // A general fee ("for the services: 640 a month") is the one that a line bills at its very amount.
  const isFee = priced.governing.term.type === "fixed-fee";
  const isWholeFee = hasPrice && isFee && (isGenericTerm || namesCadence(line, priced));
  // "Beheer werkplekken" × 64 at the very price of a "werkplek" names what is counted.
  const isCounted = line.quantity !== null || line.unitPrice !== null;
  // Tiers print no price on the line: what is counted names them.
  const isTiered = priced.governing.term.type === "tiers" && isUnitKnown;
  const isNamedUnit = (hasPrice || isTiered) && isCounted && namesUnit(wording, priced.unit);
  const isOtherRole = namesOtherRole(wording, priced);
  const isEligible =
    hasCode ||
    isWholeFee ||
    isShareNamed ||
    isNamedUnit ||
    isNamed ||
    (best.shared > 0 && hasPrice) ||
    (isUnitKnown && hasPrice && !isOtherRole) ||
    (isGenericTerm && isUnitKnown && !isOtherRole) ||
    (isGenericTerm && isGenericLine);
  const reasons: MatchReason[] = [];
  if (words.isAlias && isNamed) reasons.push("confirmed-alias");
  if (hasCode) reasons.push("item-code");
  if (best.shared > 0 || isShareNamed) reasons.push("item");
  if (words.role !== null && best.shared > 0) reasons.push("role");
  if (isUnitKnown) reasons.push("unit");
  if (hasPrice) reasons.push("price");
  const isLabor = priced.governing.term.type === "rate" && isTimeUnit(priced.unit) && isUnitKnown;
  const isBareFee = isFee && isGenericLine;
  // A quantity at a price beside one agreed price by time, with a word in common.
  const isUnitlessLabor =
    priced.governing.term.type === "rate" &&
    unit === "unknown" &&
    best.shared > 0 &&
    line.quantity !== null &&
    line.unitPrice !== null;
  return {
    rank:
      best.weight +
      0.1 * best.coverage +
      (hasCode ? 5 : 0) +
      (isWholeFee || isShareNamed ? 1.5 : 0) +
      (hasAttribute || isOffHours ? 1 : 0) +
      periodFit(line, priced, hasPrice) +
      (isUnitKnown ? 0.02 : 0),
    isEligible,
    isOnlyTermPossible:
      isUnitlessLabor ||
      // "Chilometri percorsi" × 800: what is counted is the measure that one price alone is for.
      (isCounted && isUnitKnown && namesMeasure(line.description, priced.unit)) ||
      (isLabor && (!isOtherRole || best.shared > 0)) ||
      (isBareFee && unit !== "unknown"),
    isOtherRole,
    reasons,
    confidence: confidenceOf(best.coverage, isUnitKnown, hasPrice, hasCode || words.isAlias),
  };
}

function mayCount({ unit }: ComparedLine, { unit: agreed, governing }: PricedTerm): boolean {
  const counted = unit?.value ?? null;
  return (
    governing.term.type === "rate" && counted !== null && agreed !== null && mayCountAlike(counted, agreed)
  );
}

/** One word is enough where both count things; for what is measured the item must say more. */
const isPlainlyNamed = ({ coverage, shared }: Overlap, { unit, governing: { term } }: PricedTerm): boolean =>
  (coverage >= 0.5 && shared >= 2) ||
  (coverage >= 0.9 && (unit !== "each" || (term.questions ?? []).includes("unit-unsaid")));

/** The closest wording of a term; `null` where each is ruled out. Batches repeat their words, so it is kept. */
function overlapOf(text: string, priced: PricedTerm, pool: TermPool): Overlap | null {
  const known = priced.overlaps.get(text);
  if (known !== undefined) return known;
  const found = findOverlap(wordingOf(text), priced, pool);
  if (priced.overlaps.size >= mostOverlapsKept) priced.overlaps.clear();
  priced.overlaps.set(text, found);
  return found;
}

const mostOverlapsKept = 1_000;

function findOverlap(wording: Wording, { wordings, governing }: PricedTerm, pool: TermPool): Overlap | null {
  let best: Overlap | null = null;
  for (const option of wordings) {
    // A surcharge on rush work is billed by a line that need not say "rush" again.
    if (governing.term.type !== "surcharge" && isRuledOut(wording, option, pool)) continue;
    const shared = option.content.filter((word) => wording.all.has(word));
    const joined = option.content.filter((word) => !wording.all.has(word) && isPartOfAny(word, wording));
    const sizes = option.sizes.filter((size) => hasSize(wording, size)).length;
    const weight =
      sumOfWeights(shared, pool) + compoundShare * sumOfWeights(joined, pool) + sizeWeight * sizes;
    const total = sumOfWeights(option.content, pool) + sizeWeight * option.sizes.length;
    const coverage = total === 0 ? 0 : weight / total;
    // Where words are all the same, the figures name it: "zone B" is the price of zone B.
    const count = shared.length + joined.length + (option.content.length === 0 ? sizes : 0);
    if (best === null || weight > best.weight || (weight === best.weight && coverage > best.coverage))
      best = { weight, coverage, shared: count };
  }
  return best;
}

/**
 * Hours at the very price of one rank, on a line that names no rank and no role: that rank is meant.
 *
 * The records of the hours say who worked; those of another rank prove nothing under it.
 */
function silentOverlap(
  line: ComparedLine,
  wording: Wording,
  priced: PricedTerm,
  pool: TermPool,
): Overlap | null {
  if (!isTimeUnit(priced.unit) || !isTimeUnit(line.unit?.value ?? null)) return null;
  if (wording.grades.length > 0 || wording.roles.length > 0) return null;
  if (!hasSamePrice(line, priced) && !hasMultipliedPrice(line, wording, priced, pool)) return null;
  const isOnlyUnnamed = priced.wordings.some(
    (option) =>
      option.shifts.every((shift) => wording.all.has(shift)) &&
      !wording.shifts.some((shift) => pool.shifts.has(shift) && !option.all.has(shift)) &&
      !hasSizeConflict(wording, option),
  );
  return isOnlyUnnamed ? { weight: 0, coverage: 0, shared: 0 } : null;
}

const afterHours = ["afterhours", "overtime"].flatMap((word) => wordingOf(word).shifts);
const offHours = new Set(
  ["saturday", "sunday", "weekend", "holiday", "night", "evening", "afterhours", "overtime"].flatMap(
    (word) => wordingOf(word).shifts,
  ),
);

/** Saturday work at the very price of what is done after hours, where the agreement has no price for Saturdays. */
const isOffHoursPrice = (wording: Wording, { wordings }: PricedTerm, { shifts }: TermPool): boolean =>
  wording.shifts.some((shift) => offHours.has(shift)) &&
  !wording.shifts.some((shift) => shifts.has(shift)) &&
  wordings.some((option) => option.shifts.some((shift) => afterHours.includes(shift)));

const asAfterHours = (wording: Wording): Wording => ({
  ...wording,
  all: new Set([...wording.all, ...afterHours]),
});

/** What a size in common counts beside words. */
const sizeWeight = 0.35;

const hasSize = ({ sizes }: Wording, { number, of }: Wording["sizes"][number]): boolean =>
  sizes.some((other) => other.number === number && other.of === of);

/** What a word counts that only stands within another: "Ziegel" in "Dachziegel". */
const compoundShare = 0.7;

/** Whether a word begins or ends a longer one of the wording, or the other way round, with enough left for a word. */
const isPartOfAny = (word: string, { content }: Wording): boolean =>
  word.length >= 5 &&
  content.some((other) => {
    const [short, long] = word.length < other.length ? [word, other] : [other, word];
    return (
      short.length >= 5 && long.length - short.length >= 3 && (long.endsWith(short) || long.startsWith(short))
    );
  });

/** "Arbeitszeit", "Labor": words that say no more than that somebody worked. */
const isPlainWork = ({ content, sizes }: Wording): boolean =>
  sizes.length === 0 && content.every((word) => word === plainWork);

const plainWork = wordingOf("labor").content[0] ?? "labor";

/** A sum for the whole of something, said by its words: it counts no hours. */
const flatWords =
  /\b(flat|lump[- ]sum|fixed (fee|price|charge)|all[- ]in|\w*pauschale?|pauschal|festpreis|forfaits?|forfaitaire|a corpo|tanto alzado|precio (cerrado|fijo)|prezzo fisso|vaste prijs|preco fixo)\b/;

/** Whether a line that names no unit says that it bills a whole and no time. */
const isFlat = (line: ComparedLine): boolean =>
  (line.unit?.value ?? null) === null &&
  (line.quantity === null || (line.quantity.value !== null && isEqual(line.quantity.value, one))) &&
  flatWords.test(foldWording(line.description));

function confidenceOf(
  coverage: number,
  isUnitKnown: boolean,
  hasPrice: boolean,
  isConfirmed: boolean,
): number {
  if (isConfirmed) return 0.98;
  const points = 50 + Math.floor(coverage * 30) + (isUnitKnown ? 8 : 0) + (hasPrice ? 10 : 0);
  return Math.min(98, points) / 100;
}

/** Rank, shift and size must agree: senior is not junior, and overtime is not the day rate. */
function isRuledOut(line: Wording, option: Wording, pool: TermPool): boolean {
  if (option.grades.some((grade) => !line.all.has(grade))) return true;
  if (option.shifts.some((shift) => !line.all.has(shift))) return true;
  if (pool.hasGrades && line.grades.some((grade) => !option.all.has(grade)) && option.roles.length > 0)
    return true;
  if (line.shifts.some((shift) => pool.shifts.has(shift) && !option.all.has(shift))) return true;
  return hasSizeConflict(line, option);
}

/** The line names a role that the term does not have: a role nobody agreed is not the one that was. */
function namesOtherRole(line: Wording, { wordings }: PricedTerm): boolean {
  return (
    line.roles.length > 0 &&
    !wordings.some(({ content, all }) => content.length === 0 || line.roles.some((role) => all.has(role)))
  );
}

const sumOfWeights = (words: readonly string[], { weights }: TermPool): number => {
  let sum = 0;
  for (const word of words) sum += weights.get(word) ?? 1;
  return sum;
};
