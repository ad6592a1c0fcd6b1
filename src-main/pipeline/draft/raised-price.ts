import { countEscalationSteps, escalatedPrice } from "../../../src-shared/pricing/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Term } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import { holdsOn, isRaisedBy, settledUntil } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { whyUnusable } from "./draft-room.ts";
import type { DraftRoom } from "./draft-room.ts";

export type RaisedPrice =
  | { readonly ok: true; readonly price: DecimalText; readonly with: readonly GoverningTerm[] }
  | { readonly ok: false; readonly code: string; readonly with: readonly GoverningTerm[] };

/** A price after the yearly increases that have taken effect by a day. Increases that need a notice wait for it. */
export function raisedPrice(
  price: DecimalText,
  governing: GoverningTerm,
  day: LocalDate,
  room: DraftRoom,
): RaisedPrice {
  for (const escalator of room.allTermsOf("escalator")) {
    const { first, percent, compound, notice } = escalator.term.value;
    if (!holdsOn(escalator, day) || escalator.term.absent === true || first === null) continue;
    if (whyUnusable(escalator) !== null) continue;
    if (!isRaisedBy(governing.term, escalator.term, priced(room))) continue;
    const since = settledUntil(governing, escalator.agreement);
    const before = since === null ? 0 : countEscalationSteps(first, addDays(since, -1));
    const steps = countEscalationSteps(first, day) - before;
    if (steps <= 0) continue;
    if (notice !== undefined) return { ok: true, price, with: [] };
    if (percent === undefined) return { ok: false, code: "drafting/index-unknown", with: [escalator] };
    if (compound === null && steps > 1)
      return { ok: false, code: "drafting/compounding-unsaid", with: [escalator] };
    const raised = escalatedPrice(
      price,
      Array.from({ length: steps }, () => percent),
      compound === false ? "simple" : "compound",
      room.precision,
    );
    return { ok: true, price: raised.value, with: [escalator] };
  }
  return { ok: true, price, with: [] };
}

const priced = (room: DraftRoom): readonly Term[] =>
  (["rate", "fixed-fee", "overage"] as const).flatMap((type) =>
    room.allTermsOf(type).map(({ term }): Term => term),
  );

/** Days within a span on which an increase takes effect. */
export function increasesWithin(start: LocalDate, end: LocalDate, room: DraftRoom): readonly LocalDate[] {
  const days = new Set<LocalDate>();
  for (const { term } of room.allTermsOf("escalator")) {
    const { first, notice } = term.value;
    if (first === null || notice !== undefined || term.absent === true) continue;
    const steps = countEscalationSteps(first, addDays(end, -1));
    if (steps <= countEscalationSteps(first, start)) continue;
    // Yearly: at most one falls into a period of a year.
    for (let day = addDays(start, 1); day < end; day = addDays(day, 1))
      if (countEscalationSteps(first, day) > countEscalationSteps(first, addDays(day, -1))) days.add(day);
  }
  return [...days];
}
