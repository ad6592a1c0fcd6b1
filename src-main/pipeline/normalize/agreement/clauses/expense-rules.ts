import type { CapValue, ExpensesValue } from "../../../../../src-shared/model/index.ts";
import type { Candidate } from "../engine/frame.ts";
import { readingOfPart } from "../engine/reading-of-part.ts";
import type { Reading } from "../engine/reading.ts";
import { isMoney } from "../literals/literal.ts";
import type { MoneyLiteral } from "../literals/literal.ts";
import { totalLimit } from "./expense-limits.ts";

const ofExpenses =
  /\b(?:expenses?|travel|disbursements|reimburs\w*|spesen|auslagen|reisekosten|nebenkosten|frais|debours|gastos|desplazamientos|spese|rimborsi|trasferte|despesas|onkosten|reiskosten)\b/;
/** A sentence that limits what is charged for the work, too. */
const ofFees =
  /\b(?:fees?|price|compensation|honorar\w*|vergutung|honoraires|prix|tarifa|precio|compenso|prezzo|preco|prijs)\b/;

/**
 * What a clause says of expenses in several places, as one rule: passed on at cost, receipts from so much on, so much in
 * total.
 *
 * A limit in a sentence about expenses is theirs, whatever it was taken for; a limit per night stays one of its own.
 */
export function withExpenseRules(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
): readonly Candidate[] {
  const readingOf = readingsOfCandidates(candidates, readings);
  const bySentence = candidatesBySentence(readingOf);
  const limit = expenseLimit(candidates, readingOf, bySentence);
  // What is joined is a candidate of its own: its sentence goes with it.
  const joined: Said[] = [];
  for (const candidate of candidates) {
    if (limit?.caps.has(candidate) === true) continue;
    const whole: Candidate =
      limit?.rule === candidate
        ? { ...candidate, value: { ...slotsOf(candidate), ...limit.slots } }
        : furtherLimit(candidate, readingOf.get(candidate), bySentence);
    const said: Said = { candidate: whole, reading: readingOf.get(candidate) };
    const at = isRule(whole)
      ? joined.findIndex((known) => isRule(known.candidate) && isOneRule(known, said))
      : -1;
    const entry = joined[at];
    if (entry === undefined) {
      joined.push(said);
      continue;
    }
    const known = entry.candidate;
    joined[at] = {
      reading: entry.reading,
      candidate: {
        ...known,
        value: { ...slotsOf(whole), ...slotsOf(known), ...typesOf(known, whole) },
        parts: [...known.parts, ...whole.parts],
        confidence: Math.min(known.confidence, whole.confidence),
      },
    };
  }
  return joined.map(({ candidate }) => candidate);
}

/** A candidate with the sentence that says it. */
interface Said {
  readonly candidate: Candidate;
  readonly reading: Reading | undefined;
}

/** The sentence of each candidate: looked up once, since every pair of candidates is compared by it. */
function readingsOfCandidates(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
): ReadonlyMap<Candidate, Reading> {
  const readingOf = readingOfPart(readings);
  const found = new Map<Candidate, Reading>();
  for (const candidate of candidates) {
    const [part] = candidate.parts;
    const reading = part === undefined ? null : readingOf(part);
    if (reading !== null) found.set(candidate, reading);
  }
  return found;
}

function candidatesBySentence(
  readingOf: ReadonlyMap<Candidate, Reading>,
): ReadonlyMap<Reading, readonly Candidate[]> {
  const bySentence = new Map<Reading, Candidate[]>();
  for (const [candidate, reading] of readingOf) {
    const known = bySentence.get(reading);
    if (known === undefined) bySentence.set(reading, [candidate]);
    else known.push(candidate);
  }
  return bySentence;
}

