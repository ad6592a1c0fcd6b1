import type { CheckedInvoice, Invoice, Outcome } from "../../../src-shared/model/index.ts";
import { isSameSentence } from "../../../src-shared/text/index.ts";

/** An outcome without its subject. */
export type Told = Omit<Outcome, "subject">;

/** What one rule said of an invoice: of the whole of it, or line by line and then of the whole. */
export type RuleTold = readonly Told[] | LinesTold;

/** Where every line was told the same, it stands once: in `all`. */
export interface LinesTold {
  readonly all: readonly Told[] | null;
  readonly each: readonly (readonly Told[])[];
  /** What was said of the invoice beside its lines. */
  readonly whole: readonly Told[];
}

/**
 * The outcomes of an invoice, with their subjects, in the order of the rules and of its lines.
 *
 * A year of invoices has millions of them and hardly anyone reads one, so they are written out for who asks.
 * What does not apply to any line, for one reason, is said once for the invoice.
 */
export function listOutcomes(told: readonly RuleTold[], { id, lines }: Invoice): CheckedInvoice["outcomes"] {
  const subjects = lines.map((line) => `${id}#${line.id}`);
  const outcomes: Outcome[] = [];
  const add = (subject: string, { check, outcome, because, blockedBy }: Told): unknown =>
    blockedBy === undefined
      ? outcomes.push({ check, subject, outcome, because })
      : outcomes.push({ check, subject, outcome, because, blockedBy });
  for (const ofRule of told) {
    if (isOfWhole(ofRule)) {
      for (const one of ofRule) add(id, one);
      continue;
    }
    const isJoined = joinedPlaces(ofRule, lines.length);
    for (const [at, subject] of subjects.entries())
      for (const [place, one] of lineTold(ofRule, at).entries())
        if (isJoined[place] !== true) add(subject, one);
    for (const [place, one] of lineTold(ofRule, 0).entries()) if (isJoined[place] === true) add(id, one);
    for (const one of ofRule.whole) add(id, one);
  }
  return outcomes;
}

/** Whether a rule said anything of such a kind. */
export function someTold(told: RuleTold, isSought: (one: Told) => boolean): boolean {
  if (isOfWhole(told)) return told.some(isSought);
  const { all, each, whole } = told;
  const isSaidOfLines = all === null ? each.some((line) => line.some(isSought)) : all.some(isSought);
  return isSaidOfLines || whole.some(isSought);
}

/** Whether a rule spoke of the invoice as a whole alone. */
export const isOfWhole = (told: RuleTold): told is readonly Told[] => Array.isArray(told);

/** What was said of the line at a place. */
export const lineTold = ({ all, each }: LinesTold, at: number): readonly Told[] => all ?? each[at] ?? [];

/** Which places of a rule's answers say of every line, for one reason, that the check does not apply. */
function joinedPlaces(told: LinesTold, lineCount: number): readonly boolean[] {
  if (lineCount < 2) return [];
  return lineTold(told, 0).map(
    (one, place) =>
      one.outcome === "not-applicable" &&
      (told.all !== null ||
        told.each.every((line) => line[place] !== undefined && isSameTold(line[place], one))),
  );
}

function isSameTold(first: Told, second: Told): boolean {
  return (
    first === second ||
    (first.check === second.check &&
      first.outcome === second.outcome &&
      first.blockedBy === second.blockedBy &&
      isSameSentence(first.because, second.because))
  );
}

/** Whether two answers of a rule say the same. What passes is proven by figures of its own, and seldom looked into. */
export function isAllTheSame(first: readonly Told[], second: readonly Told[]): boolean {
  if (first === second) return true;
  if (first.length !== second.length) return false;
  for (let at = 0; at < first.length; at += 1) {
    const [one, other] = [first[at], second[at]];
    if (one === undefined || other === undefined) return false;
    const isSame = one.outcome === "pass" ? one.because === other.because : true;
    if (!isSame || !isSameTold(one, other)) return false;
  }
  return true;
}
