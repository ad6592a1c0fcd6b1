import { decimalToText, sum } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { AgreementId, ExpectedBill } from "../../../src-shared/model/index.ts";
import { decidedSides } from "../../../src-shared/model/index.ts";
import {
  addDays,
  addMonths,
  calendarPeriod,
  dayOf,
  latestDate,
  overlap,
  periodAt,
  startOfMonth,
} from "../../../src-shared/time/index.ts";
import type { LocalDate, Period, PeriodStep } from "../../../src-shared/time/index.ts";
import { compareText, wholeServiceInterval } from "../../../src-shared/wording/index.ts";
import { enterRoom, nameOfAgreement, whyUnusable } from "./draft-room.ts";
import type { DraftGround, DraftRoom } from "./draft-room.ts";
import { agreementSpan, draftRecurringFees, recurringFees } from "./recurring-fees.ts";

export interface CalendarOrder {
  readonly asOf: LocalDate;
  /** First day that is shown; the agreement's own start where it is later. */
  readonly from: LocalDate;
  /** Exclusive. */
  readonly to: LocalDate;
  /** Days after which a bill that could have gone out is late. */
  readonly graceDays: number;
}

/** What the agreements alone let expect, by agreement and billing period, beside what has arrived. */
export function expectBills(order: CalendarOrder, ground: DraftGround): readonly ExpectedBill[] {
  return [...ground.families.keys()]
    .flatMap((id) => expectOf(id, order, ground))
    .toSorted(
      (first, second) =>
        compareText(first.dueOn, second.dueOn) || compareText(first.agreement, second.agreement),
    );
}

function expectOf(id: AgreementId, order: CalendarOrder, ground: DraftGround): readonly ExpectedBill[] {
  const whole = enterRoom(ground, id, { start: order.from, end: order.to }, order.asOf);
  if (whole === null || whole.agreement.standing === "offer" || whole.agreement.standing === "draft")
    return [];
  const step = rhythmOf(whole);
  if (step === null) return [];
  const span = agreementSpan(whole);
  const start = span.start === null ? order.from : latestDate(order.from, span.start);
  const bills: ExpectedBill[] = [];
  let period = periodOf(step, start, span.start, whole);
  for (let count = 0; count < 400 && period.start < order.to; count += 1) {
    if (span.end !== null && period.start >= span.end) break;
    const bill = expectIn(id, period, order, ground);
    if (bill !== null) bills.push(bill);
    period = periodOf(step, period.end, span.start, whole);
  }
  return bills;
}

const steps: ReadonlySet<string> = new Set([
  "week",
  "two-weeks",
  "four-weeks",
  "month",
  "quarter",
  "half-year",
  "year",
]);
const lengths: Readonly<Record<string, number>> = {
  week: 1,
  "two-weeks": 2,
  "four-weeks": 4,
  month: 5,
  quarter: 15,
  "half-year": 30,
  year: 60,
};

/** How often the agreement bills: as it says, else as often as its most frequent fee, else monthly where it counts. */
export function rhythmOf(room: DraftRoom): PeriodStep | null {
  const said = room
    .allTermsOf("billing")
    .filter((term) => whyUnusable(term as never) === null)
    .flatMap(({ term }) =>
      term.value.frequency !== null && steps.has(term.value.frequency) ? [term.value.frequency] : [],
    )
    .at(-1);
  if (said !== undefined) return said as PeriodStep;
  const fees = recurringFees(room).flatMap(([fee]) => (fee === undefined ? [] : [fee.term.value.per]));
  const [shortest] = fees.toSorted((first, second) => (lengths[first] ?? 99) - (lengths[second] ?? 99));
  if (shortest !== undefined) return shortest as PeriodStep;
  return isMetered(room) ? "month" : null;
}

const isMetered = (room: DraftRoom): boolean =>
  room.governing.some(
    ({ term }) =>
      term.absent !== true && (term.type === "rate" || term.type === "tiers" || term.type === "overage"),
  );

