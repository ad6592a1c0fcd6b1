import type { BillingValue, FixedFeeValue } from "../../../../../src-shared/model/index.ts";
import { wordsOf } from "../engine/frame.ts";
import type { Candidate } from "../engine/frame.ts";
import { foldText } from "../../values/fold.ts";
import { timingSpans, type Timing } from "../lexicon/timing-words.ts";
import { speaksOfUse } from "../lexicon/use-words.ts";

/**
 * Fees of a period take the timing of the one clause that says when that period is billed.
 *
 * "The retainer is EUR 6,500 a month." and, two clauses on, "Invoices are issued monthly in advance." say one thing.
 * Beside fees that are billed ahead, use is billed behind: what a clause says of use is not said of fees.
 */
export function withBillingTiming(candidates: readonly Candidate[]): readonly Candidate[] {
  const billing = candidates.filter(({ type, absent }) => type === "billing" && absent !== true);
  const spoken = billing.flatMap(subjectsOf);
  const isMixed = new Set(spoken.map(({ timing }) => timing)).size > 1;
  const ofFees = spoken.filter(({ isUse }) => !isUse);
  const [only] = ofFees;
  const isOneOfFees = new Set(ofFees.map(({ timing }) => timing)).size === 1;
  return candidates.map((candidate) => {
    if (candidate.type !== "fixed-fee") return candidate;
    const fee = candidate.value as FixedFeeValue;
    if (fee.per === "once" || (fee.timing !== null && !saysBoth(candidate))) return candidate;
    const own = ownClauseOf(fee, billing);
    if (own !== null) return timed(candidate, fee, timingOfClause(own), own);
    if (isMixed && isOneOfFees && only !== undefined) return timed(candidate, fee, only.timing, only.clause);
    // A clause that names no period may be of this one: it can contradict, and does not tell by itself.
    const said = billing.filter(({ value }) => {
      const { frequency, timing } = value as BillingValue;
      return timing !== null && (frequency === fee.per || frequency === null);
    });
    const timings = new Set(said.map(timingOfClause));
    const first = said.find(({ value }) => (value as BillingValue).frequency === fee.per);
    if (first === undefined || timings.size !== 1) return candidate;
    return timed(candidate, fee, timingOfClause(first), first);
  });
}

const timingOfClause = ({ value }: Candidate): BillingValue["timing"] => (value as BillingValue).timing;

/** "The retainer is invoiced on the first of each month": the clause on the very fee; `null` where such clauses differ. */
function ownClauseOf({ item }: FixedFeeValue, billing: readonly Candidate[]): Candidate | null {
  const name = foldText(item).split(" ").at(-1) ?? "";
  if (!ofOneFee.test(name)) return null;
  const own = billing.filter(
    (clause) => timingOfClause(clause) !== null && subjectOf.exec(wordsOf(clause))?.[1] === name,
  );
  return new Set(own.map(timingOfClause)).size === 1 ? (own[0] ?? null) : null;
}

/** The last word of what a clause begins with, before its verb. */
const subjectOf =
  /^(?:the|die|der|das|le|la|el|il|de|het|o|a) (?:[\p{L}-]+ ){0,2}?([\p{L}-]+) (?:is|are|will|shall|wird|werden|ist|est|sera|es|e|viene|wordt)(?!\p{L})/u;

/** Names of one fee; "fee" and "charge" alone may be any. */
const ofOneFee =
  /^(?:retainer|rent|rental|subscription|hosting|licen[cs]e|maintenance|support|standby|\p{L}*miete|\p{L}*pauschale|grundgebuhr|forfait|loyer|abonnement|cuota|canone|avenca|huur)$/u;

/** The fee with its timing, proven by the clause that says it. */
const timed = (
  candidate: Candidate,
  fee: FixedFeeValue,
  timing: BillingValue["timing"],
  { parts }: Candidate,
): Candidate => ({
  ...candidate,
  value: { ...fee, timing },
  parts: [...candidate.parts, ...parts.slice(0, 1)],
});

/** A clause that bills one thing ahead and another behind decides nothing by holding both. */
const saysBoth = (candidate: Candidate): boolean =>
  new Set(timingSpans(wordsOf(candidate)).map(({ timing }) => timing)).size > 1;

interface Spoken {
  readonly clause: Candidate;
  readonly timing: Timing;
  readonly isUse: boolean;
}

/** What each timing of a clause is said of: the words that lead to it. */
function subjectsOf(billing: Candidate): readonly Spoken[] {
  const text = wordsOf(billing);
  let from = 0;
  return timingSpans(text).map(({ timing, start, end }) => {
    const subject = text.slice(from, start);
    from = end;
    return { clause: billing, timing, isUse: speaksOfUse(subject) };
  });
}
