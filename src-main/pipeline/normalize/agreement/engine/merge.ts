import { isEqual } from "../../../../../src-shared/money/index.ts";
import type { PaymentTermsValue } from "../../../../../src-shared/model/index.ts";
import type { Candidate } from "./frame.ts";

/** Values compared as what they say: 95 and 95.00 are the same price. */
function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one === "string" && typeof other === "string") {
    const isNumber = /^-?\d+(?:\.\d+)?$/;
    return isNumber.test(one) && isNumber.test(other)
      ? isEqual(one as never, other as never)
      : one.toLowerCase() === other.toLowerCase();
  }
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) =>
    sameValue((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}

const overlaps = (one: Candidate, other: Candidate): boolean =>
  (one.to === null || other.from === null || other.from < one.to) &&
  (other.to === null || one.from === null || one.from < other.to);

const isOutranked = (one: Candidate, by: Candidate): boolean =>
  by.outranks !== null && by.outranks !== undefined && one.clause.includes(by.outranks);

/** The scale that a term keeps when it is said twice: the finer print. */
const isRicher = (one: Candidate, other: Candidate): boolean =>
  JSON.stringify(one.value).length > JSON.stringify(other.value).length;

/**
 * One candidate per thing said: repeats join their evidence, other dates make versions, a clause that stands above
 * another replaces it, and what remains contradictory keeps both readings with a question.
 */
export function mergeCandidates(candidates: readonly Candidate[]): readonly Candidate[] {
  const merged: Candidate[] = [];
  // Where candidates of one thing stand: a price list says thousands of things.
  const places = new Map<string, number[]>();
  for (const candidate of candidates) {
    const own = places.get(thingOf(candidate)) ?? [];
    const at = own.find((place) => {
      const known = merged[place];
      return (
        known !== undefined &&
        sameScope(known, candidate) &&
        (sameValue(known.value, candidate.value) || sameCore(known, candidate))
      );
    });
    const known = at === undefined ? undefined : merged[at];
    if (at === undefined || known === undefined) {
      own.push(merged.length);
      places.set(thingOf(candidate), own);
      merged.push(candidate);
      continue;
    }
    const kept = isRicher(candidate, known) ? candidate : known;
    merged[at] = {
      ...kept,
      order: Math.min(known.order, candidate.order),
      parts: [...known.parts, ...candidate.parts].filter(
        (part, index, all) =>
          all.findIndex((other) => other.prepared === part.prepared && other.start === part.start) === index,
      ),
      confidence: Math.min(0.97, Math.max(known.confidence, candidate.confidence) + 0.05),
      ...withAll(known, candidate),
    };
  }
  const complete = withEarlyDiscounts(merged);
  const things = groupByThing(complete);
  const judged = complete
    .map((candidate) => judge(candidate, things.get(thingOf(candidate)) ?? []))
    .filter((candidate): candidate is Candidate => candidate !== null);
  return withoutHeaps(judged);
}

/** Contradictory readings of one thing at most that help a person to choose. */
const mostReadings = 5;

/**
 * A thing of which a document seems to say six prices at once was read from a table that was not understood: one of its
 * readings stays to ask by, and not sixty.
 */
function withoutHeaps(candidates: readonly Candidate[]): readonly Candidate[] {
  const contested = groupByThing(candidates.filter(isContested));
  return candidates.filter((candidate) => {
    const rivals = isContested(candidate) ? (contested.get(thingOf(candidate)) ?? []) : [];
    return rivals.length <= mostReadings || rivals[0] === candidate;
  });
}

const isContested = ({ questions }: Candidate): boolean => questions?.includes("conflicting-values") ?? false;

function groupByThing(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const things = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const own = things.get(thingOf(candidate)) ?? [];
    own.push(candidate);
    things.set(thingOf(candidate), own);
  }
  return things;
}

/** What a candidate speaks of: its type and key. */
const thingOf = ({ type, key }: Candidate): string => `${type}|${key}`;

