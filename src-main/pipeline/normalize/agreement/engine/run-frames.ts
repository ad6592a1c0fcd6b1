import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import type { Literal } from "../literals/literal.ts";
import type { TextPart } from "../structure/unit.ts";
import { scopeDates } from "./scope-dates.ts";
import type { Candidate, DocumentFacts, Frame, FrameMatch, Projection } from "./frame.ts";
import type { Reading } from "./reading.ts";
import { hasLexeme } from "./reading.ts";
import { scoreFrame, threshold } from "./score.ts";
import { readOperators } from "./operators.ts";

/** What the frames made of one unit. */
export interface UnitResult {
  readonly candidates: readonly Candidate[];
  /** Literals that a term or a distractor took. */
  readonly consumed: ReadonlySet<Literal>;
}

interface Scored {
  readonly frame: Frame;
  readonly match: FrameMatch;
  readonly score: number;
}

/** Lets every frame compete for every literal of a unit; the strongest takes it. */
export function runFrames(
  reading: Reading,
  frames: readonly Frame[],
  facts: DocumentFacts,
  taken: ReadonlySet<Literal> = new Set(),
): UnitResult {
  const consumed = new Set<Literal>(taken);
  const candidates: Candidate[] = [];
  if (reading.unit.isStruck) return { candidates, consumed };
  const winners: (Scored & { readonly rival: number })[] = [];
  for (const anchor of reading.literals) {
    if (anchor.type === "date" || taken.has(anchor)) continue;
    const segment = reading.segmentOf(anchor);
    const scored: Scored[] = [];
    for (const frame of frames) {
      if (!frame.anchors.includes(anchor.type)) continue;
      const match: FrameMatch = { reading, unit: reading.unit, anchor, segment, facts };
      const score = scoreFrame(frame, match);
      if (score >= threshold) scored.push({ frame, match, score });
    }
    // The order of the list breaks ties, so the outcome never depends on sorting.
    const best = scored.reduce<Scored | null>(
      (top, next) => (top === null || next.score > top.score ? next : top),
      null,
    );
    if (best === null) continue;
    const second = Math.max(0, ...scored.filter((other) => other !== best).map((other) => other.score));
    winners.push({ ...best, rival: second });
  }
  winners.sort((one, other) => other.score - one.score || one.match.anchor.start - other.match.anchor.start);
  const made: { readonly candidate: Candidate; readonly at: number }[] = [];
  for (const { frame, match, score, rival } of winners) {
    if (consumed.has(match.anchor)) continue;
    if (frame.project === null) {
      consumed.add(match.anchor);
      continue;
    }
    const projected = frame.project(match);
    if (projected === null) continue;
    consumed.add(match.anchor);
    for (const one of Array.isArray(projected)
      ? (projected as readonly Projection[])
      : [projected as Projection]) {
      for (const literal of one.taken ?? []) consumed.add(literal);
      made.push({ candidate: toCandidate(one, reading, match, facts, score, rival), at: match.anchor.start });
    }
  }
  made.sort((one, other) => one.at - other.at);
  candidates.push(...made.map((entry) => entry.candidate));
  return { candidates, consumed };
}

/** A candidate from a projection: dates, operators, confidence and the quoted parts. */
export function toCandidate(
  projected: Projection,
  reading: Reading,
  match: FrameMatch | null,
  facts: DocumentFacts,
  score: number,
  rival: number,
): Candidate {
  const { unit } = reading;
  const span = match?.segment ?? { start: 0, end: reading.folded.length };
  const operators = readOperators(reading, span, match?.anchor ?? null);
  const dates = scopeDates(reading, match?.anchor ?? null, facts);
  const anchor = match?.anchor ?? null;
  let confidence = 0.5 + (score >= 3 ? 0.15 : 0.08) + 0.1;
  const inner = unit.contexts.at(-1);
  if (
    inner !== undefined &&
    (unit.zone === "pricing" ||
      unit.zone === "payment" ||
      unit.zone === "term" ||
      hasLexeme(inner.folded, "fee"))
  )
    confidence += 0.1;
  if (score >= 4) confidence += 0.05;
  if (anchor?.wording === "agree") confidence += 0.05;
  const questions = [...(projected.questions ?? []), ...operators.questions];
  if (anchor !== null && anchor.rivals.length > 0) {
    confidence -= 0.3;
    questions.push(anchor.wording === "differ" ? "words-differ-from-digits" : "ambiguous-number");
  }
  if (rival > 0 && score - rival < 0.4) confidence -= 0.1;
  if (operators.isHedged) confidence -= 0.25;
  if (projected.remainder !== undefined) confidence -= 0.15;
  confidence += projected.weight ?? 0;
  const currency = anchor?.type === "money" ? (anchor.currency ?? undefined) : undefined;
  const from: LocalDate | null = projected.from ?? dates.from;
  const to: LocalDate | null = projected.isUndated === true ? null : (projected.to ?? dates.to);
  return {
    type: projected.type,
    key: projected.key,
    value: projected.value,
    from,
    to,
    confidence: Math.max(0.05, Math.min(0.97, confidence)),
    parts: [quotedPart(reading, match), ...(projected.contexts ?? [])],
    order: unit.order,
    clause: unit.clause,
    ...(projected.absent === true || operators.isNegated ? { absent: true } : {}),
    ...(projected.conditions !== undefined || operators.conditions.length > 0
      ? { conditions: [...new Set([...(projected.conditions ?? []), ...operators.conditions])] }
      : {}),
    ...(projected.remainder !== undefined && { remainder: projected.remainder }),
    ...(currency !== undefined && { currency }),
    ...(questions.length > 0 && { questions: [...new Set(questions)] }),
    outranks: operators.outranks,
  };
}

/** The whole unit, unless it is long and the segment says enough. */
function quotedPart({ unit }: Reading, match: FrameMatch | null): TextPart {
  const length = unit.end - unit.start;
  if (match === null || length <= 360) return { prepared: unit.prepared, start: unit.start, end: unit.end };
  return {
    prepared: unit.prepared,
    start: unit.start + match.segment.start,
    end: unit.start + match.segment.end,
  };
}
