import type { DocumentFacts, Projection } from "./frame.ts";
import type { Literal } from "../literals/literal.ts";
import type { Reading } from "./reading.ts";

/** A kind of clause that words alone make: no number has to anchor it. */
export interface CueFrame {
  readonly id: string;
  /** Must be found in the unit. */
  readonly cue: RegExp;
  /** Must not. */
  readonly veto?: RegExp;
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
    for (const projected of frame.project(reading, match, facts))
      found.push({ projection: projected, taken: projected.taken ?? [] });
  }
  return found;
}