/** "Expenses up to $500 a month, in all at most $3,000": the second limit is on them too, and caps no fees. */
function furtherLimit(
  candidate: Candidate,
  reading: Reading | undefined,
  bySentence: ReadonlyMap<Reading, readonly Candidate[]>,
): Candidate {
  if (candidate.type !== "cap" || reading === undefined || ofFees.test(reading.folded)) return candidate;
  const rule = (bySentence.get(reading) ?? []).find(
    (other) => isRule(other) && slotsOf(other).totalCap !== undefined,
  );
  if (rule === undefined) return candidate;
  const sums = reading.literals.filter(isMoney);
  const own = sums.findIndex(({ value }) => value === slotsOf(rule).totalCap);
  const at = sums.findIndex(({ value }) => value === (candidate.value as CapValue).amount);
  const sum = sums[at];
  // "Charges at most $62,000, of which travel $3,500": what stands before the limit of a part is that of the whole.
  if (own === -1 || at <= own || sum === undefined) return candidate;
  const { types } = slotsOf(rule);
  return {
    ...candidate,
    type: "expenses",
    key: `${rule.key}|${sum.value}`,
    value: { ...(types !== undefined && { types }), ...totalLimit(reading, sum) },
  };
}

/** A limit of all expenses, the rule that it completes, and what was taken for a cap of the fees in its place. */
interface ExpenseLimit {
  readonly rule: Candidate;
  readonly slots: Pick<ExpensesValue, "totalCap" | "totalCapPer">;
  readonly caps: ReadonlySet<Candidate>;
}

/** The first limit in a sentence about expenses: a second one is of something narrower. */
function expenseLimit(
  candidates: readonly Candidate[],
  readingOf: ReadonlyMap<Candidate, Reading>,
  bySentence: ReadonlyMap<Reading, readonly Candidate[]>,
): ExpenseLimit | null {
  for (const rule of candidates) {
    const reading = readingOf.get(rule);
    if (reading === undefined || !isRule(rule) || slotsOf(rule).totalCap !== undefined) continue;
    if (ofFees.test(reading.folded)) continue;
    const own = bySentence.get(reading) ?? [];
    const limit = reading.literals.find(
      (literal): literal is MoneyLiteral =>
        literal.type === "money" &&
        literal.bound === "<=" &&
        literal.per.every(({ cadence }) => cadence !== null) &&
        own.every((other) => other.type === "cap" || !Object.values(other.value).includes(literal.value)),
    );
    if (limit === undefined) continue;
    const isSame = (other: Candidate): boolean =>
      other.type === "cap" && (other.value as CapValue).amount === limit.value;
    return { rule, slots: totalLimit(reading, limit), caps: new Set(own.filter(isSame)) };
  }
  return null;
}

const isRule = ({ type, absent, remainder }: Candidate): boolean =>
  type === "expenses" && absent !== true && remainder === undefined;

const slotsOf = ({ value }: Candidate): ExpensesValue => value as ExpensesValue;

const typesOf = (one: Candidate, other: Candidate): Pick<ExpensesValue, "types"> => {
  const types = [...new Set([...(slotsOf(one).types ?? []), ...(slotsOf(other).types ?? [])])];
  return types.length > 0 ? { types } : {};
};

/** The innermost heading about expenses over a sentence: what it heads is one rule. */
const headingOf = (reading: Reading | undefined): string | null => {
  const heading = reading?.unit.contexts.findLast(
    ({ folded }) => ofExpenses.test(folded) && folded.length < 80,
  );
  return heading === undefined ? null : `${heading.start}|${heading.folded}`;
};

function isOneRule(
  { candidate: one, reading: first }: Said,
  { candidate: other, reading: second }: Said,
): boolean {
  const heading = headingOf(first);
  const isTogether =
    (first !== undefined && first === second) ||
    (heading !== null &&
      heading === headingOf(second) &&
      one.clause.join("|") === other.clause.slice(0, one.clause.length).join("|"));
  const { types: _own, unitCap: ownCap, ...slots } = slotsOf(one);
  const { types: _others, unitCap: otherCap, ...others } = slotsOf(other);
  return (
    isTogether &&
    ownCap === undefined &&
    otherCap === undefined &&
    Object.entries(others).every(([slot, value]) => {
      const known = (slots as Readonly<Record<string, unknown>>)[slot];
      return known === undefined || known === value;
    })
  );
}