function periodOf(step: PeriodStep, day: LocalDate, anchor: LocalDate | null, room: DraftRoom): Period {
  const hasBasis = room
    .allTermsOf("proration")
    .some(({ term }) => term.absent !== true && term.value.basis !== "none");
  const isCalendar =
    step !== "two-weeks" &&
    step !== "four-weeks" &&
    (anchor === null || (step === "month" && (dayOf(anchor) === 1 || hasBasis)));
  if (isCalendar) return calendarPeriod(step as "month", day);
  return periodAt(anchor ?? startOfMonth(day), step, day);
}

function expectIn(
  id: AgreementId,
  period: Period,
  { asOf, graceDays }: CalendarOrder,
  ground: DraftGround,
): ExpectedBill | null {
  const room = enterRoom(ground, id, period, asOf);
  if (room === null) return null;
  const expected = draftRecurringFees({ ...room, history: [] });
  const missing = draftRecurringFees(room);
  const arrived = room.history.filter(({ invoice }) => {
    const interval = wholeServiceInterval(invoice);
    return invoice.kind !== "credit-note" && interval !== null && overlap(interval, period);
  });
  const metered = isMetered(room);
  if (
    expected.charges.length === 0 &&
    expected.gaps.length === 0 &&
    !(metered && (arrived.length > 0 || hasRecords(room)))
  )
    return null;
  const dueOn = isInAdvance(room) ? period.start : period.end;
  const isHere = arrived.length > 0;
  const known = room.history.flatMap(({ invoice }) => wholeServiceInterval(invoice) ?? []);
  const isBeforeRecords = !isHere && known.length > 0 && known.every(({ start }) => period.end <= start);
  const open = missing.charges.length + missing.gaps.length;
  const state = stateOf(
    { isHere, open, all: expected.charges.length + expected.gaps.length },
    isBeforeRecords
      ? "before-records"
      : asOf < dueOn
        ? "expected"
        : asOf <= addDays(dueOn, graceDays)
          ? "due"
          : "late",
  );
  return {
    agreementId: id,
    customer: decidedSides(room.agreement).buyer?.name ?? null,
    agreement: nameOfAgreement(room.agreement),
    periodStart: period.start,
    periodEnd: period.end,
    dueOn,
    state,
    amount:
      expected.charges.length === 0 || expected.gaps.length > 0
        ? null
        : decimalToText(sum(expected.charges.map(({ net }) => net as DecimalText))),
    currency: room.currency,
    items: expected.charges.map(({ description }) => description),
    missing: missing.charges.map(({ description }) => description),
    invoiceIds: arrived.map(({ invoice }) => invoice.id),
    isMetered: metered,
    evidence: expected.charges
      .flatMap(({ terms }) => terms.flatMap(({ term }) => term.evidence))
      .slice(0, 12),
  };
}

/** What has become of a bill: of its fees, `open` are on no invoice. Where it has none, an invoice of its days is enough. */
function stateOf(
  { isHere, open, all }: { readonly isHere: boolean; readonly open: number; readonly all: number },
  otherwise: ExpectedBill["state"],
): ExpectedBill["state"] {
  if (all === 0) return isHere ? "arrived" : otherwise;
  if (open === 0) return "arrived";
  return isHere && open < all ? "partly-arrived" : otherwise;
}

const hasRecords = (room: DraftRoom): boolean =>
  room.input.deliveries.some(
    ({ date, kind, customer }) =>
      date !== null &&
      room.period.start <= date &&
      date < room.period.end &&
      kind !== "acceptance" &&
      customer !== null &&
      customer === decidedSides(room.agreement).buyer?.name,
  );

/** Whether the fees go out before their days: as the fees say, else the billing clause. */
function isInAdvance(room: DraftRoom): boolean {
  const timings = [
    ...recurringFees(room).flatMap(([fee]) => fee?.term.value.timing ?? []),
    ...room.termsOf("billing").flatMap(({ term }) => term.value.timing ?? []),
  ];
  return timings.length > 0 && timings[0] === "advance";
}

/** The days that a calendar shows where nobody says: from a year back to three months ahead. */
export const calendarDays = (asOf: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } => ({
  from: addMonths(startOfMonth(asOf), -11),
  to: addMonths(startOfMonth(asOf), 4),
});
