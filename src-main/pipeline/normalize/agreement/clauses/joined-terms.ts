import type { BillingValue, ExpensesValue } from "../../../../../src-shared/model/index.ts";
import type { Candidate } from "../engine/frame.ts";
import { withOneRoster } from "./joined-rosters.ts";

/** What clauses say of one thing in pieces, as one term. */
export const withJoinedTerms = (candidates: readonly Candidate[]): readonly Candidate[] =>
  withOneRoster(
    joinSlots(joinSlots(withJoinedBilling(withJoinedExpenses(candidates)), "time-rules"), "acceptance"),
  );

/**
 * "At cost, up to EUR 2,500 a year" in one clause is one rule for expenses, not two.
 *
 * Only pieces of the same sentence and kind that fill different slots; the first keeps its place.
 */
function withJoinedExpenses(candidates: readonly Candidate[]): readonly Candidate[] {
  const joined: Candidate[] = [];
  for (const candidate of candidates) {
    const at = candidate.type === "expenses" ? joined.findIndex((known) => isSameRule(known, candidate)) : -1;
    const known = joined[at];
    if (known === undefined) joined.push(candidate);
    else
      joined[at] = {
        ...known,
        ...candidate,
        order: known.order,
        parts: known.parts,
        value: { ...(known.value as ExpensesValue), ...(candidate.value as ExpensesValue) },
        confidence: Math.max(known.confidence, candidate.confidence),
      };
  }
  return joined;
}

/** "At trade price plus 15 %. Send the receipt for anything over £25.": one sentence goes on with the other. */
function goesOn(one: Candidate, other: Candidate): boolean {
  const [first, second] = [one.parts[0], other.parts[0]];
  const { types, ...slots } = other.value as ExpensesValue;
  return (
    first !== undefined &&
    first.prepared === second?.prepared &&
    Math.abs(other.order - one.order) <= 1 &&
    (types ?? []).length === 0 &&
    // "Meals up to £35 a day. Receipts for any item over £25.": the second is a rule of all expenses.
    (one.value as ExpensesValue).unitCap === undefined &&
    Object.keys(slots).every((slot) => !Object.hasOwn(one.value, slot)) &&
    Object.keys(slots).length > 0
  );
}

function isSameRule(one: Candidate, other: Candidate): boolean {
  if (one.type !== "expenses" || other.type !== "expenses") return false;
  if (one.absent === true || other.absent === true) return false;
  if (goesOn(one, other)) return true;
  const [first, second] = [one.parts[0], other.parts[0]];
  if (first === undefined || first.prepared !== second?.prepared || first.start !== second.start)
    return false;
  const { types, ...slots } = one.value as ExpensesValue;
  const { types: otherTypes, ...otherSlots } = other.value as ExpensesValue;
  const said = new Map<string, unknown>(Object.entries(otherSlots));
  return (
    JSON.stringify(types ?? []) === JSON.stringify(otherTypes ?? []) &&
    Object.entries(slots).every(([slot, value]) => !said.has(slot) || said.get(slot) === value) &&
    Object.keys(slots).length + Object.keys(otherSlots).length > 0
  );
}

/**
 * Steps of time here, travel at half price there, who accepts and what silence means: rules of one paper that fill
 * different slots are one rule.
 *
 * A slot that two of them fill, and a rule of other days than the paper's, stay terms of their own.
 */
function joinSlots(
  candidates: readonly Candidate[],
  type: "time-rules" | "acceptance",
): readonly Candidate[] {
  const rules = candidates.filter(
    ({ type: own, absent, remainder }) =>
      own === type && absent !== true && (remainder === undefined || type === "acceptance"),
  );
  const [first] = rules;
  if (first === undefined || rules.length < 2) return candidates;
  const slotsOf = (candidate: Candidate): readonly string[] => Object.keys(candidate.value);
  const isOwn = (candidate: Candidate): boolean =>
    candidate.from === first.from &&
    candidate.to === first.to &&
    slotsOf(candidate).every((slot) => rules.filter((other) => slotsOf(other).includes(slot)).length === 1);
  const joined = rules.filter(isOwn);
  const [head] = joined;
  if (head === undefined || joined.length < 2) return candidates;
  const conditions = [...new Set(joined.flatMap((rule) => rule.conditions ?? []))];
  const questions = [...new Set(joined.flatMap((rule) => rule.questions ?? []))];
  const remainder = joined.find((rule) => rule.remainder !== undefined)?.remainder;
  const one: Candidate = {
    ...head,
    key: type,
    value: Object.assign({}, ...joined.map(({ value }) => value)) as Candidate["value"],
    parts: joined.flatMap(({ parts }) => parts),
    confidence: Math.min(...joined.map(({ confidence }) => confidence)),
    ...(remainder !== undefined && { remainder }),
    ...(conditions.length > 0 && { conditions }),
    ...(questions.length > 0 && { questions }),
  };
  return candidates.flatMap((candidate) =>
    candidate === head ? [one] : joined.includes(candidate) ? [] : [candidate],
  );
}

/** "We invoice monthly." beside "EUR 685 a month, invoiced in arrears": the one that says when says it for both. */
function withJoinedBilling(candidates: readonly Candidate[]): readonly Candidate[] {
  const billing = candidates.filter(({ type, absent }) => type === "billing" && absent !== true);
  return candidates.filter((candidate) => {
    if (candidate.type !== "billing" || candidate.absent === true) return true;
    const { frequency, timing, ...more } = candidate.value as BillingValue;
    if (timing !== null || frequency === null || Object.keys(more).length > 0) return true;
    const said = billing.filter(({ value }) => {
      const other = value as BillingValue;
      return other.frequency === frequency && other.timing !== null;
    });
    return said.length !== 1;
  });
}
