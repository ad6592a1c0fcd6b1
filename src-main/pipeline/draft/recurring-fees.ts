import {
  decimalToText,
  divideFractions,
  fraction,
  fractionToExactDecimal,
  multiplyFractions,
} from "../../../src-shared/money/index.ts";
import type { DraftGap, Timing } from "../../../src-shared/model/index.ts";
import { computeAmount, periodAnchor, prorateSpan, shownAmount } from "../../../src-shared/pricing/index.ts";
import {
  calendarPeriod,
  containsPeriod,
  dayOf,
  formatPeriod,
  intersect,
  monthsPer,
  overlap,
  periodsTouching,
  wholeMonthsIn,
} from "../../../src-shared/time/index.ts";
import type { CalendarStep, LocalDate, Period, PeriodStep } from "../../../src-shared/time/index.ts";
import { serviceIntervalOf, wordingOf } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { charge, openGap, remainderGap, unusableGap, whyUnusable, hasRemainder } from "./draft-room.ts";
import type { Charge, DraftPart, DraftRoom, Governing } from "./draft-room.ts";
import { increasesWithin, raisedPrice } from "./raised-price.ts";

type Fee = Governing<"fixed-fee">;

/** Words of an item without order: a price that was set anew stands for the same item. */
export const itemKey = (item: string): string => wordingOf(item).content.toSorted().join(" ");

/** Recurring fees of an agreement by item, each with its pieces in the order of their days. */
export function recurringFees(room: DraftRoom): readonly (readonly Fee[])[] {
  const groups = new Map<string, Fee[]>();
  for (const fee of room.allTermsOf("fixed-fee")) {
    const { item, per } = fee.term.value;
    if (per === "once" || fee.term.absent === true) continue;
    const key = `${itemKey(item)}|${per}`;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [fee]);
    else list.push(fee);
  }
  return [...groups.values()].map((list) =>
    list.toSorted((first, second) => ((first.from ?? "") < (second.from ?? "") ? -1 : 1)),
  );
}

/** Days on which the agreement runs at all; ends that renew are open. */
export function agreementSpan(room: DraftRoom): {
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
} {
  const durations = room.allTermsOf("duration").filter((term) => whyUnusable(term) === null);
  const starts = [room.agreement.from, ...durations.map(({ term }) => term.value.from)].flatMap(
    (day) => day ?? [],
  );
  const renews = durations.some(({ term }) => term.value.autoRenew === true);
  // The latest word on the end holds: an extension sets it anew.
  const ends: readonly (LocalDate | null)[] =
    durations.length > 0 ? durations.map(({ term }) => term.value.to) : [room.agreement.to];
  const end = renews || ends.includes(null) ? null : latestOf(ends);
  return { start: earliestOf(starts), end };
}

const earliestOf = (days: readonly LocalDate[]): LocalDate | null =>
  days.reduce<LocalDate | null>((first, day) => (first === null || day < first ? day : first), null);
const latestOf = (days: readonly (LocalDate | null)[]): LocalDate | null =>
  days.reduce<LocalDate | null>(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  );

/** The rhythm of a fee: calendar periods, or such as begin on the agreement's first day. */
export function feePeriods(fee: Fee, span: Period, room: DraftRoom): readonly Period[] {
  const step = fee.term.value.per as PeriodStep;
  const anchor = agreementSpan(room).start ?? fee.from;
  const hasBasis = room
    .allTermsOf("proration")
    .some(({ term }) => term.absent !== true && term.value.basis !== "none");
  if (anchor === null || (step === "month" && dayOf(anchor) === 1))
    return periodsTouching(calendarPeriod(step as "month", span.start).start, step, span);
  // Where parts of periods are priced, periods follow the calendar and the first one is a part.
  if (hasBasis && dayOf(anchor) !== 1)
    return periodsTouching(calendarPeriod(step as "month", span.start).start, step, span);
  return periodsTouching(anchor, step, span);
}

