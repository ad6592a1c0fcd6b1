import { absolute, isEqual, sum } from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import { isWithin, valuesOf } from "./arithmetic.ts";
import type { TotalCandidate, TotalField } from "./total-candidate.ts";

/** What a sum that closes adds to a choice, in nats. */
export const closing = 3;

/** A printed amount chosen for a field, in one of its readings. */
export interface Choice {
  readonly candidate: TotalCandidate;
  readonly value: DecimalText;
}

export interface Weighted extends Choice {
  readonly factor?: number;
}

export function weaken(choices: readonly Choice[], factor: number): readonly Weighted[] {
  return choices.map((choice) => ({ ...choice, factor }));
}

export function topChoices(
  candidates: readonly TotalCandidate[],
  field: TotalField,
  count: number,
): readonly Choice[] {
  const known = ranked.get(candidates) ?? new Map<TotalField, readonly Choice[]>();
  ranked.set(candidates, known);
  const all = known.get(field) ?? rank(candidates, field);
  known.set(field, all);
  return all.slice(0, count);
}

// The solver asks for the same ranking thousands of times.
const ranked = new WeakMap<readonly TotalCandidate[], Map<TotalField, readonly Choice[]>>();

function rank(candidates: readonly TotalCandidate[], field: TotalField): readonly Choice[] {
  return candidates
    .filter((candidate) => candidate.field === field)
    .toSorted((first, second) => second.score - first.score || second.row.index - first.row.index)
    .flatMap((candidate) => valuesOf(candidate.number.reading).map((value) => ({ candidate, value })));
}

export function uniqueChoices(choices: readonly Weighted[]): readonly Weighted[] {
  const kept: Weighted[] = [];
  for (const choice of choices) {
    const twin = kept.findIndex(
      (other) => other.candidate.tokens === choice.candidate.tokens && other.value === choice.value,
    );
    if (twin < 0) kept.push(choice);
    else if (labelScore(choice) > labelScore(kept[twin])) kept[twin] = choice;
  }
  return kept;
}

export function labelScore(choice: Weighted | null | undefined): number {
  if (choice === null || choice === undefined) return 0;
  const score = Math.min(0.95, Math.max(0.05, choice.candidate.score * (choice.factor ?? 1)));
  return Math.max(-2, Math.min(3, Math.log(score / (1 - score))));
}

export function sameValue(first: Choice | null, second: Choice | null): boolean {
  if (first === null || second === null) return first === second;
  return isEqual(first.value, second.value);
}

export interface TaxSet {
  readonly taxes: readonly Choice[];
  readonly total: Choice | null;
}

/** Ways to read the tax: none, one amount, all rates together, with or without their printed total. */
export function taxSetsOf(candidates: readonly TotalCandidate[]): readonly TaxSet[] {
  const choices = uniqueChoices(topChoices(candidates, "tax", 12));
  const sets: TaxSet[] = [{ taxes: [], total: null }];
  for (const choice of choices) sets.push({ taxes: [choice], total: choice });
  const rated = choices.filter((choice) => choice.candidate.percent !== null);
  const groups = [rated, choices].filter((group) => group.length > 1);
  for (const group of groups) {
    sets.push({ taxes: group, total: null });
    for (const total of choices) {
      const parts = group.filter((choice) => choice !== total);
      if (parts.length > 1 && isWithin(sumOf(parts), total.value, 1)) sets.push({ taxes: parts, total });
    }
  }
  // Neighbors only: two of three rates where the third belongs to a summary elsewhere.
  for (let from = 0; from < choices.length; from += 1) {
    for (let to = from + 2; to <= Math.min(choices.length, from + 4); to += 1) {
      sets.push({ taxes: choices.slice(from, to), total: null });
    }
  }
  return sets.slice(0, 60);
}

export function sumOf(choices: readonly Choice[]): Decimal {
  return sum(choices.map(({ value }) => value));
}

export function plain(choice: Weighted | null): Choice | null {
  return choice === null ? null : { candidate: choice.candidate, value: choice.value };
}

export function absoluteSum(choices: readonly Choice[]): Decimal {
  return sum(choices.map(({ value }) => absolute(value)));
}

/** What is plainly named a total, where no other sum is printed that it could be: wrong or not, it is what the paper says. */
export function loneTotal(candidates: readonly TotalCandidate[]): TotalCandidate | null {
  const named = candidates.filter(({ field, score }) => totalFields.has(field) && score >= 0.5);
  const [only] = named;
  const isLone = named.every(({ tokens }) => tokens[0] === only?.tokens[0]);
  const isTaxed = candidates.some(({ field, score }) => field === "tax" && score >= 0.4);
  return only === undefined || !isLone || isTaxed || valuesOf(only.number.reading).length !== 1 ? null : only;
}

const totalFields: ReadonlySet<TotalField> = new Set<TotalField>(["net", "gross", "payable", "subtotal"]);