function withAll(one: Candidate, other: Candidate): Partial<Candidate> {
  const conditions = [...new Set([...(one.conditions ?? []), ...(other.conditions ?? [])])];
  const questions = [...new Set([...(one.questions ?? []), ...(other.questions ?? [])])];
  const remainder = one.remainder ?? other.remainder;
  return {
    ...(conditions.length > 0 && { conditions }),
    ...(questions.length > 0 && { questions }),
    ...(remainder !== undefined && { remainder }),
  };
}

const sameScope = (one: Candidate, other: Candidate): boolean =>
  one.from === other.from && one.to === other.to && (one.absent ?? false) === (other.absent ?? false);

/** The figure that a term turns on; details that one print adds do not make another term. */
const coreOf = (candidate: Candidate): string | null => {
  const value = candidate.value as unknown as Record<string, unknown>;
  switch (candidate.type) {
    case "rate":
      return `${String(value["price"])}|${String(value["priceBase"])}|${String(value["ceiling"])}`;
    case "fixed-fee":
      return String(value["amount"]);
    case "minimum":
      return `${String(value["amount"])}|${String(value["quantity"])}`;
    case "payment-terms":
      return `${String(value["days"])}|${String(value["from"])}`;
    case "cap":
      return `${String(value["amount"])}|${String(value["quantity"])}`;
    default:
      return null;
  }
};
const sameCore = (one: Candidate, other: Candidate): boolean =>
  coreOf(one) !== null && coreOf(one) === coreOf(other);

/** Types of which an agreement has one at a time. */
const singular = new Set([
  "payment-terms",
  "cap",
  "rate",
  "fixed-fee",
  "retention",
  "late-fee",
  "minimum",
  "price-basis",
  "rounding",
  "charge-age",
  "proration",
  "deposit",
  "escalator",
]);

/** @param sameThing all candidates of the same type and key */
function judge(candidate: Candidate, sameThing: readonly Candidate[]): Candidate | null {
  if (!singular.has(candidate.type)) return candidate;
  const rivals = sameThing.filter((other) => other !== candidate && overlaps(candidate, other));
  if (rivals.length === 0) return candidate;
  if (rivals.some((rival) => isOutranked(candidate, rival))) return null;
  const open = rivals.filter((rival) => !isOutranked(rival, candidate));
  // A version with dates of its own is no contradiction to one that has none.
  const sameDates = open.filter((rival) => rival.from === candidate.from && rival.to === candidate.to);
  if (sameDates.length === 0) return candidate;
  const conditional =
    (candidate.conditions ?? []).length > 0 ||
    sameDates.every((rival) => (rival.conditions ?? []).length > 0);
  if (conditional) return candidate;
  return {
    ...candidate,
    confidence: Math.max(0.05, candidate.confidence - 0.3),
    questions: [...new Set([...(candidate.questions ?? []), "conflicting-values"])],
  };
}

/** A cash discount said in a sentence of its own belongs to the one payment term beside it. */
function withEarlyDiscounts(candidates: readonly Candidate[]): readonly Candidate[] {
  const early = candidates.filter(
    (candidate) => candidate.type === "payment-terms" && candidate.key === "early-discount",
  );
  const full = candidates.filter(
    (candidate) => candidate.type === "payment-terms" && candidate.key !== "early-discount",
  );
  const [discount] = early;
  const [term] = full;
  if (discount === undefined || term === undefined || full.length !== 1 || early.length !== 1)
    return candidates;
  const value = discount.value as PaymentTermsValue;
  const joined: Candidate = {
    ...term,
    value: {
      ...(term.value as PaymentTermsValue),
      ...(value.earlyDiscount !== undefined && { earlyDiscount: value.earlyDiscount }),
    },
    parts: [...term.parts, ...discount.parts],
  };
  return candidates.flatMap((candidate) =>
    candidate === term ? [joined] : candidate === discount ? [] : [candidate],
  );
}
