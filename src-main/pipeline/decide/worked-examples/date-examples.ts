import { decimalText } from "../../../../src-shared/money/index.ts";
import type { DurationValue, PaymentTermsValue, TermExample } from "../../../../src-shared/model/index.ts";
import {
  deemedAcceptanceDeadline,
  dueDate,
  dueDateReadings,
  earlyDiscountDeadline,
  lateFee,
  shareOf,
} from "../../../../src-shared/pricing/index.ts";
import { addDays, addMonths, localDate, saturdayAndSunday } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { amountOf, computedExample, dayOf, figureOf, rival, saidExample } from "./example-case.ts";
import type { ExampleContext, ExamplesOf } from "./example-case.ts";

const d = decimalText;
const yearOf = ({ start }: ExampleContext): string => start.slice(0, 4);

/** 31 January separates the readings of an end of month; a due Saturday separates rolling from not. */
export const paymentTermsExamples: ExamplesOf<"payment-terms"> = ({ value }, context) => {
  const days = [localDate(`${yearOf(context)}-01-31`), saturdayIssue(value, context)];
  const early = value.earlyDiscount;
  const gross = d("1190.00");
  const dues = days.map((issued): TermExample => {
    const due = dueDate(issued, value, saturdayAndSunday);
    const isOpen = value.from === "end-of-month" && value.endOfMonthReading === undefined;
    return saidExample(
      sentence("example/issued", { date: issued }),
      isOpen ? null : dayOf(due.date),
      dueDateReadings(issued, value, saturdayAndSunday).map(({ reading, due: other }) =>
        rival(reading, dayOf(other.date)),
      ),
      isOpen ? null : due.formula,
    );
  });
  if (early === undefined) return dues;
  const [issued] = days;
  return [
    ...dues,
    computedExample(
      sentence("example/paid-early", {
        amount: amountOf(gross, context),
        date: earlyDiscountDeadline(issued ?? context.start, early.days),
      }),
      shareOf(gross, early.percent, context.precision),
      context,
    ),
  ];
};

/** The day of issue in February whose due date falls on a Saturday. */
function saturdayIssue(value: PaymentTermsValue, context: ExampleContext): LocalDate {
  let issued = localDate(`${yearOf(context)}-02-01`);
  for (let tried = 0; tried < 7; tried += 1) {
    const { date } = dueDate(issued, { days: value.days, from: "invoice-date" }, saturdayAndSunday);
    if (
      dueDate(
        issued,
        { days: value.days, from: "invoice-date", roll: "next-business-day" },
        saturdayAndSunday,
      ).date === addDays(date, 2)
    )
      return issued;
    issued = addDays(issued, 1);
  }
  return issued;
}

/** 45 days: one month and a half, where full and started months part from days. */
export const lateFeeExamples: ExamplesOf<"late-fee"> = ({ value }, context) => {
  const principal = d("10000.00");
  const due = localDate(`${yearOf(context)}-03-01`);
  const late = 45;
  if (value.amount !== undefined)
    return [
      saidExample(
        sentence("example/late", { amount: amountOf(principal, context), days: (value.after ?? 0) + 1 }),
        figureOf(value.amount, context),
      ),
    ];
  const { percent, per } = value;
  if (percent === undefined || per === null) return [];
  if (per === "once")
    return [
      computedExample(
        sentence("example/late", { amount: amountOf(principal, context), days: (value.after ?? 0) + 1 }),
        shareOf(principal, percent, context.precision),
        context,
      ),
    ];
  const methods = [
    ["by the day", "daily"],
    ["full months", "full-months"],
    ["started months", "started-months"],
  ] as const;
  const readings = methods.map(([reading, method]) => ({
    reading,
    computed: lateFee(
      principal,
      due,
      addDays(due, late),
      { percent, per, method, ...(value.after !== null && { graceDays: value.after }) },
      context.precision,
    ),
  }));
  const [daily] = readings;
  if (daily === undefined) return [];
  const when = sentence("example/late", { amount: amountOf(principal, context), days: late });
  const grace =
    value.after === null || value.after === 0
      ? []
      : [
          saidExample(
            sentence("example/late", { amount: amountOf(principal, context), days: value.after }),
            figureOf(d("0"), context),
          ),
        ];
  return [...grace, computedExample(when, daily.computed, context, readings)];
};

/** The last day in force, the day after it, and the last day to give notice. */
export const durationExamples: ExamplesOf<"duration"> = ({ value }) => {
  const on = (date: LocalDate, word: "example/in-force" | "example/not-in-force"): TermExample =>
    saidExample(sentence("example/day", { date }), sentence(word, {}));
  const first =
    value.from === null
      ? []
      : [on(addDays(value.from, -1), "example/not-in-force"), on(value.from, "example/in-force")];
  if (value.to === null) return first;
  const last = addDays(value.to, -1);
  const after = value.autoRenew === true ? "example/in-force" : "example/not-in-force";
  return [...first, on(last, "example/in-force"), on(value.to, after), ...noticeDay(value, value.to)];
};

function noticeDay(value: DurationValue, end: LocalDate): readonly TermExample[] {
  const before = (day: LocalDate): LocalDate | null =>
    value.noticeDays !== undefined
      ? addDays(day, -value.noticeDays)
      : value.noticeMonths !== undefined
        ? addMonths(day, -value.noticeMonths)
        : null;
  const [beforeEnd, beforeLast] = [before(end), before(addDays(end, -1))];
  return beforeEnd === null || beforeLast === null
    ? []
    : [
        saidExample(sentence("example/last-notice", {}), dayOf(beforeEnd), [
          rival("before the last day", dayOf(beforeLast)),
        ]),
      ];
}

export const billingExamples: ExamplesOf<"billing"> = ({ value }, context) => {
  const from = localDate(`${yearOf(context)}-03-01`);
  const to = localDate(`${yearOf(context)}-03-31`);
  if (value.timing === null || value.frequency !== "month") return [];
  const date = value.timing === "advance" ? from : addDays(to, 1);
  return [saidExample(sentence("example/period", { from, to }), sentence("example/not-before", { date }))];
};

export const chargeAgeExamples: ExamplesOf<"charge-age"> = ({ value }, context) => {
  const served = localDate(`${yearOf(context)}-01-31`);
  return [saidExample(sentence("example/served", { date: served }), dayOf(addDays(served, value.days)))];
};

/** Delivered on a Friday, where days and business days part. */
export const acceptanceExamples: ExamplesOf<"acceptance"> = ({ value }) => {
  if (value.deemedAfterDays === undefined) return [];
  const delivered = localDate("2026-05-29");
  const at = (counting: "days" | "business-days"): LocalDate =>
    deemedAcceptanceDeadline(delivered, value.deemedAfterDays ?? 0, counting, saturdayAndSunday);
  return [
    saidExample(sentence("example/delivered", { date: delivered }), dayOf(at("days")), [
      rival("business days", dayOf(at("business-days"))),
    ]),
  ];
};
