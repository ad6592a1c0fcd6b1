import {
  add,
  compare,
  decimalToText,
  isPositive,
  negate,
  subtract,
  sum,
  zero,
} from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import type { DraftGap } from "../../../src-shared/model/index.ts";
import { minimumTrueUp } from "../../../src-shared/pricing/index.ts";
import {
  addDays,
  containsPeriod,
  formatPeriod,
  periodOfLimit,
  periodAt,
} from "../../../src-shared/time/index.ts";
import type { Period } from "../../../src-shared/time/index.ts";
import { holdsOn, lineKindOf, wholeServiceInterval } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { historyWithin } from "./billed-history.ts";
import { charge, hasRemainder, openGap, remainderGap, unusableGap, whyUnusable } from "./draft-room.ts";
import type { Billed, Charge, DraftPart, DraftRoom, Governing } from "./draft-room.ts";
import type { DraftWords } from "./draft-words.ts";
import { isOnePeriod } from "./metered-use.ts";
import { draftMinimumQuantity } from "./minimum-quantity.ts";
import { agreementSpan } from "./recurring-fees.ts";
import { chargesInScope } from "./scope.ts";

/** What is owed on top of the charges to reach an agreed minimum of the period, or of the year that ends with it. */
export function draftMinimums(charges: readonly Charge[], room: DraftRoom, words: DraftWords): DraftPart {
  const made: Charge[] = [];
  const gaps: DraftGap[] = [];
  for (const minimum of room.termsOf("minimum")) {
    const { amount, per, scope, trueUp, quantity } = minimum.term.value;
    if (minimum.term.absent === true) continue;
    const governing = minimum as GoverningTerm;
    const item = words.minimum;
    if (whyUnusable(governing) !== null) {
      gaps.push(unusableGap(governing, item));
      continue;
    }
    if (hasRemainder(governing)) {
      gaps.push(remainderGap(governing, item));
      continue;
    }
    const shown = amount ?? quantity;
    if (shown === undefined) continue;
    const counted = countedPeriod(minimum, room);
    if (counted === "unsaid") {
      gaps.push(openGap("drafting/minimum-period-unsaid", { amount: shown }, minimum.term.evidence));
      continue;
    }
    if (counted === "part") {
      gaps.push(
        openGap(
          "drafting/minimum-of-part",
          { amount: shown, period: formatPeriod(room.period) },
          minimum.term.evidence,
        ),
      );
      continue;
    }
    if (counted === "later") continue;
    if (amount === undefined) {
      const missing = draftMinimumQuantity(minimum, counted, charges, room, words);
      if (missing !== null && "code" in missing) gaps.push(missing);
      else if (missing !== null) made.push(missing);
      continue;
    }
    const earlier = billedWithin(counted, scope, room);
    if (earlier === null) {
      gaps.push(openGap("drafting/billed-before-unread", { item }, minimum.term.evidence));
      continue;
    }
    const own = sum(chargesInScope(charges, scope).map(({ net }) => net as DecimalText));
    const computed = minimumTrueUp({ minimum: amount, charges: add(own, earlier) }, room.precision);
    if (!isPositive(computed.value)) continue;
    made.push(
      charge({
        kind: "true-up",
        description: words.trueUp,
        net: computed.value,
        period: trueUp === "year" || per === "year" ? counted : null,
        terms: [governing],
        formula: computed.formula,
      }),
    );
  }
  return { charges: made, gaps };
}

/** The days over which a minimum counts, if they end with this draft. */
function countedPeriod(
  { term }: Governing<"minimum">,
  room: DraftRoom,
): Period | "later" | "part" | "unsaid" {
  const { per, trueUp } = term.value;
  if (per === null) return "unsaid";
  if (trueUp !== "year" && isOnePeriod(per, room)) return room.period;
  const anchor = agreementSpan(room).start ?? term.from;
  if (trueUp === "year" || per === "year") {
    const last = addDays(room.period.end, -1);
    const year = anchor === null ? null : periodAt(anchor, "year", last);
    if (year === null) return "unsaid";
    return year.end === room.period.end ? year : "later";
  }
  if (per === "quarter" || per === "half-year") {
    if (anchor === null) return "unsaid";
    const whole = periodAt(anchor, per, addDays(room.period.end, -1));
    return whole.end === room.period.end && containsPeriod(whole, room.period) ? whole : "later";
  }
  return "part";
}

