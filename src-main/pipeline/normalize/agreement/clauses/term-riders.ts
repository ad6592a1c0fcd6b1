import type { CapValue, FixedFeeValue, PaymentTermsValue } from "../../../../../src-shared/model/index.ts";
import { pausedMonthsIn, wordingOf } from "../../../../../src-shared/wording/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { inclusionsOf } from "../frames/limits.ts";

const roll =
  /\b(?:weekends?|holidays?|non-?business days?|not a business day|saturday|sunday|feiertag|wochenende)\b[^.;]{0,90}\b(?:next|following|first|nachste\w*)\b[^.;]{0,20}\b(?:business|working|werk)[ -]?(?:day|tag)|\bdue dates?\b[^.;]{0,60}\b(?:move|roll|fall)s? to the next (?:business|working) day\b/;
const limitSubject =
  /^(?:this|that|the|such|der|diese[rs]?|ce) (?:[a-z-]+ )?(?:limit|cap|maximum|ceiling|amount|not-to-exceed|nte|budget|hochstbetrag|plafond)\b/;

/** Sentences that only add to a term said before them: "This limit does not include expenses." */
export function withRiders(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
): readonly Candidate[] {
  let riding = candidates;
  for (const { unit, folded } of readings) {
    const part = { prepared: unit.prepared, start: unit.start, end: unit.end };
    if (
      roll.test(folded) &&
      /\b(?:due|payment|pay|fallig|zahlung)\b/.test(`${folded} ${unit.contexts.at(-1)?.folded ?? ""}`)
    ) {
      riding = riding.map((candidate) =>
        candidate.type === "payment-terms" && candidate.absent !== true
          ? {
              ...candidate,
              value: { ...(candidate.value as PaymentTermsValue), roll: "next-business-day" as const },
              parts: [...candidate.parts, part],
            }
          : candidate,
      );
    }
    if (pausedMonthsIn(unit.text).length > 0) {
      const words = wordingOf(unit.text);
      const isNamed = (candidate: Candidate): boolean => {
        const item = wordingOf((candidate.value as FixedFeeValue).item);
        return item.content.length > 0 && item.content.every((word) => words.all.has(word));
      };
      const fees = riding.filter(
        (candidate) =>
          candidate.type === "fixed-fee" &&
          candidate.absent !== true &&
          (candidate.value as FixedFeeValue).per !== "once",
      );
      const named = fees.filter(isNamed);
      const paused = named.length > 0 ? named : fees.length === 1 ? fees : [];
      riding = riding.map((candidate) =>
        paused.includes(candidate) ? { ...candidate, parts: [...candidate.parts, part] } : candidate,
      );
    }
    if (limitSubject.test(folded)) {
      const said = inclusionsOf(folded);
      const target = riding
        .filter(
          (candidate) =>
            candidate.type === "cap" && candidate.order < unit.order && unit.order - candidate.order < 4,
        )
        .at(-1);
      if (target === undefined || Object.keys(said).length === 0) continue;
      riding = riding.map((candidate) =>
        candidate === target
          ? {
              ...candidate,
              value: { ...(candidate.value as CapValue), ...said },
              parts: [...candidate.parts, part],
            }
          : candidate,
      );
    }
  }
  return riding;
}
