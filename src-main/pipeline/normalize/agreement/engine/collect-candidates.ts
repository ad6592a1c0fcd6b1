import { acceptanceFrame } from "../clauses/acceptance.ts";
import { isCostOfCase } from "../clauses/costs-of-cases.ts";
import { cueFrames } from "../clauses/index.ts";
import { figureElsewhere } from "../clauses/kept-elsewhere.ts";
import { listedPeople } from "../clauses/listed-people.ts";
import { listedStages } from "../clauses/listed-stages.ts";
import { readProseTiers } from "../clauses/prose-tiers.ts";
import { frames } from "../frames/index.ts";
import { readSpelledTerms } from "../frames/payments.ts";
import type { Literal, NumberStyle } from "../literals/literal.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { runCueFrames } from "./cue-frame.ts";
import type { Candidate, DocumentFacts } from "./frame.ts";
import type { Reading } from "./reading.ts";
import { runFrames, toCandidate } from "./run-frames.ts";

export interface Collected {
  readonly candidates: readonly Candidate[];
  /** Literals that a term or a distractor took. */
  readonly consumed: ReadonlySet<Literal>;
}

/** Candidates of all units: tiers first, then clauses of words, then the competition for each literal. */
export function collectCandidates(
  readings: readonly Reading[],
  style: NumberStyle,
  facts: DocumentFacts,
): Collected {
  const tiers = readProseTiers(readings, style);
  const stages = listedStages(readings);
  const stageStarts = startsByText(stages);
  const candidates: Candidate[] = [...tiers.candidates, ...stages, ...listedPeople(readings, facts)];
  const consumed = new Set<Literal>(tiers.consumed);
  for (const reading of readings) {
    const isStage = stageStarts.get(reading.unit.prepared)?.has(reading.unit.start) === true;
    // A line of a plan of payments is its stage, and at most says when that counts as accepted.
    const cues = runCueFrames(reading, isStage ? [acceptanceFrame] : cueFrames, facts);
    for (const { projection, taken } of cues) {
      const candidate = toCandidate(projection, reading, null, facts, 3, 0);
      if (!isCostOfCase(candidate, reading, facts)) candidates.push(candidate);
      for (const literal of taken) consumed.add(literal);
    }
    const settled = new Set([
      ...cues.flatMap((cue) => cue.taken),
      ...tiers.consumed,
      ...(isStage ? reading.literals : []),
    ]);
    const result = runFrames(reading, frames, facts, settled);
    candidates.push(...result.candidates.filter((candidate) => !isCostOfCase(candidate, reading, facts)));
    for (const literal of result.consumed) consumed.add(literal);
    if (result.candidates.some((candidate) => candidate.type === "payment-terms")) continue;
    const spelled = readSpelledTerms(reading);
    if (spelled === null) continue;
    candidates.push(toCandidate(spelled.projection, reading, null, facts, 3, 0));
    for (const literal of reading.literals) {
      if (literal.start >= spelled.start && literal.end <= spelled.end) consumed.add(literal);
    }
  }
  return { candidates: withoutKnownElsewhere(candidates), consumed };
}

/** A figure that is said to stand elsewhere and does stand in this text leaves nothing open. */
function withoutKnownElsewhere(candidates: readonly Candidate[]): readonly Candidate[] {
  const isElsewhere = ({ questions }: Candidate): boolean => questions?.includes(figureElsewhere) === true;
  const known = new Set(candidates.flatMap((one) => (isElsewhere(one) ? [] : [one.type])));
  return candidates.filter((one) => !isElsewhere(one) || !known.has(one.type));
}

/** Where in each text a part of some candidates begins. */
function startsByText(candidates: readonly Candidate[]): ReadonlyMap<PreparedText, ReadonlySet<number>> {
  const starts = new Map<PreparedText, Set<number>>();
  for (const { parts } of candidates)
    for (const { prepared, start } of parts)
      starts.set(prepared, (starts.get(prepared) ?? new Set<number>()).add(start));
  return starts;
}