/** Lines for the recurring fees that are due in the period of the draft and on no invoice yet. */
export function draftRecurringFees(room: DraftRoom): DraftPart {
  const parts = recurringFees(room).map((pieces) => draftFee(pieces, room));
  return { charges: parts.flatMap(({ charges }) => charges), gaps: parts.flatMap(({ gaps }) => gaps) };
}

function draftFee(pieces: readonly Fee[], room: DraftRoom): DraftPart {
  const [first] = pieces;
  if (first === undefined) return { charges: [], gaps: [] };
  const charges: Charge[] = [];
  const gaps: DraftGap[] = [];
  const span = agreementSpan(room);
  for (const period of feePeriods(first, room.period, room)) {
    const running = intersect(period, span);
    if (running === undefined) continue;
    const due = dueSpan(period, first, room);
    if (due === "not-now") continue;
    if (due === "unsaid") {
      gaps.push(
        openGap(
          "drafting/timing-unsaid",
          { item: first.term.value.item, period: formatPeriod(period) },
          first.term.evidence,
        ),
      );
      continue;
    }
    const active = intersect(due, running);
    if (active === undefined || isBilled(pieces, active, room)) continue;
    const part = priceSpan(pieces, period, active, room);
    charges.push(...part.charges);
    gaps.push(...part.gaps);
  }
  return { charges, gaps };
}

/** The days of a fee's period that this draft bills. */
function dueSpan(period: Period, fee: Fee, room: DraftRoom): Period | "not-now" | "unsaid" {
  if (containsPeriod(room.period, period)) return period;
  const months = wholeMonthsIn(room.period);
  const rhythm = room.termsOf("billing").find((term) => whyUnusable(term) === null)?.term.value;
  // A yearly fee that is billed by the month is due in twelfths.
  const isInShares = months !== undefined && monthsPer(rhythm?.frequency) === months;
  if (isInShares && containsPeriod(period, room.period) && (monthsPer(fee.term.value.per) ?? 0) > months)
    return room.period;
  const timing: Timing | null = fee.term.value.timing ?? rhythm?.timing ?? null;
  if (timing === "advance") return startsIn(period, room.period) ? period : "not-now";
  if (timing === "arrears") return endsIn(period, room.period) ? period : "not-now";
  return startsIn(period, room.period) || endsIn(period, room.period) ? "unsaid" : "not-now";
}

const startsIn = (inner: Period, outer: Period): boolean =>
  outer.start <= inner.start && inner.start < outer.end;
const endsIn = (inner: Period, outer: Period): boolean => outer.start < inner.end && inner.end <= outer.end;

/** Whether a line of an earlier invoice bills the fee for any of these days. */
export function isBilled(pieces: readonly Fee[], days: Period, room: DraftRoom): boolean {
  const ids = new Set<string>(pieces.map(({ term }) => term.id));
  return room.history.some(
    ({ invoice, match }) =>
      invoice.kind !== "credit-note" &&
      match.lines.some((line, position) => {
        if (!line.bindings.some(({ termId }) => ids.has(termId))) return false;
        const printed = invoice.lines[position];
        const interval = printed === undefined ? null : serviceIntervalOf(invoice, printed);
        return interval !== null && overlap(interval, days);
      }),
  );
}

interface Slice {
  readonly fee: Fee;
  readonly days: Period;
}

function priceSpan(pieces: readonly Fee[], period: Period, active: Period, room: DraftRoom): DraftPart {
  const slices = sliceByPrice(pieces, active, room);
  const charges: Charge[] = [];
  const gaps: DraftGap[] = [];
  for (const { fee, days } of slices) {
    const { item } = fee.term.value;
    const whole = fee as GoverningTerm;
    if (whyUnusable(whole) !== null) gaps.push(unusableGap(whole, item));
    else if (hasRemainder(whole)) gaps.push(remainderGap(whole, item));
    else {
      const priced = priceSlice(fee, days, period, room);
      if ("gap" in priced) gaps.push(priced.gap);
      else charges.push(priced.charge);
    }
  }
  return { charges, gaps };
}

