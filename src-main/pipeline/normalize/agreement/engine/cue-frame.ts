import type { TermType } from "../../../../../src-shared/model/index.ts";
import type { DocumentFacts, Projection } from "./frame.ts";
import { formerFigures } from "../literals/former-price.ts";
import type { Literal } from "../literals/literal.ts";
import type { Reading } from "./reading.ts";

/** A kind of clause that words alone make: no number has to anchor it. */
export interface CueFrame {
  readonly id: string;
  /** Must be found in the unit. */
  readonly cue: RegExp;
  /** Must not. */
  readonly veto?: RegExp;
  /** Says nothing where a frame before it has made a term of this type of the unit. */
  readonly unless?: TermType;
  /** `null` where the unit does not say it after all. */
  readonly project: (
    reading: Reading,
    match: RegExpExecArray,
    facts: DocumentFacts,
  ) => readonly CueProjection[];
}

export type CueProjection = Projection & { readonly score?: number };

/** What cue frames find in a unit. Recitals, examples and struck text say nothing. */
export function runCueFrames(
  reading: Reading,
  cueFrames: readonly CueFrame[],
  facts: DocumentFacts,
): readonly { readonly projection: CueProjection; readonly taken: readonly Literal[] }[] {
  const { unit, folded } = reading;
  if (unit.isStruck || unit.zone === "recitals" || unit.zone === "example") return [];
  const found: { projection: CueProjection; taken: readonly Literal[] }[] = [];
  for (const frame of cueFrames) {
    const match = frame.cue.exec(folded);
    if (match === null || frame.veto?.test(folded) === true) continue;
    if (frame.unless !== undefined && found.some(({ projection }) => projection.type === frame.unless))
      continue;
    // What a change leaves behind feeds none.
    const former = formerFigures(reading.literals, folded);
    const isLeft = (taken: readonly Literal[]): boolean =>
      taken.length > 0 && taken.every((literal) => former.has(literal));
    // A literal feeds one term: the frames stand in order of strength.
    const isTaken = (literal: Literal): boolean => found.some(({ taken }) => taken.includes(literal));
    const own = frame
      .project(reading, match, facts)
      .filter(({ taken = [] }) => !taken.some(isTaken) && !isLeft(taken));
    for (const projected of own) found.push({ projection: projected, taken: projected.taken ?? [] });
  }
  return found;
}