/** Fees that invoices billed within some days; `null` where one could not be read. */
function billedWithin(days: Period, scope: string, room: DraftRoom): Decimal | null {
  let total: Decimal = zero;
  for (const billed of historyWithin(days, room)) {
    for (const each of chargesOf(billed)) {
      if (each === null) return null;
      const isCounted = each.kind === "true-up" || chargesInScope([each], scope).length > 0;
      if (!isCounted) continue;
      const net = each.net as DecimalText;
      total = add(total, billed.invoice.kind === "credit-note" ? negate(net) : net);
    }
  }
  return total;
}

/** The lines of an earlier invoice as charges; `null` for one whose amount could not be read. */
export function chargesOf({ invoice }: Billed): readonly (Charge | null)[] {
  return invoice.lines.flatMap((line): readonly (Charge | null)[] => {
    const kind = lineKindOf(line);
    if (kind !== "fee" && kind !== "expense" && kind !== "true-up") return [];
    const net = line.net?.value ?? null;
    if (net === null) return [null];
    return [
      charge({
        kind,
        description: line.description,
        group: line.group,
        role: line.role,
        unit: line.unit?.value ?? null,
        net,
        terms: [],
        formula: "",
      }),
    ];
  });
}

/** Limits that the draft would go beyond: the draft stands, and a person decides. */
export function findBrokenLimits(charges: readonly Charge[], room: DraftRoom): readonly DraftGap[] {
  const last = addDays(room.period.end, -1);
  const caps = room.allTermsOf("cap").filter((cap) => holdsOn(cap, last) && cap.term.absent !== true);
  return caps.flatMap((cap): readonly DraftGap[] => {
    const { amount, scope, item, includesExpenses, increasesBy } = cap.term.value;
    if (amount === undefined || increasesBy !== undefined || item !== undefined) return [];
    const days = bucketOf(scope, cap, room);
    if (days === null) return [];
    const added = caps.flatMap(({ term }) =>
      term.value.increasesBy !== undefined && term.value.scope === scope ? [term.value.increasesBy] : [],
    );
    const limit = add(amount, sum(added));
    const counts = (each: Charge): boolean =>
      each.kind === "fee" ||
      each.kind === "progress" ||
      each.kind === "true-up" ||
      (each.kind === "expense" && includesExpenses === true);
    let before: Decimal = zero;
    for (const billed of room.history) {
      const interval = wholeServiceInterval(billed.invoice);
      if (days !== "all" && (interval === null || !containsPeriod(days, interval))) continue;
      for (const each of chargesOf(billed)) {
        if (each === null) return [openGap("drafting/billed-before-unread", { item: "" }, cap.term.evidence)];
        if (counts(each))
          before = add(
            before,
            billed.invoice.kind === "credit-note"
              ? negate(each.net as DecimalText)
              : (each.net as DecimalText),
          );
      }
    }
    const own = sum(charges.filter(counts).map(({ net }) => net as DecimalText));
    const total = add(before, own);
    if (compare(total, limit) <= 0) return [];
    return [
      openGap(
        "drafting/above-limit",
        {
          total: decimalToText(total),
          limit: decimalToText(limit),
          excess: decimalToText(subtract(total, limit)),
        },
        cap.term.evidence,
      ),
    ];
  });
}

function bucketOf(scope: string, cap: Governing<"cap">, room: DraftRoom): Period | "all" | null {
  if (scope === "agreement") return "all";
  return scope === "month" || scope === "year"
    ? periodOfLimit(scope, room.period.start, cap.agreement.from)
    : null;
}
