import type { CapValue, ExpensesValue } from "../../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import type { MoneyLiteral } from "../literals/literal.ts";
import type { PreparedText } from "../text/prepared-text.ts";

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
  const byText = new Map<PreparedText, Reading[]>();
  for (const reading of readings) {
    const known = byText.get(reading.unit.prepared) ?? [];
    known.push(reading);
    byText.set(reading.unit.prepared, known);
  }
  const readingOf = ({ parts: [part] }: Candidate): Reading | undefined =>
    part === undefined
      ? undefined
      : byText.get(part.prepared)?.find(({ unit }) => unit.start <= part.start && part.start < unit.end);
  const rules = candidates.filter(isRule);
  const limited = new Map<Candidate, DecimalText>();
  const dropped = new Set<Candidate>();
  for (const rule of rules) {
    const reading = readingOf(rule);
    if (reading === undefined || ofFees.test(reading.folded) || slotsOf(rule).totalCap !== undefined)
      continue;
    const own = candidates.filter((other) => readingOf(other) === reading);
    const limit = reading.literals.find(
      (literal): literal is MoneyLiteral =>
        literal.type === "money" &&
        literal.bound === "<=" &&
        literal.per.every(({ cadence }) => cadence !== null) &&
        own.every((other) => other.type === "cap" || !Object.values(other.value).includes(literal.value)),
    );
    if (limit === undefined || limited.size > 0) continue;
    limited.set(rule, limit.value);
    for (const other of own)
      if (other.type === "cap" && (other.value as CapValue).amount === limit.value) dropped.add(other);
  }
  const joined: Candidate[] = [];
  for (const candidate of candidates) {
    if (dropped.has(candidate)) continue;
    const totalCap = limited.get(candidate);
    const whole: Candidate =
      totalCap === undefined ? candidate : { ...candidate, value: { ...slotsOf(candidate), totalCap } };
    const at = isRule(whole)
      ? joined.findIndex((known) => isRule(known) && isOneRule(known, whole, readingOf))
      : -1;
    const known = joined[at];
    if (known === undefined) joined.push(whole);
    else
      joined[at] = {
        ...known,
        value: { ...slotsOf(whole), ...slotsOf(known), ...typesOf(known, whole) },
        parts: [...known.parts, ...whole.parts],
        confidence: Math.min(known.confidence, whole.confidence),
      };
  }
  return joined;
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
  one: Candidate,
  other: Candidate,
  readingOf: (candidate: Candidate) => Reading | undefined,
): boolean {
  const [first, second] = [readingOf(one), readingOf(other)];
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