/** The days of each price: cut where another price begins and where an increase takes effect. */
function sliceByPrice(pieces: readonly Fee[], active: Period, room: DraftRoom): readonly Slice[] {
  const slices: Slice[] = [];
  for (const fee of pieces) {
    const days = intersect(active, { start: fee.from, end: fee.to });
    if (days === undefined) continue;
    const cuts = [days.start, ...increasesWithin(days.start, days.end, room), days.end];
    for (const [index, start] of cuts.slice(0, -1).entries())
      slices.push({ fee, days: { start, end: cuts[index + 1] ?? days.end } });
  }
  return slices;
}

function priceSlice(
  fee: Fee,
  days: Period,
  period: Period,
  room: DraftRoom,
): { readonly charge: Charge } | { readonly gap: DraftGap } {
  const { item, amount, per } = fee.term.value;
  const governing = fee as GoverningTerm;
  const raised = raisedPrice(amount, governing, days.start, room);
  if (!raised.ok)
    return {
      gap: openGap(raised.code, { item }, [
        ...fee.term.evidence,
        ...raised.with.flatMap(({ term }) => term.evidence),
      ]),
    };
  const made = (
    net: string,
    formula: string,
    more: readonly GoverningTerm[],
  ): { readonly charge: Charge } => ({
    charge: charge({
      kind: "fee",
      description: item,
      net,
      period: days,
      terms: [governing, ...raised.with, ...more],
      formula,
    }),
  });
  const shown = shownAmount(raised.price, room.precision);
  if (days.start === period.start && days.end === period.end)
    return made(
      computeAmount(shown, raised.price, room.precision).value,
      `${shown} for ${formatPeriod(period)}`,
      [],
    );
  const [months, each] = [wholeMonthsIn(days), monthsPer(per)];
  const rhythm = room.termsOf("billing").find((term) => whyUnusable(term) === null);
  if (
    months !== undefined &&
    each !== undefined &&
    months < each &&
    rhythm !== undefined &&
    monthsPer(rhythm.term.value.frequency) === months
  ) {
    const share = computeAmount(
      `${shown} × ${months} ÷ ${each}`,
      divideFractions(multiplyFractions(raised.price, fraction(months)), fraction(each)),
      room.precision,
    );
    return made(share.value, share.formula, [rhythm as GoverningTerm]);
  }
  const basis = room.termsOf("proration").find(({ term }) => term.absent !== true);
  if (basis === undefined)
    return {
      gap: openGap(
        "drafting/proration-unsaid",
        { item, days: formatPeriod(days), period: formatPeriod(period) },
        fee.term.evidence,
      ),
    };
  if (whyUnusable(basis as GoverningTerm) !== null) return { gap: unusableGap(basis as GoverningTerm, item) };
  if (hasRemainder(basis as GoverningTerm)) return { gap: remainderGap(basis as GoverningTerm, item) };
  const computed = prorateSpan(
    basis.term.value.basis,
    {
      price: raised.price,
      step: per as CalendarStep,
      anchor: periodAnchor(per as CalendarStep, days, room.agreement.from),
      span: days,
    },
    room.precision,
  );
  if (!computed.ok)
    return {
      gap: openGap("drafting/period-not-in-months", { item, days: formatPeriod(days) }, basis.term.evidence),
    };
  const { pieces, total } = computed.value;
  return made(
    total.value,
    pieces.length === 1 ? (pieces[0]?.computed.formula ?? total.formula) : total.formula,
    [basis as GoverningTerm],
  );
}

/** A whole quantity as text. */
export const exactText = (value: Parameters<typeof fractionToExactDecimal>[0]): string | null => {
  const exact = fractionToExactDecimal(value);
  return exact === undefined ? null : decimalToText(exact);
};
